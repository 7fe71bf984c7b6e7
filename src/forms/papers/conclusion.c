#include "papers-private.h"

#include "yanglu/base/ratio.h"
#include "yanglu/domain/cell-place.h"
#include "yanglu/forms/form-text.h"

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

/* Columns of 结论 as its tables use them. */
enum
{
  RULE_CODE,
  RULE_TITLE,
  RULE_TITLE_END,
  RULE_COUNT,
  RULE_AMOUNT,
  GAINER,
  GAINER_END,
  GAINER_COUNT,
  GAINER_AMOUNT,
};
enum
{
  TOP_ORDINAL,
  TOP_CODE,
  TOP_PLACE,
  TOP_MESSAGE,
  TOP_MESSAGE_END = 5,
  TOP_GAINER,
  TOP_AMOUNT,
  TOP_AMOUNT_END,
};

static const YlColumnForm columns[] = {
  { "", NULL, 7 },  { "", NULL, 8 },  { "", NULL, 18 }, { "", NULL, 10 }, { "", NULL, 17 },
  { "", NULL, 12 }, { "", NULL, 13 }, { "", NULL, 7 },  { "", NULL, 17 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (columns) == N_COLUMNS);

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
#define BAR_COLOUR 0x1F4E79
#define N_TOP 5
#define N_SUMS 6
#define TOP_CHARACTERS 110
#define PLACE_CHARACTERS 24
/* Of the columns of 结论, less what a line loses that may not begin with a bracket or a stop. */
#define MESSAGE_WIDTH 36
#define PLACE_WIDTH 17

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
    yl_sheet_put (sheet, VALUE, VALUE_END, yl_own_number (YL_MEASURE_FEN, fen));
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
  yl_sheet_put (
      sheet, VALUE, VALUE_END,
      yl_paper_amount ("ROUND(" YL_NAME_STATED "-" YL_NAME_EXPECTED ",2)", difference_fen));
  yl_sheet_put (sheet, REMARK, REMARK + 1,
                yl_own_result ("IF(" YL_NAME_DIFFERENCE "=0,\"两者一致\",IF(" YL_NAME_DIFFERENCE
                               ">0,\"文件所列多于复算\",\"文件所列少于复算\"))",
                               name_difference (difference_fen)));
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
  begin_row (sheet, "问题数", ROW_HEIGHT);
  yl_sheet_put (sheet, VALUE, REMARK + 1, yl_findings_table_tell_counts (&papers->list));
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

/* A named figure as a sentence says it: "收到123.45元". */
typedef struct
{
  const char *before;
  const char *name;
  gint64 fen;
} SaidFigure;

/* The sentence is a formula, so that it follows the figures; it ends with @end. */
static void
write_sentence (
    YlSheet *sheet, const char *label, const SaidFigure *figures, guint n, const char *end)
{
  g_autoptr (GString) formula = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *yuan = yl_money_to_yuan ((YlMoney){ figures[i].fen });
      g_string_append_printf (formula, "\"%s\"&TEXT(%s,\"0.00\")&\"元\"&", figures[i].before,
                              figures[i].name);
      g_string_append_printf (text, "%s%s元", figures[i].before, yuan);
    }
  g_string_append_printf (formula, "\"%s\"", end);
  g_string_append (text, end);
  begin_row (sheet, label,
             MAX (ROW_HEIGHT, yl_form_get_height (yl_form_count_lines (text->str, TEXT_WIDTH))));
  yl_sheet_put (sheet, VALUE, LAST, yl_own_result (formula->str, text->str));
}

