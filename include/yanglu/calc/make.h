#pragma once

#include "yanglu/calc/price.h"
#include "yanglu/domain/budget.h"

G_BEGIN_DECLS

/**
 * yl_budget_make: the budget of @entity for @year.
 * @inventory: the roads that are the entity's
 * @entity: code and name may be unknown
 *
 * The budget is one more holder of all four, so that another can be made of the same.  The order of
 * the rows, bridges and sources changes no figure.
 *
 * Returns: (transfer full) (nullable): %NULL with %YL_ERROR_OVERFLOW when a sum does not fit
 */
YlBudget *yl_budget_make (YlInventory *inventory,
                          YlEntry *entry,
                          YlEntity *entity,
                          YlPolicy *policy,
                          guint year,
                          GError **error);

/** yl_budget_make_listed: the same with its tables in another order. */
YlBudget *yl_budget_make_listed (YlInventory *inventory,
                                 YlEntry *entry,
                                 YlEntity *entity,
                                 YlPolicy *policy,
                                 guint year,
                                 YlListing listing,
                                 GError **error);

G_END_DECLS
