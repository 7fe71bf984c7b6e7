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
  SUM_CODE,
  SUM_TITLE,
  SUM_TITLE_END,
  SUM_COUNT,
  SUM_MORE,
  SUM_LESS,
  SUM_LATE,
  SUM_OTHER,
  SUM_OTHER_END,
};
enum
{
  TOP_ORDINAL,
  TOP_CODE,
  TOP_PLACE,
  TOP_MESSAGE,
  TOP_MESSAGE_END = 5,
  TOP_GAINER,
  TOP_KIND,
  TOP_AMOUNT,
};

static const YlColumnForm columns[] = {
  { "", NULL, 5 },    { "", NULL, 6.5 }, { "", NULL, 10 },  { "", NULL, 5 },    { "", NULL, 13.6 },
  { "", NULL, 13.6 }, { "", NULL, 11 },  { "", NULL, 5.5 }, { "", NULL, 13.6 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (columns) == N_COLUMNS);

/* Of the columns from VALUE to LAST, less what a line loses at its end. */
#define TEXT_WIDTH 68
#define CONCLUSION_CHARACTERS 260
#define N_READINGS 5
#define READING_CHARACTERS 72
#define PART_STEPS 10000
#define CHART_WIDTH 620
/* Each bar, and what is around them: a lower chart would part the amounts beside its bars into two lines, a higher one of
 * few bars would take the signatures off the page. */
#define CHART_RIM 200u
#define CHART_BAR 20u
#define CHART_HEIGHT_MOST 300u
/* A row below it is 15.6 points, which are 20.8 of its dots. */
#define CHART_DOTS_OF_ROW 20.8
#define BAR_COLOUR 0x1F4E79
#define N_TOP 5
#define N_SUMS 6
#define N_GAPS 5
#define TOP_CHARACTERS 110
#define PLACE_CHARACTERS 24

YlSheet *
yl_papers_open_conclusion (YlPapers *papers)
{
  g_autofree char *title = g_strconcat (yl_paper_get_project (papers), YL_SHEET_CONCLUSION, NULL);
  const YlSheetForm sheet_form = {
    .name = YL_SHEET_CONCLUSION,
    .title = title,
    .columns = columns,
    .n_columns = N_COLUMNS,
    .is_portrait = TRUE,
    .is_plain = TRUE,
  };
  YlSheet *sheet = yl_form_add_sheet (papers->form, &sheet_form);
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
write_text (YlSheet *sheet, const char *label, const char *text)
{
  begin_row (sheet, label, 0);
  yl_sheet_span (sheet, VALUE, LAST, text);
}

static void
write_identity (const YlPapers *papers, YlSheet *sheet)
{
  const YlAudit *audit = papers->audit;
  const char *entity = papers->request->entity;
  g_autofree char *conclusion = yl_paper_clip (audit->conclusion, CONCLUSION_CHARACTERS);
  write_text (sheet, "被审计文件", audit->file);
  if (entity != NULL && entity[0] != '\0')
    write_text (sheet, "被审计单位", entity);
  begin_row (sheet, "审计结论", 0);
  yl_sheet_set_style (sheet, YL_STYLE_TOTAL);
  yl_sheet_span (sheet, VALUE, LAST, yl_verdict_get_name (audit->verdict));
  if (conclusion[0] != '\0')
    write_text (sheet, "结论说明", conclusion);
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
  begin_row (sheet, label, 0);
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
  begin_row (sheet, "差额（元）", 0);
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
  begin_row (sheet, "问题数", 0);
  yl_sheet_put (sheet, VALUE, LAST, yl_findings_table_tell_counts (&papers->list));
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
  write_text (sheet, "现场抽查", text);
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
      g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ figures[i].fen });
      /* FIXED groups thousands; the # of a format would be taken for the row. */
      g_string_append_printf (formula, "\"%s\"&FIXED(%s,2)&\"元\"&", figures[i].before,
                              figures[i].name);
      g_string_append_printf (text, "%s%s元", figures[i].before, yuan);
    }
  g_string_append_printf (formula, "\"%s\"", end);
  g_string_append (text, end);
  begin_row (sheet, label, yl_form_get_height (yl_form_count_lines (text->str, TEXT_WIDTH)));
  yl_sheet_put (sheet, VALUE, LAST, yl_own_result (formula->str, text->str));
}

