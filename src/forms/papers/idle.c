#include "audit-book-private.h"

/* 闲置资金: what became of each sum received, and how long the rest has lain. */

enum
{
  ORDINAL,
  DATE,
  PARTY,
  DOCUMENT,
  USE,
  DUE,
  RECEIVED,
  PASSED_ON,
  LATE,
  UNSPENT,
  UP_TO_ONE_YEAR,
  OVER_ONE_YEAR,
  OVER_TWO_YEARS,
  PLACE,
  N_COLUMNS,
};

#define IDLE "其中闲置"

static const YlColumnForm columns[N_COLUMNS] = {
  [ORDINAL] = { "序号", NULL, 6 },
  [DATE] = { "收到日期", NULL, 12 },
  [PARTY] = { "来自", NULL, 22 },
  [DOCUMENT] = { "文号", NULL, 22 },
  [USE] = { "用途", NULL, 20 },
  [DUE] = { "应拨付到", NULL, 12 },
  [RECEIVED] = { "收到（元）", NULL, 16 },
  [PASSED_ON] = { "已拨付（元）", NULL, 16 },
  [LATE] = { "其中逾期（元）", NULL, 17 },
  [UNSPENT] = { "未支出（元）", NULL, 16 },
  [UP_TO_ONE_YEAR] = { "一年以内\n（元）", IDLE, 16 },
  [OVER_ONE_YEAR] = { "一至两年\n（元）", IDLE, 16 },
  [OVER_TWO_YEARS] = { "两年以上\n（元）", IDLE, 16 },
  [PLACE] = { "台账行", NULL, 8 },
};

/* Days as whole numbers, 20210301: a year more is 10000 more, of 29 February too. */
#define TODAY "(SUBSTITUTE(" YL_NAME_PAYING_DAY ",\"-\",\"\")*1)"
#define RECEIVED_ON "SUBSTITUTE(B#,\"-\",\"\")*1"
#define UNSPENT_FORMULA "ROUND(G#-H#,2)"
#define UP_TO_ONE_YEAR_FORMULA "ROUND(J#-L#-M#,2)"
#define OVER_ONE_YEAR_FORMULA                                                                      \
  "IF(AND(" TODAY ">" RECEIVED_ON "+10000," TODAY "<=" RECEIVED_ON "+20000),J#,0)"
#define OVER_TWO_YEARS_FORMULA "IF(" TODAY ">" RECEIVED_ON "+20000,J#,0)"

/* A row's amounts, or the sums of many. */
typedef struct
{
  gint64 received_fen;
  gint64 passed_on_fen;
  gint64 late_fen;
  gint64 idle_fen[YL_N_IDLE_AGES];
} Amounts;

static void
add_source (Amounts *amounts, const YlSourcePaying *source)
{
  amounts->received_fen += source->received_fen;
  amounts->passed_on_fen += source->passed_on_fen;
  amounts->late_fen += source->late_fen;
  for (guint age = 0; age < YL_N_IDLE_AGES; age++)
    amounts->idle_fen[age] += source->idle_fen[age];
}

static void
write_amount (YlSheet *sheet, guint column, const char *formula, gint64 fen, gboolean is_fault)
{
  const YlStyle style = yl_sheet_get_style (sheet);
  yl_sheet_set_style (sheet, is_fault && fen > 0 ? YL_STYLE_FAULT : style);
  yl_sheet_formula (sheet, column, YL_MEASURE_FEN, formula, fen);
  yl_sheet_set_style (sheet, style);
}

static void
write_source (YlSheet *sheet, const YlSourcePaying *source, guint ordinal)
{
  g_autofree char *date = yl_date_to_iso (source->date);
  g_autofree char *due = yl_date_to_iso (source->due);
  const gint64 *idle_fen = source->idle_fen;
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_number (sheet, ORDINAL, YL_MEASURE_NUMBER, ordinal);
  yl_sheet_label (sheet, DATE, date);
  yl_sheet_text (sheet, PARTY, source->party);
  yl_sheet_text (sheet, DOCUMENT, source->document);
  yl_sheet_text (sheet, USE, source->use);
  yl_sheet_label (sheet, DUE, due);
  yl_sheet_number (sheet, RECEIVED, YL_MEASURE_FEN, source->received_fen);
  yl_sheet_number (sheet, PASSED_ON, YL_MEASURE_FEN, source->passed_on_fen);
  yl_sheet_number (sheet, LATE, YL_MEASURE_FEN, source->late_fen);
  write_amount (sheet, UNSPENT, UNSPENT_FORMULA, source->received_fen - source->passed_on_fen,
                FALSE);
  write_amount (sheet, UP_TO_ONE_YEAR, UP_TO_ONE_YEAR_FORMULA, idle_fen[YL_IDLE_UP_TO_ONE_YEAR],
                FALSE);
  write_amount (sheet, OVER_ONE_YEAR, OVER_ONE_YEAR_FORMULA, idle_fen[YL_IDLE_OVER_ONE_YEAR], TRUE);
  write_amount (sheet, OVER_TWO_YEARS, OVER_TWO_YEARS_FORMULA, idle_fen[YL_IDLE_OVER_TWO_YEARS],
                TRUE);
  yl_sheet_number (sheet, PLACE, YL_MEASURE_NUMBER, source->row);
}

