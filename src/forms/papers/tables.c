#include "tables-private.h"

#include "yanglu/domain/cell-place.h"
#include "yanglu/forms/form-text.h"

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

#define N_TOP 5
#define N_SUMS 6
#define TOP_CHARACTERS 110
#define PLACE_CHARACTERS 24
/* Of the columns of 结论, less what a line loses that may not begin with a bracket or a stop. */
#define MESSAGE_WIDTH 36
#define PLACE_WIDTH 17
#define OTHERS "其他规则"
#define OTHER_GAINERS "其他受益方"

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
    yl_sheet_span_number (sheet, TOP_AMOUNT, TOP_AMOUNT_END, YL_MEASURE_FEN,
                          yl_findings_table_get_stake (&papers->list, index),
                          finding->at_stake.fen);
  else
    yl_sheet_span (sheet, TOP_AMOUNT, TOP_AMOUNT_END, "未知");
}

void
yl_paper_write_heaviest (YlPapers *papers, YlSheet *sheet)
{
  const guint n = (guint) yl_findings_get_n (papers->audit->findings);
  g_autofree char *heading =
      n <= N_TOP ? g_strdup ("发现的问题（按涉及金额）")
                 : g_strdup_printf ("涉及金额最大的%u项问题（共%u项，全部见问题清单）", N_TOP, n);
  yl_papers_write_heading (sheet, TOP_AMOUNT_END, heading);
  write_top_heads (sheet);
  for (guint i = 0; i < MIN (n, N_TOP); i++)
    write_top (papers, sheet, papers->sums->by_amount[i]);
}

/* What the sums past the first few come to. */
static YlPaperSum
sum_rest (const GArray *sums)
{
  YlPaperSum rest = { 0 };
  for (guint i = N_SUMS; i < sums->len; i++)
    {
      rest.n += g_array_index (sums, YlPaperSum, i).n;
      rest.fen += g_array_index (sums, YlPaperSum, i).fen;
    }
  return rest;
}

/* All findings less the lines above: "ROUND(all-SUM(E20:E25),2)". */
static char *
rest_formula (
    YlPapers *papers, const char *all_but, YlSheet *sheet, guint column, gboolean is_count)
{
  const guint32 row = yl_sheet_get_row (sheet);
  const YlPart above = { sheet, row - N_SUMS, row - 1 };
  const char *all = is_count ? yl_paper_count_findings (papers, all_but, "\"?*\"")
                             : yl_paper_sum_stakes (papers, all_but, "\"?*\"");
  return g_strdup_printf ("ROUND(%s-SUM(%s),2)", all,
                          yl_ranges_rows (papers->texts, &above, column));
}

/* How many findings have in @column what stands in @label of this row, and what they put at stake. */
static void
write_sums (YlPapers *papers,
            YlSheet *sheet,
            const char *column,
            guint label,
            guint count,
            guint amount,
            const YlPaperSum *sum)
{
  char letters[YL_COLUMN_LETTERS];
  yl_column_to_letters (label, letters);
  g_autofree char *test = g_strdup_printf ("$%s#", letters);
  yl_sheet_formula (sheet, count, YL_MEASURE_COUNT, yl_paper_count_findings (papers, column, test),
                    sum->n);
  yl_sheet_formula (sheet, amount, YL_MEASURE_FEN, yl_paper_sum_stakes (papers, column, test),
                    sum->fen);
}

static void
write_rule (YlPapers *papers, YlSheet *sheet, guint index)
{
  const GArray *rules = papers->sums->rules;
  if (index >= rules->len)
    {
      yl_sheet_blank (sheet, RULE_CODE);
      yl_sheet_span (sheet, RULE_TITLE, RULE_TITLE_END, "");
      yl_sheet_blanks (sheet, RULE_COUNT, RULE_AMOUNT);
      return;
    }
  const YlPaperSum *sum = &g_array_index (rules, YlPaperSum, index);
  yl_sheet_label (sheet, RULE_CODE, yl_code_get_name (sum->code));
  yl_sheet_span (sheet, RULE_TITLE, RULE_TITLE_END, yl_code_get_title (sum->code));
  write_sums (papers, sheet, "code", RULE_CODE, RULE_COUNT, RULE_AMOUNT, sum);
}

