#pragma once

#include "yanglu/calc/price.h"
#include "yanglu/domain/audit/audit.h"
#include "yanglu/domain/audit/found-budget.h"
#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

/** Rows of the same formula that make it the column's: with fewer nobody can say what was meant. */
#define YL_FOUND_FORMULA_ROWS 3
/** Cells that are worked out by the formula of their column, of one workbook. */
#define YL_FOUND_MAX_ODD_FORMULAS 200

/**
 * yl_found_check_formulas: C09: where at least %YL_FOUND_FORMULA_ROWS rows, two thirds of all, have
 * the same formula in a column of amounts or kilometres, a row with a number or another formula
 * instead, whose value is not what the column's formula comes to there. At stake: the number less
 * that value; of kilometres at the rate of their class.
 * @workbook: is as before when the function returns; values of formulas are worked out anew
 */
void yl_found_check_formulas (YlWorkbook *workbook,
                              const YlFoundBudget *budget,
                              const YlRateTable *rates,
                              YlAudit *audit);

G_END_DECLS