static void
write_paying (const YlPapers *papers, YlSheet *sheet)
{
  const YlPaying *paying = papers->audit->paying;
  if (paying == NULL)
    return;
  g_autofree char *day = yl_date_to_chinese (paying->date);
  g_autofree char *until = g_strdup_printf ("%s%s收到", day[0] == '\0' ? "" : "截至", day);
  const SaidFigure figures[] = {
    { until, YL_NAME_RECEIVED, paying->received_fen },
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
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 40);
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

static guint
count_bars (const YlChart *chart)
{
  guint n = 0;
  for (guint i = 0; i < chart->n_series; i++)
    n += chart->series[i].n;
  return n;
}

static void
place_bars (YlSheet *sheet, const YlChart *bars)
{
  YlChart chart = *bars;
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 6);
  chart.kind = YL_CHART_BARS;
  chart.gap = 60;
  chart.row = yl_sheet_get_row (sheet) + 1;
  chart.column = LABEL;
  chart.width = CHART_WIDTH;
  chart.height = MIN (CHART_RIM + CHART_BAR * count_bars (bars), CHART_HEIGHT_MOST);
  yl_sheet_draw (sheet, &chart);
  for (double left = chart.height; left > 0; left -= CHART_DOTS_OF_ROW)
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
  place_bars (sheet, &(YlChart){ .title = "文件所列合计与复算合计",
                                 .series = &series,
                                 .n_series = 1,
                                 .has_start = TRUE });
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
  yl_sheet_span_head (sheet, TOP_KIND, TOP_AMOUNT, "涉及金额（元）");
}

static void
write_top (YlPapers *papers, YlSheet *sheet, guint index)
{
  const YlFinding *finding = yl_findings_get (papers->audit->findings, index);
  g_autofree char *place = yl_paper_make_place (finding, papers->audit->file);
  g_autofree char *shown_place = yl_paper_clip (place, PLACE_CHARACTERS);
  g_autofree char *message =
      yl_paper_clip (finding->message != NULL ? finding->message : "", TOP_CHARACTERS);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_number (sheet, TOP_ORDINAL, YL_MEASURE_NUMBER, (gint64) index + 1);
  yl_sheet_label (sheet, TOP_CODE, yl_code_get_name (finding->code));
  yl_sheet_text (sheet, TOP_PLACE, shown_place);
  yl_sheet_span (sheet, TOP_MESSAGE, TOP_MESSAGE_END, message);
  yl_sheet_text (sheet, TOP_GAINER, papers->sums->named[index]);
  yl_sheet_label (sheet, TOP_KIND, yl_paper_name_stake (papers, index));
  yl_sheet_put (sheet, TOP_AMOUNT, TOP_AMOUNT, yl_paper_get_stake (papers, index));
}

static void
write_heaviest (YlPapers *papers, YlSheet *sheet)
{
  const guint n = (guint) yl_findings_get_n (papers->audit->findings);
  g_autofree char *heading =
      n <= N_TOP ? g_strdup ("发现的问题（按涉及金额）")
                 : g_strdup_printf ("涉及金额最大的%u项问题（共%u项，全部见问题清单）", N_TOP, n);
  yl_paper_write_heading (sheet, LAST, heading);
  write_top_heads (sheet);
  for (guint i = 0; i < MIN (n, N_TOP); i++)
    write_top (papers, sheet, papers->sums->by_amount[i]);
}

/* A list of sums: what the findings of each rule, severity or gainer put at stake. */
typedef struct
{
  const char *head;
  const char
      *column; /* of 问题清单: how many findings have there what stands in the first column */
  gboolean has_code;  /* which is then a code; else the label */
  const char *others; /* the label of what is past the first few */
} SumList;

