#include "three-private.h"

/* From the approved total to the paid and the published one, each step the difference of its row in
 * the table above. */

/* It stands in the columns of that table: what it says takes those before the amount, and those after
 * the sum. */
#define AMOUNT "approved_fen"
#define SUM "paid_fen"
#define REMARK "published_fen"
#define REMARK_END "place"

/* The reconciliation while it is written. */
typedef struct
{
  const YlTable *table;
  YlSheet *sheet;
  guint32 table_row; /* of the first row of the table */
  guint32 total_row; /* of the table */
  guint n_shown;
  gint64 sum_fen; /* so far */
} Bridge;

static guint
at (const Bridge *reconciliation, const char *column)
{
  return yl_table_find_column (reconciliation->table, column);
}

static const char *
cell (const Bridge *reconciliation, const char *column, guint32 row)
{
  return yl_table_get_own_cell (reconciliation->table, column, row);
}

static void
begin_row (const Bridge *reconciliation, YlStyle style, double height, const char *name)
{
  yl_sheet_begin_row (reconciliation->sheet, style, height);
  yl_sheet_span (reconciliation->sheet, 0, at (reconciliation, AMOUNT) - 1, name);
}

static void
write_remark (const Bridge *reconciliation, const char *remark)
{
  yl_sheet_span (reconciliation->sheet, at (reconciliation, REMARK),
                 at (reconciliation, REMARK_END), remark);
}

/* A total that the steps begin at or lead to. */
static void
write_total (const Bridge *reconciliation, const char *name, const char *total)
{
  begin_row (reconciliation, YL_STYLE_TOTAL, 20, name);
  yl_sheet_formula (reconciliation->sheet, at (reconciliation, AMOUNT), YL_MEASURE_FEN, total,
                    reconciliation->sum_fen);
  yl_sheet_formula (reconciliation->sheet, at (reconciliation, SUM), YL_MEASURE_FEN,
                    cell (reconciliation, AMOUNT, yl_sheet_get_row (reconciliation->sheet)),
                    reconciliation->sum_fen);
}

/* One step, which follows by @formula from the table above. */
static void
write_amount (
    Bridge *reconciliation, const char *name, const char *formula, gint64 fen, const char *remark)
{
  begin_row (reconciliation, YL_STYLE_BODY, 0, name);
  const guint32 row = yl_sheet_get_row (reconciliation->sheet);
  g_autofree char *sum = g_strdup_printf ("ROUND(%s+%s,2)", cell (reconciliation, SUM, row - 1),
                                          cell (reconciliation, AMOUNT, row));
  reconciliation->sum_fen += fen;
  yl_sheet_formula (reconciliation->sheet, at (reconciliation, AMOUNT), YL_MEASURE_FEN, formula,
                    fen);
  yl_sheet_formula (reconciliation->sheet, at (reconciliation, SUM), YL_MEASURE_FEN, sum,
                    reconciliation->sum_fen);
  write_remark (reconciliation, remark);
}

static void
write_step (Bridge *reconciliation, const YlThreeStep *step, const char *column)
{
  const guint32 row = reconciliation->table_row + step->row;
  g_autofree char *remark = g_strdup_printf ("上表第%u行", row);
  write_amount (reconciliation, step->step, cell (reconciliation, column, row), step->amount_fen,
                remark);
}

/* Roundings of many rows, and the rows that the table does not show: what the steps above leave of
 * the whole difference. @first: the row of the first of them */
static void
write_rest (Bridge *reconciliation, const char *name, gint64 fen, const char *column, guint32 first)
{
  const guint32 last = yl_sheet_get_row (reconciliation->sheet);
  const char *whole = cell (reconciliation, column, reconciliation->total_row);
  g_autofree char *formula = last < first ? g_strdup (whole)
                                          : g_strdup_printf ("ROUND(%s-SUM(%s:%s),2)", whole,
                                                             cell (reconciliation, AMOUNT, first),
                                                             cell (reconciliation, AMOUNT, last));
  write_amount (reconciliation, name, formula, fen, "差额合计减去以上各项");
}

/* @column: of the difference in the table */
static void
write_steps (Bridge *reconciliation, const GArray *steps, const char *column)
{
  const guint32 first = yl_sheet_get_row (reconciliation->sheet) + 1;
  const char *rest_name = NULL;
  gint64 rest_fen = 0;
  for (guint i = 0; i < steps->len; i++)
    {
      const YlThreeStep *step = &g_array_index (steps, YlThreeStep, i);
      if (step->row < reconciliation->n_shown)
        {
          write_step (reconciliation, step, column);
          continue;
        }
      rest_fen += step->amount_fen;
      rest_name =
          step->row == YL_THREE_ALL_ROWS && rest_name == NULL ? step->step : "其余各行和尾差";
    }
  if (rest_name != NULL)
    write_rest (reconciliation, rest_name, rest_fen, column, first);
}

static void
write_end (Bridge *reconciliation, const char *name, const char *total)
{
  g_autofree char *check = g_strdup_printf (
      "IF(ROUND(%s-%s,2)=0,\"以上各项相加与上表合计相符\",\"以上各项相加与上表合计不符\")",
      cell (reconciliation, SUM, yl_sheet_get_row (reconciliation->sheet)), total);
  write_total (reconciliation, name, total);
  yl_sheet_span_formula (reconciliation->sheet, at (reconciliation, REMARK),
                         at (reconciliation, REMARK_END), check, "以上各项相加与上表合计相符");
}

static void
write_heads (const Bridge *reconciliation, gboolean has_paid)
{
  YlSheet *sheet = reconciliation->sheet;
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 10);
  yl_papers_write_heading (sheet, at (reconciliation, REMARK_END),
                           has_paid ? "从批复合计到执行合计，再到公开合计"
                                    : "从批复合计到公开合计");
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 24);
  yl_sheet_span_head (sheet, 0, at (reconciliation, AMOUNT) - 1, "事项");
  yl_sheet_head (sheet, at (reconciliation, AMOUNT), "金额（元）");
  yl_sheet_head (sheet, at (reconciliation, SUM), "累计（元）");
  yl_sheet_span_head (sheet, at (reconciliation, REMARK), at (reconciliation, REMARK_END), "说明");
}

void
yl_paper_write_three_reconciliation (YlPapers *papers, const YlTable *table, guint n_shown)
{
  const YlThreeTables *tables = papers->audit->three_tables;
  YlSheet *sheet = yl_table_get_sheet (table);
  Bridge reconciliation = { .table = table,
                            .sheet = sheet,
                            .table_row = yl_sheet_get_first_row (sheet),
                            .total_row = yl_sheet_get_row (sheet),
                            .n_shown = n_shown,
                            .sum_fen = tables->approved_fen };
  write_heads (&reconciliation, tables->has_paid);
  write_total (&reconciliation, "批复合计", YL_NAME_APPROVED);
  write_remark (&reconciliation, "上表批复一列的合计");
  if (tables->has_paid)
    {
      write_steps (&reconciliation, tables->to_paid, "paid_more_fen");
      write_end (&reconciliation, "执行合计", YL_NAME_EXECUTED);
    }
  write_steps (&reconciliation, tables->to_published, "published_more_fen");
  write_end (&reconciliation, "公开合计", YL_NAME_PUBLISHED);
}
