#include "yanglu/audit/paying/check.h"

#include "yanglu/audit/paying/notice-rules.h"
#include "yanglu/audit/paying/reversals.h"
#include "yanglu/domain/policy-group.h"

/* What the rules look at, and where they tell. */
typedef struct
{
  const YlPayingRequest *request;
  const YlPaying *paying;
  const YlRuleSet *rules;
  YlFindings *findings;
} LedgerCheck;

static void
report (const LedgerCheck *check, YlFinding finding, gint64 at_stake_fen)
{
  finding.file = finding.file == NULL ? check->request->ledger->file : finding.file;
  finding.at_stake = (YlMoney){ at_stake_fen };
  finding.is_priced = TRUE;
  yl_findings_add (check->findings, &finding);
}

static guint
get_years (const LedgerCheck *check, YlLimit limit, guint usual)
{
  const gint64 years = yl_rule_set_get_limit (check->rules, YL_D06, limit);
  return years > 0 ? (guint) years : usual;
}

static gint64
get_unspent (const YlSourcePaying *source)
{
  return source->received_fen - source->passed_on_fen;
}

/* How a sum received is called. */
static char *
describe (const YlSourcePaying *source)
{
  g_autofree char *day = yl_date_to_chinese (source->date);
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ source->received_fen });
  return g_strdup_printf ("%s收到%s%s%s的 %s 元", day, source->party,
                          source->document[0] == '\0' ? "" : "，文号 ", source->document, yuan);
}

/* D06; Returns: what it told of. */
static gint64
check_idle (const LedgerCheck *check, const YlSourcePaying *source)
{
  const guint warning = get_years (check, YL_LIMIT_WARNING_YEARS, 1);
  const guint error = get_years (check, YL_LIMIT_ERROR_YEARS, 2);
  const gboolean is_error = yl_date_is_past_years (source->date, error, check->paying->date);
  const gint64 unspent_fen = get_unspent (source);
  if (unspent_fen == 0
      || (!is_error && !yl_date_is_past_years (source->date, warning, check->paying->date)))
    return 0;
  g_autofree char *what = describe (source);
  g_autofree char *today = yl_date_to_chinese (check->paying->date);
  g_autofree char *due = yl_date_to_chinese (source->due);
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ unspent_fen });
  g_autofree char *message = g_strdup_printf (
      "%s，到%s仍有 %s 元未支出，闲置超过 %u 年（应在%s前拨付）；请收回统筹或尽快拨付", what, today,
      yuan, is_error ? error : warning, due);
  report (check,
          (YlFinding){ .code = YL_D06,
                       .severity = is_error ? YL_SEVERITY_ERROR : YL_SEVERITY_WARNING,
                       .sheet = source->sheet,
                       .row = source->row,
                       .column = "金额",
                       .seen = yuan,
                       .expected = "0.00",
                       .message = message },
          unspent_fen);
  return unspent_fen;
}

/* D01: what was there after the last day; @told_fen of the unspent is told already. */
static void
check_passed_on (const LedgerCheck *check, const YlSourcePaying *source, gint64 told_fen)
{
  const gint64 unspent_fen = get_unspent (source) - told_fen;
  const gint64 at_stake_fen = source->late_fen + unspent_fen;
  if (check->paying->date.yyyymmdd <= source->due.yyyymmdd || at_stake_fen == 0)
    return;
  g_autofree char *what = describe (source);
  g_autofree char *due = yl_date_to_chinese (source->due);
  g_autofree char *seen = yl_money_to_grouped ((YlMoney){ at_stake_fen });
  g_autofree char *late = yl_money_to_grouped ((YlMoney){ source->late_fen });
  g_autofree char *unspent = yl_money_to_grouped ((YlMoney){ unspent_fen });
  const YlPaymentCalendar *calendar = check->request->calendar;
  const gboolean is_by_days = source->is_superior && calendar->pass_on_days > 0;
  g_autofree char *message = g_strdup_printf (
      "%s，应在%s前拨付；到期有 %s 元没有拨付，其中逾期后才拨付 %s 元，至今未拨付 %s 元", what, due,
      seen, late, unspent);
  report (check,
          (YlFinding){ .code = YL_D01,
                       .severity = YL_SEVERITY_ERROR,
                       .sheet = source->sheet,
                       .row = source->row,
                       .column = "金额",
                       .seen = seen,
                       .expected = "0.00",
                       .basis = is_by_days ? calendar->basis : NULL,
                       .message = message },
          at_stake_fen);
}

