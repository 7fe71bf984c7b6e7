#include "yanglu/audit/paying/approval-rules.h"

#include "notice-rows-private.h"

static gint64
magnitude (gint64 fen)
{
  return fen < 0 ? -fen : fen;
}

/* Lines of one purpose, and payees of one name, are one row. */
static void
add_budgeted (
    YlApproval *approval, YlNoticeRows *rows, const YlParty *party, guint purpose, gint64 fen)
{
  const guint index = yl_notice_rows_get (rows, party->name, party->code, purpose);
  if (index == approval->rows->len)
    yl_approval_add_row (approval, &(YlApprovedRow){ .name = (char *) party->name,
                                                     .match = YL_PARTY_SAME,
                                                     .purpose = purpose,
                                                     .is_budgeted = TRUE });
  yl_approval_get_row (approval, index)->budget_fen += fen;
  approval->budget_fen += fen;
}

static void
add_budget (YlApproval *approval, YlNoticeRows *rows, const YlBudget *budget)
{
  const YlFigures *figures = yl_budget_get_figures (budget);
  for (guint i = 0; i < figures->payees->len; i++)
    {
      const YlShareholderLine *line = &g_array_index (figures->payees, YlShareholderLine, i);
      const YlParty party = { line->name, line->township_code };
      add_budgeted (approval, rows, &party, YL_PURPOSE_DAILY, line->roads_fen + line->bridges_fen);
    }
  for (guint i = 0; i < figures->demand->len; i++)
    {
      const YlDemandLine *line = &g_array_index (figures->demand, YlDemandLine, i);
      const YlParty purpose = { yl_purpose_get_name (line->purpose), 0 };
      if (line->purpose != YL_PURPOSE_DAILY && line->amount_fen != 0)
        add_budgeted (approval, rows, &purpose, line->purpose, line->amount_fen);
    }
}

static void
add_notice (YlApproval *approval, YlNoticeRows *rows, const YlNotice *notice)
{
  YlPartyMatch match;
  const char *name = NULL;
  const guint index = yl_notice_rows_find (rows, notice, &match, &name);
  if (index == approval->rows->len)
    yl_approval_add_row (approval, &(YlApprovedRow){ .name = (char *) name,
                                                     .match = YL_PARTY_UNKNOWN,
                                                     .purpose = notice->purpose == YL_PURPOSE_UNTOLD
                                                                    ? YL_PURPOSE_DAILY
                                                                    : notice->purpose });
  YlApprovedRow *row = yl_approval_get_row (approval, index);
  if (row->purpose == YL_PURPOSE_DAILY && match != YL_PARTY_SAME && match != YL_PARTY_UNKNOWN)
    {
      g_free (row->written);
      row->written = g_strdup (notice->party);
      row->match = MAX (row->match, match);
    }
  row->is_approved = TRUE;
  row->approved_fen += notice->amount.fen;
  row->unit_fen += notice->unit_fen;
  row->row = row->row == 0 ? notice->row : row->row;
  approval->approved_fen += notice->amount.fen;
}

static gboolean
names_nobody (const YlApproval *approval)
{
  for (guint i = 0; i < approval->rows->len; i++)
    {
      const YlApprovedRow *row = yl_approval_get_row (approval, i);
      if (row->is_budgeted && row->is_approved)
        return FALSE;
    }
  return TRUE;
}

YlApproval *
yl_approval_make (const YlPayingRequest *request, const YlLedger *approved)
{
  YlApproval *approval = yl_approval_new ();
  g_autoptr (YlNoticeRows) rows = yl_notice_rows_new (request);
  add_budget (approval, rows, request->budget);
  for (guint i = 0; i < approved->notices->len; i++)
    add_notice (approval, rows, &g_array_index (approved->notices, YlNotice, i));
  approval->is_pool = approved->notices->len <= 1
                      && (approved->notices->len == 1 || approved->has_notice_total)
                      && names_nobody (approval);
  if (approved->notices->len == 0 && approved->has_notice_total)
    approval->approved_fen = approved->notice_total.fen;
  return approval;
}

static void
report (YlFindings *findings, const YlLedger *approved, YlFinding finding, gint64 at_stake_fen)
{
  finding.severity = yl_code_get_severity (finding.code);
  finding.file = approved->file;
  finding.column = "金额";
  finding.at_stake = (YlMoney){ magnitude (at_stake_fen) };
  finding.is_priced = TRUE;
  yl_findings_add (findings, &finding);
}

static char *
describe_difference (const YlApprovedRow *row, const char *budget, const char *approved)
{
  const gint64 difference_fen = row->budget_fen - row->approved_fen;
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ magnitude (difference_fen) });
  if (!row->is_approved)
    return g_strdup_printf ("预算给“%s”安排 %s 元，批复表中没有", row->name, budget);
  if (!row->is_budgeted)
    return g_strdup_printf ("批复表给“%s” %s 元，预算没有安排", row->name, approved);
  return g_strdup_printf ("预算给“%s”安排 %s 元，批复 %s 元，%s %s 元", row->name, budget, approved,
                          difference_fen > 0 ? "多" : "少", yuan);
}

