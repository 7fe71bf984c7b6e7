#include "yanglu/calc/adds.h"

#include "yanglu/calc/counted.h"

static gint64
known_m (guint32 metres)
{
  return metres == YL_METRES_UNKNOWN ? 0 : metres;
}

static YlMileage
measure (const YlRoad *road, const YlRoadWorking *working)
{
  const YlMark mark = yl_counted_find_mark (road);
  const gboolean is_urban = mark == YL_MARK_NONE && (road->flags & YL_ROAD_URBAN) != 0;
  return (YlMileage){
    .sections = 1,
    .listed_m = road->length_m,
    .counted_m = working->counted_m,
    .maintained_m = known_m (road->maintained_m),
    .subsidised_m = known_m (road->subsidised_m),
    .duplicate_m = mark == YL_MARK_DUPLICATE ? road->length_m : 0,
    .dead_end_m = mark == YL_MARK_DEAD_END ? road->length_m : 0,
    .urban_m = is_urban ? road->length_m : 0,
    .paid_m = working->paid_m,
  };
}

/* What the list does not state, or comes to what pays anyhow, needs no other price. */
static gboolean
price_by_basis (const YlRateTable *rates,
                const YlRoad *road,
                const YlRoadWorking *working,
                gint64 *by_basis_fen)
{
  for (guint basis = 0; basis <= YL_BASIS_SUBSIDISED; basis++)
    {
      const guint32 basis_m = yl_rate_table_get_paid_m (rates, road, (YlMileageBasis) basis);
      if (basis_m == working->paid_m)
        by_basis_fen[basis] = working->amount_fen;
      else if (basis_m != YL_METRES_UNKNOWN
               && !yl_road_price_by (rates, road, (YlMileageBasis) basis, &by_basis_fen[basis]))
        return FALSE;
    }
  return TRUE;
}

gboolean
yl_road_adds_get (const YlRateTable *rates,
                  guint year,
                  const YlRoad *road,
                  const YlRoadWorking *working,
                  const YlRoadStack *stack,
                  YlRoadAdds *out_adds)
{
  const gboolean is_assessed = road->condition != YL_CONDITION_UNKNOWN;
  const gboolean is_fair = is_assessed && road->condition <= YL_CONDITION_FAIR;
  const gboolean has_works =
      road->last_works < year && road->last_works + MAX (1u, rates->works_years) >= year;
  *out_adds = (YlRoadAdds){
    .mileage = measure (road, working),
    .paid_sections = working->paid_m > 0 ? 1 : 0,
    .amount_fen = working->amount_fen,
    .works_m = has_works ? working->counted_m : 0,
    .assessed_m = is_assessed ? working->counted_m : 0,
    .fair_m = is_fair ? working->counted_m : 0,
    .province_fen = stack == NULL ? 0 : stack->province_fen,
    .city_fen = stack == NULL ? 0 : stack->city_fen,
  };
  return price_by_basis (rates, road, working, out_adds->by_basis_fen);
}

const YlPolicyValue *
yl_bridge_find_size_rate (const YlPolicy *policy, const YlBridge *bridge)
{
  return bridge->size >= YL_N_BRIDGE_SIZES
             ? NULL
             : yl_policy_find (policy, YL_GROUP_BRIDGE_RATE, "", bridge->size);
}

const YlPolicyValue *
yl_bridge_find_metre_rate (const YlPolicy *policy, const YlBridge *bridge)
{
  return bridge->road_class >= YL_N_CLASSES
             ? NULL
             : yl_policy_find (policy, YL_GROUP_BRIDGE_RATE_PER_METRE, "", bridge->road_class);
}

gboolean
yl_bridge_price (const YlPolicy *policy, const YlBridge *bridge, YlBridgeWorking *out_working)
{
  const YlPolicyValue *by_size = yl_bridge_find_size_rate (policy, bridge);
  const YlPolicyValue *by_metre = yl_bridge_find_metre_rate (policy, bridge);
  const YlYearPart part = yl_policy_get_year_part (policy);
  YlMoney sized = { 0 };
  YlMoney metred = { 0 };
  const gboolean fits =
      (by_size == NULL || yl_money_for_part (1, by_size->value, 1, part, &sized))
      && (by_metre == NULL
          || yl_money_for_part (bridge->length_cm, by_metre->value, 100, part, &metred));
  *out_working = (YlBridgeWorking){ .by_size_fen = sized.fen,
                                    .by_metre_fen = metred.fen,
                                    .placement = { YL_LINE_NONE, YL_LINE_NONE, YL_LINE_NONE } };
  return fits;
}

void
yl_bridge_adds_get (const YlPolicy *policy,
                    const YlBridge *bridge,
                    const YlBridgeWorking *working,
                    YlBridgeAdds *out_adds)
{
  const gboolean is_sized = yl_bridge_find_size_rate (policy, bridge) != NULL;
  const gboolean is_metred = yl_bridge_find_metre_rate (policy, bridge) != NULL;
  *out_adds = (YlBridgeAdds){
    .length_cm = bridge->length_cm,
    .sized = is_sized ? 1 : 0,
    .by_size_fen = working->by_size_fen,
    .metred = is_metred ? 1 : 0,
    .metred_cm = is_metred ? bridge->length_cm : 0,
    .by_metre_fen = working->by_metre_fen,
    .amount_fen = working->by_size_fen + working->by_metre_fen,
  };
}
