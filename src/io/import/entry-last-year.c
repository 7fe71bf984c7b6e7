#include <string.h>

#include "table-private.h"

/* Last year's budget: 项目, 金额; an item by its demand code or its Chinese title. */
enum
{
  ITEM,
  AMOUNT,
};

static const YlTableColumn columns[] = {
  [ITEM] = { "item" },
  [AMOUNT] = { "amount", YL_AS_AMOUNT, YL_AT (YlLastYearLine, amount) },
};
static const guint64 enough[] = { 1 << ITEM | 1 << AMOUNT, 0 };

/* @stem, or @stem with one of the endings that titles have. */
static gboolean
is_titled (const char *item, const char *stem, const char *const *endings)
{
  if (!g_str_has_prefix (item, stem))
    return FALSE;
  return g_strv_contains (endings, item + strlen (stem));
}

static char *
find_rate_code (const char *item)
{
  static const char *const endings[] = { "", "养护", "日常养护", "日常养护经费", NULL };
  for (guint kind = 0; kind < YL_N_RATES; kind++)
    {
      g_autofree char *code =
          g_strconcat ("daily.", yl_rate_kind_get_key ((YlRateKind) kind), NULL);
      if (g_str_equal (item, code)
          || is_titled (item, yl_rate_kind_get_name ((YlRateKind) kind), endings))
        return g_steal_pointer (&code);
    }
  return NULL;
}

static char *
find_bridge_code (const char *item)
{
  static const char *const endings[] = { "", "养护", NULL };
  static const char *const metre_endings[] = { "桥梁养护(按米)", "桥梁(按米)", NULL };
  for (guint size = 0; size < YL_N_BRIDGE_SIZES; size++)
    {
      g_autofree char *code =
          g_strconcat ("bridge.", yl_bridge_size_get_key ((YlBridgeSize) size), NULL);
      if (g_str_equal (item, code)
          || is_titled (item, yl_bridge_size_get_name ((YlBridgeSize) size), endings))
        return g_steal_pointer (&code);
    }
  for (guint road_class = 0; road_class < YL_N_CLASSES; road_class++)
    {
      g_autofree char *code =
          g_strconcat ("bridge-metre.", yl_road_class_get_key ((YlRoadClass) road_class), NULL);
      if (g_str_equal (item, code)
          || is_titled (item, yl_road_class_get_name ((YlRoadClass) road_class), metre_endings))
        return g_steal_pointer (&code);
    }
  return NULL;
}

/* (transfer full): the demand code of an item; NULL when it names none. */
static char *
find_code (const YlWords *words, YlText text)
{
  g_autofree char *name = yl_text_squeeze (text);
  const YlSpelling *title = yl_words_find (words, YL_WORDS_LAST_YEAR_ITEM, yl_text_of (name));
  if (title != NULL)
    return g_strdup (title->key);
  char *code = find_rate_code (name);
  return code != NULL ? code : find_bridge_code (name);
}

static void
begin (YlTableContext *context)
{
  g_array_set_size (context->entry->last_year, 0);
}

static gboolean
is_listed (const YlTableContext *context, const char *code)
{
  const GArray *lines = context->entry->last_year;
  for (guint i = 0; i < lines->len; i++)
    if (g_str_equal (g_array_index (lines, YlLastYearLine, i).code, code))
      return TRUE;
  return FALSE;
}

/* The headings of our own 预算总表: sums of the lines that stand below them. */
static gboolean
is_heading (YlText item)
{
  static const char *const headings[] = { "日常养护（标准总额）", "公路", "桥梁", "其他支出" };
  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    if (yl_text_is (item, headings[i]))
      return TRUE;
  return yl_row_is_sum (&item, 1);
}

/* Below a 合计 that closes a table stand notes and further tables, no items. */
static gboolean
is_closed (const YlTableContext *context)
{
  const GArray *lines = context->entry->last_year;
  return lines->len > 1
         && g_str_equal (g_array_index (lines, YlLastYearLine, lines->len - 1).code, "total");
}

static void
take_row (YlTableRow *row)
{
  const TableCell item = table_row_get (row, ITEM);
  YlLastYearLine line = { 0 };
  g_autofree char *code = find_code (row->context->words, item.text);
  if (code == NULL && (is_heading (item.text) || is_closed (row->context)))
    return;
  if (table_read (row, AMOUNT, &line) != TABLE_CELL_READ)
    return;
  TableFault fault = { .code = YL_E02,
                       .severity = YL_SEVERITY_WARNING,
                       .what = "不是预算总表的项目",
                       .expected =
                           "县道日常养护、大桥养护、机构运行经费、人员支出、路长制工作经费、"
                           "灾毁保险、养护工程、合计等项目名称，或其编码" };
  if (code != NULL && is_listed (row->context, code))
    fault =
        (TableFault){ .code = YL_A01, .severity = YL_SEVERITY_WARNING, .what = "在表中出现了两次" };
  else if (code != NULL)
    {
      line.code = g_steal_pointer (&code);
      g_array_append_val (row->context->entry->last_year, line);
      return;
    }
  table_refuse (row, ITEM, &fault);
}

const YlTable yl_last_year_table = {
  .sheet = "上年预算",
  .words = YL_WORDS_LAST_YEAR_HEADS,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .enough = enough,
  .expected = "项目和金额",
  .has_sums = TRUE,
  .subject = "该行",
  .loss = "不参加与上年的比较",
  .begin = begin,
  .row = take_row,
};