/* Whether the table tells of other purposes than daily maintenance at all. */
static gboolean
has_lines (const YlApproval *approval)
{
  for (guint i = 0; i < approval->rows->len; i++)
    {
      const YlApprovedRow *row = yl_approval_get_row (approval, i);
      if (row->is_approved && row->purpose != YL_PURPOSE_DAILY)
        return TRUE;
    }
  return FALSE;
}

static void
check_row (const YlApprovedRow *row, const YlLedger *approved_table, YlFindings *findings)
{
  const gint64 difference_fen = row->budget_fen - row->approved_fen;
  const gint64 unit_fen = row->unit_fen > 1 ? row->unit_fen : 0;
  if (magnitude (difference_fen) * 2 <= unit_fen || (difference_fen == 0 && !row->is_approved))
    return;
  g_autofree char *budget = yl_money_to_grouped ((YlMoney){ row->budget_fen });
  g_autofree char *approved = yl_money_to_grouped ((YlMoney){ row->approved_fen });
  g_autofree char *message = describe_difference (row, budget, approved);
  report (findings, approved_table,
          (YlFinding){ .code = YL_C10,
                       .row = row->row,
                       .seen = budget,
                       .expected = approved,
                       .gainer = difference_fen > 0 ? row->name : NULL,
                       .message = message },
          difference_fen);
}

/* What the sum may be of: the payees, or with the other lines where it says no purpose. */
static gint64
get_pooled (const YlApproval *approval, const YlLedger *approved)
{
  gint64 payees_fen = 0;
  for (guint i = 0; i < approval->rows->len; i++)
    if (yl_approval_get_row (approval, i)->purpose == YL_PURPOSE_DAILY)
      payees_fen += yl_approval_get_row (approval, i)->budget_fen;
  const gboolean is_untold =
      approved->notices->len == 0
      || g_array_index (approved->notices, YlNotice, 0).purpose == YL_PURPOSE_UNTOLD;
  const gint64 payees_off_fen = magnitude (payees_fen - approval->approved_fen);
  const gint64 all_off_fen = magnitude (approval->budget_fen - approval->approved_fen);
  return is_untold && all_off_fen < payees_off_fen ? approval->budget_fen : payees_fen;
}

/* C08 */
static void
check_pool (const YlApproval *approval, const YlLedger *approved, YlFindings *findings)
{
  const YlNotice *notice =
      approved->notices->len == 0 ? NULL : &g_array_index (approved->notices, YlNotice, 0);
  const gint64 pooled_fen = get_pooled (approval, approved);
  const gint64 difference_fen = pooled_fen - approval->approved_fen;
  const gint64 unit_fen = notice != NULL && notice->unit_fen > 1 ? notice->unit_fen : 0;
  if (magnitude (difference_fen) * 2 <= unit_fen)
    return;
  g_autofree char *seen = yl_money_to_grouped ((YlMoney){ pooled_fen });
  g_autofree char *expected = yl_money_to_grouped ((YlMoney){ approval->approved_fen });
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ magnitude (difference_fen) });
  g_autofree char *message =
      g_strdup_printf ("预算各项分配合计 %s 元，批复总额 %s 元，%s %s 元", seen, expected,
                       difference_fen > 0 ? "多分" : "少分", yuan);
  report (findings, approved,
          (YlFinding){ .code = YL_C08,
                       .row = notice == NULL ? approved->notice_total_row : notice->row,
                       .seen = seen,
                       .expected = expected,
                       .message = message },
          difference_fen);
}

/* C01: the parts of the table itself. */
static void
check_total (const YlApproval *approval, const YlLedger *approved, YlFindings *findings)
{
  const gint64 difference_fen = approved->notice_total.fen - approval->approved_fen;
  if (!approved->has_notice_total || difference_fen == 0)
    return;
  g_autofree char *seen = yl_money_to_grouped (approved->notice_total);
  g_autofree char *expected = yl_money_to_grouped ((YlMoney){ approval->approved_fen });
  g_autofree char *message = g_strdup_printf ("批复表合计 %s 元，各行之和是 %s 元", seen, expected);
  report (findings, approved,
          (YlFinding){ .code = YL_C01,
                       .row = approved->notice_total_row,
                       .seen = seen,
                       .expected = expected,
                       .message = message },
          difference_fen);
}

void
yl_approval_check (const YlApproval *approval, const YlLedger *approved, YlFindings *findings)
{
  if (approval->is_pool)
    {
      check_pool (approval, approved, findings);
      check_total (approval, approved, findings);
      return;
    }
  const gboolean is_whole = has_lines (approval);
  for (guint i = 0; i < approval->rows->len; i++)
    if (is_whole || yl_approval_get_row (approval, i)->purpose == YL_PURPOSE_DAILY)
      check_row (yl_approval_get_row (approval, i), approved, findings);
  check_total (approval, approved, findings);
}
