#pragma once

#include "yanglu/calc/price.h"
#include "yanglu/domain/audit/audit.h"
#include "yanglu/domain/audit/found-budget.h"
#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

/**
 * yl_found_check_stored: the values that were saved with formulas against what the formulas give, in
 * every sheet. Told is a cell whose value departs from what its formula gives both of the values that were
 * saved and of the formulas that these have themselves: the one behind which something was changed, not
 * those that follow from it. Of amounts, kilometres and rates an error with its yuan, C01 of a sum and C09
 * of others, else a warning. Differences within what numbers are rounded to are none; a value of a date, or
 * one that changes with the day, is not held against anything.
 *
 * A cell that is an error, and one without a value that cannot be worked out, is a gap of the coverage;
 * money of tables is known to the rules by its value, which is marked in @budget.
 * @workbook: with its unsaved values filled in; before yl_found_check()
 */
void yl_found_check_stored (const YlWorkbook *workbook,
                            const YlFoundBudget *budget,
                            const YlRateTable *rates,
                            YlAudit *audit);

G_END_DECLS
