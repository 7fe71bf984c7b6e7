#include "work-private.h"

#include "yanglu/calc/counted.h"

static gint64
known_m (guint32 metres)
{
  return metres == YL_METRES_UNKNOWN ? 0 : metres;
}

static void
add_road (YlWork *work, YlMileage *mileage, const YlRoad *road, const YlRoadWorking *working)
{
  yl_work_add (work, &mileage->sections, 1);
  yl_work_add (work, &mileage->listed_m, road->length_m);
  yl_work_add (work, &mileage->counted_m, working->counted_m);
  yl_work_add (work, &mileage->maintained_m, known_m (yl_counted_get_maintained_m (road)));
  yl_work_add (work, &mileage->subsidised_m, known_m (road->subsidised_m));
  yl_work_add (work, &mileage->paid_m, working->paid_m);
  /* Marked both, a row is a dead end. */
  if (road->flags & YL_ROAD_DEAD_END)
    yl_work_add (work, &mileage->dead_end_m, road->length_m);
  else if (road->flags & YL_ROAD_DUPLICATE)
    yl_work_add (work, &mileage->duplicate_m, road->length_m);
  else if (road->flags & YL_ROAD_URBAN)
    yl_work_add (work, &mileage->urban_m, road->length_m);
}

/* What each way of counting would give stands beside the one that pays. */
static void
add_by_basis (YlWork *work, const YlRoad *road, const YlRoadWorking *working)
{
  YlFigures *figures = work->figures;
  for (guint basis = 0; basis < G_N_ELEMENTS (figures->is_basis_known); basis++)
    {
      const guint32 basis_m = yl_counted_get_basis_m (road, (YlMileageBasis) basis);
      gint64 amount_fen = working->amount_fen;
      if (basis_m == YL_METRES_UNKNOWN)
        continue;
      figures->is_basis_known[basis] = TRUE;
      if (basis_m != working->paid_m
          && !yl_road_price_by (&work->rates, road, (YlMileageBasis) basis, &amount_fen))
        work->is_too_large = TRUE;
      yl_work_add (work, &figures->standard_by_basis_fen[basis], amount_fen);
    }
}

static void
add_to_rate (YlWork *work, const YlRoadWorking *working)
{
  YlRateSum *sum = &work->by_rate[working->rate];
  yl_work_add (work, &sum->sections, 1);
  yl_work_add (work, &sum->paid_sections, working->paid_m > 0 ? 1 : 0);
  yl_work_add (work, &sum->paid_m, working->paid_m);
  yl_work_add (work, &sum->amount_fen, working->amount_fen);
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
      YlRoadWorking *working = &work->roads[i];
      if (!yl_road_price (&work->rates, road, working))
        work->is_too_large = TRUE;
      add_road (work, &figures->mileage, road, working);
      add_road (work, &figures->by_class[road->road_class], road, working);
      add_by_basis (work, road, working);
      add_to_rate (work, working);
      yl_work_add (work, &figures->daily.roads_fen, working->amount_fen);
    }
}
