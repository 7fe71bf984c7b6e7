#include "yanglu/audit/paying/three-tables.h"

#include "notice-rows-private.h"

#define WAN 10000

static gint64
magnitude (gint64 fen)
{
  return fen < 0 ? -fen : fen;
}

/* Whether the published amount is @fen, rounded to what it is shown in. */
static gboolean
is_rounded (const YlThreeRow *row, gint64 published_fen, gint64 fen)
{
  return magnitude (published_fen - fen) * 2 <= (row->unit_fen > 1 ? row->unit_fen : 0);
}

/* Ten thousand times @fen, or its ten-thousandth part. */
static gboolean
is_unit_error (const YlThreeRow *row, gint64 fen)
{
  gint64 larger = 0;
  if (fen == 0 || row->published_fen == 0)
    return FALSE;
  if (!__builtin_mul_overflow (fen, WAN, &larger) && row->published_fen == larger)
    return TRUE;
  return !__builtin_mul_overflow (row->published_fen, WAN, &larger)
         && magnitude (larger - fen) * 2 <= MAX (row->unit_fen, 1) * WAN;
}

/* The three tables while they are made; the rows of both count alike. */
typedef struct
{
  YlThreeTables *tables;
  YlNoticeRows *rows;
} Making;

static YlThreeRow *
get_row (Making *making, const char *name, guint32 code, guint purpose)
{
  const guint index = yl_notice_rows_get (making->rows, name, code, purpose);
  if (index == making->tables->rows->len)
    yl_three_tables_add_row (making->tables,
                             &(YlThreeRow){ .name = (char *) name, .purpose = purpose });
  return yl_three_tables_get_row (making->tables, index);
}

static void
add_paid (Making *making, const YlPayingRequest *request, const YlPaying *paying)
{
  const GArray *payees = yl_budget_get_figures (request->budget)->payees;
  for (guint i = 0; i < paying->payees->len; i++)
    {
      const YlPayeePaying *payee = yl_paying_get_payee (paying, i);
      const guint32 code =
          i < payees->len ? g_array_index (payees, YlShareholderLine, i).township_code : 0;
      get_row (making, payee->name, code, payee->purpose)->paid_fen +=
          payee->paid_fen + payee->carried_fen;
    }
}

static void
approve (Making *making, const char *name, guint purpose, gint64 fen)
{
  YlThreeRow *row = get_row (making, name, 0, purpose);
  row->is_approved = TRUE;
  row->approved_fen += fen;
}

/* The budget's own payees and lines are what was approved, where no table says it. */
static void
approve_budget (Making *making, const YlPayingRequest *request, const YlPaying *paying)
{
  for (guint i = 0; i < paying->payees->len; i++)
    {
      const YlPayeePaying *payee = yl_paying_get_payee (paying, i);
      if (payee->purpose == YL_PURPOSE_DAILY && payee->is_known)
        approve (making, payee->name, payee->purpose, payee->allotted_fen);
    }
  const GArray *demand = yl_budget_get_figures (request->budget)->demand;
  for (guint i = 0; i < demand->len; i++)
    {
      const YlDemandLine *line = &g_array_index (demand, YlDemandLine, i);
      if (line->purpose != YL_PURPOSE_DAILY && line->amount_fen != 0)
        approve (making, yl_purpose_get_name (line->purpose), line->purpose, line->amount_fen);
    }
}

static void
approve_table (Making *making, const YlApproval *approval)
{
  for (guint i = 0; i < approval->rows->len; i++)
    {
      const YlApprovedRow *row = yl_approval_get_row (approval, i);
      if (row->is_approved)
        approve (making, row->name, row->purpose, row->approved_fen);
    }
}

