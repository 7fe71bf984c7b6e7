#include "reconciliation-private.h"

#include "yanglu/base/ratio.h"

/* 差异分解: from the stated total to the recomputed one, and what explains the difference. */

#define PART_STEPS 10000
#define N_ROWS_NAMED 8
#define N_ON_A_PAGE 16

/* A step from one total to the other. */
typedef struct
{
  const char *name;
  gint64 amount_fen;
  const char *formula; /* (nullable): of the amount */
  gint64 sum_fen;
  gint64 part_ppm; /* of the difference */
  const char *remark;
} Row;

#define AT(of) G_STRUCT_OFFSET (Row, of)

static void
write_amount (const YlTable *table, guint column, gconstpointer record)
{
  const Row *row = record;
  yl_sheet_span_number (yl_table_get_sheet (table), column, column, YL_MEASURE_FEN, row->formula,
                        row->amount_fen);
}

static const YlTableColumn columns[] = {
  YL_COLUMN_ORDINAL (6),
  YL_COLUMN_TEXT ("name", "事项", 48, AT (name)),
  { .name = "amount_fen",
    .head = "金额\n（元）",
    .width = 18,
    .measure = YL_MEASURE_FEN,
    .member = AT (amount_fen),
    .write = write_amount },
  YL_COLUMN_FIGURE ("sum_fen", "累计\n（元）", NULL, 18, YL_MEASURE_FEN, AT (sum_fen), NULL, NULL),
  { .name = "part_ppm",
    .head = "占差额",
    .width = 16,
    .show = YL_SHOW_FORMULA,
    .measure = YL_MEASURE_PPM,
    .member = AT (part_ppm),
    .formula =
        "ROUND(ROUND({amount_fen}*100,0)*10000/ROUND(-" YL_NAME_DIFFERENCE "*100,0),0)/10000",
    .write = yl_paper_write_known },
  YL_COLUMN_TEXT ("remark", "说明", 22, AT (remark)),
  { .name = "note", .head = "备注", .width = 18, .show = YL_SHOW_NOTHING },
};

/* A cause of the difference, below; its rows take the columns that are left. */
typedef struct
{
  const char *cause;
  gint64 explained_fen;
  gint64 remaining_fen;
  gint64 part_ppm;
} Cause;

#define OF(of) G_STRUCT_OFFSET (Cause, of)

static const YlTableColumn cause_columns[] = {
  { .name = "rank", .head = "名次", .show = YL_SHOW_ORDINAL },
  YL_COLUMN_TEXT ("cause", "可能的原因", 0, OF (cause)),
  { .name = "explained_fen",
    .head = "可解释金额（元）",
    .show = YL_SHOW_NUMBER,
    .measure = YL_MEASURE_FEN,
    .member = OF (explained_fen) },
  { .name = "remaining_fen",
    .head = "剩余差额（元）",
    .show = YL_SHOW_NUMBER,
    .measure = YL_MEASURE_FEN,
    .member = OF (remaining_fen) },
  { .name = "part_ppm",
    .head = "解释程度",
    .show = YL_SHOW_FORMULA,
    .measure = YL_MEASURE_PPM,
    .member = OF (part_ppm),
    .formula = "ROUND(ROUND({explained_fen}*100,0)*10000/"
               "ROUND(({explained_fen}+{remaining_fen})*100,0),0)/10000",
    .write = yl_paper_write_known },
};

/* Part of a whole in hundredths of a per cent; unknown where there is no whole. */
static gint64
part_of (gint64 part_fen, gint64 whole_fen)
{
  gint64 steps = 0;
  const guint64 magnitude = whole_fen < 0 ? -(guint64) whole_fen : (guint64) whole_fen;
  const gboolean is_known = whole_fen != 0 && magnitude <= G_MAXINT64 && part_fen > G_MININT64
                            && yl_ratio_scale (whole_fen < 0 ? -part_fen : part_fen, PART_STEPS,
                                               (gint64) magnitude, &steps);
  return is_known ? steps * (YL_SHARE_WHOLE / PART_STEPS) : YL_UNKNOWN;
}

