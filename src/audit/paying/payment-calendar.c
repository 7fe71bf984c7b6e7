#include "yanglu/audit/paying/payment-calendar.h"

#include "yanglu/domain/policy-group.h"

#include <string.h>

void
yl_payment_calendar_init (YlPaymentCalendar *calendar,
                          const YlPolicy *policy,
                          const char *area,
                          const YlRuleSet *rules)
{
  *calendar = (YlPaymentCalendar){ .policy = policy, .area = area };
  const YlPolicyValue *days =
      policy == NULL ? NULL
                     : yl_policy_find (policy, YL_GROUP_PAYMENT, area, YL_PAYMENT_PASS_ON_DAYS);
  const YlRule *rule = yl_rule_set_get (rules, YL_D01);
  if (days != NULL)
    {
      calendar->pass_on_days = (guint) days->value;
      calendar->basis = days->document;
    }
  else if (rule->limits[YL_LIMIT_DAYS] > 0)
    {
      calendar->pass_on_days = (guint) rule->limits[YL_LIMIT_DAYS];
      calendar->basis = "审计规则 D01 的 limit-days";
    }
}

YlDate
yl_payment_calendar_get_due (const YlPaymentCalendar *calendar, YlDate date, gboolean is_superior)
{
  if (is_superior && calendar->pass_on_days > 0)
    return yl_date_add_days (date, calendar->pass_on_days);
  return (YlDate){ date.yyyymmdd / 10000 * 10000 + 1231 };
}

/* The percentages by day, as the policy has them. */
static void
append_days (GString *text, const YlPaymentCalendar *calendar)
{
  gsize n = 0;
  const YlPolicyValue *values = yl_policy_get_values (calendar->policy, &n);
  for (gsize i = 0; i < n; i++)
    {
      if (values[i].group != YL_GROUP_PAYMENT || values[i].key == YL_PAYMENT_PASS_ON_DAYS
          || yl_policy_find (calendar->policy, YL_GROUP_PAYMENT, calendar->area, values[i].key)
                 != &values[i])
        continue;
      g_autofree char *share = yl_share_to_percent ((YlShare){ values[i].value });
      g_string_append_printf (text, "；%s %s（%s）",
                              yl_policy_group_get_key_of (YL_GROUP_PAYMENT, values[i].key).name,
                              share, values[i].document);
    }
}

char *
yl_payment_calendar_describe (const YlPaymentCalendar *calendar)
{
  GString *text = g_string_new (NULL);
  if (calendar->pass_on_days > 0)
    g_string_append_printf (text, "上级资金收到后 %u 天内拨付（%s）；其余资金当年拨完",
                            calendar->pass_on_days, calendar->basis);
  else
    g_string_append (text, "政策没有规定拨付期限，按“及时足额”当年收到的资金当年拨完");
  if (calendar->policy != NULL)
    append_days (text, calendar);
  return g_string_free (text, FALSE);
}
