#pragma once

#include "yanglu/domain/budget.h"
#include "yanglu/domain/finding.h"

G_BEGIN_DECLS

/** yl_budget_json_print: the format yanglu.budget/1 on standard output. */
void yl_budget_json_print (const YlBudget *budget, const YlFindings *findings);

G_END_DECLS