/* Those past the limit in one row; they are the youngest. */
static void
write_others (YlSheet *sheet, const YlPaying *paying, guint n_shown)
{
  Amounts others = { 0 };
  for (guint i = n_shown; i < paying->sources->len; i++)
    add_source (&others, yl_paying_get_source (paying, i));
  g_autofree char *label = g_strdup_printf ("其余 %u 笔", paying->sources->len - n_shown);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_span (sheet, ORDINAL, DUE, label);
  yl_sheet_number (sheet, RECEIVED, YL_MEASURE_FEN, others.received_fen);
  yl_sheet_number (sheet, PASSED_ON, YL_MEASURE_FEN, others.passed_on_fen);
  yl_sheet_number (sheet, LATE, YL_MEASURE_FEN, others.late_fen);
  write_amount (sheet, UNSPENT, UNSPENT_FORMULA, others.received_fen - others.passed_on_fen, FALSE);
  write_amount (sheet, UP_TO_ONE_YEAR, UP_TO_ONE_YEAR_FORMULA,
                others.idle_fen[YL_IDLE_UP_TO_ONE_YEAR], FALSE);
  yl_sheet_number (sheet, OVER_ONE_YEAR, YL_MEASURE_FEN, others.idle_fen[YL_IDLE_OVER_ONE_YEAR]);
  yl_sheet_number (sheet, OVER_TWO_YEARS, YL_MEASURE_FEN, others.idle_fen[YL_IDLE_OVER_TWO_YEARS]);
  yl_sheet_blank (sheet, PLACE);
}

static void
write_sum (YlPapers *papers, const YlPart *rows, guint column, gint64 fen, const char *name)
{
  const char *sum = yl_ranges_sum (papers->texts, rows, 1, column, YL_MEASURE_FEN, NULL, 0);
  const gboolean is_empty = rows->last_row < rows->first_row;
  yl_sheet_formula (rows->sheet, column, YL_MEASURE_FEN, is_empty ? "0" : sum, fen);
  if (name != NULL)
    yl_form_define (
        papers->form, name,
        yl_ranges_cell (papers->texts, rows->sheet, column, yl_sheet_get_row (rows->sheet)));
}

static void
write_total (YlPapers *papers, YlSheet *sheet, const Amounts *all)
{
  const YlPart rows = { sheet, yl_sheet_get_first_row (sheet), yl_sheet_get_row (sheet) };
  yl_sheet_begin_row (sheet, YL_STYLE_TOTAL, 20);
  yl_sheet_span (sheet, ORDINAL, DUE, "合计");
  write_sum (papers, &rows, RECEIVED, all->received_fen, YL_NAME_RECEIVED);
  write_sum (papers, &rows, PASSED_ON, all->passed_on_fen, NULL);
  write_sum (papers, &rows, LATE, all->late_fen, NULL);
  write_sum (papers, &rows, UNSPENT, all->received_fen - all->passed_on_fen, YL_NAME_UNSPENT);
  write_sum (papers, &rows, UP_TO_ONE_YEAR, all->idle_fen[YL_IDLE_UP_TO_ONE_YEAR], NULL);
  write_sum (papers, &rows, OVER_ONE_YEAR, all->idle_fen[YL_IDLE_OVER_ONE_YEAR],
             YL_NAME_OVER_ONE_YEAR);
  write_sum (papers, &rows, OVER_TWO_YEARS, all->idle_fen[YL_IDLE_OVER_TWO_YEARS],
             YL_NAME_OVER_TWO_YEARS);
  yl_sheet_blank (sheet, PLACE);
}

void
yl_papers_write_idle (YlPapers *papers)
{
  const YlPaying *paying = papers->audit->paying;
  if (paying == NULL)
    return;
  const YlSheetForm sheet_form = {
    .name = "闲置资金",
    .title = "资金去向与闲置情况表",
    .unit_note = "单位：元",
    .columns = columns,
    .n_columns = N_COLUMNS,
    .n_frozen = PARTY,
  };
  YlSheet *sheet = yl_form_add_sheet (papers->form, &sheet_form);
  const guint n_shown = MIN (paying->sources->len, YL_PAPER_PAYING_ROWS);
  Amounts all = { 0 };
  for (guint i = 0; i < n_shown; i++)
    write_source (sheet, yl_paying_get_source (paying, i), i + 1);
  if (n_shown < paying->sources->len)
    write_others (sheet, paying, n_shown);
  for (guint i = 0; i < paying->sources->len; i++)
    add_source (&all, yl_paying_get_source (paying, i));
  write_total (papers, sheet, &all);
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 0);
  yl_sheet_span (
      sheet, ORDINAL, PLACE,
      "支付先用同文号的收入，再用同用途的收入，都按收到先后；闲置年数算到“拨付核对”的审计"
      "基准日，满一年、两年的当天不算超过。");
  yl_sheet_end (sheet);
}
