#include "audit-work-private.h"

#include "yanglu/app/load.h"
#include "yanglu/audit/paying/approval-rules.h"
#include "yanglu/audit/paying/ledger-rules.h"
#include "yanglu/audit/paying/reversals.h"
#include "yanglu/audit/paying/three-tables.h"

static gboolean
load (YlAuditWork *work, const char *path, YlLedgerTable table, YlLedger *ledger, GError **error)
{
  const YlLoadContext context = { .places = work->places,
                                  .findings = work->audit->findings,
                                  .progress = work->progress };
  if (path == NULL)
    return TRUE;
  g_autoptr (YlInput) input = yl_input_open (path, error);
  return input != NULL && yl_load_ledger (&context, input, table, ledger, error);
}

static const char *
get_area (const YlBudget *budget)
{
  const YlEntity *entity = budget == NULL ? NULL : yl_budget_get_entity (budget);
  return entity == NULL || entity->code == NULL ? "" : entity->code;
}

static void
tell_reversals (YlAuditWork *work, const YlReversals *reversals)
{
  g_autofree char *paid = yl_money_to_grouped ((YlMoney){ reversals->paid_fen });
  g_autofree char *received = yl_money_to_grouped ((YlMoney){ reversals->received_fen });
  g_autofree char *taken =
      g_strdup_printf ("红字冲销 %u 笔，冲减支出 %s 元、收入 %s 元；找不到被冲销收支的 %u 笔未计入",
                       reversals->n, paid, received, reversals->n_unmatched);
  yl_audit_add_reading (work->audit, "台账中的冲销", taken);
}

/* What was taken for what, before anything is found. */
static void
tell_taken (YlAuditWork *work,
            const YlLedger *ledger,
            const YlPaymentCalendar *calendar,
            const YlPaying *paying,
            const YlReversals *reversals)
{
  g_autofree char *day = yl_date_to_chinese (paying->date);
  g_autofree char *described = yl_payment_calendar_describe (calendar);
  g_autofree char *rows =
      g_strdup_printf ("拨付台账 %u 笔；审计基准日 %s%s", ledger->entries->len, day,
                       work->options->job.date.yyyymmdd == 0 ? "（台账最后一天）" : "");
  yl_audit_add_reading (work->audit, ledger->file, rows);
  yl_audit_add_reading (work->audit, "拨付期限", described);
  if (reversals->n > 0)
    tell_reversals (work, reversals);
  for (guint i = 0; i < paying->payees->len; i++)
    {
      const YlPayeePaying *payee = yl_paying_get_payee (paying, i);
      if (payee->written[0] == '\0')
        continue;
      g_autofree char *what = g_strdup_printf ("台账的“%s”", payee->written);
      g_autofree char *taken =
          g_strdup_printf ("预算的“%s”：%s", payee->name, yl_party_match_get_name (payee->match));
      yl_audit_add_reading (work->audit, what, taken);
    }
}

/* Whether the file is a workbook with a sheet 公开表: the budget's own, say. */
static gboolean
has_notice_sheet (YlAuditWork *work, const char *path)
{
  g_autoptr (YlInput) input = yl_input_open (path, NULL);
  if (input == NULL || !yl_input_is_zip (input))
    return FALSE;
  g_autoptr (YlFindings) untold = yl_findings_new_counting (0);
  g_autoptr (YlLedger) tried = yl_ledger_new ("");
  const YlLoadContext context = { .places = work->places, .findings = untold };
  return yl_load_ledger (&context, input, YL_LEDGER_TABLE_NOTICE_SHEET, tried, NULL)
         && tried->notices->len > 0;
}

/* What stands on the notice board, or what was approved: a table of the same heads. */
static YlLedger *
load_notices (YlAuditWork *work, const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (YlLedger) published = yl_ledger_new (name);
  const YlLedgerTable table =
      has_notice_sheet (work, path) ? YL_LEDGER_TABLE_NOTICE_SHEET : YL_LEDGER_TABLE_NOTICES;
  if (!load (work, path, table, published, error))
    return NULL;
  return g_steal_pointer (&published);
}

static void
tell_approved_names (YlAuditWork *work, const YlLedger *approved)
{
  const YlApproval *approval = work->audit->approval;
  yl_audit_add_reading (work->audit, approved->file,
                        approval->is_pool ? "批复表，只有一个总额：与预算各项分配的合计核对"
                                          : "批复表：逐个对象与预算核对");
  for (guint i = 0; i < approval->rows->len; i++)
    {
      const YlApprovedRow *row = yl_approval_get_row (approval, i);
      if (row->written[0] == '\0')
        continue;
      g_autofree char *what = g_strdup_printf ("批复表的“%s”", row->written);
      g_autofree char *taken =
          g_strdup_printf ("预算的“%s”：%s", row->name, yl_party_match_get_name (row->match));
      yl_audit_add_reading (work->audit, what, taken);
    }
}

