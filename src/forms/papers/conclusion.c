#include "audit-book-private.h"
#include "yanglu/forms/form-text.h"
#include "tables-private.h"

#include "yanglu/base/ratio.h"

/* 结论: one page. */

enum
{
  LABEL,
  LABEL_END,
  VALUE,
  VALUE_END = 3,
  REMARK,
  PART_LABEL = 6,
  PART,
  LAST = 8,
  N_COLUMNS,
};

static const YlColumnForm columns[N_COLUMNS] = {
  { "", NULL, 7 },  { "", NULL, 8 },  { "", NULL, 18 }, { "", NULL, 10 }, { "", NULL, 17 },
  { "", NULL, 12 }, { "", NULL, 13 }, { "", NULL, 7 },  { "", NULL, 17 },
};

#define ROW_HEIGHT 20
/* Of the columns from VALUE to LAST, less what a line loses at its end. */
#define TEXT_WIDTH 90
#define CONCLUSION_CHARACTERS 260
#define N_READINGS 5
#define READING_CHARACTERS 72
#define PART_STEPS 10000
#define CHART_WIDTH 800
#define CHART_HEIGHT 300
#define CHART_ROWS 15

YlSheet *
yl_papers_open_conclusion (YlPapers *papers)
{
  const char *project = papers->request->project;
  g_autofree char *title = g_strconcat (project != NULL ? project : YL_PAPER_PROJECT, "结论", NULL);
  const YlSheetForm sheet_form = {
    .name = "结论",
    .title = title,
    .columns = columns,
    .n_columns = N_COLUMNS,
    .is_portrait = TRUE,
    .is_plain = TRUE,
  };
  YlSheet *sheet = yl_form_add_sheet (papers->form, &sheet_form);
  yl_sheet_set (sheet, &(YlSheetSetting){ .kind = YL_SETTING_ONE_PAGE });
  return sheet;
}

static void
begin_row (YlSheet *sheet, const char *label, double height)
{
  yl_sheet_begin_row (sheet, YL_STYLE_SECTION, height);
  yl_sheet_span (sheet, LABEL, LABEL_END, label);
  yl_sheet_set_style (sheet, YL_STYLE_BODY);
}

static void
write_text (YlSheet *sheet, const char *label, const char *text, double height)
{
  begin_row (sheet, label, height);
  yl_sheet_span (sheet, VALUE, LAST, text);
}

static void
write_identity (const YlPapers *papers, YlSheet *sheet)
{
  const YlAudit *audit = papers->audit;
  const char *entity = papers->request->entity;
  g_autofree char *conclusion = yl_paper_clip (audit->conclusion, CONCLUSION_CHARACTERS);
  write_text (sheet, "被审计文件", audit->file, 0);
  if (entity != NULL && entity[0] != '\0')
    write_text (sheet, "被审计单位", entity, ROW_HEIGHT);
  begin_row (sheet, "审计结论", ROW_HEIGHT);
  yl_sheet_set_style (sheet, YL_STYLE_TOTAL);
  yl_sheet_span (sheet, VALUE, LAST, yl_verdict_get_name (audit->verdict));
  if (conclusion[0] != '\0')
    write_text (sheet, "结论说明", conclusion, 0);
}

static void
write_total (YlPapers *papers,
             YlSheet *sheet,
             const char *label,
             const char *name,
             gboolean is_known,
             gint64 fen,
             const char *source)
{
  begin_row (sheet, label, ROW_HEIGHT);
  yl_form_define (papers->form, name,
                  yl_ranges_cell (papers->texts, sheet, VALUE, yl_sheet_get_row (sheet)));
  if (is_known)
    yl_sheet_span_constant (sheet, VALUE, VALUE_END, YL_MEASURE_FEN, fen);
  else
    yl_sheet_span (sheet, VALUE, VALUE_END, "不详");
  yl_sheet_span (sheet, REMARK, LAST, is_known ? source : "没有可以确认的合计，不能比较");
}

static const char *
name_difference (gint64 difference_fen)
{
  if (difference_fen == 0)
    return "两者一致";
  return difference_fen > 0 ? "文件所列多于复算" : "文件所列少于复算";
}

static void
write_difference (YlPapers *papers, YlSheet *sheet)
{
  const YlAudit *audit = papers->audit;
  const gint64 difference_fen = audit->stated_fen - audit->expected_fen;
  gint64 steps = 0;
  begin_row (sheet, "差额（元）", ROW_HEIGHT);
  yl_form_define (papers->form, YL_NAME_DIFFERENCE,
                  yl_ranges_cell (papers->texts, sheet, VALUE, yl_sheet_get_row (sheet)));
  yl_sheet_span_number (sheet, VALUE, VALUE_END, YL_MEASURE_FEN,
                        "ROUND(" YL_NAME_STATED "-" YL_NAME_EXPECTED ",2)", difference_fen);
  yl_sheet_span_formula (sheet, REMARK, REMARK + 1,
                         "IF(" YL_NAME_DIFFERENCE "=0,\"两者一致\",IF(" YL_NAME_DIFFERENCE
                         ">0,\"文件所列多于复算\",\"文件所列少于复算\"))",
                         name_difference (difference_fen));
  yl_sheet_span (sheet, PART_LABEL, PART, "占复算合计");
  if (audit->expected_fen > 0
      && yl_ratio_scale (difference_fen, PART_STEPS, audit->expected_fen, &steps))
    yl_sheet_formula (sheet, LAST, YL_MEASURE_PPM,
                      "ROUND(ROUND(" YL_NAME_DIFFERENCE "*100,0)*10000/ROUND(" YL_NAME_EXPECTED
                      "*100,0),0)/10000",
                      steps * (YL_SHARE_WHOLE / PART_STEPS));
  else
    yl_sheet_label (sheet, LAST, "—");
}