static void
write_paying (const YlPapers *papers, YlSheet *sheet)
{
  const YlPaying *paying = papers->audit->paying;
  if (paying == NULL)
    return;
  const SaidFigure figures[] = {
    { "收到", YL_NAME_RECEIVED, paying->received_fen },
    { "，支付", YL_NAME_PAID, paying->paid_fen },
    { "，未支出", YL_NAME_UNSPENT, paying->unspent_fen },
    { "，其中闲置一至两年", YL_NAME_OVER_ONE_YEAR, paying->idle_fen[YL_IDLE_OVER_ONE_YEAR] },
    { "、两年以上", YL_NAME_OVER_TWO_YEARS, paying->idle_fen[YL_IDLE_OVER_TWO_YEARS] },
  };
  write_sentence (sheet, "资金拨付", figures, G_N_ELEMENTS (figures), "，见“拨付核对”和“闲置资金”");
}

static void
write_three_tables (const YlPapers *papers, YlSheet *sheet)
{
  const YlComparison *tables = papers->audit->three_tables;
  if (tables == NULL)
    return;
  SaidFigure figures[3] = { { "批复", YL_NAME_APPROVED, tables->expected_fen } };
  guint n = 1;
  if (tables->has_paid)
    figures[n++] = (SaidFigure){ "，执行", YL_NAME_EXECUTED, tables->paid_fen };
  figures[n++] = (SaidFigure){ "，公开", YL_NAME_PUBLISHED, tables->stated_fen };
  write_sentence (sheet, "三表核对", figures, n, "，见“三表核对”");
}

static void
write_no_findings (YlSheet *sheet)
{
  yl_paper_write_heading (sheet, LAST, "发现的问题");
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
  yl_paper_write_heading (sheet, LAST, heading);
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

static void
place_bars (YlSheet *sheet, const YlChart *bars)
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
  const YlPart rows = { sheet, first_row, first_row + 1, FALSE };
  const char *const labels[] = { "文件所列合计（元）", "按政策复算合计（元）" };
  const gint64 amounts_fen[] = { papers->audit->stated_fen, papers->audit->expected_fen };
  const YlChartSeries series = {
    .name = "金额",
    .categories = yl_ranges_rows (papers->texts, &rows, LABEL),
    .values = yl_ranges_rows (papers->texts, &rows, VALUE),
    .colour = BAR_COLOUR,
    .n = G_N_ELEMENTS (labels),
    .labels = labels,
    .amounts_fen = amounts_fen,
  };
  /* Of two nearly equal totals a spreadsheet would show the far ends only. */
  place_bars (
      sheet, &(YlChart){ .title = "文件所列合计与复算合计", .series = &series, .has_start = TRUE });
}

static void
write_top_heads (YlSheet *sheet)
{
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 18);
  yl_sheet_head (sheet, TOP_ORDINAL, "序号");
  yl_sheet_head (sheet, TOP_CODE, "编号");
  yl_sheet_head (sheet, TOP_PLACE, "位置");
  yl_sheet_span_head (sheet, TOP_MESSAGE, TOP_MESSAGE_END, "问题");
  yl_sheet_head (sheet, TOP_GAINER, "受益方");
  yl_sheet_span_head (sheet, TOP_AMOUNT, TOP_AMOUNT_END, "涉及金额（元）");
}

static void
write_top (YlPapers *papers, YlSheet *sheet, guint index)
{
  const YlFinding *finding = yl_findings_get (papers->audit->findings, index);
  g_autofree char *place = yl_paper_make_place (finding, papers->audit->file);
  g_autofree char *shown_place = yl_paper_clip (place, PLACE_CHARACTERS);
  g_autofree char *message =
      yl_paper_clip (finding->message != NULL ? finding->message : "", TOP_CHARACTERS);
  const guint n_lines = MAX (yl_form_count_lines (message, MESSAGE_WIDTH),
                             yl_form_count_lines (shown_place, PLACE_WIDTH));
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, yl_form_get_height (n_lines));
  yl_sheet_number (sheet, TOP_ORDINAL, YL_MEASURE_NUMBER, (gint64) index + 1);
  yl_sheet_label (sheet, TOP_CODE, yl_code_get_name (finding->code));
  yl_sheet_text (sheet, TOP_PLACE, shown_place);
  yl_sheet_span (sheet, TOP_MESSAGE, TOP_MESSAGE_END, message);
  yl_sheet_text (sheet, TOP_GAINER, papers->sums->named[index]);
  if (finding->is_priced)
    yl_sheet_put (sheet, TOP_AMOUNT, TOP_AMOUNT_END,
                  yl_paper_amount (yl_findings_table_get_stake (&papers->list, index),
                                   finding->at_stake.fen));
  else
    yl_sheet_span (sheet, TOP_AMOUNT, TOP_AMOUNT_END, "未知");
}

