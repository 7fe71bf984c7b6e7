#include <string.h>

#include "table-private.h"

/* Last year's budget: 项目, 金额; an item by its demand code or its Chinese title. */
enum
{
  ITEM,
  AMOUNT,
};

static const YlImportColumn columns[] = {
  [ITEM] = { "item" },
  [AMOUNT] = { "amount", YL_AS_AMOUNT, YL_AT (YlLastYearLine, amount) },
};
static const guint64 enough[] = { 1 << ITEM | 1 << AMOUNT, 0 };

/* (transfer full) (nullable): the code of a thing paid, for an item that is the code itself or its
 * name with one of the endings that titles have. */
static char *
match_item (const char *item,
            const char *group,
            const char *key,
            const char *name,
            const char *const *endings)
{
  g_autofree char *code = g_strconcat (group, key, NULL);
  const gboolean is_titled =
      g_str_has_prefix (item, name) && g_strv_contains (endings, item + strlen (name));
  return is_titled || g_str_equal (item, code) ? g_steal_pointer (&code) : NULL;
}

/* (transfer full) (nullable): the demand code of an item. */
static char *
find_code (const YlWords *words, YlText text)
{
  static const char *const daily[] = { "", "养护", "日常养护", "日常养护经费", NULL };
  static const char *const bridge[] = { "", "养护", NULL };
  static const char *const metre[] = { "桥梁养护(按米)", "桥梁(按米)", NULL };
  g_autofree char *item = yl_text_squeeze (text);
  const YlSpelling *title = yl_words_find (words, YL_WORDS_LAST_YEAR_ITEM, yl_text_of (item));
  char *code = title == NULL ? NULL : g_strdup (title->key);
  for (YlRateKind kind = 0; kind < YL_N_RATES && code == NULL; kind++)
    code = match_item (item, "daily.", yl_rate_kind_get_key (kind), yl_rate_kind_get_name (kind),
                       daily);
  for (YlBridgeSize size = 0; size < YL_N_BRIDGE_SIZES && code == NULL; size++)
    code = match_item (item, "bridge.", yl_bridge_size_get_key (size),
                       yl_bridge_size_get_name (size), bridge);
  for (YlRoadClass own = 0; own < YL_N_CLASSES && code == NULL; own++)
    code = match_item (item, "bridge-metre.", yl_road_class_get_key (own),
                       yl_road_class_get_name (own), metre);
  return code;
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
  static const char *const headings[] = { "日常养护（标准总额）", "公路", "桥梁", YL_LIST_OTHER };
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
                       .what = "不是" YL_SHEET_OVERVIEW "的项目",
                       .expected =
                           "县道日常养护、大桥养护、机构运行经费、人员支出、路长制工作经费、"
                           "灾毁保险、养护工程、合计等项目名称，或其编码" };
  if (code != NULL && is_listed (row->context, code))
    fault =
        (TableFault){ .code = YL_A01, .severity = YL_SEVERITY_WARNING, .what = "在表中出现了两次" };
  else if (code != NULL)
    {
      line.code = yl_arena_keep (row->context->arena, code);
      g_array_append_val (row->context->entry->last_year, line);
      return;
    }
  table_refuse (row, ITEM, &fault);
}

const YlImportTable yl_last_year_table = {
  .sheet = "上年预算",
  .words = YL_WORDS_LAST_YEAR_HEADS,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .enough = enough,
  .expected = "项目和金额",
  .has_sums = TRUE,
  .subject = "该行",
  .loss = "不参加与上年的比较",
  .rows = G_STRUCT_OFFSET (YlEntry, last_year),
  .row = take_row,
};
