#pragma once

#include "yanglu/domain/audit/audit.h"
#include "yanglu/domain/audit/reconciliation.h"
#include "yanglu/domain/budget.h"
#include "yanglu/domain/planned-book.h"

G_BEGIN_DECLS

/**
 * yl_book_check: holds a budget's workbook as found against the workbook that its own inputs make.
 * @plan: of the same text pool as @found
 * @budget: the one that @plan is of
 * @passed_over: the sheet that is not compared: the copy of the inputs
 *
 * Adds to @audit one finding for each fact, with its cell, what is found, what is expected, the yuan
 * that it costs and who has more by it, and the steps from the stated total to the recomputed one:
 * - C10 (C03 for a factor of 1000 or 10 000): a constant that is not the input's; a row taken out
 *   or put in; A01 where it repeats another; a column taken out or put in, with what the total, else
 *   another sum, has more or less by it;
 * - C09: a constant where a formula should stand; a warning where it is what the formula gives with all
 *   else as it was found, more than ten of those as one: sheets pasted as values;
 * - C01: a formula that is another one, compared word by word, rows and columns followed to where
 *   they stand now; more than ten formulas that did not follow their columns as one; a name that means another cell; a stored value that does not follow from its own formula;
 * - C11: rows, columns and sheets out of sight that carry money.
 *
 * One and the same change of several formulas, as they stand to their cells, is one C01 with their number,
 * ranges and sum, ranges that grew over added rows one with 0; codes that turned from text into the same
 * number are one remark. Cells that the forms leave for the pen may hold anything, but the parts of the
 * year must make it up (C02).
 *
 * What follows from such a fact is no finding: a stored value is worked out from the workbook as it
 * stands. A workbook that a program only opened and saved again gives none; sorted or filtered rows and
 * moved columns are told with 0. Sheets of more than 256 columns are compared as they stand, and no more
 * than 24 columns are priced.
 */
void yl_book_check (const YlWorkbook *found,
                    const YlPlannedBook *plan,
                    const YlBudget *budget,
                    const char *passed_over,
                    YlAudit *audit);

/* What a workbook of ours was made of against what it should have been made of: whoever writes a
 * policy or roads of his own into the copy of the inputs gets another budget out of it. */

/**
 * yl_book_check_declared: the errors that the budget itself has told, once more: they are errors
 * whether somebody changed the workbook or not. Its warnings are counted in a reading: a workbook
 * that nobody touched holds.
 * @declared: the findings of making the budget that @plan is of
 */
void yl_book_check_declared (const YlFindings *declared, const YlPlannedBook *plan, YlAudit *audit);

/**
 * yl_book_check_policy: C10 of every rate that is not as the policy @right has it, what all rows came
 * to more by it at stake.
 * @copy_sheet: (nullable): where the copy of the policy stands; then another text with the same rates
 *   is a warning
 */
void yl_book_check_policy (const YlBudget *budget,
                           const YlPolicy *right,
                           const char *copy_sheet,
                           YlAudit *audit);

/** yl_book_check_roads: C10 of every route that has other metres or money than in the list that the
 * budget should come from. Many of them are only counted. A route of which either list has a row that
 * could not be read is no error: nobody knows what it should be.
 * @reconciliation: from the budget to that of the list */
void yl_book_check_roads (const YlReconciliation *reconciliation, YlAudit *audit);

G_END_DECLS