static const SumList by_severity = { "按级别汇总", "severity", FALSE, "" };
static const SumList by_rule = { "按规则汇总", "code", TRUE, "其他规则" };
static const SumList by_gainer = { "按受益方汇总", "gainer", FALSE, "其他受益方" };

/* Sum @index of @sums; what is past the first few is one. */
static YlPaperSum
get_sum (const GArray *sums, const SumList *list, guint index)
{
  if (index < N_SUMS)
    return g_array_index (sums, YlPaperSum, index);
  YlPaperSum rest = { .label = list->others };
  for (guint i = N_SUMS; i < sums->len; i++)
    {
      const YlPaperSum *sum = &g_array_index (sums, YlPaperSum, i);
      rest.n += sum->n;
      for (guint stake = YL_STAKE_MORE; stake < YL_N_STAKES; stake++)
        rest.stakes.fen[stake] += sum->stakes.fen[stake];
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
  yl_column_to_letters (SUM_CODE, letters);
  g_autofree char *test = is_rest ? g_strdup ("\"?*\"") : g_strdup_printf ("$%s#", letters);
  const char *count = yl_paper_count_findings (papers, list->column, test);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  if (list->has_code)
    yl_sheet_label (sheet, SUM_CODE, is_rest ? "—" : yl_code_get_name (sum.code));
  yl_sheet_span (sheet, list->has_code ? SUM_TITLE : SUM_CODE, SUM_TITLE_END, sum.label);
  yl_sheet_formula (sheet, SUM_COUNT, YL_MEASURE_COUNT,
                    is_rest ? subtract_above (papers, sheet, SUM_COUNT, count) : count, sum.n);
  for (guint stake = YL_STAKE_MORE; stake < YL_N_STAKES; stake++)
    {
      const guint column = SUM_MORE + stake - YL_STAKE_MORE;
      const char *all = yl_paper_sum_stakes (papers, (YlStake) stake, list->column, test);
      yl_sheet_put (sheet, column, stake == YL_STAKE_OTHER ? SUM_OTHER_END : column,
                    yl_paper_amount (is_rest ? subtract_above (papers, sheet, column, all) : all,
                                     sum.stakes.fen[stake]));
    }
}

static void
write_sum_heads (YlSheet *sheet, const SumList *list)
{
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 18);
  if (list->has_code)
    yl_sheet_head (sheet, SUM_CODE, "编号");
  yl_sheet_span_head (sheet, list->has_code ? SUM_TITLE : SUM_CODE, SUM_TITLE_END, list->head);
  yl_sheet_head (sheet, SUM_COUNT, "项数");
  for (guint stake = YL_STAKE_MORE; stake < YL_N_STAKES; stake++)
    {
      const guint column = SUM_MORE + stake - YL_STAKE_MORE;
      yl_sheet_span_head (sheet, column, stake == YL_STAKE_OTHER ? SUM_OTHER_END : column,
                          yl_stake_get_name ((YlStake) stake));
    }
}

/* Returns: its rows */
static YlPart
write_sum_list (const YlPapers *papers, YlSheet *sheet, const SumList *list, const GArray *sums)
{
  const guint n = MIN (sums->len, N_SUMS + 1);
  if (n > 0)
    write_sum_heads (sheet, list);
  const guint32 first = yl_sheet_get_row (sheet) + 1;
  for (guint i = 0; i < n; i++)
    write_sum (papers, sheet, list, sums, i);
  return (YlPart){ sheet, first, first + n - 1, FALSE };
}

