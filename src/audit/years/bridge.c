#include "yanglu/audit/years/bridge.h"

#include "year-private.h"

#include "yanglu/base/error.h"

gint64
yl_year_price (YlYearWork *work, gint64 m, YlRate rate)
{
  YlMoney amount = { 0 };
  if (!yl_money_for_length ((YlLength){ m }, rate, &amount))
    work->is_too_large = TRUE;
  return amount.fen;
}

static void
add_amount (YlYearWork *work, YlYearAmount *sum, YlYearAmount part)
{
  yl_year_add (work, &sum->amount_fen, part.amount_fen);
  yl_year_add (work, &sum->length_m, part.length_m);
}

void
yl_year_add_step (
    YlYearWork *work, YlYearLine *road, YlYearLine *township, YlYearStep step, YlYearAmount amount)
{
  add_amount (work, &work->bridge->steps[step], amount);
  if (road != NULL)
    add_amount (work, &road->steps[step], amount);
  if (township != NULL)
    add_amount (work, &township->steps[step], amount);
}

static void
year_init (YlYear *year, const YlBudget *budget)
{
  year->budget = budget;
  year->inventory = yl_budget_get_inventory (budget);
  year->figures = yl_budget_get_figures (budget);
  yl_rate_table_init (&year->rates, yl_budget_get_policy (budget));
  year->pieces = g_new0 (YlYearPieces, yl_inventory_get_n_roads (year->inventory) + 1);
}

static void
year_clear (YlYear *year)
{
  g_free (year->pieces);
  g_free (year->township_lines);
}

static void
work_init (YlYearWork *work,
           const YlBudget *old_budget,
           const YlBudget *new_budget,
           const YlRoadLinks *links)
{
  const guint32 n_routes = yl_road_links_get_n_routes (links);
  year_init (&work->old_year, old_budget);
  year_init (&work->new_year, new_budget);
  work->links = links;
  work->bridge = yl_year_bridge_new ();
  work->road_lines = g_new (guint32, n_routes + 1);
  for (guint32 i = 0; i < n_routes; i++)
    work->road_lines[i] = YL_LINK_NONE;
  work->unrouted_line = YL_LINK_NONE;
}

static void
note_totals (YlYearWork *work)
{
  YlYearBridge *bridge = work->bridge;
  bridge->old_year = work->old_year.figures->year;
  bridge->new_year = work->new_year.figures->year;
  bridge->old_daily_fen = work->old_year.figures->daily.standard_fen;
  bridge->new_daily_fen = work->new_year.figures->daily.standard_fen;
  bridge->old_demand_fen = work->old_year.figures->demand_fen;
  bridge->new_demand_fen = work->new_year.figures->demand_fen;
}

/* Lines that are never inside the per-km money (S9, S10). */
static void
add_other_lines (YlYearWork *work, const YlYear *year, gboolean is_old)
{
  static const int steps[] = {
    [YL_PURPOSE_DAILY] = -1,
    [YL_PURPOSE_CONSTRUCTION] = -1,
    [YL_PURPOSE_ENGINEERING] = YL_YEAR_ENGINEERING,
    [YL_PURPOSE_RUNNING] = YL_YEAR_RUNNING,
    [YL_PURPOSE_STAFF] = YL_YEAR_STAFF,
    [YL_PURPOSE_ROAD_CHIEF] = YL_YEAR_ROAD_CHIEF,
    [YL_PURPOSE_INSURANCE] = YL_YEAR_INSURANCE,
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (steps) == YL_N_PURPOSES);
  const GArray *demand = year->figures->demand;
  for (guint i = 0; i < demand->len; i++)
    {
      const YlDemandLine *line = &g_array_index (demand, YlDemandLine, i);
      if (steps[line->purpose] >= 0)
        yl_year_add_step (work, NULL, NULL, (YlYearStep) steps[line->purpose],
                          (YlYearAmount){ is_old ? -line->amount_fen : line->amount_fen, 0 });
    }
}

static void
count_roads (YlYearBridge *bridge)
{
  for (guint i = 0; i < bridge->roads->len; i++)
    for (guint step = 0; step < YL_N_PLACED_STEPS; step++)
      {
        const YlYearAmount *amount = &g_array_index (bridge->roads, YlYearLine, i).steps[step];
        bridge->n_roads[step] += amount->amount_fen != 0 || amount->length_m != 0 ? 1 : 0;
      }
}

YlYearBridge *
yl_year_bridge_make (const YlBudget *old_budget,
                     const YlBudget *new_budget,
                     const YlRoadLinks *links,
                     GError **error)
{
  YlYearWork work = { 0 };
  work_init (&work, old_budget, new_budget, links);
  note_totals (&work);
  yl_year_list_townships (&work);
  yl_year_add_roads (&work);
  yl_year_add_bridges (&work);
  add_other_lines (&work, &work.old_year, TRUE);
  add_other_lines (&work, &work.new_year, FALSE);
  yl_year_add_payers (&work);
  yl_year_sort_lines (&work);
  count_roads (work.bridge);
  year_clear (&work.old_year);
  year_clear (&work.new_year);
  g_free (work.road_lines);
  if (!work.is_too_large)
    return work.bridge;
  yl_year_bridge_free (work.bridge);
  g_set_error (error, YL_ERROR, YL_ERROR_OVERFLOW,
               "两年之差超出程序能够表示的范围，请检查里程、标准和金额的单位是否写错");
  return NULL;
}
