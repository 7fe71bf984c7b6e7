#pragma once

#include "yanglu/domain/budget.h"

G_BEGIN_DECLS

/** The rates of a policy, looked up once, for pricing millions of roads. */
typedef struct
{
  YlRate rate[YL_N_RATES];
  gboolean has_rate[YL_N_RATES];
  YlMileageBasis basis;
} YlRateTable;

void yl_rate_table_init (YlRateTable *table, const YlPolicy *policy);

/**
 * yl_road_price: the working of one road: which metres, at which rate, what amount (rounded once,
 * half up). Returns: %FALSE when the amount does not fit
 */
gboolean yl_road_price (const YlRateTable *table, const YlRoad *road, YlRoadWorking *out_working);

/**
 * yl_budget_make: the budget of @entity for @year: domain.md §2 and §3.
 * @inventory: (transfer full): the roads that are the entity's
 * @entry: (transfer full)
 * @entity: (transfer full): code and name may be unknown
 * @policy: (transfer full)
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
