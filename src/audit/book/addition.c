/* Amounts that somebody wrote where the plan has nothing: they move no figure, and are priced by
 * themselves. */
#include "addition-private.h"

#include "yanglu/domain/cell-place.h"
#include "yanglu/domain/stated-amount.h"

#include <string.h>

/* A smaller number beside a table may be anything: a year, a page, how many. */
#define LEAST_FEN G_GINT64_CONSTANT (1000000)

static gboolean
is_number (const YlCell *cell)
{
  return cell->content == YL_CONTENT_NUMBER || cell->formula != 0;
}

/* Whether the plan shows money in that column of the sheet. */
static gboolean
is_money_column (const YlBookPricing *pricing, const YlSheetPair *pair, guint column)
{
  const GArray *figures = pricing->match->plan->figures;
  for (guint i = 0; i < figures->len; i++)
    {
      const YlFigureRange *range = &g_array_index (figures, YlFigureRange, i);
      if (range->column == column && range->measure == YL_MEASURE_FEN
          && strcmp (range->sheet, pair->planned->name) == 0)
        return TRUE;
    }
  return FALSE;
}

/* What a text says is paid beside the table, or a number of yuan that is large enough to be one. */
static gboolean
read_amount (YlBookPricing *pricing,
             const YlSheetPair *pair,
             guint32 row,
             guint column,
             const YlCell *cell,
             gint64 *out_fen)
{
  const char *text = yl_workbook_get_text (pricing->match->found, cell->value);
  YlMoney amount = { 0 };
  if (!is_number (cell))
    {
      if (cell->content != YL_CONTENT_TEXT || !yl_stated_addition_find (text, &amount))
        return FALSE;
      *out_fen = amount.fen;
      return TRUE;
    }
  return yl_book_get_found_fen (pricing, pair, row, column, out_fen) && ABS (*out_fen) >= LEAST_FEN;
}

gboolean
yl_book_read_own_cell (YlBookPricing *pricing, const YlCellDifference *difference, gint64 *out_fen)
{
  return read_amount (pricing, difference->pair, difference->found_row, difference->column,
                      difference->found, out_fen);
}

gboolean
yl_book_find_own_amount (YlBookPricing *pricing,
                         const YlSheetPair *pair,
                         guint32 row,
                         YlOwnAmount *out_amount)
{
  guint n = 0;
  const YlCell *cells = yl_worksheet_find_row (pair->straight, row, &n);
  gboolean is_of_money = FALSE;
  *out_amount = (YlOwnAmount){ 0 };
  for (guint i = 0; i < n; i++)
    {
      gint64 fen = 0;
      const gboolean is_below = is_money_column (pricing, pair, cells[i].column);
      if (!read_amount (pricing, pair, row, cells[i].column, &cells[i], &fen)
          || (is_of_money && !is_below))
        continue;
      if (is_below == is_of_money && ABS (fen) <= ABS (out_amount->fen))
        continue;
      is_of_money = is_below;
      *out_amount = (YlOwnAmount){ fen, yl_column_match_find (pair->columns, cells[i].column) };
    }
  return out_amount->fen != 0;
}

/* Numbers of a column of somebody's own: a few amounts, not a column of figures. */
#define MAX_OWN_CELLS 3u

gint64
yl_book_add_own_column (YlBookPricing *pricing, const YlSheetPair *pair, guint column)
{
  const GArray *cells = pair->found->cells;
  gint64 sum_fen = 0;
  guint n = 0;
  for (guint i = 0; i < cells->len; i++)
    {
      const YlCell *cell = &g_array_index (cells, YlCell, i);
      if (cell->column != column || !is_number (cell))
        continue;
      const YlCellValue value = yl_cell_value_stored (pricing->match->found, cell);
      gint64 fen = 0;
      if (++n > MAX_OWN_CELLS || !yl_book_value_to_fen (&value, &fen) || ABS (fen) < LEAST_FEN
          || __builtin_add_overflow (sum_fen, fen, &sum_fen))
        return 0;
    }
  return sum_fen;
}

/* The amount in 大写 that begins in a cell, or stands in the next one. Returns: (nullable): where */
static const YlCell *
find_capital (const YlWorkbook *workbook,
              const YlCell *cell,
              const YlCell *next,
              YlStatedCapital *out)
{
  const char *text =
      cell->content == YL_CONTENT_TEXT ? yl_workbook_get_text (workbook, cell->value) : "";
  if (yl_stated_capital_find (text, out))
    return cell;
  return out->is_next && next != NULL && next->content == YL_CONTENT_TEXT
                 && yl_stated_capital_parse (yl_workbook_get_text (workbook, next->value), out)
             ? next
             : NULL;
}

