#pragma once

#include "yanglu/calc/price.h"
#include "yanglu/domain/budget.h"

G_BEGIN_DECLS

/**
 * yl_budget_make: the budget of @entity for @year: domain.md §2 and §3.
 * @inventory: (transfer full): the roads that are the entity's
 * @entry: (transfer full)
 * @entity: (transfer full): code and name may be unknown
 * @policy: (transfer full)
 *
 * The order of the rows, bridges and sources changes no figure.
 *
 * Returns: (transfer full) (nullable): %NULL with %YL_ERROR_OVERFLOW when a sum does not fit
 */
YlBudget *yl_budget_make (YlInventory *inventory,
                          YlEntry *entry,
                          YlEntity *entity,
                          YlPolicy *policy,
                          guint year,
                          GError **error);

G_END_DECLS