static void
write_counts (YlPapers *papers, YlSheet *sheet)
{
  const YlFindings *findings = papers->audit->findings;
  gsize n[YL_N_SEVERITIES] = { 0 };
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    n[yl_findings_get (findings, i)->severity]++;
  g_autofree char *counts = g_strdup_printf (
      "错误%" G_GSIZE_FORMAT "项，警告%" G_GSIZE_FORMAT "项，提示%" G_GSIZE_FORMAT "项",
      n[YL_SEVERITY_ERROR], n[YL_SEVERITY_WARNING], n[YL_SEVERITY_INFO]);
  begin_row (sheet, "问题数", ROW_HEIGHT);
  yl_sheet_span_formula (sheet, VALUE, REMARK + 1,
                         "\"错误\"&" YL_NAME_ERRORS "&\"项，警告\"&" YL_NAME_WARNINGS
                         "&\"项，提示\"&" YL_NAME_INFOS "&\"项\"",
                         counts);
  yl_sheet_span (sheet, PART_LABEL, PART, "错误涉及金额（元）");
  yl_sheet_formula (sheet, LAST, YL_MEASURE_FEN,
                    yl_paper_sum_stakes (papers, "severity", "\"错误\""),
                    papers->sums->severity_fen[YL_SEVERITY_ERROR]);
}

static void
write_sample (const YlPapers *papers, YlSheet *sheet)
{
  const YlSample *sample = papers->request->sample;
  if (sample == NULL || sample->draws->len == 0)
    return;
  g_autofree char *text =
      g_strdup_printf ("另按货币单元抽样抽出%u个单元，供现场核实，预计走访%u天，见“抽样清单”",
                       sample->draws->len, sample->n_days);
  write_text (sheet, "现场抽查", text, ROW_HEIGHT);
}

/* A # in a formula is the row. */
#define YUAN(name) "TEXT(" name ",\"0.00\")&\"元\""

static void
write_text_formula (YlSheet *sheet, const char *label, const char *formula, const char *cached)
{
  const guint n_lines = yl_form_count_lines (cached, TEXT_WIDTH);
  begin_row (sheet, label, MAX (ROW_HEIGHT, yl_form_get_height (n_lines)));
  yl_sheet_span_formula (sheet, VALUE, LAST, formula, cached);
}

static void
write_paying (const YlPapers *papers, YlSheet *sheet)
{
  const YlPaying *paying = papers->audit->paying;
  if (paying == NULL)
    return;
  g_autofree char *received = yl_money_to_yuan ((YlMoney){ paying->received_fen });
  g_autofree char *paid = yl_money_to_yuan ((YlMoney){ paying->paid_fen });
  g_autofree char *unspent = yl_money_to_yuan ((YlMoney){ paying->unspent_fen });
  g_autofree char *one = yl_money_to_yuan ((YlMoney){ paying->idle_fen[YL_IDLE_OVER_ONE_YEAR] });
  g_autofree char *two = yl_money_to_yuan ((YlMoney){ paying->idle_fen[YL_IDLE_OVER_TWO_YEARS] });
  g_autofree char *text =
      g_strdup_printf ("收到%s元，支付%s元，未支出%s元，其中闲置一至两年%s元、两年以上%s元，"
                       "见“拨付核对”和“闲置资金”",
                       received, paid, unspent, one, two);
  write_text_formula (
      sheet, "资金拨付",
      "\"收到\"&" YUAN (YL_NAME_RECEIVED) "&\"，支付\"&" YUAN (YL_NAME_PAID) "&\"，未支出\"&" YUAN (
          YL_NAME_UNSPENT) "&\"，其中闲置一至两年\"&" YUAN (YL_NAME_OVER_ONE_YEAR) "&\"、两年以上\""
                                                                                   "&" YUAN (
                                                                                       YL_NAME_OVER_TWO_YEARS) "&\"，见“拨付核对”和“闲置资金”\"",
      text);
}

