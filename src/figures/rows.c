#include "rows-private.h"

#include "yanglu/calc/counted.h"

static gint64
known_m (guint32 metres)
{
  return metres == YL_METRES_UNKNOWN ? 0 : metres;
}

/* Marked both, a row is a dead end; an urban stretch is one that counts. */
static gint64
flagged_m (const YlRoad *road, YlRoadAdds adds)
{
  const gboolean is_dead_end = (road->flags & YL_ROAD_DEAD_END) != 0;
  const gboolean is_duplicate = !is_dead_end && (road->flags & YL_ROAD_DUPLICATE) != 0;
  const gboolean is_urban = !is_dead_end && !is_duplicate && (road->flags & YL_ROAD_URBAN) != 0;
  if (adds == YL_ROAD_ADDS_DEAD_END_M)
    return is_dead_end ? road->length_m : 0;
  if (adds == YL_ROAD_ADDS_DUPLICATE_M)
    return is_duplicate ? road->length_m : 0;
  return is_urban ? road->length_m : 0;
}

static gint64
stacked_fen (const YlExplain *explain, gsize index, gboolean is_province)
{
  const YlRoadStack *stack = yl_budget_get_road_stack (explain->budget, index);
  if (stack == NULL)
    return 0;
  return is_province ? stack->province_fen : stack->city_fen;
}

static gint64
by_basis_fen (const YlExplain *explain, const YlRoad *road, YlMileageBasis basis)
{
  YlRateTable rates;
  gint64 amount_fen = 0;
  yl_rate_table_init (&rates, explain->policy);
  if (yl_counted_get_basis_m (road, basis) == YL_METRES_UNKNOWN
      || !yl_road_price_by (&rates, road, basis, &amount_fen))
    return 0;
  return amount_fen;
}

static gint64
assessed_m (const YlRoad *road, const YlRoadWorking *working, YlCondition worst)
{
  const gboolean is_in = road->condition != YL_CONDITION_UNKNOWN && road->condition <= worst;
  return is_in ? working->counted_m : 0;
}

gint64
yl_road_adds_get (const YlExplain *explain, YlRoadAdds adds, gsize index)
{
  const YlRoad *road = yl_inventory_get_road (explain->inventory, index);
  const YlRoadWorking *working = yl_budget_get_road_working (explain->budget, index);
  switch (adds)
    {
    case YL_ROAD_ADDS_AMOUNT:
      return working->amount_fen;
    case YL_ROAD_ADDS_PAID_M:
      return working->paid_m;
    case YL_ROAD_ADDS_COUNTED_M:
      return working->counted_m;
    case YL_ROAD_ADDS_LISTED_M:
      return road->length_m;
    case YL_ROAD_ADDS_MAINTAINED_M:
      return known_m (yl_counted_get_maintained_m (road));
    case YL_ROAD_ADDS_SUBSIDISED_M:
      return known_m (road->subsidised_m);
    case YL_ROAD_ADDS_DUPLICATE_M:
    case YL_ROAD_ADDS_DEAD_END_M:
    case YL_ROAD_ADDS_URBAN_M:
      return flagged_m (road, adds);
    case YL_ROAD_ADDS_SECTION:
      return 1;
    case YL_ROAD_ADDS_PAID_SECTION:
      return working->paid_m > 0 ? 1 : 0;
    case YL_ROAD_ADDS_PROVINCE:
      return stacked_fen (explain, index, TRUE);
    case YL_ROAD_ADDS_CITY:
      return stacked_fen (explain, index, FALSE);
    case YL_ROAD_ADDS_BY_COUNTED:
      return by_basis_fen (explain, road, YL_BASIS_COUNTED);
    case YL_ROAD_ADDS_BY_MAINTAINED:
      return by_basis_fen (explain, road, YL_BASIS_MAINTAINED);
    case YL_ROAD_ADDS_BY_SUBSIDISED:
      return by_basis_fen (explain, road, YL_BASIS_SUBSIDISED);
    case YL_ROAD_ADDS_WORKS_M:
      return road->last_works + 1u == explain->figures->year ? working->counted_m : 0;
    case YL_ROAD_ADDS_ASSESSED_M:
      return assessed_m (road, working, YL_CONDITION_BAD);
    case YL_ROAD_ADDS_FAIR_M:
      return assessed_m (road, working, YL_CONDITION_FAIR);
    case YL_ROAD_ADDS_NOTHING:
    default:
      return 0;
    }
}

static gboolean
has_rate (const YlExplain *explain, YlPolicyGroup group, guint key)
{
  return yl_policy_find (explain->policy, group, "", key) != NULL;
}

gint64
yl_bridge_adds_get (const YlExplain *explain, YlBridgeAdds adds, gsize index)
{
  const YlBridge *bridge = &g_array_index (explain->entry->bridges, YlBridge, index);
  const YlBridgeWorking *working = yl_budget_get_bridge_working (explain->budget, index);
  const gboolean is_metred =
      bridge->road_class < YL_N_CLASSES
      && has_rate (explain, YL_GROUP_BRIDGE_RATE_PER_METRE, bridge->road_class);
  const gboolean is_sized =
      bridge->size < YL_N_BRIDGE_SIZES && has_rate (explain, YL_GROUP_BRIDGE_RATE, bridge->size);
  switch (adds)
    {
    case YL_BRIDGE_ADDS_AMOUNT:
      return working->by_size_fen + working->by_metre_fen;
    case YL_BRIDGE_ADDS_BY_SIZE:
      return working->by_size_fen;
    case YL_BRIDGE_ADDS_BY_METRE:
      return working->by_metre_fen;
    case YL_BRIDGE_ADDS_LENGTH:
      return bridge->length.m;
    case YL_BRIDGE_ADDS_ONE:
      return 1;
    case YL_BRIDGE_ADDS_METRED_LENGTH:
      return is_metred ? bridge->length.m : 0;
    case YL_BRIDGE_ADDS_METRED_ONE:
      return is_metred ? 1 : 0;
    case YL_BRIDGE_ADDS_SIZED_ONE:
      return is_sized ? 1 : 0;
    case YL_BRIDGE_ADDS_NOTHING:
    default:
      return 0;
    }
}

