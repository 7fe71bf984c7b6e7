#pragma once

#include "yanglu/domain/budget.h"

G_BEGIN_DECLS

/** yl_budget_text_print: a budget on one screen of a terminal: kilometres, money by line, who pays, the gap. */
void yl_budget_text_print (const YlBudget *budget);

G_END_DECLS