static void
write_three_tables (const YlPapers *papers, YlSheet *sheet)
{
  const YlThreeTables *tables = papers->audit->three_tables;
  if (tables == NULL)
    return;
  g_autofree char *approved = yl_money_to_yuan ((YlMoney){ tables->approved_fen });
  g_autofree char *paid = yl_money_to_yuan ((YlMoney){ tables->paid_fen });
  g_autofree char *published = yl_money_to_yuan ((YlMoney){ tables->published_fen });
  g_autofree char *text = g_strdup_printf (
      "批复%s元，%s%s%s公开%s元，见“三表核对”", approved, tables->has_paid ? "执行" : "",
      tables->has_paid ? paid : "", tables->has_paid ? "元，" : "", published);
  write_text_formula (
      sheet, "三表核对",
      tables->has_paid ? "\"批复\"&" YUAN (YL_NAME_APPROVED) "&\"，执行\"&" YUAN (
          YL_NAME_EXECUTED) "&\"，公开\"&" YUAN (YL_NAME_PUBLISHED) "&\"，见“三表核对”\""
                       : "\"批复\"&" YUAN (YL_NAME_APPROVED) "&\"，公开\"&" YUAN (
                           YL_NAME_PUBLISHED) "&\"，见“三表核对”\"",
      text);
}

static void
write_no_findings (YlSheet *sheet)
{
  yl_papers_write_heading (sheet, LAST, "发现的问题");
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 2 * ROW_HEIGHT);
  yl_sheet_span (sheet, LABEL, LAST, "本次审计未发现问题。");
}

static void
write_readings (const YlPapers *papers, YlSheet *sheet)
{
  const GArray *readings = papers->audit->readings;
  if (readings->len == 0)
    return;
  g_autofree char *heading =
      readings->len <= N_READINGS
          ? g_strdup ("读取口径：把什么认作什么（如有不同意见，请先在此提出）")
          : g_strdup_printf ("读取口径：把什么认作什么（共%u条，全部见“读取口径”表）",
                             readings->len);
  yl_papers_write_heading (sheet, LAST, heading);
  for (guint i = 0; i < MIN (readings->len, N_READINGS); i++)
    {
      const YlReading *reading = &g_array_index (readings, YlReading, i);
      g_autofree char *what = yl_paper_clip (reading->what, READING_CHARACTERS / 2);
      g_autofree char *taken_for = yl_paper_clip (reading->taken_for, READING_CHARACTERS);
      yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
      yl_sheet_span (sheet, LABEL, VALUE, what);
      yl_sheet_span (sheet, VALUE_END, LAST, taken_for);
    }
}

void
yl_paper_place_bars (YlSheet *sheet, const YlChart *bars)
{
  YlChart chart = *bars;
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 6);
  chart.kind = YL_CHART_BARS;
  chart.n_series = 1;
  chart.gap = 60;
  chart.row = yl_sheet_get_row (sheet) + 1;
  chart.column = LABEL;
  chart.width = CHART_WIDTH;
  chart.height = CHART_HEIGHT;
  yl_sheet_draw (sheet, &chart);
  for (guint i = 0; i < CHART_ROWS; i++)
    yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 15.6);
}

/* Where nothing was found the totals themselves are the picture. */
static void
draw_totals (YlPapers *papers, YlSheet *sheet, guint32 first_row)
{
  const YlPart rows = { sheet, first_row, first_row + 1 };
  const char *const labels[] = { "文件所列合计（元）", "按政策复算合计（元）" };
  const gint64 amounts_fen[] = { papers->audit->stated_fen, papers->audit->expected_fen };
  const YlChartSeries series = {
    .name = "金额",
    .categories = yl_ranges_rows (papers->texts, &rows, LABEL),
    .values = yl_ranges_rows (papers->texts, &rows, VALUE),
    .colour = YL_PAPER_COLOUR,
    .n = G_N_ELEMENTS (labels),
    .labels = labels,
    .amounts_fen = amounts_fen,
  };
  /* Of two nearly equal totals a spreadsheet would show the far ends only. */
  yl_paper_place_bars (
      sheet, &(YlChart){ .title = "文件所列合计与复算合计", .series = &series, .has_start = TRUE });
}

void
yl_papers_fill_conclusion (YlPapers *papers, YlSheet *sheet)
{
  const YlAudit *audit = papers->audit;
  const gboolean has_findings = yl_findings_get_n (audit->findings) > 0;
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 6);
  write_identity (papers, sheet);
  const guint32 first = yl_sheet_get_row (sheet) + 1;
  write_total (papers, sheet, "文件所列合计（元）", YL_NAME_STATED, audit->has_stated,
               audit->stated_fen, "被审计文件中写明的合计");
  write_total (papers, sheet, "按政策复算合计（元）", YL_NAME_EXPECTED, audit->has_expected,
               audit->expected_fen, "按文件所列里程和政策标准重新计算");
  if (yl_papers_has_totals (papers))
    write_difference (papers, sheet);
  write_counts (papers, sheet);
  write_paying (papers, sheet);
  write_three_tables (papers, sheet);
  write_sample (papers, sheet);
  write_readings (papers, sheet);
  if (!has_findings)
    write_no_findings (sheet);
  if (has_findings)
    {
      yl_paper_write_heaviest (papers, sheet);
      yl_paper_write_sums (papers, sheet);
    }
  else if (yl_papers_has_totals (papers))
    draw_totals (papers, sheet, first);
  yl_sheet_end (sheet);
}
