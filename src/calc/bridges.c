#include "work-private.h"

/* A rate that the policy leaves out pays nothing. */
static const YlPolicyValue *
find_rate (const YlWork *work, YlPolicyGroup group, guint key)
{
  return yl_policy_find (work->policy, group, "", key);
}

static void
add_to_sum (YlWork *work, YlBridgeSum *sum, const YlBridge *bridge, gint64 amount_fen)
{
  yl_work_add (work, &sum->bridges, 1);
  yl_work_add (work, &sum->length_m, bridge->length.m);
  yl_work_add (work, &sum->amount_fen, amount_fen);
}

static void
price_by_size (YlWork *work, const YlBridge *bridge, YlBridgeWorking *working)
{
  if (bridge->size >= YL_N_BRIDGE_SIZES)
    return;
  const YlPolicyValue *rate = find_rate (work, YL_GROUP_BRIDGE_RATE, bridge->size);
  if (rate == NULL)
    return;
  working->by_size_fen = rate->value;
  add_to_sum (work, &work->by_size[bridge->size], bridge, working->by_size_fen);
}

static void
price_by_metre (YlWork *work, const YlBridge *bridge, YlBridgeWorking *working)
{
  if (bridge->road_class >= YL_N_CLASSES)
    return;
  const YlPolicyValue *rate = find_rate (work, YL_GROUP_BRIDGE_RATE_PER_METRE, bridge->road_class);
  if (rate == NULL)
    return;
  if (!yl_ratio_scale (bridge->length.m, rate->value, 1, &working->by_metre_fen))
    work->is_too_large = TRUE;
  add_to_sum (work, &work->by_metre[bridge->road_class], bridge, working->by_metre_fen);
}

void
yl_work_price_bridges (YlWork *work)
{
  const GArray *bridges = work->entry->bridges;
  for (guint i = 0; i < bridges->len; i++)
    {
      const YlBridge *bridge = &g_array_index (bridges, YlBridge, i);
      YlBridgeWorking *working = &work->bridges[i];
      *working = (YlBridgeWorking){ .placement = { YL_LINE_NONE, YL_LINE_NONE, YL_LINE_NONE } };
      price_by_size (work, bridge, working);
      price_by_metre (work, bridge, working);
      yl_work_add (work, &work->figures->daily.bridges_fen, working->by_size_fen);
      yl_work_add (work, &work->figures->daily.bridges_fen, working->by_metre_fen);
    }
}
