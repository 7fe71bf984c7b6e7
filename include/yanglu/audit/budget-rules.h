#pragma once

#include "yanglu/domain/budget.h"
#include "yanglu/domain/finding.h"

G_BEGIN_DECLS

/**
 * yl_budget_check: what a budget's own inputs show to be wrong before anybody audits it: B01 (rates
 * below the base's), B02 (funded below the standard), B04, B05 (land), B06, B07 (accounts), B10,
 * B12 (fuel tax), D05 (targets missed or without data).
 */
void yl_budget_check (const YlBudget *budget, const char *entry_file, YlFindings *findings);

/**
 * yl_budget_balance: the independent balance: with base only, adds every table of @budget again and
 * holds the sums together: rows = classes = townships = payees = packages = payers (+ surplus).
 *
 * Returns: %FALSE with %YL_ERROR_INVALID naming the first table that does not add up: a fault of
 * this program, never of the data
 */
gboolean yl_budget_balance (const YlBudget *budget, GError **error);

G_END_DECLS
