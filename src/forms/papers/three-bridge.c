#include "three-private.h"

/* From the approved total to the paid and the published one, each step the difference of its row in
 * the table above. */

#define STEP YL_THREE_ORDINAL
#define STEP_END YL_THREE_PURPOSE
#define AMOUNT YL_THREE_APPROVED
#define SUM YL_THREE_PAID
#define REMARK YL_THREE_PUBLISHED
#define REMARK_END YL_THREE_PLACE

/* The bridge while it is written. */
typedef struct
{
  YlPapers *papers;
  YlSheet *sheet;
  guint32 table_row; /* of the first row of the table */
  guint32 total_row; /* of the table */
  guint n_shown;
  gint64 sum_fen; /* so far */
} Bridge;

static void
begin_total (const Bridge *bridge, const char *name)
{
  yl_sheet_begin_row (bridge->sheet, YL_STYLE_TOTAL, 20);
  yl_sheet_span (bridge->sheet, STEP, STEP_END, name);
}

static void
write_start (Bridge *bridge)
{
  begin_total (bridge, "批复合计");
  yl_sheet_formula (bridge->sheet, AMOUNT, YL_MEASURE_FEN, YL_NAME_APPROVED, bridge->sum_fen);
  yl_sheet_formula (bridge->sheet, SUM, YL_MEASURE_FEN, "D#", bridge->sum_fen);
  yl_sheet_span (bridge->sheet, REMARK, REMARK_END, "上表批复一列的合计");
}

static void
write_amount (Bridge *bridge, const char *formula, gint64 fen)
{
  YlSheet *sheet = bridge->sheet;
  g_autofree char *sum = g_strdup_printf ("ROUND(E%u+D#,2)", yl_sheet_get_row (sheet) - 1);
  bridge->sum_fen += fen;
  if (formula == NULL)
    yl_sheet_number (sheet, AMOUNT, YL_MEASURE_FEN, fen);
  else
    yl_sheet_formula (sheet, AMOUNT, YL_MEASURE_FEN, formula, fen);
  yl_sheet_formula (sheet, SUM, YL_MEASURE_FEN, sum, bridge->sum_fen);
}

static void
write_step (Bridge *bridge, const YlThreeStep *step, char column)
{
  const guint32 row = bridge->table_row + step->row;
  g_autofree char *formula = g_strdup_printf ("%c%u", column, row);
  g_autofree char *remark = g_strdup_printf ("上表第%u行", row);
  yl_sheet_begin_row (bridge->sheet, YL_STYLE_BODY, 0);
  yl_sheet_span (bridge->sheet, STEP, STEP_END, step->step);
  write_amount (bridge, formula, step->amount_fen);
  yl_sheet_span (bridge->sheet, REMARK, REMARK_END, remark);
}

/* Roundings of many rows, and the rows that the table does not show: what the steps above leave of
 * the whole difference. @first: the row of the first of them */
static void
write_rest (Bridge *bridge, const char *name, gint64 fen, char column, guint32 first)
{
  const guint32 last = yl_sheet_get_row (bridge->sheet);
  g_autofree char *formula = last < first ? g_strdup_printf ("%c%u", column, bridge->total_row)
                                          : g_strdup_printf ("ROUND(%c%u-SUM(D%u:D%u),2)", column,
                                                             bridge->total_row, first, last);
  yl_sheet_begin_row (bridge->sheet, YL_STYLE_BODY, 0);
  yl_sheet_span (bridge->sheet, STEP, STEP_END, name);
  write_amount (bridge, formula, fen);
  yl_sheet_span (bridge->sheet, REMARK, REMARK_END, "差额合计减去以上各项");
}

/* @column: of the difference in the table */
static void
write_steps (Bridge *bridge, const GArray *steps, char column)
{
  const guint32 first = yl_sheet_get_row (bridge->sheet) + 1;
  const char *rest_name = NULL;
  gint64 rest_fen = 0;
  for (guint i = 0; i < steps->len; i++)
    {
      const YlThreeStep *step = &g_array_index (steps, YlThreeStep, i);
      if (step->row < bridge->n_shown)
        {
          write_step (bridge, step, column);
          continue;
        }
      rest_fen += step->amount_fen;
      rest_name =
          step->row == YL_THREE_ALL_ROWS && rest_name == NULL ? step->step : "其余各行和尾差";
    }
  if (rest_name != NULL)
    write_rest (bridge, rest_name, rest_fen, column, first);
}

static void
write_end (Bridge *bridge, const char *name, const char *total)
{
  YlSheet *sheet = bridge->sheet;
  g_autofree char *check = g_strdup_printf (
      "IF(ROUND(E%u-%s,2)=0,\"以上各项相加与上表合计相符\",\"以上各项相加与上表合计不符\")",
      yl_sheet_get_row (sheet), total);
  begin_total (bridge, name);
  yl_sheet_formula (sheet, AMOUNT, YL_MEASURE_FEN, total, bridge->sum_fen);
  yl_sheet_formula (sheet, SUM, YL_MEASURE_FEN, "D#", bridge->sum_fen);
  yl_sheet_span_formula (sheet, REMARK, REMARK_END, check, "以上各项相加与上表合计相符");
}

void
yl_paper_write_three_bridge (YlPapers *papers, YlSheet *sheet, guint32 first_row, guint n_shown)
{
  const YlThreeTables *tables = papers->audit->three_tables;
  Bridge bridge = { .papers = papers,
                    .sheet = sheet,
                    .table_row = first_row,
                    .total_row = yl_sheet_get_row (sheet),
                    .n_shown = n_shown,
                    .sum_fen = tables->approved_fen };
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 10);
  yl_papers_write_heading (sheet, REMARK_END,
                           tables->has_paid ? "从批复合计到执行合计，再到公开合计"
                                            : "从批复合计到公开合计");
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 24);
  yl_sheet_span_head (sheet, STEP, STEP_END, "事项");
  yl_sheet_head (sheet, AMOUNT, "金额（元）");
  yl_sheet_head (sheet, SUM, "累计（元）");
  yl_sheet_span_head (sheet, REMARK, REMARK_END, "说明");
  write_start (&bridge);
  if (tables->has_paid)
    {
      write_steps (&bridge, tables->to_paid, 'G');
      write_end (&bridge, "执行合计", YL_NAME_EXECUTED);
    }
  write_steps (&bridge, tables->to_published, 'H');
  write_end (&bridge, "公开合计", YL_NAME_PUBLISHED);
}
