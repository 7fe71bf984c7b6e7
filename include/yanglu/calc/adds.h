#pragma once

#include "yanglu/calc/price.h"
#include "yanglu/domain/bridge.h"
#include "yanglu/domain/mileage.h"

G_BEGIN_DECLS

/** What one road adds to each sum of a budget: 0 where it adds nothing. All members are gint64, so
 * that sums of roads are kept in the same structure. */
typedef struct
{
  YlMileage mileage;
  gint64 paid_sections;
  gint64 amount_fen;
  gint64 by_basis_fen[3]; /* by YlMileageBasis: its amount, had the policy paid so */
  gint64 works_m;         /* counted, last works in the base year */
  gint64 assessed_m;      /* counted, of a known condition */
  gint64 fair_m;          /* counted, 优 良 中 */
  gint64 province_fen;    /* where levels pay by the kilometre */
  gint64 city_fen;
} YlRoadAdds;

/** What one bridge adds; by size, by metre, or both. */
typedef struct
{
  gint64 length_cm;
  gint64 sized; /* 1 where it is paid by its size */
  gint64 by_size_fen;
  gint64 metred; /* 1 where it is paid by the metre */
  gint64 metred_cm;
  gint64 by_metre_fen;
  gint64 amount_fen;
} YlBridgeAdds;

/**
 * yl_road_adds_get:
 * @year: of the budget; its base year is the one before
 * @working: of @road, priced by @rates
 * @stack: (nullable): %NULL where no level pays by the kilometre
 *
 * Marked both duplicate and dead end, a road is a dead end; an urban stretch is one that counts; metres that the
 * list does not state are none.
 *
 * Returns: %FALSE when an amount does not fit
 */
gboolean yl_road_adds_get (const YlRateTable *rates,
                           guint year,
                           const YlRoad *road,
                           const YlRoadWorking *working,
                           const YlRoadStack *stack,
                           YlRoadAdds *out_adds);

/** yl_bridge_adds_get: @working is of @bridge, priced by @policy. */
void yl_bridge_adds_get (const YlPolicy *policy,
                         const YlBridge *bridge,
                         const YlBridgeWorking *working,
                         YlBridgeAdds *out_adds);

/* The rates of @policy for @bridge; (nullable): a bridge of no size or class has none. */
const YlPolicyValue *yl_bridge_find_size_rate (const YlPolicy *policy, const YlBridge *bridge);
const YlPolicyValue *yl_bridge_find_metre_rate (const YlPolicy *policy, const YlBridge *bridge);

/**
 * yl_bridge_price: the working of one bridge: by its size, and by its metres (rounded once, half up); what the
 * policy has no rate for is paid nothing; its placement is YL_LINE_NONE throughout. Returns: %FALSE when an
 * amount does not fit
 */
gboolean
yl_bridge_price (const YlPolicy *policy, const YlBridge *bridge, YlBridgeWorking *out_working);

G_END_DECLS
