#include "work-private.h"

static void
add_to_sum (YlWork *work, YlBridgeSum *sum, const YlBridge *bridge, gint64 amount_fen)
{
  yl_work_add (work, &sum->bridges, 1);
  yl_work_add (work, &sum->length_cm, bridge->length_cm);
  yl_work_add (work, &sum->amount_fen, amount_fen);
}

/* Into the sums of the rates that pay it. */
static void
price_bridge (YlWork *work, const YlBridge *bridge, YlBridgeWorking *working)
{
  if (!yl_bridge_price (work->policy, bridge, working))
    work->is_too_large = TRUE;
  if (yl_bridge_find_size_rate (work->policy, bridge) != NULL)
    add_to_sum (work, &work->by_size[bridge->size], bridge, working->by_size_fen);
  if (yl_bridge_find_metre_rate (work->policy, bridge) != NULL)
    add_to_sum (work, &work->by_metre[bridge->road_class], bridge, working->by_metre_fen);
}

void
yl_work_price_bridges (YlWork *work)
{
  const GArray *bridges = work->entry->bridges;
  for (guint i = 0; i < bridges->len; i++)
    {
      YlBridgeWorking *working = &work->bridges[i];
      price_bridge (work, &g_array_index (bridges, YlBridge, i), working);
      yl_work_add (work, &work->figures->daily.bridges_fen, working->by_size_fen);
      yl_work_add (work, &work->figures->daily.bridges_fen, working->by_metre_fen);
    }
}
