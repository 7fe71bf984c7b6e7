#include "entry-book-private.h"

#define SHEET "选项"

static const char *const list_names[YL_N_ENTRY_LISTS] = {
  [YL_LIST_CLASS] = "行政等级",
  [YL_LIST_TOWNSHIP] = "乡镇",
  [YL_LIST_YES_NO] = "是否",
  [YL_LIST_GRADE] = "技术等级",
  [YL_LIST_SURFACE] = "路面类型",
  [YL_LIST_CONDITION] = "评定等级",
  [YL_LIST_BRIDGE_SIZE] = "桥梁类型",
  [YL_LIST_LEVEL] = "来源层级",
  [YL_LIST_PURPOSE] = "用途",
  [YL_LIST_FUND] = "资金性质",
  [YL_LIST_KIND] = "种类",
  [YL_LIST_CATEGORY] = "支出类别",
};

static const char *const yes_no[] = { "是", "否" };
static const char *const grades[] = { "高速", "一级", "二级", "三级", "四级", "等外" };
static const char *const surfaces[] = { "沥青", "水泥", "简易铺装", "未铺装", "机耕道" };
static const char *const conditions[] = { "优", "良", "中", "次", "差" };
static const YlPurpose categories[] = { YL_PURPOSE_RUNNING, YL_PURPOSE_STAFF, YL_PURPOSE_ROAD_CHIEF,
                                        YL_PURPOSE_INSURANCE, YL_PURPOSE_ENGINEERING };

/* A zone takes its townships from several counties, a county has its own. */
static const char *
get_township (const YlEntryBook *book, guint index)
{
  if (book->entity->n_townships > 0)
    {
      if (index >= book->entity->n_townships)
        return NULL;
      const YlTownship *township =
          yl_places_find_township (book->places, book->entity->townships[index]);
      return township == NULL ? "" : township->name;
    }
  if (book->entity->code == NULL)
    return NULL;
  gsize n_townships = 0;
  const guint32 county = (guint32) g_ascii_strtoull (book->entity->code, NULL, 10);
  const YlTownship *townships =
      yl_places_get_townships (book->places, yl_places_renew (book->places, county), &n_townships);
  return index < n_townships ? townships[index].name : NULL;
}

static const char *
get_word (const char *const *words, gsize n_words, guint index)
{
  return index < n_words ? words[index] : NULL;
}

const char *
yl_entry_book_get_member (const YlEntryBook *book, YlEntryList list, guint index)
{
  switch (list)
    {
    case YL_LIST_CLASS:
      return index < YL_N_CLASSES ? yl_road_class_get_name ((YlRoadClass) index) : NULL;
    case YL_LIST_TOWNSHIP:
      return get_township (book, index);
    case YL_LIST_YES_NO:
      return get_word (yes_no, G_N_ELEMENTS (yes_no), index);
    case YL_LIST_GRADE:
      return get_word (grades, G_N_ELEMENTS (grades), index);
    case YL_LIST_SURFACE:
      return get_word (surfaces, G_N_ELEMENTS (surfaces), index);
    case YL_LIST_CONDITION:
      return get_word (conditions, G_N_ELEMENTS (conditions), index);
    case YL_LIST_BRIDGE_SIZE:
      return index < YL_N_BRIDGE_SIZES ? yl_bridge_size_get_name ((YlBridgeSize) index) : NULL;
    case YL_LIST_LEVEL:
      return index < YL_N_PAYERS ? yl_payer_get_name ((YlPayer) index) : NULL;
    case YL_LIST_PURPOSE:
      return index < YL_N_PURPOSES ? yl_purpose_get_name ((YlPurpose) index) : NULL;
    case YL_LIST_FUND:
      return index < YL_N_FUNDS ? yl_fund_get_name ((YlFund) index) : NULL;
    case YL_LIST_KIND:
      return index < YL_N_SOURCE_KINDS ? yl_source_kind_get_name ((YlSourceKind) index) : NULL;
    case YL_LIST_CATEGORY:
      return index < G_N_ELEMENTS (categories) ? yl_purpose_get_name (categories[index]) : NULL;
    case YL_LIST_NONE:
    default:
      return NULL;
    }
}

void
yl_entry_book_measure_lists (YlEntryBook *book)
{
  for (guint list = 1; list < YL_N_ENTRY_LISTS; list++)
    while (yl_entry_book_get_member (book, (YlEntryList) list, book->list_lengths[list]) != NULL)
      book->list_lengths[list]++;
}

/* libxlsxwriter aborts on literal lists over 255 bytes: every list is a range of this sheet. */
void
yl_entry_book_add_lists (YlEntryBook *book)
{
  lxw_worksheet *sheet = workbook_add_worksheet (book->workbook, SHEET);
  for (guint list = 1; list < YL_N_ENTRY_LISTS; list++)
    {
      yl_entry_book_put_text (book, sheet, 0, list - 1, list_names[list], YL_LOOK_HEAD);
      for (guint i = 0; i < book->list_lengths[list]; i++)
        yl_entry_book_put_text (book, sheet, i + 1, list - 1,
                                yl_entry_book_get_member (book, (YlEntryList) list, i),
                                YL_LOOK_CELL);
    }
  worksheet_set_column (sheet, 0, YL_N_ENTRY_LISTS - 2, 18, NULL);
  worksheet_protect (sheet, NULL, NULL);
  worksheet_hide (sheet);
}
