#pragma once

#include "yanglu/domain/budget.h"
#include "yanglu/domain/audit/found-budget.h"
#include "yanglu/domain/audit/reconciliation.h"

G_BEGIN_DECLS

/** What a township gets; the name is borrowed. */
typedef struct
{
  const char *name;
  guint32 code; /* 0 unknown */
  gint64 amount_fen;
} YlTownshipSum;

/** yl_township_sums_of_budget: (transfer full) (element-type YlTownshipSum): roads and bridges. */
GArray *yl_township_sums_of_budget (const YlBudget *budget);

/**
 * yl_township_sums_of_found: the same of a found budget: the table with the most rows that
 * names townships and amounts; its column for all classes, else its columns together; sums within
 * it are left out.
 *
 * Returns: (transfer full) (element-type YlTownshipSum): empty when no table does
 */
GArray *yl_township_sums_of_found (const YlFoundBudget *budget);

/**
 * yl_reconciliation_of_townships: the bridge between two budgets of which one names no roads: the
 * difference of each township, not explained (%YL_YEAR_UNKNOWN). Townships are the same by code,
 * and where one of the two has no code, by name.
 *
 * Returns: (transfer full) (nullable): %NULL with %YL_ERROR_OVERFLOW when a sum does not fit
 */
YlReconciliation *
yl_reconciliation_of_townships (const GArray *old_sums, const GArray *new_sums, GError **error);

G_END_DECLS
