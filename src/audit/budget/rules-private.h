#pragma once

#include "yanglu/audit/budget/figure-rules.h"
#include "yanglu/audit/budget/rules.h"

G_BEGIN_DECLS

/** What the rules of a budget look at, and where they tell. */
typedef struct
{
  const YlBudget *budget;
  const YlFigures *figures;
  const YlEntry *entry;
  const YlPolicy *policy;
  const YlRuleSet *rules;
  const char *area;      /* the entity's code, or "" */
  const char *file;      /* (nullable) */
  YlFigurePlace sources; /* the amounts of 资金来源, in the entries or in a file of their own */
  YlFindings *findings;
} BudgetCheck;

/* Of one row of 资金来源: B06, B07, B11, B12, B13, B14. */
void yl_source_check_fund (const BudgetCheck *check, const YlSource *source);
void yl_source_check_account (const BudgetCheck *check, const YlSource *source);
void yl_source_check_running (const BudgetCheck *check, const YlSource *source);
void yl_source_check_fuel_tax (const BudgetCheck *check, const YlSource *source);
void yl_source_check_borrowed (const BudgetCheck *check, const YlSource *source);
void yl_source_check_vehicle_tax (const BudgetCheck *check, const YlSource *source);

/** yl_sources_check_twice: C01: the same grant in two rows. */
void yl_sources_check_twice (const BudgetCheck *check);

/* C03 (W), within the limits of the rules: the other reading is ten thousand times as much or as
 * little; at stake the difference of the two. A grant that is too small, or too large beside the
 * standard; all money for daily maintenance, where no grant is told and 万元 would make it plausible;
 * income from land; last year's budget that is a thousandth or a thousandfold of this year's. What is left of money that was partly taken back is not judged. */
void yl_source_check_scale (const BudgetCheck *check, const YlSource *source);
void yl_sources_check_scale (const BudgetCheck *check);
void yl_land_check_scale (const BudgetCheck *check, const YlLandLine *line);
void yl_last_year_check_scale (const BudgetCheck *check);

/** yl_budget_check_required: B15: what `[required]` of the policy asks for and nobody entered. */
void yl_budget_check_required (const BudgetCheck *check);

G_END_DECLS
