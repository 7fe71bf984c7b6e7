#include "bridge-private.h"

#include "yanglu/base/ratio.h"

/* 差异分解: from the stated total to the recomputed one, and what explains the difference. */

static const YlColumnForm columns[YL_N_BRIDGE_PAPER_COLUMNS] = {
  [YL_STEP_ORDINAL] = { "序号", NULL, 6 },         [YL_STEP_NAME] = { "事项", NULL, 48 },
  [YL_STEP_AMOUNT] = { "金额\n（元）", NULL, 18 }, [YL_STEP_SUM] = { "累计\n（元）", NULL, 18 },
  [YL_STEP_PART] = { "占差额", NULL, 16 },         [YL_STEP_REMARK] = { "说明", NULL, 22 },
  [YL_STEP_REMARK_END] = { "备注", NULL, 18 },
};

#define PART_STEPS 10000
#define N_ROWS_NAMED 8
#define N_ON_A_PAGE 16

/* Part of a whole in hundredths of a per cent: "—" where there is no whole. */
static void
write_part (YlSheet *sheet, const char *formula, gint64 part_fen, gint64 whole_fen)
{
  gint64 steps = 0;
  const guint64 magnitude = whole_fen < 0 ? -(guint64) whole_fen : (guint64) whole_fen;
  const gboolean is_known = whole_fen != 0 && magnitude <= G_MAXINT64 && part_fen > G_MININT64
                            && yl_ratio_scale (whole_fen < 0 ? -part_fen : part_fen, PART_STEPS,
                                               (gint64) magnitude, &steps);
  if (is_known)
    yl_sheet_formula (sheet, YL_STEP_PART, YL_MEASURE_PPM, formula,
                      steps * (YL_SHARE_WHOLE / PART_STEPS));
  else
    yl_sheet_label (sheet, YL_STEP_PART, "—");
}

static void
begin_step (YlSheet *sheet, YlStyle style, gint64 ordinal, const char *name)
{
  yl_sheet_begin_row (sheet, style, 0);
  if (ordinal > 0)
    yl_sheet_number (sheet, YL_STEP_ORDINAL, YL_MEASURE_NUMBER, ordinal);
  else
    yl_sheet_blank (sheet, YL_STEP_ORDINAL);
  yl_sheet_text (sheet, YL_STEP_NAME, name);
}

#define PART_OF_DIFFERENCE                                                                         \
  "ROUND(ROUND(C#*100,0)*10000/ROUND(-" YL_NAME_DIFFERENCE "*100,0),0)/10000"

static void
end_step (const YlBridgePaper *paper, gint64 amount_fen, gint64 sum_fen, const char *remark)
{
  YlSheet *sheet = paper->sheet;
  g_autofree char *sum = g_strdup_printf ("ROUND(D%u+C#,2)", yl_sheet_get_row (sheet) - 1);
  yl_sheet_formula (sheet, YL_STEP_SUM, YL_MEASURE_FEN, sum, sum_fen);
  write_part (sheet, PART_OF_DIFFERENCE, amount_fen, -paper->difference_fen);
  yl_sheet_text (sheet, YL_STEP_REMARK, remark);
  yl_sheet_blank (sheet, YL_STEP_REMARK_END);
}

static void
write_stated (const YlBridgePaper *paper)
{
  const gint64 stated_fen = paper->papers->audit->stated_fen;
  begin_step (paper->sheet, YL_STYLE_TOTAL, 0, "文件所列合计");
  yl_sheet_formula (paper->sheet, YL_STEP_AMOUNT, YL_MEASURE_FEN, YL_NAME_STATED, stated_fen);
  yl_sheet_formula (paper->sheet, YL_STEP_SUM, YL_MEASURE_FEN, "C#", stated_fen);
  yl_sheet_blank (paper->sheet, YL_STEP_PART);
  yl_sheet_text (paper->sheet, YL_STEP_REMARK, "见结论");
  yl_sheet_blank (paper->sheet, YL_STEP_REMARK_END);
}

/* What the steps leave: nothing, when the difference is broken down whole. */
static void
write_rest (YlBridgePaper *paper, gint64 sum_fen)
{
  const gint64 expected_fen = paper->papers->audit->expected_fen;
  paper->rest_fen = expected_fen - sum_fen;
  begin_step (paper->sheet, YL_STYLE_BODY, 0, "尚未分解的差额");
  g_autofree char *rest =
      g_strdup_printf ("ROUND(" YL_NAME_EXPECTED "-D%u,2)", yl_sheet_get_row (paper->sheet) - 1);
  yl_sheet_formula (paper->sheet, YL_STEP_AMOUNT, YL_MEASURE_FEN, rest, expected_fen - sum_fen);
  end_step (paper, expected_fen - sum_fen, expected_fen,
            expected_fen == sum_fen ? "各项已完整解释差额" : "需进一步查明");
}