static void
add_notice (Making *making, const YlNotice *notice)
{
  YlPartyMatch match;
  const char *name = NULL;
  const guint index = yl_notice_rows_find (making->rows, notice, &match, &name);
  if (index == making->tables->rows->len)
    yl_three_tables_add_row (making->tables,
                             &(YlThreeRow){ .name = (char *) name,
                                            .purpose = notice->purpose == YL_PURPOSE_UNTOLD
                                                           ? YL_PURPOSE_DAILY
                                                           : notice->purpose });
  YlThreeRow *row = yl_three_tables_get_row (making->tables, index);
  if (row->purpose == YL_PURPOSE_DAILY && match != YL_PARTY_SAME && match != YL_PARTY_UNKNOWN)
    {
      g_free (row->written);
      row->written = g_strdup (notice->party);
    }
  row->match = MAX (row->match, match);
  row->is_published = TRUE;
  row->published_fen += notice->amount.fen;
  row->unit_fen += notice->unit_fen;
  row->row = row->row == 0 ? notice->row : row->row;
}

/* The first that holds of: as approved, as paid, either in the wrong unit. */
static YlThreeVerdict
judge (const YlThreeTables *tables, const YlThreeRow *row)
{
  if (!row->is_published)
    return YL_THREE_NOT_PUBLISHED;
  if (is_rounded (row, row->published_fen, row->approved_fen))
    return YL_THREE_AS_APPROVED;
  if (tables->has_paid && is_rounded (row, row->published_fen, row->paid_fen))
    return YL_THREE_AS_PAID;
  if (is_unit_error (row, row->approved_fen)
      || (tables->has_paid && is_unit_error (row, row->paid_fen)))
    return YL_THREE_WRONG_UNIT;
  return YL_THREE_DIFFERENT;
}

/* What the published amount should be: what was paid where that is what it shows, else the
 * approved. */
static gint64
get_expected (const YlThreeTables *tables, const YlThreeRow *row)
{
  if (tables->has_paid
      && (row->verdict == YL_THREE_AS_PAID
          || (row->verdict == YL_THREE_WRONG_UNIT && !is_unit_error (row, row->approved_fen))))
    return row->paid_fen;
  return row->approved_fen;
}

static void
add_published_step (YlThreeTables *tables, guint index, gint64 *rounding_fen)
{
  const YlThreeRow *row = yl_three_tables_get_row (tables, index);
  const gint64 from_fen = tables->has_paid ? row->paid_fen : row->approved_fen;
  const gint64 difference_fen = row->published_fen - from_fen;
  const char *why = row->published_fen > from_fen ? "多公开" : "少公开";
  if (difference_fen == 0)
    return;
  if (row->is_published && is_rounded (row, row->published_fen, from_fen))
    {
      *rounding_fen += difference_fen;
      return;
    }
  if (!row->is_published)
    why = "没有公开";
  else if (row->verdict == YL_THREE_WRONG_UNIT)
    why = "元与万元混淆";
  else if (from_fen == 0 && !row->is_approved)
    why = "只在公开表中";
  g_autofree char *step = g_strdup_printf ("%s：%s", row->name, why);
  yl_three_tables_add_step (tables->to_published, step, index, difference_fen);
}

static void
add_steps (YlThreeTables *tables)
{
  gint64 rounding_fen = 0;
  for (guint i = 0; i < tables->rows->len; i++)
    {
      YlThreeRow *row = yl_three_tables_get_row (tables, i);
      const gint64 paid_more_fen = row->paid_fen - row->approved_fen;
      row->verdict = judge (tables, row);
      tables->approved_fen += row->approved_fen;
      tables->paid_fen += row->paid_fen;
      tables->published_fen += row->published_fen;
      if (tables->has_paid && paid_more_fen != 0)
        {
          const char *why = !row->is_approved ? "批复中没有" : paid_more_fen > 0 ? "多付" : "未付";
          g_autofree char *step = g_strdup_printf ("%s：%s", row->name, why);
          yl_three_tables_add_step (tables->to_paid, step, i, paid_more_fen);
        }
      add_published_step (tables, i, &rounding_fen);
    }
  if (rounding_fen != 0)
    yl_three_tables_add_step (tables->to_published, "尾差", YL_THREE_ALL_ROWS, rounding_fen);
}

YlThreeTables *
yl_three_tables_make (const YlPayingRequest *request,
                      const YlPaying *paying,
                      gboolean has_paid,
                      const YlApproval *approval,
                      const YlLedger *published)
{
  YlThreeTables *tables = yl_three_tables_new (has_paid);
  g_autoptr (YlNoticeRows) rows = yl_notice_rows_new (request);
  Making making = { tables, rows };
  add_paid (&making, request, paying);
  if (approval == NULL)
    approve_budget (&making, request, paying);
  else
    approve_table (&making, approval);
  for (guint i = 0; i < published->notices->len; i++)
    add_notice (&making, &g_array_index (published->notices, YlNotice, i));
  add_steps (tables);
  return tables;
}

