#include "audit-book-private.h"

#include "yanglu/forms/formulas.h"

/* 拨付核对: what each payee was allotted and paid, the days of the calendar, and the balance of the
 * ledger. */

enum
{
  ORDINAL,
  NAME,
  PURPOSE,
  ALLOTTED,
  PAID,
  DIFFERENCE,
  CARRIED,
  RESULT,
  WRITTEN,
  MATCH,
  N_COLUMNS,
};

static const YlColumnForm columns[N_COLUMNS] = {
  [ORDINAL] = { "序号", NULL, 6 },
  [NAME] = { "对方或用途", NULL, 30 },
  [PURPOSE] = { "资金用途", NULL, 14 },
  [ALLOTTED] = { "预算分配\n（元）", NULL, 17 },
  [PAID] = { "当年支付\n（元）", NULL, 17 },
  [DIFFERENCE] = { "支付－分配\n（元）", NULL, 17 },
  [CARRIED] = { "另付上年结转\n（元）", NULL, 17 },
  [RESULT] = { "核对结果", NULL, 14 },
  [WRITTEN] = { "台账中的名称", NULL, 38 },
  [MATCH] = { "认定依据", NULL, 18 },
};

#define NO_ALLOTMENT "预算没有分配"
#define DIFFERENCE_FORMULA "ROUND(E#-SUM(D#),2)"
#define RESULT_FORMULA                                                                             \
  "IF(COUNT(D#)=0,\"" NO_ALLOTMENT "\",IF(F#>0,\"超付\",IF(F#<0,\"未付足\",\"一致\")))"

static const char *
name_result (const YlPayeePaying *payee)
{
  if (!payee->is_known)
    return NO_ALLOTMENT;
  if (payee->paid_fen == payee->allotted_fen)
    return "一致";
  return payee->paid_fen > payee->allotted_fen ? "超付" : "未付足";
}

/* Whether more was paid than D02 lets pass; of works that no budget line is for it says nothing. */
static gboolean
is_over (const YlPayeePaying *payee, gint64 difference_fen)
{
  return difference_fen > 0 && (payee->is_known || payee->purpose == YL_PURPOSE_DAILY);
}

static gint64
get_allotted (const YlPayeePaying *payee)
{
  return payee->is_known ? payee->allotted_fen : 0;
}

static void
write_payee (YlSheet *sheet, const YlPayeePaying *payee, guint ordinal)
{
  const gint64 difference_fen = payee->paid_fen - get_allotted (payee);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_number (sheet, ORDINAL, YL_MEASURE_NUMBER, ordinal);
  yl_sheet_text (sheet, NAME, payee->name);
  yl_sheet_label (sheet, PURPOSE, yl_purpose_get_name ((YlPurpose) payee->purpose));
  if (payee->is_known)
    yl_sheet_number (sheet, ALLOTTED, YL_MEASURE_FEN, payee->allotted_fen);
  else
    yl_sheet_label (sheet, ALLOTTED, "—");
  yl_sheet_number (sheet, PAID, YL_MEASURE_FEN, payee->paid_fen);
  yl_sheet_set_style (sheet, is_over (payee, difference_fen) ? YL_STYLE_FAULT : YL_STYLE_BODY);
  yl_sheet_formula (sheet, DIFFERENCE, YL_MEASURE_FEN, DIFFERENCE_FORMULA, difference_fen);
  yl_sheet_set_style (sheet, YL_STYLE_BODY);
  yl_sheet_number (sheet, CARRIED, YL_MEASURE_FEN, payee->carried_fen);
  yl_sheet_text_formula (sheet, RESULT, RESULT_FORMULA, name_result (payee));
  yl_sheet_text (sheet, WRITTEN, payee->written);
  yl_sheet_label (sheet, MATCH,
                  payee->written[0] == '\0' ? "" : yl_party_match_get_name (payee->match));
}

