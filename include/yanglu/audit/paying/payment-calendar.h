#pragma once

#include "yanglu/domain/policy.h"
#include "yanglu/domain/audit/rule-set.h"

G_BEGIN_DECLS

/** By when money that was received must be passed on. */
typedef struct
{
  const YlPolicy *policy; /* (nullable) */
  const char *area;
  guint pass_on_days; /* for money of superior levels; 0: until the end of the year */
  const char *basis;  /* of the days */
} YlPaymentCalendar;

/**
 * yl_payment_calendar_init: what the policy's group [payment] says at @area; where it is silent on
 * the days, limit-days of rule D01; where that is silent too, money received in a year must be paid
 * out by the end of it (聊政办发〔2020〕10号 二（二）1: 及时足额). Money of the own level always has the
 * year.
 */
void yl_payment_calendar_init (YlPaymentCalendar *calendar,
                               const YlPolicy *policy,
                               const char *area,
                               const YlRuleSet *rules);

/** yl_payment_calendar_get_due: the last day to pass on what was received on @date. */
YlDate
yl_payment_calendar_get_due (const YlPaymentCalendar *calendar, YlDate date, gboolean is_superior);

/** yl_payment_calendar_describe: (transfer full): what is taken, in Chinese. */
char *yl_payment_calendar_describe (const YlPaymentCalendar *calendar);

G_END_DECLS
