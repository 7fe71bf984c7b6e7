#pragma once

#include "yanglu/audit/years/road-link.h"
#include "yanglu/domain/budget.h"
#include "yanglu/domain/audit/reconciliation.h"

G_BEGIN_DECLS

/**
 * yl_reconciliation_make: every step from @old_budget to @new_budget.
 * @links: those of the two road lists
 *
 * Each linked piece of a section is priced five times, each price rounded half up to the fen: as
 * it was; with its new length; as it is counted now; in its new class; and at the new rates; the
 * four differences are its steps. Of a length that is not paid in full as much is a change of
 * length as the paid metres allow. New and longer roads are priced at the old rates first, then
 * at the new ones. What is left of a row, which is rounded as a whole, is the step of rounding.
 * So the steps add up to the difference, exactly: for every road, every township and the whole.
 *
 * From the difference in demand to that in what the county pays: what other levels pay of the new
 * demand by the old arrangement with the old grants, then with the new grants, then by the new
 * arrangement (S2, S16).
 *
 * Returns: (transfer full) (nullable): %NULL with %YL_ERROR_OVERFLOW when a sum does not fit
 */
YlReconciliation *yl_reconciliation_make (const YlBudget *old_budget,
                                          const YlBudget *new_budget,
                                          const YlRoadLinks *links,
                                          GError **error);

G_END_DECLS
