#pragma once

#include "yanglu/calc/price.h"
#include "yanglu/domain/audit/audit.h"
#include "yanglu/domain/budget.h"
#include "yanglu/domain/audit/rule-set.h"
#include "yanglu/domain/audit/found-budget.h"

G_BEGIN_DECLS

/**
 * yl_found_settle: columns whose unit nobody stated, read again in the other unit (万元, 米) where
 * only that makes the rows come out; told as a reading.
 */
void yl_found_settle (YlFoundBudget *budget, const YlRateTable *rates, YlAudit *audit);

/**
 * yl_found_settle_years: where years stand across, columns of another than @year are money of another
 * time (%YL_FOUND_ASIDE); without one of @year the latest is taken for it. Told as a reading.
 */
void yl_found_settle_years (YlFoundBudget *budget, guint year, YlAudit *audit);

/**
 * yl_found_check: recomputes every table under the policy and checks it.
 * @rates: those of the policy; kinds without a rate are not recomputed
 * @listed: (nullable): the budget that the road list comes to: kilometres of townships and routes
 *   that differ from it are C10
 * @rules: their limits: what sums and amounts may differ (C01), an allotment from its pool (C08),
 *   and when a figure counts as copied (C06)
 * @audit: gets the findings, the steps from the stated total to the recomputed one (they add up
 *   exactly), both totals, and the population to draw from
 *
 * A row's amount is Σ length × rate, each class rounded once; it may be rounded to
 * the last digit that its column shows. B01: a lower rate explains the amount; C10: a higher one;
 * C03: ten thousand times off, or a length a thousand times; else C01. Sums are held against the
 * rows as stated, so that a wrong row is told once: in a sum of rounded numbers, up to half a digit
 * for each is 尾差 and told as information. A03: a length that is not between
 * its stakes; A06: a class that is not that of the route code; A08: money for what the policy has no
 * rate for. C02, C05, C06, C08, C11 as the rule book says.
 */
void yl_found_check (const YlFoundBudget *budget,
                     const YlRateTable *rates,
                     const YlBudget *listed,
                     const YlRuleSet *rules,
                     YlAudit *audit);

G_END_DECLS