/* Those past the limit in one row. */
static void
write_other_payees (YlSheet *sheet, const YlPaying *paying, guint n_shown)
{
  gint64 allotted_fen = 0, paid_fen = 0, carried_fen = 0;
  for (guint i = n_shown; i < paying->payees->len; i++)
    {
      const YlPayeePaying *payee = yl_paying_get_payee (paying, i);
      allotted_fen += get_allotted (payee);
      paid_fen += payee->paid_fen;
      carried_fen += payee->carried_fen;
    }
  g_autofree char *name = g_strdup_printf ("其余 %u 个", paying->payees->len - n_shown);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_blank (sheet, ORDINAL);
  yl_sheet_text (sheet, NAME, name);
  yl_sheet_blank (sheet, PURPOSE);
  yl_sheet_number (sheet, ALLOTTED, YL_MEASURE_FEN, allotted_fen);
  yl_sheet_number (sheet, PAID, YL_MEASURE_FEN, paid_fen);
  yl_sheet_formula (sheet, DIFFERENCE, YL_MEASURE_FEN, DIFFERENCE_FORMULA, paid_fen - allotted_fen);
  yl_sheet_number (sheet, CARRIED, YL_MEASURE_FEN, carried_fen);
  yl_sheet_blanks (sheet, RESULT, MATCH);
}

static void
write_sum (YlPapers *papers, const YlPart *rows, guint column, gint64 fen)
{
  const char *formula = yl_ranges_sum (papers->texts, rows, 1, column, YL_MEASURE_FEN, NULL, 0);
  yl_sheet_formula (rows->sheet, column, YL_MEASURE_FEN, formula, fen);
}

static void
write_payees (YlPapers *papers, YlSheet *sheet)
{
  const YlPaying *paying = papers->audit->paying;
  const guint n_shown = MIN (paying->payees->len, YL_PAPER_PAYING_ROWS);
  gint64 allotted_fen = 0, paid_fen = 0, carried_fen = 0;
  for (guint i = 0; i < n_shown; i++)
    write_payee (sheet, yl_paying_get_payee (paying, i), i + 1);
  if (n_shown < paying->payees->len)
    write_other_payees (sheet, paying, n_shown);
  for (guint i = 0; i < paying->payees->len; i++)
    {
      const YlPayeePaying *payee = yl_paying_get_payee (paying, i);
      allotted_fen += get_allotted (payee);
      paid_fen += payee->paid_fen;
      carried_fen += payee->carried_fen;
    }
  const YlPart rows = { sheet, yl_sheet_get_first_row (sheet), yl_sheet_get_row (sheet) };
  if (rows.last_row < rows.first_row)
    return;
  yl_sheet_begin_row (sheet, YL_STYLE_TOTAL, 20);
  yl_sheet_span (sheet, ORDINAL, PURPOSE, "合计");
  write_sum (papers, &rows, ALLOTTED, allotted_fen);
  write_sum (papers, &rows, PAID, paid_fen);
  yl_sheet_formula (sheet, DIFFERENCE, YL_MEASURE_FEN, "ROUND(E#-D#,2)", paid_fen - allotted_fen);
  write_sum (papers, &rows, CARRIED, carried_fen);
  yl_sheet_blanks (sheet, RESULT, MATCH);
}

/* A line below the table: its label, its figure, what it is. */
static void
write_line (YlSheet *sheet, const char *label, const char *formula, gint64 fen, const char *remark)
{
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 20);
  yl_sheet_span (sheet, ORDINAL, PURPOSE, label);
  if (formula == NULL)
    yl_sheet_number (sheet, ALLOTTED, YL_MEASURE_FEN, fen);
  else
    yl_sheet_formula (sheet, ALLOTTED, YL_MEASURE_FEN, formula, fen);
  yl_sheet_span (sheet, PAID, MATCH, remark);
}

static void
write_day (YlSheet *sheet, const YlPayingDay *day, const char *standard)
{
  g_autofree char *date = yl_date_to_chinese (day->date);
  g_autofree char *row = g_strdup_printf ("C%u", yl_sheet_get_row (sheet) + 1);
  g_autofree char *required = yl_formula_share_of (standard, row);
  const char *late = day->is_past ? "逾期少付" : "尚未到期";
  g_autofree char *result = g_strdup_printf ("IF(F#>=0,\"已付足\",\"%s\")", late);
  const gint64 difference_fen = day->paid_fen - day->required_fen;
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_blank (sheet, ORDINAL);
  yl_sheet_text (sheet, NAME, date);
  yl_sheet_number (sheet, PURPOSE, YL_MEASURE_PPM, day->share_ppm);
  yl_sheet_formula (sheet, ALLOTTED, YL_MEASURE_FEN, required, day->required_fen);
  yl_sheet_number (sheet, PAID, YL_MEASURE_FEN, day->paid_fen);
  yl_sheet_set_style (sheet, day->is_past && difference_fen < 0 ? YL_STYLE_FAULT : YL_STYLE_BODY);
  yl_sheet_formula (sheet, DIFFERENCE, YL_MEASURE_FEN, "ROUND(E#-D#,2)", difference_fen);
  yl_sheet_set_style (sheet, YL_STYLE_BODY);
  yl_sheet_blank (sheet, CARRIED);
  yl_sheet_text_formula (sheet, RESULT, result, difference_fen >= 0 ? "已付足" : late);
  yl_sheet_span (sheet, WRITTEN, MATCH, day->basis);
}

