#pragma once

#include "yanglu/domain/budget.h"
#include "yanglu/domain/ledger.h"
#include "yanglu/domain/audit/paying.h"
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

/** yl_payment_calendar_describe: (transfer full): what is taken, in Chinese. */
char *yl_payment_calendar_describe (const YlPaymentCalendar *calendar);

/** What a ledger is held against. */
typedef struct
{
  const YlLedger *ledger;
  const YlBudget *budget; /* (nullable) */
  const YlPlaces *places;
  guint32 county_code; /* whose townships the payees are; 0 unknown */
  const YlPaymentCalendar *calendar;
  YlDate date; /* of the audit; no day: the last one in the ledger */
} YlPayingRequest;

/**
 * yl_paying_make: adds up @request's ledger until its day: per payee of the budget what it was
 * allotted and paid in the budget's year, per sum received what became of it.
 *
 * Payments for daily maintenance, or for what the words do not tell, are held against the payee's
 * allotment; those for another purpose against all lines and sources of that purpose. A payment out
 * of money of earlier years (see yl_ledger_match()) is carried over and no part of this year's. A
 * sum received is superior when a source of the budget with its document is, else by who gave it.
 * The days of the policy's calendar come with what was paid by them.
 *
 * Returns: (transfer full)
 */
YlPaying *yl_paying_make (const YlPayingRequest *request);

G_END_DECLS
