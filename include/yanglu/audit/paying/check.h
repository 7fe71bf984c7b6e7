#pragma once

#include "yanglu/audit/paying/ledger-sum.h"
#include "yanglu/domain/audit/audit.h"

G_BEGIN_DECLS

/**
 * yl_ledger_check: what a ledger shows to be wrong, by the rules of @rules:
 * D01: a sum received of which something was not passed on when its last day (see
 * YlPaymentCalendar) was over; at stake that much, paid late or not yet, but for what D06 tells. And
 * by each day of the policy's calendar, less paid for daily maintenance than its share of the
 * standard; at stake what earlier days have not told. On the very day nothing is late.
 * D02: a payee paid more than the budget allots to it, or a purpose more than its lines; at stake
 * the excess over limit-tolerance. Money for daily maintenance to somebody whom the budget does not
 * know is a warning.
 * D03: a settlement above its contract by more than limit-tolerance.
 * D06: what is left of a sum received for longer than limit-warning-years (W), limit-error-years
 * (E); one and two where the rules are silent. The age is that of the day of @paying.
 *
 * @paying: what yl_paying_make() made of @request
 */
void yl_ledger_check (const YlPayingRequest *request,
                      const YlPaying *paying,
                      const YlRuleSet *rules,
                      YlFindings *findings);

/** What is held against a budget beside the budget itself; a table that is %NULL was not given. */
typedef struct
{
  const YlBudget *budget; /* (nullable): as it should be */
  const YlPlaces *places;
  const YlRuleSet *rules;
  YlDate date;              /* of the audit; no day: the last one of the ledger */
  const YlLedger *ledger;   /* what was received and paid, what projects came to */
  gboolean has_paid;        /* the ledger has entries of its own, not settlements alone */
  const YlLedger *approved; /* its notices are the table as approved */
  const YlLedger *published;
} YlPayingCheck;

/**
 * yl_paying_check: the ledger against the budget, or alone (yl_ledger_check()); then the table as
 * approved (yl_approval_check()) and the published one (yl_three_tables_check()), which need a budget.
 * Reversals are taken out of the ledger first. Adds to @audit what was found, what was made of the
 * tables, and what was taken for what: the day, the term, every name that the budget writes otherwise.
 */
void yl_paying_check (const YlPayingCheck *check, YlAudit *audit);

G_END_DECLS
