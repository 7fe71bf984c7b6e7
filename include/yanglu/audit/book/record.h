#pragma once

#include "yanglu/domain/audit/audit.h"
#include "yanglu/domain/budget.h"
#include "yanglu/domain/planned-book.h"
#include "yanglu/domain/audit/reconciliation.h"

G_BEGIN_DECLS

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
 * budget should come from. Many of them are only counted.
 * @reconciliation: from the budget to that of the list */
void yl_book_check_roads (const YlReconciliation *reconciliation, YlAudit *audit);

G_END_DECLS