static void
report (YlFindings *findings, const YlLedger *published, YlFinding finding, gint64 at_stake_fen)
{
  finding.severity = yl_code_get_severity (finding.code);
  finding.file = published->file;
  finding.at_stake = (YlMoney){ magnitude (at_stake_fen) };
  finding.is_priced = TRUE;
  yl_findings_add (findings, &finding);
}

static void
check_row (const YlThreeTables *tables,
           const YlThreeRow *row,
           const YlLedger *published,
           YlFindings *findings)
{
  const gint64 expected_fen = get_expected (tables, row);
  g_autofree char *seen = yl_money_to_grouped ((YlMoney){ row->published_fen });
  g_autofree char *expected = yl_money_to_grouped ((YlMoney){ expected_fen });
  YlFinding finding = { .row = row->row, .column = "金额", .seen = seen, .expected = expected };
  if (!row->is_published)
    {
      if (row->approved_fen == 0)
        return;
      g_autofree char *message =
          g_strdup_printf ("“%s”批复 %s 元，公开表中没有；请补充公开", row->name, expected);
      report (findings, published,
              (YlFinding){
                  .code = YL_D04, .column = "对象", .expected = row->name, .message = message },
              0);
      return;
    }
  if (row->verdict == YL_THREE_AS_APPROVED || row->verdict == YL_THREE_AS_PAID)
    return;
  const gboolean is_unit = row->verdict == YL_THREE_WRONG_UNIT;
  finding.code = is_unit ? YL_C03 : YL_C10;
  g_autofree char *message =
      g_strdup_printf ("“%s”公开 %s 元，%s %s 元%s", row->name, seen,
                       row->is_approved ? "批复" : "批复中没有，即", expected,
                       is_unit            ? "，正好相差一万倍，是元与万元混淆"
                       : tables->has_paid ? "，也不是执行数"
                                          : "");
  finding.message = message;
  report (findings, published, finding, row->published_fen - expected_fen);
}

/* C01: the parts of the table itself. */
static void
check_total (const YlThreeTables *tables, const YlLedger *published, YlFindings *findings)
{
  const gint64 difference_fen = published->notice_total.fen - tables->published_fen;
  if (!published->has_notice_total || difference_fen == 0)
    return;
  g_autofree char *seen = yl_money_to_grouped (published->notice_total);
  g_autofree char *expected = yl_money_to_grouped ((YlMoney){ tables->published_fen });
  g_autofree char *message = g_strdup_printf ("公开表合计 %s 元，各行之和是 %s 元", seen, expected);
  report (findings, published,
          (YlFinding){ .code = YL_C01,
                       .row = published->notice_total_row,
                       .column = "金额",
                       .seen = seen,
                       .expected = expected,
                       .message = message },
          difference_fen);
}

/* D04: told once for all rows without a day. */
static void
check_days (const YlLedger *published, YlFindings *findings)
{
  guint n = 0;
  guint32 row = 0;
  for (guint i = 0; i < published->notices->len; i++)
    {
      const YlNotice *notice = &g_array_index (published->notices, YlNotice, i);
      if (notice->date.yyyymmdd != 0)
        continue;
      row = n++ == 0 ? notice->row : row;
    }
  if (n == 0)
    return;
  g_autofree char *message = g_strdup_printf (
      "公开表有 %u 行没有公开日期（从第 %u 行起），不能证明已经公开；请补填", n, row);
  report (findings, published,
          (YlFinding){ .code = YL_D04, .row = row, .column = "公开日期", .message = message }, 0);
}

void
yl_three_tables_check (const YlThreeTables *tables, const YlLedger *published, YlFindings *findings)
{
  for (guint i = 0; i < tables->rows->len; i++)
    check_row (tables, yl_three_tables_get_row (tables, i), published, findings);
  check_total (tables, published, findings);
  check_days (published, findings);
}