/* One day of the calendar; Returns: what was short on it. */
static gint64
check_day (const LedgerCheck *check, const YlPayingDay *day, gint64 told_fen)
{
  const gint64 short_fen = day->required_fen - day->paid_fen;
  if (!day->is_past || short_fen <= 0)
    return told_fen;
  const char *name = yl_policy_group_get_key_of (YL_GROUP_PAYMENT, day->date.yyyymmdd % 10000).name;
  g_autofree char *seen = yl_money_to_grouped ((YlMoney){ day->paid_fen });
  g_autofree char *expected = yl_money_to_grouped ((YlMoney){ day->required_fen });
  g_autofree char *missing = yl_money_to_grouped ((YlMoney){ short_fen });
  g_autofree char *share = yl_share_to_percent ((YlShare){ day->share_ppm });
  g_autofree char *message =
      g_strdup_printf ("%s年度日常养护资金的 %s，即 %s 元；台账到这一天拨付 %s 元，少 %s 元", name,
                       share, expected, seen, missing);
  report (check,
          (YlFinding){ .code = YL_D01,
                       .severity = YL_SEVERITY_ERROR,
                       .column = name,
                       .seen = seen,
                       .expected = expected,
                       .basis = day->basis,
                       .message = message },
          MAX (0, short_fen - told_fen));
  return MAX (told_fen, short_fen);
}

static void
check_calendar (const LedgerCheck *check)
{
  gint64 told_fen = 0;
  for (guint i = 0; i < check->paying->days->len; i++)
    told_fen = check_day (check, yl_paying_get_day (check->paying, i), told_fen);
}

/* D02 */
static void
check_payee (const LedgerCheck *check, const YlPayeePaying *payee)
{
  const gint64 excess_fen = payee->paid_fen - payee->allotted_fen;
  const gboolean is_line = payee->purpose != YL_PURPOSE_DAILY;
  if (check->request->budget == NULL || (is_line && !payee->is_known)
      || excess_fen <= yl_rule_set_get_limit (check->rules, YL_D02, YL_LIMIT_TOLERANCE))
    return;
  g_autofree char *seen = yl_money_to_grouped ((YlMoney){ payee->paid_fen });
  g_autofree char *expected = yl_money_to_grouped ((YlMoney){ payee->allotted_fen });
  g_autofree char *excess = yl_money_to_grouped ((YlMoney){ excess_fen });
  g_autofree char *message =
      payee->is_known
          ? g_strdup_printf ("%s当年支付 %s 元，多于预算分配的 %s 元，超出 %s 元", payee->name,
                             seen, expected, excess)
          : g_strdup_printf ("预算没有给“%s”分配日常养护资金，台账支付了 %s 元；请核对收款人",
                             payee->name, seen);
  report (check,
          (YlFinding){ .code = YL_D02,
                       .severity = payee->is_known ? YL_SEVERITY_ERROR : YL_SEVERITY_WARNING,
                       .row = payee->over_row,
                       .column = is_line ? "用途" : "对方",
                       .seen = seen,
                       .expected = expected,
                       .gainer = payee->name,
                       .message = message },
          excess_fen);
}

/* D03 */
static void
check_settlement (const LedgerCheck *check, const YlSettlement *settlement)
{
  const gint64 excess_fen = settlement->settled.fen - settlement->contract.fen;
  if (excess_fen <= yl_rule_set_get_limit (check->rules, YL_D03, YL_LIMIT_TOLERANCE))
    return;
  g_autofree char *seen = yl_money_to_grouped (settlement->settled);
  g_autofree char *expected = yl_money_to_grouped (settlement->contract);
  g_autofree char *excess = yl_money_to_grouped ((YlMoney){ excess_fen });
  g_autofree char *message =
      g_strdup_printf ("工程“%s”结算 %s 元，高于合同 %s 元，超出 %s 元；请核对变更手续",
                       settlement->project, seen, expected, excess);
  report (check,
          (YlFinding){ .code = YL_D03,
                       .severity = YL_SEVERITY_WARNING,
                       .file = settlement->file,
                       .sheet = settlement->sheet,
                       .row = settlement->row,
                       .column = "结算金额",
                       .seen = seen,
                       .expected = expected,
                       .message = message },
          excess_fen);
}

void
yl_ledger_check (const YlPayingRequest *request,
                 const YlPaying *paying,
                 const YlRuleSet *rules,
                 YlFindings *findings)
{
  const LedgerCheck check = { request, paying, rules, findings };
  for (guint i = 0; i < paying->sources->len; i++)
    {
      const YlSourcePaying *source = yl_paying_get_source (paying, i);
      check_passed_on (&check, source, check_idle (&check, source));
    }
  check_calendar (&check);
  for (guint i = 0; i < paying->payees->len; i++)
    check_payee (&check, yl_paying_get_payee (paying, i));
  const GArray *settlements = request->ledger->settlements;
  for (guint i = 0; i < settlements->len; i++)
    check_settlement (&check, &g_array_index (settlements, YlSettlement, i));
}

/* A name of @table that the @other one writes otherwise; "" is none. */
static void
report_name (YlAudit *audit,
             const char *table,
             const char *written,
             const char *other,
             const char *name,
             YlPartyMatch match)
{
  if (written[0] == '\0')
    return;
  g_autofree char *what = g_strdup_printf ("%s的“%s”", table, written);
  g_autofree char *taken =
      g_strdup_printf ("%s的“%s”：%s", other, name, yl_party_match_get_name (match));
  yl_audit_add_reading (audit, what, taken);
}