/* A total that the steps begin at or lead to. */
static void
write_total (const YlReconciliationPaper *paper,
             const char *name,
             const char *amount,
             const char *sum,
             gint64 fen,
             const char *remark)
{
  const YlTable *table = paper->steps;
  YlSheet *sheet = paper->sheet;
  yl_sheet_begin_row (sheet, YL_STYLE_TOTAL, 0);
  yl_sheet_blank (sheet, 0);
  yl_sheet_text (sheet, yl_table_find_column (table, "name"), name);
  yl_sheet_formula (sheet, yl_table_find_column (table, "amount_fen"), YL_MEASURE_FEN, amount, fen);
  yl_sheet_formula (sheet, yl_table_find_column (table, "sum_fen"), YL_MEASURE_FEN, sum, fen);
  yl_sheet_blank (sheet, yl_table_find_column (table, "part_ppm"));
  yl_sheet_text (sheet, yl_table_find_column (table, "remark"), remark);
  yl_sheet_blank (sheet, yl_table_find_column (table, "note"));
}

static void
write_stated (const YlReconciliationPaper *paper)
{
  const char *amount =
      yl_table_get_own_cell (paper->steps, "amount_fen", yl_sheet_get_row (paper->sheet) + 1);
  write_total (paper, "文件所列合计", YL_NAME_STATED, amount, paper->papers->audit->stated_fen,
               "见结论");
}

static void
set_sum (const YlReconciliationPaper *paper)
{
  g_autofree char *sum = g_strdup_printf (
      "ROUND(%s+{amount_fen},2)",
      yl_table_get_own_cell (paper->steps, "sum_fen", yl_sheet_get_row (paper->sheet)));
  yl_table_set_formula (paper->steps, "sum_fen", sum);
}

/* What the steps leave: nothing, when the difference is broken down whole. */
static void
write_rest (YlReconciliationPaper *paper, gint64 sum_fen)
{
  const gint64 expected_fen = paper->papers->audit->expected_fen;
  YlSheet *sheet = paper->sheet;
  paper->rest_fen = expected_fen - sum_fen;
  g_autofree char *rest =
      g_strdup_printf ("ROUND(" YL_NAME_EXPECTED "-%s,2)",
                       yl_table_get_own_cell (paper->steps, "sum_fen", yl_sheet_get_row (sheet)));
  const Row row = {
    .name = "尚未分解的差额",
    .amount_fen = paper->rest_fen,
    .formula = rest,
    .sum_fen = expected_fen,
    .part_ppm = part_of (paper->rest_fen, -paper->difference_fen),
    .remark = expected_fen == sum_fen ? "各项已完整解释差额" : "需进一步查明",
  };
  set_sum (paper);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_blank (sheet, 0);
  yl_table_write_cells (paper->steps, "name", &row);
}

static void
write_expected (const YlReconciliationPaper *paper)
{
  const YlPart above = { paper->sheet, paper->first_row, yl_sheet_get_row (paper->sheet) };
  const char *sum =
      yl_ranges_sum (paper->papers->texts, &above, 1,
                     yl_table_find_column (paper->steps, "amount_fen"), YL_MEASURE_FEN, NULL, 0);
  write_total (paper, "按政策复算合计（以上各项相加）", sum, YL_NAME_EXPECTED,
               paper->papers->audit->expected_fen, "两列应相同");
}