static guint32
line_of (const YlPlacement *placement, guint of)
{
  if (of & YL_OF_TOWNSHIP)
    return placement->township;
  return of & YL_OF_PAYEE ? placement->payee : placement->package;
}

gboolean
yl_row_values (const YlExplain *explain,
               const YlDerivationRow *row,
               guint of,
               YlKeyValues *out_values)
{
  const YlPlacement *placement;
  *out_values = (YlKeyValues){ 0 };
  if (row->kind == YL_ROW_ROAD)
    {
      const YlRoadWorking *working = yl_budget_get_road_working (explain->budget, row->index);
      out_values->road_class = yl_inventory_get_road (explain->inventory, row->index)->road_class;
      out_values->rate = working->rate;
      placement = &working->placement;
    }
  else
    {
      const YlBridge *bridge = &g_array_index (explain->entry->bridges, YlBridge, row->index);
      out_values->road_class = bridge->road_class;
      out_values->size = bridge->size;
      if ((of & YL_OF_CLASS && bridge->road_class >= YL_N_CLASSES)
          || (of & YL_OF_SIZE && bridge->size >= YL_N_BRIDGE_SIZES))
        return FALSE;
      placement = &yl_budget_get_bridge_working (explain->budget, row->index)->placement;
    }
  if ((of & (YL_OF_TOWNSHIP | YL_OF_PAYEE | YL_OF_PACKAGE)) == 0)
    return TRUE;
  const guint32 line = line_of (placement, of);
  out_values->n = line;
  return line != YL_LINE_NONE;
}

static gboolean
is_in (guint of, const YlKeyValues *row, const YlKeyValues *asked)
{
  return (!(of & YL_OF_CLASS) || row->road_class == asked->road_class)
         && (!(of & YL_OF_RATE) || row->rate == asked->rate)
         && (!(of & YL_OF_SIZE) || row->size == asked->size)
         && (!(of & (YL_OF_TOWNSHIP | YL_OF_PAYEE | YL_OF_PACKAGE)) || row->n == asked->n);
}

YlLeftOut
yl_road_find_reason (const YlExplain *explain, gsize index)
{
  const YlRoad *road = yl_inventory_get_road (explain->inventory, index);
  const YlRoadWorking *working = yl_budget_get_road_working (explain->budget, index);
  if (working->paid_m > 0)
    return YL_LEFT_IN; /* at a rate of nothing */
  if (road->flags & YL_ROAD_DEAD_END)
    return YL_LEFT_DEAD_END;
  if (road->flags & YL_ROAD_DUPLICATE)
    return YL_LEFT_DUPLICATE;
  return working->counted_m == 0 || has_rate (explain, YL_GROUP_DAILY_RATE, working->rate)
             ? YL_LEFT_NO_METRES
             : YL_LEFT_NO_RATE;
}

/* Only what counts or pays leaves rows out that must be told of. */
static gboolean
tells_left_out (const YlRowSum *sum)
{
  return sum->road == YL_ROAD_ADDS_AMOUNT || sum->road == YL_ROAD_ADDS_PAID_M
         || sum->road == YL_ROAD_ADDS_COUNTED_M || sum->road == YL_ROAD_ADDS_PAID_SECTION;
}

static void
add_row (const YlExplain *explain,
         const YlRowSum *sum,
         const YlKeyValues *asked,
         YlDerivationRow row,
         YlDerivation *node)
{
  YlKeyValues values;
  const gboolean is_road = row.kind == YL_ROW_ROAD;
  if (!yl_row_values (explain, &row, sum->of, &values) || !is_in (sum->of, &values, asked))
    return;
  row.units = is_road ? yl_road_adds_get (explain, sum->road, row.index)
                      : yl_bridge_adds_get (explain, sum->bridge, row.index);
  if (row.units == 0 && !(tells_left_out (sum) && is_road))
    return;
  if (row.units == 0)
    row.left_out = (guint8) yl_road_find_reason (explain, row.index);
  yl_derivation_add_row (node, &row);
}

void
yl_row_sum_add_rows (const YlExplain *explain,
                     const YlRowSum *sum,
                     const YlKeyValues *values,
                     YlDerivation *node)
{
  const gsize n_roads = yl_inventory_get_n_roads (explain->inventory);
  for (gsize i = 0; sum->road != YL_ROAD_ADDS_NOTHING && i < n_roads; i++)
    add_row (explain, sum, values, (YlDerivationRow){ .index = (guint32) i, .kind = YL_ROW_ROAD },
             node);
  for (guint i = 0; sum->bridge != YL_BRIDGE_ADDS_NOTHING && i < explain->entry->bridges->len; i++)
    add_row (explain, sum, values, (YlDerivationRow){ .index = i, .kind = YL_ROW_BRIDGE }, node);
}