static void
report_reversals (YlAudit *audit, const YlReversals *reversals)
{
  if (reversals->n == 0)
    return;
  g_autofree char *paid = yl_money_to_grouped ((YlMoney){ reversals->paid_fen });
  g_autofree char *received = yl_money_to_grouped ((YlMoney){ reversals->received_fen });
  g_autofree char *taken =
      g_strdup_printf ("红字冲销 %u 笔，冲减支出 %s 元、收入 %s 元；找不到被冲销收支的 %u 笔未计入",
                       reversals->n, paid, received, reversals->n_unmatched);
  yl_audit_add_reading (audit, "台账中的冲销", taken);
}

/* What was taken for what, before anything is found. */
static void
report_taken (const YlPayingCheck *check,
              const YlPaying *paying,
              const YlPaymentCalendar *calendar,
              const YlReversals *reversals,
              YlAudit *audit)
{
  g_autofree char *day = yl_date_to_chinese (paying->date);
  g_autofree char *described = yl_payment_calendar_describe (calendar);
  g_autofree char *rows =
      g_strdup_printf ("拨付台账 %u 笔；台账基准日 %s%s", check->ledger->entries->len, day,
                       check->date.yyyymmdd == 0 ? "（台账最后一天）" : "");
  yl_audit_add_reading (audit, check->ledger->file, rows);
  yl_audit_add_reading (audit, "拨付期限", described);
  report_reversals (audit, reversals);
  for (guint i = 0; i < paying->payees->len; i++)
    {
      const YlPayeePaying *payee = yl_paying_get_payee (paying, i);
      report_name (audit, "台账", payee->written, "预算", payee->name, payee->match);
    }
}

/* FALSE, and said so, when there is no budget to hold a table against. */
static gboolean
can_compare (const YlPayingRequest *request,
             const YlLedger *table,
             const char *name,
             YlAudit *audit)
{
  if (request->budget != NULL)
    return TRUE;
  g_autofree char *taken = g_strdup_printf ("%s；没有可以对照的预算数据，只读取、未核对", name);
  yl_audit_add_reading (audit, table->file, taken);
  return FALSE;
}

static void
check_approved (const YlPayingRequest *request, const YlLedger *approved, YlAudit *audit)
{
  if (!can_compare (request, approved, "批复表", audit)
      || (approved->notices->len == 0 && !approved->has_notice_total))
    return;
  YlComparison *approval = audit->approval = yl_approval_make (request, approved);
  yl_approval_check (approval, approved, audit->findings);
  yl_audit_add_reading (audit, approved->file,
                        approval->is_pool ? "批复表，只有一个总额：与预算各项分配的合计核对"
                                          : "批复表：逐个对象与预算核对");
  for (guint i = 0; i < approval->rows->len; i++)
    {
      const YlComparedRow *row = yl_comparison_get_row (approval, i);
      report_name (audit, "批复表", row->written, "预算", row->name, row->match);
    }
}

static void
check_published (const YlPayingRequest *request,
                 const YlPaying *paying,
                 gboolean has_paid,
                 const YlLedger *published,
                 YlAudit *audit)
{
  if (!can_compare (request, published, YL_LIST_NOTICE, audit))
    return;
  audit->three_tables =
      yl_three_tables_make (request, paying, has_paid, audit->approval, published);
  yl_three_tables_check (audit->three_tables, published, audit->findings);
  for (guint i = 0; i < audit->three_tables->rows->len; i++)
    {
      const YlComparedRow *row = yl_comparison_get_row (audit->three_tables, i);
      report_name (audit, YL_LIST_NOTICE, row->written, "批复", row->name, row->match);
    }
}

void
yl_paying_check (const YlPayingCheck *check, YlAudit *audit)
{
  const YlBudget *budget = check->budget;
  const char *area = budget == NULL ? "" : budget->place;
  g_autoptr (YlLedger) empty = yl_ledger_new ("");
  const YlLedger *ledger = check->ledger != NULL ? check->ledger : empty;
  YlPaymentCalendar calendar;
  yl_payment_calendar_init (&calendar, budget == NULL ? NULL : budget->policy, area, check->rules);
  const YlDate date = check->date.yyyymmdd != 0 ? check->date : yl_ledger_get_last_date (ledger);
  YlReversals reversals;
  g_autoptr (YlLedger) rest = yl_ledger_reverse (ledger, date, audit->findings, &reversals);
  const YlPayingRequest request = {
    .ledger = rest != NULL ? rest : ledger,
    .budget = budget,
    .places = check->places,
    .county_code = (guint32) g_ascii_strtoull (area, NULL, 10),
    .calendar = &calendar,
    .date = date,
  };
  g_autoptr (YlPaying) paying = yl_paying_make (&request);
  if (check->ledger != NULL)
    {
      report_taken (check, paying, &calendar, &reversals, audit);
      yl_ledger_check (&request, paying, check->rules, audit->findings);
    }
  if (check->approved != NULL)
    check_approved (&request, check->approved, audit);
  if (check->published != NULL)
    check_published (&request, paying, check->has_paid, check->published, audit);
  audit->paying = check->ledger == NULL ? NULL : g_steal_pointer (&paying);
}
