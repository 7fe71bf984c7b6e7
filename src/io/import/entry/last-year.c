#include "table-private.h"

#include "yanglu/io/import/row-label.h"

/* Last year's budget: 项目, 金额; an item by its demand code or its Chinese title. */
enum
{
  ITEM,
  AMOUNT,
  N_COLUMNS,
};

static const YlImportColumn columns[] = {
  [ITEM] = { "item" },
  [AMOUNT] = { "amount", YL_AS_AMOUNT, YL_AT (YlLastYearLine, amount),
               .lost = G_STRUCT_OFFSET (YlLastYearLine, lost) },
};
G_STATIC_ASSERT (G_N_ELEMENTS (columns) == N_COLUMNS);
static const guint64 enough[] = { 1 << ITEM | 1 << AMOUNT, 0 };

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
is_heading (const YlWords *words, YlText item)
{
  return yl_words_find (words, YL_WORDS_LAST_YEAR_HEADING, item) != NULL
         || yl_row_is_sum (words, &item, 1);
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
  const YlWords *words = row->context->words;
  g_autofree char *name = yl_text_squeeze (item.text);
  const YlSpelling *found = yl_words_find (words, YL_WORDS_LAST_YEAR_ITEM, yl_text_of (name));
  if (found == NULL && (is_heading (words, item.text) || is_closed (row->context)))
    return;
  if (table_read (row, AMOUNT, &line) != TABLE_CELL_READ)
    return;
  TableFault fault = { .code = YL_E02,
                       .severity = YL_SEVERITY_WARNING,
                       .what = "不是" YL_SHEET_OVERVIEW "的项目",
                       .expected =
                           "县道日常养护、大桥养护、机构运行经费、人员支出、路长制工作经费、"
                           "灾毁保险、养护工程、合计等项目名称，或其编码" };
  if (found != NULL && is_listed (row->context, found->key))
    fault =
        (TableFault){ .code = YL_A01, .severity = YL_SEVERITY_WARNING, .what = "在表中出现了两次" };
  else if (found != NULL)
    {
      line.row = row->number;
      line.code = yl_arena_keep (row->context->arena, found->key);
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