static void
write_heaviest (YlPapers *papers, YlSheet *sheet)
{
  const guint n = (guint) yl_findings_get_n (papers->audit->findings);
  g_autofree char *heading =
      n <= N_TOP ? g_strdup ("发现的问题（按涉及金额）")
                 : g_strdup_printf ("涉及金额最大的%u项问题（共%u项，全部见问题清单）", N_TOP, n);
  yl_paper_write_heading (sheet, TOP_AMOUNT_END, heading);
  write_top_heads (sheet);
  for (guint i = 0; i < MIN (n, N_TOP); i++)
    write_top (papers, sheet, papers->sums->by_amount[i]);
}

/* What each rule puts at stake, and beside it who gains: two lists of sums side by side. */
typedef struct
{
  const char *column; /* of 问题清单: how many findings have there … */
  guint tested;       /* … what stands in this column */
  guint label;
  guint label_end;
  guint count;
  guint amount;
  const char *others; /* the label of what is past the first few */
} SumList;

static const SumList by_rule = { "code",     RULE_CODE,   RULE_TITLE, RULE_TITLE_END,
                                 RULE_COUNT, RULE_AMOUNT, "其他规则" };
static const SumList by_gainer = { "gainer",     GAINER,        GAINER,      GAINER_END,
                                   GAINER_COUNT, GAINER_AMOUNT, "其他受益方" };

/* Sum @index of @sums; what is past the first few is one. */
static YlPaperSum
get_sum (const GArray *sums, const SumList *list, guint index)
{
  if (index < N_SUMS)
    return g_array_index (sums, YlPaperSum, index);
  YlPaperSum rest = { .label = list->others };
  for (guint i = N_SUMS; i < sums->len; i++)
    {
      rest.n += g_array_index (sums, YlPaperSum, i).n;
      rest.fen += g_array_index (sums, YlPaperSum, i).fen;
    }
  return rest;
}

/* All findings less the lines above: "ROUND(all-SUM(E20:E25),2)". */
static const char *
subtract_above (const YlPapers *papers, YlSheet *sheet, guint column, const char *all)
{
  const guint32 row = yl_sheet_get_row (sheet);
  const YlPart above = { sheet, row - N_SUMS, row - 1, FALSE };
  return yl_ranges_keep (
      papers->texts,
      g_strdup_printf ("ROUND(%s-SUM(%s),2)", all, yl_ranges_rows (papers->texts, &above, column)));
}

static void
write_sum (
    const YlPapers *papers, YlSheet *sheet, const SumList *list, const GArray *sums, guint index)
{
  const YlPaperSum sum = get_sum (sums, list, index);
  const gboolean is_rest = index == N_SUMS;
  char letters[YL_COLUMN_LETTERS];
  yl_column_to_letters (list->tested, letters);
  g_autofree char *test = is_rest ? g_strdup ("\"?*\"") : g_strdup_printf ("$%s#", letters);
  const char *count = yl_paper_count_findings (papers, list->column, test);
  const char *stakes = yl_paper_sum_stakes (papers, list->column, test);
  if (list->tested != list->label)
    yl_sheet_label (sheet, list->tested, is_rest ? "—" : yl_code_get_name (sum.code));
  yl_sheet_span (sheet, list->label, list->label_end, sum.label);
  yl_sheet_formula (sheet, list->count, YL_MEASURE_COUNT,
                    is_rest ? subtract_above (papers, sheet, list->count, count) : count, sum.n);
  yl_sheet_formula (sheet, list->amount, YL_MEASURE_FEN,
                    is_rest ? subtract_above (papers, sheet, list->amount, stakes) : stakes,
                    sum.fen);
}

