#include "calendar-days-private.h"

/* What was paid for daily maintenance in the year until @day. */
static gint64
get_paid_until (const YlLedger *ledger, guint year, guint32 day)
{
  gint64 paid_fen = 0;
  for (guint i = 0; i < ledger->entries->len; i++)
    {
      const YlLedgerEntry *entry = yl_ledger_get (ledger, i);
      const gboolean is_daily =
          entry->purpose == YL_PURPOSE_DAILY || entry->purpose == YL_PURPOSE_UNTOLD;
      if (entry->direction == YL_LEDGER_PAID && is_daily && entry->date.yyyymmdd / 10000 == year
          && entry->date.yyyymmdd <= day)
        paid_fen += entry->amount.fen;
    }
  return paid_fen;
}

static void
add_day (const YlPayingRequest *request, YlPaying *paying, const YlPolicyValue *value)
{
  const YlFigures *figures = yl_budget_get_figures (request->budget);
  const guint32 date = figures->year * 10000 + value->key;
  const guint32 today = paying->date.yyyymmdd;
  YlMoney required = { 0 };
  if (!yl_money_share ((YlMoney){ figures->daily.standard_fen }, (YlShare){ value->value },
                       &required))
    return;
  yl_paying_add_day (paying, &(YlPayingDay){ .date = { date },
                                             .share_ppm = value->value,
                                             .basis = (char *) value->document,
                                             .required_fen = required.fen,
                                             .paid_fen = get_paid_until (
                                                 request->ledger, figures->year, MIN (date, today)),
                                             .is_past = today > date });
}

void
yl_calendar_days_add (const YlPayingRequest *request, YlPaying *paying)
{
  const YlPaymentCalendar *calendar = request->calendar;
  if (request->budget == NULL || calendar->policy == NULL)
    return;
  paying->standard_fen = yl_budget_get_figures (request->budget)->daily.standard_fen;
  for (guint month = 1; month <= 12; month++)
    for (guint day = 28; day <= 31; day++)
      {
        const YlPolicyValue *value =
            yl_policy_find (calendar->policy, YL_GROUP_PAYMENT, calendar->area, month * 100 + day);
        if (value != NULL)
          add_day (request, paying, value);
      }
}