static void
write_steps (YlReconciliationPaper *paper)
{
  const GArray *steps = paper->papers->audit->steps;
  gint64 sum_fen = paper->papers->audit->stated_fen;
  write_stated (paper);
  paper->first_row = yl_sheet_get_row (paper->sheet);
  for (guint i = 0; i < steps->len; i++)
    {
      const YlDifferenceStep *step = &g_array_index (steps, YlDifferenceStep, i);
      sum_fen += step->amount_fen;
      const Row row = {
        .name = step->step,
        .amount_fen = step->amount_fen,
        .sum_fen = sum_fen,
        .part_ppm = part_of (step->amount_fen, -paper->difference_fen),
        .remark = "",
      };
      set_sum (paper);
      yl_table_write_row (paper->steps, i + 1, &row);
    }
  write_rest (paper, sum_fen);
  write_expected (paper);
}

static char *
join_rows (char *const *rows)
{
  GString *text = g_string_new (NULL);
  guint n = 0;
  for (; rows != NULL && rows[n] != NULL; n++)
    if (n < N_ROWS_NAMED)
      g_string_append_printf (text, "%s%s", n == 0 ? "" : "、", rows[n]);
  if (n > N_ROWS_NAMED)
    g_string_append_printf (text, "等%u处", n);
  return g_string_free (text, FALSE);
}

static void
write_explanations (const YlReconciliationPaper *paper)
{
  const guint last = G_N_ELEMENTS (columns) - 1;
  YlSheet *sheet = paper->sheet;
  const GArray *explanations = paper->papers->audit->explanations;
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 10);
  yl_papers_write_heading (sheet, last,
                           explanations->len > 0
                               ? "差额的原因（按解释程度排列；差额＝文件所列－复算）"
                               : "差额的原因：没有找到能够解释差额的单一或成对原因，需逐项核实");
  if (explanations->len == 0)
    return;
  YlTable *table =
      yl_tables_add (paper->papers->tables, "causes", cause_columns, G_N_ELEMENTS (cause_columns));
  yl_table_write_heads (table, sheet, 24);
  yl_sheet_span_head (sheet, G_N_ELEMENTS (cause_columns), last, "涉及的行");
  yl_table_continue (table, sheet, explanations->len);
  for (guint i = 0; i < explanations->len; i++)
    {
      const YlExplanation *explanation = &g_array_index (explanations, YlExplanation, i);
      const gint64 explained_fen = explanation->explained_fen;
      const gint64 remaining_fen = explanation->remaining_fen;
      g_autofree char *rows = join_rows (explanation->rows);
      yl_table_write_row (table, i + 1,
                          &(Cause){ explanation->cause, explained_fen, remaining_fen,
                                    part_of (explained_fen, explained_fen + remaining_fen) });
      yl_sheet_span (sheet, G_N_ELEMENTS (cause_columns), last, rows);
    }
}

void
yl_papers_write_reconciliation (YlPapers *papers)
{
  const YlAudit *audit = papers->audit;
  const gboolean has_totals = yl_papers_has_totals (papers);
  if (!has_totals && audit->explanations->len == 0)
    return;
  const YlSheetForm sheet_form = {
    .name = "差异分解",
    .title = "合计差异分解",
    .unit_note = "单位：元",
  };
  YlTable *table = yl_tables_add (papers->tables, "steps", columns, G_N_ELEMENTS (columns));
  YlReconciliationPaper paper = {
    .papers = papers,
    .steps = table,
    /* The rows of the two totals and of the rest, too. */
    .sheet = yl_table_open (table, papers->form, &sheet_form, audit->steps->len + 3),
    .difference_fen = has_totals ? audit->stated_fen - audit->expected_fen : 0,
  };
  /* The chart and its table belong on the page of the reconciliation while that is short. */
  if (audit->steps->len + audit->explanations->len <= N_ON_A_PAGE)
    yl_sheet_set (paper.sheet, &(YlSheetSetting){ .kind = YL_SETTING_ONE_PAGE });
  if (has_totals)
    write_steps (&paper);
  if (audit->explanations->len > 0 || paper.rest_fen != 0)
    write_explanations (&paper);
  if (paper.difference_fen != 0)
    yl_paper_draw_waterfall (&paper);
  yl_sheet_end (paper.sheet);
}
