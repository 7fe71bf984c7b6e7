#pragma once

#include "yanglu/audit/budget/rules.h"

G_BEGIN_DECLS

/** What the rules of a budget look at, and where they tell. */
typedef struct
{
  const YlBudget *budget;
  const YlFigures *figures;
  const YlEntry *entry;
  const YlPolicy *policy;
  const char *area;          /* the entity's code, or "" */
  const char *file;          /* (nullable) */
  const char *sources_file;  /* (nullable): where the rows of 资金来源 stand */
  const char *sources_sheet; /* (nullable) */
  YlFindings *findings;
} YlBudgetCheck;

/** yl_budget_check_report: adds @finding with the severity of the rule book. @at_stake: (nullable):
 * %NULL when nobody can say. */
void
yl_budget_check_report (const YlBudgetCheck *check, YlFinding finding, const YlMoney *at_stake);

void yl_budget_check_land (const YlBudgetCheck *check);    /* land-rules.c */
void yl_budget_check_sources (const YlBudgetCheck *check); /* source-rules.c */

G_END_DECLS
