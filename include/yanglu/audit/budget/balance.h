#pragma once

#include "yanglu/domain/budget.h"

G_BEGIN_DECLS

/**
 * yl_budget_balance: the independent balance: with base only (the catalogue gives it names), adds every table of @budget again and
 * holds the sums together: rows = classes = townships = payees = packages = lines of demand, payers
 * = standard (+ surplus).
 *
 * Returns: %FALSE with %YL_ERROR_INVALID naming the first table that does not add up: a fault of
 * this program, never of the data
 */
gboolean yl_budget_balance (const YlBudget *budget, GError **error);

G_END_DECLS
