#include "audit-work-private.h"

#include "yanglu/app/load.h"
#include "yanglu/audit/ledger-rules.h"

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

/* What was taken for what, before anything is found. */
static void
tell_taken (YlAuditWork *work,
            const YlLedger *ledger,
            const YlPaymentCalendar *calendar,
            const YlPaying *paying)
{
  g_autofree char *day = yl_date_to_chinese (paying->date);
  g_autofree char *described = yl_payment_calendar_describe (calendar);
  g_autofree char *rows =
      g_strdup_printf ("拨付台账 %u 笔；审计基准日 %s%s", ledger->entries->len, day,
                       work->options->job.date.yyyymmdd == 0 ? "（台账最后一天）" : "");
  yl_audit_add_reading (work->audit, ledger->file, rows);
  yl_audit_add_reading (work->audit, "拨付期限", described);
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

static void
check (YlAuditWork *work, const YlLedger *ledger, const YlRuleSet *rules)
{
  const YlBudget *budget = work->made == NULL ? NULL : yl_budget_job_get_budget (work->made);
  const char *area = get_area (budget);
  YlPaymentCalendar calendar;
  yl_payment_calendar_init (&calendar, budget == NULL ? NULL : yl_budget_get_policy (budget), area,
                            rules);
  const YlPayingRequest request = {
    .ledger = ledger,
    .budget = budget,
    .places = work->places,
    .county_code = (guint32) g_ascii_strtoull (area, NULL, 10),
    .calendar = &calendar,
    .date = work->options->job.date,
  };
  YlPaying *paying = yl_paying_make (&request);
  work->audit->paying = paying;
  tell_taken (work, ledger, &calendar, paying);
  yl_ledger_check (&request, paying, rules, work->audit->findings);
}

gboolean
yl_audit_paying (YlAuditWork *work, GError **error)
{
  const YlAuditOptions *options = work->options;
  if (options->paid == NULL && options->settlement == NULL)
    return TRUE;
  const char *named = options->paid != NULL ? options->paid : options->settlement;
  g_autofree char *name = g_path_get_basename (named);
  g_autoptr (YlLedger) ledger = yl_ledger_new (name);
  if (!load (work, options->paid, YL_LEDGER_TABLE_ENTRIES, ledger, error)
      || !load (work, options->settlement, YL_LEDGER_TABLE_SETTLEMENTS, ledger, error))
    return FALSE;
  check (work, ledger, work->rules);
  return TRUE;
}
