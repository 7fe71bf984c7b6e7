#include "allotment-private.h"

static void
add_to_shareholder (
    YlWork *work, GArray *lines, guint32 place, gint64 paid_m, gint64 roads_fen, gint64 bridges_fen)
{
  if (place == YL_LINE_NONE)
    return;
  YlShareholderLine *line = &g_array_index (lines, YlShareholderLine, place);
  yl_work_add (work, &line->paid_m, paid_m);
  yl_work_add (work, &line->roads_fen, roads_fen);
  yl_work_add (work, &line->bridges_fen, bridges_fen);
}

static void
add_road (YlWork *work, const YlRoad *road, const YlRoadWorking *working)
{
  const YlFigures *figures = work->figures;
  const YlPlacement *placement = &working->placement;
  YlTownshipLine *township =
      &g_array_index (figures->townships, YlTownshipLine, placement->township);
  yl_work_add (work, &township->sections, 1);
  yl_work_add (work, &township->counted_m[road->road_class], working->counted_m);
  yl_work_add (work, &township->class_fen[road->road_class], working->amount_fen);
  yl_work_add (work, &township->paid_m, working->paid_m);
  yl_work_add (work, &township->roads_fen, working->amount_fen);
  add_to_shareholder (work, figures->payees, placement->payee, working->paid_m, working->amount_fen,
                      0);
  add_to_shareholder (work, figures->packages, placement->package, working->paid_m,
                      working->amount_fen, 0);
}

static void
add_bridge (YlWork *work, const YlBridgeWorking *working)
{
  const YlFigures *figures = work->figures;
  const YlPlacement *placement = &working->placement;
  gint64 amount_fen = working->by_size_fen;
  yl_work_add (work, &amount_fen, working->by_metre_fen);
  yl_work_add (work,
               &g_array_index (figures->townships, YlTownshipLine, placement->township).bridges_fen,
               amount_fen);
  add_to_shareholder (work, figures->payees, placement->payee, 0, 0, amount_fen);
  add_to_shareholder (work, figures->packages, placement->package, 0, 0, amount_fen);
}

/* The line of each group, by table. */
typedef struct
{
  guint32 *townships;
  guint32 *payees;
  guint32 *packages;
} Places;

static void
move_to_line (YlPlacement *placement, const Places *places)
{
  placement->township = places->townships[placement->township];
  placement->payee = places->payees[placement->payee];
  if (placement->package != YL_LINE_NONE)
    placement->package = places->packages[placement->package];
}

void
yl_work_allot (YlWork *work)
{
  g_autoptr (YlGroups) townships = yl_groups_new ();
  g_autoptr (YlGroups) payees = yl_groups_new ();
  g_autoptr (YlGroups) packages = yl_groups_new ();
  yl_allotment_place (&(YlAllotment){ townships, payees, packages }, work);

  const YlFigures *figures = work->figures;
  g_autofree guint32 *township_places = yl_allotment_list_townships (townships, figures->townships);
  g_autofree guint32 *payee_places = yl_allotment_list_payees (payees, figures->payees);
  g_autofree guint32 *package_places = yl_allotment_list_packages (packages, figures->packages);
  const Places places = { township_places, payee_places, package_places };
  for (gsize i = 0; i < work->n_roads; i++)
    {
      move_to_line (&work->roads[i].placement, &places);
      add_road (work, yl_inventory_get_road (work->inventory, i), &work->roads[i]);
    }
  for (guint i = 0; i < work->entry->bridges->len; i++)
    {
      move_to_line (&work->bridges[i].placement, &places);
      add_bridge (work, &work->bridges[i]);
    }
}
