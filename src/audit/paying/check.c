#include "yanglu/audit/paying/check.h"

#include "yanglu/audit/paying/ledger-rules.h"
#include "yanglu/audit/paying/notice-rules.h"
#include "yanglu/audit/paying/reversals.h"

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
      g_strdup_printf ("拨付台账 %u 笔；审计基准日 %s%s", check->ledger->entries->len, day,
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
  YlApproval *approval = audit->approval = yl_approval_make (request, approved);
  yl_approval_check (approval, approved, audit->findings);
  yl_audit_add_reading (audit, approved->file,
                        approval->is_pool ? "批复表，只有一个总额：与预算各项分配的合计核对"
                                          : "批复表：逐个对象与预算核对");
  for (guint i = 0; i < approval->rows->len; i++)
    {
      const YlApprovedRow *row = yl_approval_get_row (approval, i);
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
  if (!can_compare (request, published, "公开表", audit))
    return;
  audit->three_tables =
      yl_three_tables_make (request, paying, has_paid, audit->approval, published);
  yl_three_tables_check (audit->three_tables, published, audit->findings);
  for (guint i = 0; i < audit->three_tables->rows->len; i++)
    {
      const YlThreeRow *row = yl_three_tables_get_row (audit->three_tables, i);
      report_name (audit, "公开表", row->written, "批复", row->name, row->match);
    }
}

void
yl_paying_check (const YlPayingCheck *check, YlAudit *audit)
{
  const YlBudget *budget = check->budget;
  const char *area = budget == NULL ? "" : yl_entity_get_code (yl_budget_get_entity (budget));
  g_autoptr (YlLedger) empty = yl_ledger_new ("");
  const YlLedger *ledger = check->ledger != NULL ? check->ledger : empty;
  YlPaymentCalendar calendar;
  yl_payment_calendar_init (&calendar, budget == NULL ? NULL : yl_budget_get_policy (budget), area,
                            check->rules);
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
