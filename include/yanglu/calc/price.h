#pragma once

#include "yanglu/domain/policy.h"
#include "yanglu/domain/road.h"
#include "yanglu/domain/working.h"

G_BEGIN_DECLS

/** The rates of a policy, looked up once, for pricing millions of roads. */
typedef struct
{
  YlRate rate[YL_N_RATES];
  gboolean has_rate[YL_N_RATES];
  YlMileageBasis basis;
  guint works_years; /* how many years up to the base year last works count of; 0 is 1 */
  /* Of a policy that is dated back: duplicates and dead ends by their 列养里程. */
  gboolean pays_marked;
} YlRateTable;

void yl_rate_table_init (YlRateTable *table, const YlPolicy *policy);

/** yl_rate_table_get_paid_m: the metres of @road that @basis would pay: of a duplicate or a dead end
 * none; YL_METRES_UNKNOWN when the list does not say. */
guint32
yl_rate_table_get_paid_m (const YlRateTable *table, const YlRoad *road, YlMileageBasis basis);

/**
 * yl_road_price: the working of one road: which metres, at which rate, what amount (rounded once,
 * half up); its placement is YL_LINE_NONE throughout. Metres that the list does not state are paid
 * as none. Returns: %FALSE when the amount does not fit
 */
gboolean yl_road_price (const YlRateTable *table, const YlRoad *road, YlRoadWorking *out_working);

/** yl_road_price_by: the amount of @road if the policy paid by @basis; %FALSE when it does not fit.
 */
gboolean yl_road_price_by (const YlRateTable *table,
                           const YlRoad *road,
                           YlMileageBasis basis,
                           gint64 *out_amount_fen);

G_END_DECLS