/* What a text that was written on afterwards says, beside what it should. */
typedef struct
{
  YlCode code;
  const char *seen;
  const char *expected; /* (nullable) */
  const char *called;   /* "大写金额，为" */
  const char *due;      /* "，预算合计是" */
  YlMoney stated;
  YlMoney total;
} OwnText;

static void
report_text (const YlSheetPair *pair, const YlCell *at, const OwnText *own, YlAudit *audit)
{
  const gint64 off_fen = own->stated.fen - own->total.fen;
  g_autofree char *cell = yl_cell_to_text (at->row, at->column);
  g_autofree char *stated = yl_money_to_grouped (own->stated);
  g_autofree char *total = yl_money_to_grouped (own->total);
  g_autofree char *off = yl_money_to_grouped ((YlMoney){ ABS (off_fen) });
  g_autofree char *message =
      g_strdup_printf ("“%s”%s是后来写上的%s %s 元%s %s 元，相差 %s 元。", pair->found->name, cell,
                       own->called, stated, own->due, total, off);
  yl_findings_add (audit->findings, &(YlFinding){ .code = own->code,
                                                  .severity = YL_SEVERITY_ERROR,
                                                  .file = audit->file,
                                                  .sheet = pair->found->name,
                                                  .row = at->row,
                                                  .cell = cell,
                                                  .seen = own->seen,
                                                  .expected = own->expected,
                                                  .message = message,
                                                  .at_stake = { off_fen },
                                                  .is_priced = TRUE });
}

static void
report_capital (const YlBookPricing *pricing,
                const YlSheetPair *pair,
                const YlCell *at,
                const YlStatedCapital *capital,
                YlAudit *audit)
{
  const YlMoney total = { pricing->budget->figures->demand_fen };
  g_autofree char *seen = yl_text_dup (capital->words);
  g_autofree char *expected = yl_money_to_capital (total);
  const OwnText own = { .code = YL_C05,
                        .seen = seen,
                        .expected = expected,
                        .called = "大写金额，为",
                        .due = "，预算合计是",
                        .stated = capital->amount,
                        .total = total };
  report_text (pair, at, &own, audit);
}

void
yl_book_report_own_capitals (const YlBookPricing *pricing,
                             const YlSheetPair *pair,
                             guint32 row,
                             YlAudit *audit)
{
  guint n = 0;
  const YlCell *cells = yl_worksheet_find_row (pair->found, row, &n);
  for (guint i = 0; i < n; i++)
    {
      YlStatedCapital capital;
      const YlCell *at = find_capital (pricing->match->found, &cells[i],
                                       i + 1 < n ? &cells[i + 1] : NULL, &capital);
      if (at == NULL)
        continue;
      if (capital.amount.fen != pricing->budget->figures->demand_fen)
        report_capital (pricing, pair, at, &capital, audit);
      i = (guint) (at - cells);
    }
}

/* What the lines and totals of the sheet come to: whether one is what @sum says, to one of its last digit. */
static gboolean
is_of_sheet (const YlBookPricing *pricing,
             const YlSheetPair *pair,
             const YlStatedSum *sum,
             gint64 *out_largest_fen)
{
  const GArray *figures = pricing->match->plan->figures;
  *out_largest_fen = 0;
  for (guint i = 0; i < figures->len; i++)
    {
      const YlFigureRange *range = &g_array_index (figures, YlFigureRange, i);
      gint64 fen = 0;
      if (range->measure != YL_MEASURE_FEN || range->first_row != range->last_row
          || strcmp (range->sheet, pair->planned->name) != 0
          || !yl_book_get_planned_fen (pricing, range->sheet, range->first_row, range->column,
                                       &fen))
        continue;
      if (ABS (sum->amount.fen - fen) < sum->step_fen)
        return TRUE;
      *out_largest_fen = MAX (*out_largest_fen, fen);
    }
  return *out_largest_fen == 0;
}

void
yl_book_report_own_sums (const YlBookPricing *pricing,
                         const YlSheetPair *pair,
                         guint32 row,
                         YlAudit *audit)
{
  guint n = 0;
  const YlCell *cells = yl_worksheet_find_row (pair->found, row, &n);
  for (guint i = 0; i < n; i++)
    {
      const char *text = cells[i].content == YL_CONTENT_TEXT
                             ? yl_workbook_get_text (pricing->match->found, cells[i].value)
                             : "";
      YlStatedSum sum;
      gint64 largest_fen = 0;
      if (yl_stated_sum_find (text, &sum) && !is_of_sheet (pricing, pair, &sum, &largest_fen))
        {
          const OwnText own = { .code = YL_C01,
                                .seen = text,
                                .called = "，写明合计",
                                .due = "；本表没有一个合计是这个数，最大的合计是",
                                .stated = sum.amount,
                                .total = { largest_fen } };
          report_text (pair, &cells[i], &own, audit);
        }
    }
}