static gboolean
check_approved (YlAuditWork *work, const YlPayingRequest *request, GError **error)
{
  YlAudit *audit = work->audit;
  if (work->options->approved == NULL)
    return TRUE;
  g_autoptr (YlLedger) approved = load_notices (work, work->options->approved, error);
  if (approved == NULL)
    return FALSE;
  if (request->budget == NULL)
    {
      yl_audit_add_reading (audit, approved->file,
                            "批复表；没有可以对照的预算数据，只读取、未核对");
      return TRUE;
    }
  if (approved->notices->len == 0 && !approved->has_notice_total)
    return TRUE;
  audit->approval = yl_approval_make (request, approved);
  yl_approval_check (audit->approval, approved, audit->findings);
  tell_approved_names (work, approved);
  return TRUE;
}

static gboolean
check_published (YlAuditWork *work, const YlPayingRequest *request, GError **error)
{
  YlAudit *audit = work->audit;
  if (work->options->published == NULL)
    return TRUE;
  g_autoptr (YlLedger) published = load_notices (work, work->options->published, error);
  if (published == NULL)
    return FALSE;
  if (request->budget == NULL)
    {
      yl_audit_add_reading (audit, published->file,
                            "公开表；没有可以对照的预算数据，只读取、未核对");
      return TRUE;
    }
  const gboolean has_paid = work->options->paid != NULL;
  g_autoptr (YlPaying) paying = yl_paying_make (request);
  audit->three_tables =
      yl_three_tables_make (request, paying, has_paid, audit->approval, published);
  yl_three_tables_check (audit->three_tables, published, audit->findings);
  for (guint i = 0; i < audit->three_tables->rows->len; i++)
    {
      const YlThreeRow *row = yl_three_tables_get_row (audit->three_tables, i);
      if (row->written[0] == '\0')
        continue;
      g_autofree char *what = g_strdup_printf ("公开表的“%s”", row->written);
      g_autofree char *taken =
          g_strdup_printf ("批复的“%s”：%s", row->name, yl_party_match_get_name (row->match));
      yl_audit_add_reading (audit, what, taken);
    }
  return TRUE;
}

static gboolean
check (YlAuditWork *work, const YlLedger *ledger, const YlRuleSet *rules, GError **error)
{
  const YlBudget *budget = work->made == NULL ? NULL : yl_budget_job_get_budget (work->made);
  const char *area = get_area (budget);
  YlPaymentCalendar calendar;
  yl_payment_calendar_init (&calendar, budget == NULL ? NULL : yl_budget_get_policy (budget), area,
                            rules);
  const YlDate date = work->options->job.date.yyyymmdd != 0 ? work->options->job.date
                                                            : yl_ledger_get_last_date (ledger);
  YlReversals reversals;
  g_autoptr (YlLedger) rest = yl_ledger_reverse (ledger, date, work->audit->findings, &reversals);
  const YlPayingRequest request = {
    .ledger = rest != NULL ? rest : ledger,
    .budget = budget,
    .places = work->places,
    .county_code = (guint32) g_ascii_strtoull (area, NULL, 10),
    .calendar = &calendar,
    .date = date,
  };
  if (work->options->paid != NULL || work->options->settlement != NULL)
    {
      YlPaying *paying = yl_paying_make (&request);
      work->audit->paying = paying;
      tell_taken (work, ledger, &calendar, paying, &reversals);
      yl_ledger_check (&request, paying, rules, work->audit->findings);
    }
  return check_approved (work, &request, error) && check_published (work, &request, error);
}

gboolean
yl_audit_paying (YlAuditWork *work, GError **error)
{
  const YlAuditOptions *options = work->options;
  const char *named = options->paid != NULL         ? options->paid
                      : options->settlement != NULL ? options->settlement
                      : options->published != NULL  ? options->published
                                                    : options->approved;
  if (named == NULL)
    return TRUE;
  g_autofree char *name = g_path_get_basename (named);
  g_autoptr (YlLedger) ledger = yl_ledger_new (name);
  if (!load (work, options->paid, YL_LEDGER_TABLE_ENTRIES, ledger, error)
      || !load (work, options->settlement, YL_LEDGER_TABLE_SETTLEMENTS, ledger, error))
    return FALSE;
  return check (work, ledger, work->rules, error);
}
