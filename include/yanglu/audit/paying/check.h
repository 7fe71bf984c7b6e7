#pragma once

#include "yanglu/domain/audit/audit.h"
#include "yanglu/domain/budget.h"
#include "yanglu/domain/ledger.h"
#include "yanglu/domain/places.h"
#include "yanglu/domain/audit/rule-set.h"

G_BEGIN_DECLS

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