/* The shorter list leaves its cells empty. */
static void
write_no_sum (YlSheet *sheet, const SumList *list, const char *label)
{
  if (list->tested != list->label)
    yl_sheet_blank (sheet, list->tested);
  yl_sheet_span (sheet, list->label, list->label_end, label);
  yl_sheet_blanks (sheet, list->count, list->amount);
}

static void
write_sums_row (const YlPapers *papers, YlSheet *sheet, guint index)
{
  const YlPaperSums *sums = papers->sums;
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, index < N_SUMS ? 0 : 18);
  if (index < sums->rules->len)
    write_sum (papers, sheet, &by_rule, sums->rules, index);
  else
    write_no_sum (sheet, &by_rule, "");
  if (index < sums->gainers->len)
    write_sum (papers, sheet, &by_gainer, sums->gainers, index);
  else
    write_no_sum (sheet, &by_gainer,
                  sums->gainers->len == 0 && index == 0 ? "没有可以指明的受益方" : "");
}

static void
write_sum_heads (YlSheet *sheet)
{
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 18);
  yl_sheet_head (sheet, RULE_CODE, "编号");
  yl_sheet_span_head (sheet, RULE_TITLE, RULE_TITLE_END, "按规则汇总");
  yl_sheet_head (sheet, RULE_COUNT, "项数");
  yl_sheet_head (sheet, RULE_AMOUNT, "涉及金额（元）");
  yl_sheet_span_head (sheet, GAINER, GAINER_END, "按受益方汇总");
  yl_sheet_head (sheet, GAINER_COUNT, "项数");
  yl_sheet_head (sheet, GAINER_AMOUNT, "涉及金额（元）");
}

static void
draw_rules (const YlPapers *papers, const YlPart *rows)
{
  const guint n = rows->last_row - rows->first_row + 1;
  const char *labels[N_SUMS + 1];
  gint64 amounts_fen[N_SUMS + 1];
  for (guint i = 0; i < n; i++)
    {
      const YlPaperSum sum = get_sum (papers->sums->rules, &by_rule, i);
      labels[i] = sum.label;
      amounts_fen[i] = sum.fen;
    }
  const YlChartSeries series = {
    .name = "涉及金额",
    .categories = yl_ranges_rows (papers->texts, rows, RULE_TITLE),
    .values = yl_ranges_rows (papers->texts, rows, RULE_AMOUNT),
    .colour = BAR_COLOUR,
    .n = n,
    .labels = labels,
    .amounts_fen = amounts_fen,
  };
  place_bars (rows->sheet, &(YlChart){ .title = "各规则涉及金额（元）", .series = &series });
}

static void
write_sums (const YlPapers *papers, YlSheet *sheet)
{
  const guint n_rules = MIN (papers->sums->rules->len, N_SUMS + 1);
  const guint n_gainers = MIN (papers->sums->gainers->len, N_SUMS + 1);
  yl_paper_write_heading (sheet, GAINER_AMOUNT, "涉及金额汇总（各项问题可能重叠，合计不等于差额）");
  write_sum_heads (sheet);
  const guint32 first = yl_sheet_get_row (sheet) + 1;
  for (guint i = 0; i < MAX (n_rules, n_gainers); i++)
    write_sums_row (papers, sheet, i);
  draw_rules (papers, &(YlPart){ sheet, first, first + n_rules - 1, FALSE });
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
      write_heaviest (papers, sheet);
      write_sums (papers, sheet);
    }
  else if (yl_papers_has_totals (papers))
    draw_totals (papers, sheet, first);
  yl_sheet_end (sheet);
}
