#pragma once

#include "yanglu/domain/budget.h"
#include "yanglu/domain/finding.h"
#include "yanglu/domain/audit/rule-set.h"
#include "yanglu/domain/audit/found-budget.h"

G_BEGIN_DECLS

/** What the tables are held against. */
typedef struct
{
  const YlPolicy *policy;
  const char *area;         /* division code, "" when unknown */
  const YlBudget *expected; /* (nullable): made of the road list that the tables should come from */
  const YlRuleSet *rules;
} YlFoundContext;

/**
 * yl_found_check_money: the rules of money that need no figure to be wrong in itself:
 * A05: a row marked 重复 or 断头 that has money; and, with a budget of the road list, a length that is
 * just the counted kilometres and the marked ones of its township and class; at stake their money;
 * B03: the county's column is what is left when the column of 养护工程 is taken off as well; or, with
 * a budget, when the engineering grants of its sources are;
 * B08: the columns of province, city and county in a total are not divided as the policy declares;
 * B11: a row of running cost or staff among the rows that a total of kilometres × rate adds up.
 */
void yl_found_check_money (const YlFoundBudget *found,
                           const YlFoundContext *context,
                           YlFindings *findings);

G_END_DECLS