static void
write_other_rules (YlPapers *papers, YlSheet *sheet)
{
  const YlPaperSum rest = sum_rest (papers->sums->rules);
  g_autofree char *count = rest_formula (papers, "code", sheet, RULE_COUNT, TRUE);
  g_autofree char *sum = rest_formula (papers, "code", sheet, RULE_AMOUNT, FALSE);
  yl_sheet_label (sheet, RULE_CODE, "—");
  yl_sheet_span (sheet, RULE_TITLE, RULE_TITLE_END, OTHERS);
  yl_sheet_formula (sheet, RULE_COUNT, YL_MEASURE_COUNT, count, rest.n);
  yl_sheet_formula (sheet, RULE_AMOUNT, YL_MEASURE_FEN, sum, rest.fen);
}

static void
write_gainer (YlPapers *papers, YlSheet *sheet, guint index)
{
  const GArray *gainers = papers->sums->gainers;
  if (index >= gainers->len)
    {
      yl_sheet_span (sheet, GAINER, GAINER_END,
                     gainers->len == 0 && index == 0 ? "没有可以指明的受益方" : "");
      yl_sheet_blanks (sheet, GAINER_COUNT, GAINER_AMOUNT);
      return;
    }
  const YlPaperSum *sum = &g_array_index (gainers, YlPaperSum, index);
  yl_sheet_span (sheet, GAINER, GAINER_END, sum->label);
  write_sums (papers, sheet, "gainer", GAINER, GAINER_COUNT, GAINER_AMOUNT, sum);
}

static void
write_other_gainers (YlPapers *papers, YlSheet *sheet)
{
  const YlPaperSum rest = sum_rest (papers->sums->gainers);
  g_autofree char *count = rest_formula (papers, "gainer", sheet, GAINER_COUNT, TRUE);
  g_autofree char *sum = rest_formula (papers, "gainer", sheet, GAINER_AMOUNT, FALSE);
  yl_sheet_span (sheet, GAINER, GAINER_END, OTHER_GAINERS);
  yl_sheet_formula (sheet, GAINER_COUNT, YL_MEASURE_COUNT, count, rest.n);
  yl_sheet_formula (sheet, GAINER_AMOUNT, YL_MEASURE_FEN, sum, rest.fen);
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
draw_rules (YlPapers *papers, const YlPart *rows)
{
  const GArray *rules = papers->sums->rules;
  const char *labels[N_SUMS + 1];
  gint64 amounts_fen[N_SUMS + 1];
  for (guint i = 0; i < MIN (rules->len, N_SUMS); i++)
    {
      labels[i] = yl_code_get_title (g_array_index (rules, YlPaperSum, i).code);
      amounts_fen[i] = g_array_index (rules, YlPaperSum, i).fen;
    }
  labels[N_SUMS] = OTHERS;
  amounts_fen[N_SUMS] = sum_rest (rules).fen;
  const YlChartSeries series = {
    .name = "涉及金额",
    .categories = yl_ranges_rows (papers->texts, rows, RULE_TITLE),
    .values = yl_ranges_rows (papers->texts, rows, RULE_AMOUNT),
    .colour = YL_PAPER_COLOUR,
    .n = rows->last_row - rows->first_row + 1,
    .labels = labels,
    .amounts_fen = amounts_fen,
  };
  yl_paper_place_bars (rows->sheet,
                       &(YlChart){ .title = "各规则涉及金额（元）", .series = &series });
}

void
yl_paper_write_sums (YlPapers *papers, YlSheet *sheet)
{
  const guint n_rules = papers->sums->rules->len;
  const guint n_gainers = papers->sums->gainers->len;
  const guint n_rows = MAX (MIN (n_rules, N_SUMS), MIN (n_gainers, N_SUMS));
  yl_papers_write_heading (sheet, GAINER_AMOUNT,
                           "涉及金额汇总（各项问题可能重叠，合计不等于差额）");
  write_sum_heads (sheet);
  const guint32 first = yl_sheet_get_row (sheet) + 1;
  for (guint i = 0; i < n_rows; i++)
    {
      yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
      write_rule (papers, sheet, i);
      write_gainer (papers, sheet, i);
    }
  if (n_rules > N_SUMS || n_gainers > N_SUMS)
    {
      yl_sheet_begin_row (sheet, YL_STYLE_BODY, 18);
      if (n_rules > N_SUMS)
        write_other_rules (papers, sheet);
      else
        write_rule (papers, sheet, n_rules);
      if (n_gainers > N_SUMS)
        write_other_gainers (papers, sheet);
      else
        write_gainer (papers, sheet, MAX (n_gainers, 1));
    }
  const YlPart rows = { sheet, first, first + MIN (n_rules, N_SUMS + 1) - 1 };
  draw_rules (papers, &rows);
}