/* A bar for each kind of amount that the rules put at stake. */
static void
draw_rules (const YlPapers *papers, const YlPart *rows)
{
  static const guint32 colours[] = {
    [YL_STAKE_BY_SIGN] = BAR_COLOUR, [YL_STAKE_MORE] = BAR_COLOUR, [YL_STAKE_LESS] = 0xE0A030,
    [YL_STAKE_LATE] = 0x8B4A8B,      [YL_STAKE_OTHER] = 0x2E8B57,
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (colours) == YL_N_STAKES);
  const guint n = rows->last_row - rows->first_row + 1;
  const char *labels[N_SUMS + 1];
  gint64 amounts_fen[YL_N_STAKES][N_SUMS + 1];
  YlChartSeries series[YL_N_STAKES];
  guint n_series = 0;
  for (guint stake = YL_STAKE_MORE; stake < YL_N_STAKES; stake++)
    {
      guint n_amounts = 0;
      for (guint i = 0; i < n; i++)
        {
          const YlPaperSum sum = get_sum (papers->sums->rules, &by_rule, i);
          labels[i] = sum.label;
          amounts_fen[stake][i] = sum.stakes.fen[stake];
          n_amounts += sum.stakes.fen[stake] != 0 ? 1 : 0;
        }
      if (n_amounts > 0)
        series[n_series++] = (YlChartSeries){
          .name = yl_stake_get_name ((YlStake) stake),
          .categories = yl_ranges_rows (papers->texts, rows, SUM_TITLE),
          .values = yl_ranges_rows (papers->texts, rows, SUM_MORE + stake - YL_STAKE_MORE),
          .colour = colours[stake],
          .n = n,
          .labels = labels,
          .amounts_fen = amounts_fen[stake],
        };
    }
  if (n_series > 0)
    place_bars (
        rows->sheet,
        &(YlChart){ .title = "各规则涉及金额（元）", .series = series, .n_series = n_series });
}

static void
write_sums (const YlPapers *papers, YlSheet *sheet)
{
  yl_paper_write_heading (sheet, LAST,
                          "涉及金额汇总（元；各项问题可能重叠，多计、少计分别相加，不相抵）");
  write_sum_list (papers, sheet, &by_severity, papers->sums->severities);
  const YlPart rows = write_sum_list (papers, sheet, &by_rule, papers->sums->rules);
  write_sum_list (papers, sheet, &by_gainer, papers->sums->gainers);
  draw_rules (papers, &rows);
}

/* What was compared, and the first of what was not. */
static void
write_coverage (const YlPapers *papers, YlSheet *sheet)
{
  const YlCoverage *coverage = papers->audit->coverage;
  g_autofree char *compared = yl_coverage_to_text (coverage);
  write_text (sheet, "核对范围", compared);
  for (guint i = 0; i < MIN (coverage->gaps->len, N_GAPS); i++)
    {
      g_autofree char *gap =
          yl_coverage_gap_to_text (&g_array_index (coverage->gaps, YlCoverageGap, i));
      g_autofree char *clipped = yl_paper_clip (gap, TOP_CHARACTERS);
      write_text (sheet, i == 0 ? "未核对" : "", clipped);
    }
  if (coverage->gaps->len <= N_GAPS)
    return;
  g_autofree char *rest =
      g_strdup_printf ("未核对的共%u处，全部见“核对范围”表", coverage->gaps->len);
  write_text (sheet, "", rest);
}

void
yl_papers_fill_conclusion (YlPapers *papers, YlSheet *sheet)
{
  const YlAudit *audit = papers->audit;
  const gboolean has_findings = yl_findings_get_n (audit->findings) > 0;
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 16);
  yl_sheet_span (sheet, LABEL, LAST, "索引号：" YL_INDEX_CONCLUSION);
  write_identity (papers, sheet);
  const guint32 first = yl_sheet_get_row (sheet) + 1;
  write_total (papers, sheet, "文件所列合计（元）", YL_NAME_STATED, audit->has_stated,
               audit->stated_fen, "被审计文件中写明的合计");
  write_total (papers, sheet, "按政策复算合计（元）", YL_NAME_EXPECTED, audit->has_expected,
               audit->expected_fen, "按文件所列里程和政策标准重新计算");
  if (yl_papers_has_totals (papers))
    write_difference (papers, sheet);
  write_counts (papers, sheet);
  write_coverage (papers, sheet);
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