static void
write_calendar (YlPapers *papers, YlSheet *sheet)
{
  static const char *const heads[] = {
    "", "拨付期限", "应拨付比例", "到期应付（元）", "到期已付（元）", "已付－应付（元）",
    "", "核对结果"
  };
  const YlPaying *paying = papers->audit->paying;
  if (paying->days->len == 0)
    return;
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 10);
  yl_papers_write_heading (sheet, MATCH, "政策规定的拨付日程（日常养护资金）");
  write_line (sheet, "日常养护标准（元）", NULL, paying->standard_fen,
              "预算所列，各期限按比例计算");
  const char *standard = yl_ranges_cell (papers->texts, sheet, ALLOTTED, yl_sheet_get_row (sheet));
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 24);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    yl_sheet_head (sheet, i, heads[i]);
  yl_sheet_span_head (sheet, WRITTEN, MATCH, "依据");
  for (guint i = 0; i < paying->days->len; i++)
    write_day (sheet, yl_paying_get_day (paying, i), standard);
}

static void
define (YlPapers *papers, YlSheet *sheet, const char *name)
{
  yl_form_define (papers->form, name,
                  yl_ranges_cell (papers->texts, sheet, ALLOTTED, yl_sheet_get_row (sheet)));
}

/* received + ahead = paid + unspent */
static void
write_balance (YlPapers *papers, YlSheet *sheet)
{
  const YlPaying *paying = papers->audit->paying;
  g_autofree char *day = yl_date_to_iso (paying->date);
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 10);
  yl_papers_write_heading (sheet, MATCH, "收支平衡");
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 20);
  yl_sheet_span (sheet, ORDINAL, PURPOSE, "审计基准日");
  yl_sheet_label (sheet, ALLOTTED, day);
  define (papers, sheet, YL_NAME_PAYING_DAY);
  yl_sheet_span (sheet, PAID, MATCH, "以下为截至这一天的台账；这一天以后的收支没有计入");
  write_line (sheet, "收到（元）", YL_NAME_RECEIVED, paying->received_fen, "见“闲置资金”合计");
  const guint32 first = yl_sheet_get_row (sheet);
  write_line (sheet, "垫付（元）", NULL, paying->ahead_fen, "支付在前，台账中没有对应的收入");
  write_line (sheet, "支付（元）", NULL, paying->paid_fen, "包括其他年度的支付和上年结转的支付");
  define (papers, sheet, YL_NAME_PAID);
  g_autofree char *rest = g_strdup_printf ("ROUND(D%u+D%u-D%u,2)", first, first + 1, first + 2);
  g_autofree char *check =
      g_strdup_printf ("IF(ROUND(D%u-" YL_NAME_UNSPENT ",2)=0,\"与“闲置资金”未支出合计相符\","
                       "\"与“闲置资金”未支出合计不符\")",
                       first + 3);
  yl_sheet_begin_row (sheet, YL_STYLE_TOTAL, 20);
  yl_sheet_span (sheet, ORDINAL, PURPOSE, "结余（元）＝收到＋垫付－支付");
  yl_sheet_formula (sheet, ALLOTTED, YL_MEASURE_FEN, rest, paying->unspent_fen);
  yl_sheet_span_formula (sheet, PAID, MATCH, check, "与“闲置资金”未支出合计相符");
}

void
yl_papers_write_paying (YlPapers *papers)
{
  if (papers->audit->paying == NULL)
    return;
  const YlSheetForm sheet_form = {
    .name = "拨付核对",
    .title = "资金拨付核对表",
    .unit_note = "单位：元",
    .columns = columns,
    .n_columns = N_COLUMNS,
    .n_frozen = PURPOSE,
  };
  YlSheet *sheet = yl_form_add_sheet (papers->form, &sheet_form);
  write_payees (papers, sheet);
  write_calendar (papers, sheet);
  write_balance (papers, sheet);
  yl_sheet_end (sheet);
}
