#include "work-private.h"

#include "yanglu/calc/counted.h"

#include <string.h>

/* Sums of roads have the members of one road: they are added as arrays. */
G_STATIC_ASSERT (sizeof (YlMileage) % sizeof (gint64) == 0);
G_STATIC_ASSERT (sizeof (YlRoadAdds) % sizeof (gint64) == 0);

static void
add_members (YlWork *work, gint64 *sums, const gint64 *parts, gsize size)
{
  for (gsize i = 0; i < size / sizeof (gint64); i++)
    yl_work_add (work, &sums[i], parts[i]);
}

static void
add_road (YlWork *work, const YlRoad *road, const YlRoadWorking *working)
{
  YlRoadAdds adds;
  YlFigures *figures = work->figures;
  if (!yl_road_adds_get (&work->rates, figures->year, road, working, NULL, &adds))
    work->is_too_large = TRUE;
  add_members (work, (gint64 *) &work->all, (const gint64 *) &adds, sizeof adds);
  add_members (work, (gint64 *) &work->by_rate[working->rate], (const gint64 *) &adds, sizeof adds);
  add_members (work, (gint64 *) &figures->by_class[road->road_class],
               (const gint64 *) &adds.mileage, sizeof adds.mileage);
  for (guint basis = 0; basis < G_N_ELEMENTS (figures->is_basis_known); basis++)
    if (yl_counted_get_basis_m (road, (YlMileageBasis) basis) != YL_METRES_UNKNOWN)
      figures->is_basis_known[basis] = TRUE;
}

void
yl_work_measure_roads (YlWork *work)
{
  YlFigures *figures = work->figures;
  figures->basis = work->rates.basis;
  figures->is_basis_known[YL_BASIS_COUNTED] = TRUE;
  for (gsize i = 0; i < work->n_roads; i++)
    {
      const YlRoad *road = yl_inventory_get_road (work->inventory, i);
      if (!yl_road_price (&work->rates, road, &work->roads[i]))
        work->is_too_large = TRUE;
      add_road (work, road, &work->roads[i]);
    }
  figures->mileage = work->all.mileage;
  figures->daily.roads_fen = work->all.amount_fen;
  /* What each way of counting would give stands beside the one that pays. */
  memcpy (figures->standard_by_basis_fen, work->all.by_basis_fen, sizeof work->all.by_basis_fen);
}
