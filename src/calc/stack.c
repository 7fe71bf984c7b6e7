#include "work-private.h"

/* What the levels above the county pay by the kilometre in one area. */
typedef struct
{
  gint64 province_fen_per_km[YL_N_CLASSES];
  gint64 city_fen_per_km[YL_N_CLASSES];
  gboolean is_declared;
} AreaStack;

static void
look_up (
    const YlWork *work, YlPolicyGroup group, const char *area, gint64 *rates, gboolean *is_declared)
{
  for (guint road_class = 0; road_class < YL_N_CLASSES; road_class++)
    {
      const YlPolicyValue *rate = yl_policy_find (work->policy, group, area, road_class);
      rates[road_class] = rate == NULL ? 0 : rate->value;
      *is_declared = *is_declared || rate != NULL;
    }
}

static AreaStack *
area_stack_new (const YlWork *work, const char *area)
{
  AreaStack *stack = g_new0 (AreaStack, 1);
  look_up (work, YL_GROUP_PAYER_RATE_PROVINCE, area, stack->province_fen_per_km,
           &stack->is_declared);
  look_up (work, YL_GROUP_PAYER_RATE_CITY, area, stack->city_fen_per_km, &stack->is_declared);
  return stack;
}

/* What is paid where @road lies; roads of one township, or of one county and no township, lie alike. */
static const AreaStack *
find_area (const YlWork *work, GHashTable *areas, const YlRoad *road)
{
  const guint32 code = road->township_code != 0 ? road->township_code : road->county_code;
  AreaStack *stack = g_hash_table_lookup (areas, GUINT_TO_POINTER (code));
  if (stack != NULL)
    return stack;
  g_autofree char *place = yl_road_to_place (road, work->area);
  stack = area_stack_new (work, place);
  g_hash_table_insert (areas, GUINT_TO_POINTER (code), stack);
  return stack;
}

/* A level pays its rate, but never more than the levels before it left open. */
static gint64
pay (YlWork *work, const YlRoadWorking *working, gint64 fen_per_km, gint64 open_fen)
{
  YlMoney part = { 0 };
  const YlRate rate = { fen_per_km, yl_policy_get_year_part (work->policy) };
  if (!yl_money_for_length ((YlLength){ working->paid_m }, rate, &part))
    work->is_too_large = TRUE;
  return MIN (part.fen, open_fen);
}

static void
stack_road (YlWork *work,
            const YlRoad *road,
            const YlRoadWorking *working,
            const AreaStack *area,
            YlRoadStack *stack)
{
  /* Urban stretches and tracks have no level of their own: the county pays them. */
  if (working->rate >= YL_N_CLASSES)
    return;
  stack->province_fen_per_km = area->province_fen_per_km[road->road_class];
  stack->city_fen_per_km = area->city_fen_per_km[road->road_class];
  stack->province_fen = pay (work, working, stack->province_fen_per_km, working->amount_fen);
  stack->city_fen =
      pay (work, working, stack->city_fen_per_km, working->amount_fen - stack->province_fen);
}

gboolean
yl_work_stack_roads (YlWork *work)
{
  if (!yl_policy_has_group (work->policy, YL_GROUP_PAYER_RATE_PROVINCE)
      && !yl_policy_has_group (work->policy, YL_GROUP_PAYER_RATE_CITY))
    return FALSE;
  g_autoptr (GHashTable) areas = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autofree YlRoadStack *stacks = g_new0 (YlRoadStack, work->n_roads);
  const YlRoad nowhere = { 0 };
  gboolean is_declared = find_area (work, areas, &nowhere)->is_declared;
  for (gsize i = 0; i < work->n_roads; i++)
    {
      const YlRoad *road = yl_inventory_get_road (work->inventory, i);
      const AreaStack *area = find_area (work, areas, road);
      is_declared = is_declared || area->is_declared;
      stack_road (work, road, &work->roads[i], area, &stacks[i]);
    }
  if (is_declared)
    work->stacks = g_steal_pointer (&stacks);
  return is_declared;
}