static void
write_expected (const YlBridgePaper *paper)
{
  const gint64 expected_fen = paper->papers->audit->expected_fen;
  const YlPart above = { paper->sheet, paper->first_row, yl_sheet_get_row (paper->sheet) };
  begin_step (paper->sheet, YL_STYLE_TOTAL, 0, "按政策复算合计（以上各项相加）");
  yl_sheet_formula (
      paper->sheet, YL_STEP_AMOUNT, YL_MEASURE_FEN,
      yl_ranges_sum (paper->papers->texts, &above, 1, YL_STEP_AMOUNT, YL_MEASURE_FEN, NULL, 0),
      expected_fen);
  yl_sheet_formula (paper->sheet, YL_STEP_SUM, YL_MEASURE_FEN, YL_NAME_EXPECTED, expected_fen);
  yl_sheet_blank (paper->sheet, YL_STEP_PART);
  yl_sheet_text (paper->sheet, YL_STEP_REMARK, "两列应相同");
  yl_sheet_blank (paper->sheet, YL_STEP_REMARK_END);
}

static void
write_steps (YlBridgePaper *paper)
{
  const GArray *steps = paper->papers->audit->steps;
  gint64 sum_fen = paper->papers->audit->stated_fen;
  write_stated (paper);
  paper->first_row = yl_sheet_get_row (paper->sheet);
  for (guint i = 0; i < steps->len; i++)
    {
      const YlDifferenceStep *step = &g_array_index (steps, YlDifferenceStep, i);
      sum_fen += step->amount_fen;
      begin_step (paper->sheet, YL_STYLE_BODY, (gint64) i + 1, step->step);
      yl_sheet_number (paper->sheet, YL_STEP_AMOUNT, YL_MEASURE_FEN, step->amount_fen);
      end_step (paper, step->amount_fen, sum_fen, "");
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
write_explanation_heads (YlSheet *sheet)
{
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 24);
  yl_sheet_head (sheet, YL_STEP_ORDINAL, "名次");
  yl_sheet_head (sheet, YL_STEP_NAME, "可能的原因");
  yl_sheet_head (sheet, YL_STEP_AMOUNT, "可解释金额（元）");
  yl_sheet_head (sheet, YL_STEP_SUM, "剩余差额（元）");
  yl_sheet_head (sheet, YL_STEP_PART, "解释程度");
  yl_sheet_span_head (sheet, YL_STEP_REMARK, YL_STEP_REMARK_END, "涉及的行");
}

static void
write_explanations (const YlBridgePaper *paper)
{
  YlSheet *sheet = paper->sheet;
  const GArray *explanations = paper->papers->audit->explanations;
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 10);
  yl_papers_write_heading (sheet, YL_STEP_REMARK_END,
                           explanations->len > 0
                               ? "差额的原因（按解释程度排列；差额＝文件所列－复算）"
                               : "差额的原因：没有找到能够解释差额的单一或成对原因，需逐项核实");
  if (explanations->len == 0)
    return;
  write_explanation_heads (sheet);
  for (guint i = 0; i < explanations->len; i++)
    {
      const YlExplanation *explanation = &g_array_index (explanations, YlExplanation, i);
      g_autofree char *rows = join_rows (explanation->rows);
      begin_step (sheet, YL_STYLE_BODY, (gint64) i + 1, explanation->cause);
      yl_sheet_number (sheet, YL_STEP_AMOUNT, YL_MEASURE_FEN, explanation->explained_fen);
      yl_sheet_number (sheet, YL_STEP_SUM, YL_MEASURE_FEN, explanation->remaining_fen);
      write_part (sheet, "ROUND(ROUND(C#*100,0)*10000/ROUND((C#+D#)*100,0),0)/10000",
                  explanation->explained_fen,
                  explanation->explained_fen + explanation->remaining_fen);
      yl_sheet_span (sheet, YL_STEP_REMARK, YL_STEP_REMARK_END, rows);
    }
}

void
yl_papers_write_bridge (YlPapers *papers)
{
  const YlAudit *audit = papers->audit;
  const gboolean has_totals = yl_papers_has_totals (papers);
  if (!has_totals && audit->explanations->len == 0)
    return;
  const YlSheetForm sheet_form = {
    .name = "差异分解",
    .title = "合计差异分解",
    .unit_note = "单位：元",
    .columns = columns,
    .n_columns = YL_N_BRIDGE_PAPER_COLUMNS,
  };
  YlBridgePaper paper = {
    .papers = papers,
    .sheet = yl_form_add_sheet (papers->form, &sheet_form),
    .difference_fen = has_totals ? audit->stated_fen - audit->expected_fen : 0,
  };
  /* The chart and its table belong on the page of the bridge while that is short. */
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
