#include <string.h>

#include "table-private.h"

/* 土地出让收益: an item a row, a column for each payer. */
enum
{
  ITEM,
  COUNTY,
  CITY,
  N_COLUMNS,
};

static const YlImportColumn columns[] = {
  [ITEM] = { "item" },
  [COUNTY] = { "county", YL_AS_AMOUNT, .effect = "县级土地出让收益整列未计入" },
  [CITY] = { "city", YL_AS_AMOUNT, .effect = "市级土地出让收益整列未计入" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (columns) == N_COLUMNS);
static const guint64 enough[] = { 1 << ITEM | 1 << COUNTY, 1 << ITEM | 1 << CITY, 0 };

/* What a row is about: one of the eight costs, else a line of the words. */
enum
{
  LINE_INCOME = YL_N_LAND_COSTS,
  LINE_SHARE,
  LINE_BASIS,
  LINE_COMPUTED, /* made from the others: passed over */
  N_LINES,
};
static const char *const lines[] = {
  [LINE_INCOME] = "income",
  [LINE_SHARE] = "share",
  [LINE_BASIS] = "basis",
  [LINE_COMPUTED] = "computed",
};
G_STATIC_ASSERT (G_N_ELEMENTS (lines) == N_LINES);

static YlPayer
get_payer (guint column)
{
  return column == CITY ? YL_PAYER_CITY : YL_PAYER_COUNTY;
}

static void
take_longer (const char *item, const char *word, guint line, gsize *longest, guint *out_line)
{
  if (strstr (item, word) == NULL || strlen (word) <= *longest)
    return;
  *longest = strlen (word);
  *out_line = line;
}

/* Of the words that @item holds the longest counts: 计提农业土地开发资金 holds 土地开发 too. */
static gboolean
find_line (const YlWords *words, const char *item, guint *out_line)
{
  gsize longest = 0;
  guint n = 0;
  const YlSpelling *others = yl_words_get (words, YL_WORDS_LAND_LINE, &n);
  for (guint cost = 0; cost < YL_N_LAND_COSTS; cost++)
    take_longer (item, yl_land_cost_get_name (cost), cost, &longest, out_line);
  for (guint i = 0; i < n; i++)
    for (guint line = LINE_INCOME; line <= LINE_COMPUTED; line++)
      if (g_str_equal (others[i].key, lines[line]))
        take_longer (item, others[i].text, line, &longest, out_line);
  return longest > 0;
}

/* The entry of @payer, made when its column says anything. */
static YlLandEntry *
get_land (YlTableContext *context, YlPayer payer)
{
  GArray *land = context->entry->land;
  for (guint i = 0; i < land->len; i++)
    if (g_array_index (land, YlLandEntry, i).payer == payer)
      return &g_array_index (land, YlLandEntry, i);
  const YlLandEntry made = { .payer = payer, .basis = "" };
  g_array_append_val (land, made);
  return &g_array_index (land, YlLandEntry, land->len - 1);
}

/*
 * A share is per cent: 2.5 and 2.5% are the same. A bare number below 0.1 is
 * more likely a fraction that a cell in per cent hides (0.025), and is refused:
 * no document asks for less than a thousandth.
 */
#define SMALLEST_BARE_PPM 1000

static YlDecimalStatus
parse_share (YlText text, gint64 *out_ppm)
{
  g_autofree char *folded = yl_text_fold_width (text);
  YlText number = yl_text_trim (yl_text_of (folded));
  const gboolean has_sign = number.length > 0 && number.at[number.length - 1] == '%';
  if (has_sign)
    number = yl_text_trim ((YlText){ number.at, number.length - 1 });
  gint64 ppm = 0;
  gint32 lost = 0;
  const YlDecimalStatus status = yl_decimal_parse (number, 4, YL_SHARE_WHOLE, &ppm, &lost);
  if (status == YL_DECIMAL_BLANK)
    return has_sign ? YL_DECIMAL_MALFORMED : status;
  if (status != YL_DECIMAL_OK)
    return status;
  if (lost != 0 || ppm < 0 || (!has_sign && ppm > 0 && ppm < SMALLEST_BARE_PPM))
    return YL_DECIMAL_MALFORMED;
  *out_ppm = ppm;
  return YL_DECIMAL_OK;
}

static void
read_share (YlTableContext *context, const TableCell *cell, YlPayer payer)
{
  gint64 ppm = 0;
  const YlDecimalStatus status = parse_share (cell->text, &ppm);
  if (status == YL_DECIMAL_BLANK)
    return;
  if (status == YL_DECIMAL_OK)
    {
      YlLandEntry *land = get_land (context, payer);
      land->share = (YlShare){ ppm };
      land->has_share = TRUE;
      return;
    }
  table_report_unread (context, cell, "不是明确的百分比",
                       "0 至 100 的百分数，最多四位小数，写 2.5 或 2.5%（不写 0.025）",
                       "按没有选定比例处理", NULL);
}

/* Without one of its amounts a net is no net: the payer's share is not worked out at all. */
#define UNREADABLE G_MININT64

/* 土地出让收入合计 and 其中：招拍挂出让收入 are one item to the words: rows that add up say so. */
static void
report_again (YlTableRow *row, guint column, YlMoney before, YlMoney amount)
{
  g_autofree char *yuan = yl_money_to_grouped (before);
  g_autofree char *effect = g_strdup_printf (
      "同一项目在上面已有 %s 元，两者相加计入；如是合计或其中的一部分，请只留一行", yuan);
  const TableCell item = table_row_get (row, ITEM);
  const TableCell cell = { .head = table_row_get (row, column).head,
                           .text = item.text,
                           .row = item.row };
  table_report (row->context, &cell,
                &(TableFault){ .code = YL_C01,
                               .severity = YL_SEVERITY_WARNING,
                               .what = "不是这一项目的第一行",
                               .effect = effect,
                               .at_stake = amount });
}

static void
read_amount (YlTableRow *row, guint column, guint line)
{
  YlMoney amount = { 0 };
  const TableCellStatus status = table_read (row, column, &amount);
  YlLandEntry *land = get_land (row->context, get_payer (column));
  YlMoney *into = line == LINE_INCOME ? &land->income : &land->costs[line];
  if (into->fen != UNREADABLE && into->fen != 0 && amount.fen != 0)
    report_again (row, column, *into, amount);
  if (status == TABLE_CELL_FAULTY || into->fen == UNREADABLE
      || !table_add (row, column, amount, columns[column].effect, into))
    into->fen = UNREADABLE;
}

static void
report_unknown (YlTableRow *row)
{
  const TableCell item = table_row_get (row, ITEM);
  if (yl_text_is_blank (table_row_get (row, COUNTY).text)
      && yl_text_is_blank (table_row_get (row, CITY).text))
    return;
  const TableFault fault = {
    .code = YL_E02,
    .severity = YL_SEVERITY_WARNING,
    .what = yl_text_is_blank (item.text) ? "没有写项目名称" : "不是土地出让收入或八项成本支出之一",
    .expected = "录入表中列出的项目名称",
    .effect = "该行未计入",
  };
  table_report (row->context, &item, &fault);
}

static void
take_cell (YlTableRow *row, guint column, guint line)
{
  const TableCell cell = table_row_get (row, column);
  if (yl_text_is_blank (cell.text))
    return;
  if (line == LINE_SHARE)
    read_share (row->context, &cell, get_payer (column));
  else if (line != LINE_BASIS)
    read_amount (row, column, line);
  else
    get_land (row->context, get_payer (column))->basis =
        yl_arena_take (row->context->arena, yl_text_dup (cell.text));
}

static void
take_row (YlTableRow *row)
{
  g_autofree char *item = table_row_dup (row, ITEM);
  guint line = LINE_COMPUTED;
  if (!find_line (row->context->words, item, &line))
    report_unknown (row);
  else if (line != LINE_COMPUTED)
    for (guint column = COUNTY; column <= CITY; column++)
      take_cell (row, column, line);
}

static gboolean
is_unreadable (const YlLandEntry *land)
{
  for (guint cost = 0; cost < YL_N_LAND_COSTS; cost++)
    if (land->costs[cost].fen == UNREADABLE)
      return TRUE;
  return land->income.fen == UNREADABLE;
}

/* A definition alone, filled in beforehand, is no entry. */
static gboolean
says_nothing (const YlLandEntry *land)
{
  gboolean has_amount = land->income.fen != 0 || land->has_share;
  for (guint cost = 0; cost < YL_N_LAND_COSTS; cost++)
    has_amount = has_amount || land->costs[cost].fen != 0;
  return !has_amount;
}

static void
end (YlTableContext *context)
{
  GArray *land = context->entry->land;
  for (guint i = land->len; i-- > 0;)
    {
      const YlLandEntry *entry = &g_array_index (land, YlLandEntry, i);
      if (is_unreadable (entry) || says_nothing (entry))
        g_array_remove_index (land, i);
    }
}

const YlImportTable yl_land_table = {
  .sheet = YL_LIST_LAND,
  .words = YL_WORDS_LAND_HEADS,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .enough = enough,
  .expected = "项目和县级（或市级）",
  .has_sums = TRUE,
  .rows = G_STRUCT_OFFSET (YlEntry, land),
  .row = take_row,
  .end = end,
};
