#include "yanglu/audit/years/reconciliation.h"

#include "year-private.h"

#include "yanglu/base/error.h"
#include "yanglu/calc/shares.h"

/* Public money of the levels above for one purpose: the province speaks for the centre too. */
typedef struct
{
  gint64 province_fen;
  gint64 city_fen;
} Grants;

static Grants
sum_grants (YlYearWork *work, const YlYear *year, YlPurpose purpose)
{
  const GArray *sources = year->budget->entry->sources;
  Grants grants = { 0 };
  for (guint i = 0; i < sources->len; i++)
    {
      const YlSource *source = &g_array_index (sources, YlSource, i);
      if (source->purpose != purpose || !yl_source_is_public (source)
          || !yl_payer_is_superior (source->level))
        continue;
      yl_year_add (work, source->level == YL_PAYER_CITY ? &grants.city_fen : &grants.province_fen,
                   source->amount.fen);
    }
  return grants;
}

/* Other purposes: grants pay what is open, the county the rest. */
static gint64
pay_by_purpose (gint64 demand_fen, const Grants *grants)
{
  const gint64 province_fen = CLAMP (grants->province_fen, 0, demand_fen);
  return province_fen + CLAMP (grants->city_fen, 0, demand_fen - province_fen);
}

static gint64
pay_by_grants (YlYearWork *work, gint64 standard_fen, const Grants *grants)
{
  gint64 granted_fen = grants->province_fen;
  yl_year_add (work, &granted_fen, grants->city_fen);
  return standard_fen - MAX (0, yl_year_subtract (work, standard_fen, granted_fen));
}

/* What the policy of @year says; 0 where it is silent. */
static gint64
find_value (const YlYear *year, YlPolicyGroup group, const char *area, guint key)
{
  const YlPolicyValue *value = yl_policy_find (year->budget->policy, group, area, key);
  return value == NULL ? 0 : value->value;
}

/* The old year's declared shares of @standard_fen, or of what @grants without a share leave of it: all
 * but the county's. */
static gint64
pay_by_shares (YlYearWork *work, const YlYear *year, gint64 standard_fen, const Grants *grants)
{
  static const YlPayer sharers[] = { YL_PAYER_PROVINCE, YL_PAYER_CITY, YL_PAYER_COUNTY };
  const char *area = year->budget->place;
  gint64 weights[G_N_ELEMENTS (sharers)];
  for (guint i = 0; i < G_N_ELEMENTS (sharers); i++)
    weights[i] = find_value (year, YL_GROUP_PAYER_SHARE, area, sharers[i]);
  gint64 shared_fen = standard_fen;
  if (yl_policy_get_share_base (year->budget->policy, area) == YL_SHARE_AFTER_SUPERIOR)
    {
      shared_fen = yl_year_subtract (work, shared_fen, weights[0] == 0 ? grants->province_fen : 0);
      shared_fen = yl_year_subtract (work, shared_fen, weights[1] == 0 ? grants->city_fen : 0);
    }
  g_autofree gint64 *parts =
      yl_shares_split (MAX (0, shared_fen), weights, G_N_ELEMENTS (weights), NULL);
  return parts == NULL ? 0 : standard_fen - parts[G_N_ELEMENTS (weights) - 1];
}

/* What the old year's policy would have the levels above pay for a road of the new year: the
 * province first. */
static gint64
stack_road (YlYearWork *work, gsize index)
{
  static const YlPolicyGroup levels[] = { YL_GROUP_PAYER_RATE_PROVINCE, YL_GROUP_PAYER_RATE_CITY };
  const YlYear *year = &work->years[YL_OLD];
  const YlRoad *road = yl_inventory_get_road (work->years[YL_NEW].inventory, index);
  const YlRoadWorking *working = &work->years[YL_NEW].budget->roads[index];
  if (working->rate >= YL_N_CLASSES)
    return 0;
  g_autofree char *area = yl_road_to_place (road, year->budget->place);
  gint64 open_fen = working->amount_fen;
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      const YlRate rate = { find_value (year, levels[i], area, road->road_class),
                            yl_policy_get_year_part (year->budget->policy) };
      open_fen -= MIN (yl_year_price (work, working->paid_m, rate), open_fen);
    }
  return working->amount_fen - open_fen;
}

static gint64
pay_by_stack (YlYearWork *work)
{
  gint64 sum_fen = 0;
  for (gsize i = 0; i < yl_inventory_get_n_roads (work->years[YL_NEW].inventory); i++)
    yl_year_add (work, &sum_fen, stack_road (work, i));
  return sum_fen;
}

/* What others would pay of the new standard by the old arrangement. */
static gint64
pay_as_before (YlYearWork *work, const Grants *grants)
{
  const gint64 standard_fen = work->years[YL_NEW].figures->daily.standard_fen;
  switch (work->years[YL_OLD].figures->payers_method)
    {
    case YL_PAYERS_BY_SHARE:
      return pay_by_shares (work, &work->years[YL_OLD], standard_fen, grants);
    case YL_PAYERS_BY_STACK:
      return pay_by_stack (work);
    case YL_PAYERS_BY_GRANTS:
    default:
      return pay_by_grants (work, standard_fen, grants);
    }
}

/* What of the daily standard is not the county's. */
static gint64
get_daily_of_others (YlYearWork *work, const YlYear *year)
{
  const GArray *payers = year->figures->payers;
  gint64 county_fen = 0;
  for (guint i = 0; i < payers->len; i++)
    {
      const YlPayerLine *line = &g_array_index (payers, YlPayerLine, i);
      if (line->payer == YL_PAYER_COUNTY && line->purpose == YL_PURPOSE_DAILY)
        yl_year_add (work, &county_fen, line->amount_fen);
    }
  return yl_year_subtract (work, year->figures->daily.standard_fen, county_fen);
}

/* Others paid @old_fen and pay @new_fen: so much less is left to the county. */
static void
add_step (YlYearWork *work, YlYearStep step, gint64 old_fen, gint64 new_fen)
{
  const gint64 amount_fen = yl_year_subtract (work, old_fen, new_fen);
  yl_year_add_step (work, NULL, NULL, step, (YlYearAmount){ amount_fen, 0 });
}

/* From what others paid by way of what they would pay as before: of the new demand with the old
 * grants, then with the new ones. */
static void
add_steps (
    YlYearWork *work, gint64 old_fen, gint64 followed_fen, gint64 granted_fen, gint64 new_fen)
{
  add_step (work, YL_YEAR_FOLLOW, old_fen, followed_fen);
  add_step (work, YL_YEAR_GRANTS, followed_fen, granted_fen);
  add_step (work, YL_YEAR_PAYERS, granted_fen, new_fen);
  yl_year_add (work, &work->reconciliation->county_fen[YL_OLD], -old_fen);
  yl_year_add (work, &work->reconciliation->county_fen[YL_NEW], -new_fen);
}

static void
add_purpose (YlYearWork *work, YlPurpose purpose)
{
  Grants grants[YL_N_SIDES];
  gint64 demand_fen[YL_N_SIDES];
  for (guint side = 0; side < YL_N_SIDES; side++)
    {
      grants[side] = sum_grants (work, &work->years[side], purpose);
      demand_fen[side] = yl_figures_sum_purpose (work->years[side].figures, purpose);
    }
  if (purpose == YL_PURPOSE_DAILY)
    {
      add_steps (work, get_daily_of_others (work, &work->years[YL_OLD]),
                 pay_as_before (work, &grants[YL_OLD]), pay_as_before (work, &grants[YL_NEW]),
                 get_daily_of_others (work, &work->years[YL_NEW]));
      return;
    }
  const gint64 new_fen = pay_by_purpose (demand_fen[YL_NEW], &grants[YL_NEW]);
  add_steps (work, pay_by_purpose (demand_fen[YL_OLD], &grants[YL_OLD]),
             pay_by_purpose (demand_fen[YL_NEW], &grants[YL_OLD]), new_fen, new_fen);
}

static void
add_payers (YlYearWork *work)
{
  for (guint purpose = 0; purpose < YL_N_PURPOSES; purpose++)
    add_purpose (work, (YlPurpose) purpose);
}

static void
year_init (YlYear *year, const YlBudget *budget)
{
  year->budget = budget;
  year->inventory = budget->inventory;
  year->figures = budget->figures;
  yl_rate_table_init (&year->rates, budget->policy);
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
  const guint32 n_routes = links->routes->len;
  year_init (&work->years[YL_OLD], old_budget);
  year_init (&work->years[YL_NEW], new_budget);
  work->links = links;
  work->reconciliation = yl_reconciliation_new ();
  work->road_lines = g_new (guint32, n_routes + 1);
  for (guint32 i = 0; i < n_routes; i++)
    work->road_lines[i] = YL_LINK_NONE;
  work->unrouted_line = YL_LINK_NONE;
}

/* Of what the county pays, the payers take off the others' part. */
static void
note_totals (YlYearWork *work, YlSide side)
{
  YlReconciliation *reconciliation = work->reconciliation;
  const YlFigures *figures = work->years[side].figures;
  reconciliation->year[side] = figures->year;
  reconciliation->daily_fen[side] = figures->daily.standard_fen;
  reconciliation->demand_fen[side] = figures->demand_fen;
  reconciliation->county_fen[side] = figures->demand_fen;
}

/* Lines that are never inside the per-km money (S9, S10). */
static void
add_other_lines (YlYearWork *work, YlSide side)
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
  const GArray *demand = work->years[side].figures->demand;
  for (guint i = 0; i < demand->len; i++)
    {
      const YlDemandLine *line = &g_array_index (demand, YlDemandLine, i);
      if (steps[line->purpose] >= 0)
        yl_year_add_step (
            work, NULL, NULL, (YlYearStep) steps[line->purpose],
            (YlYearAmount){ side == YL_OLD ? -line->amount_fen : line->amount_fen, 0 });
    }
}

static void
count_roads (YlReconciliation *reconciliation)
{
  for (guint i = 0; i < reconciliation->roads->len; i++)
    for (guint step = 0; step < YL_N_PLACED_STEPS; step++)
      {
        const YlYearAmount *amount =
            &g_array_index (reconciliation->roads, YlYearLine, i).steps[step];
        reconciliation->n_roads[step] += amount->amount_fen != 0 || amount->length_m != 0 ? 1 : 0;
      }
}

YlReconciliation *
yl_reconciliation_make (const YlBudget *old_budget,
                        const YlBudget *new_budget,
                        const YlRoadLinks *links,
                        GError **error)
{
  YlYearWork work = { 0 };
  work_init (&work, old_budget, new_budget, links);
  yl_year_list_townships (&work);
  yl_year_add_roads (&work);
  yl_year_add_bridges (&work);
  for (guint side = 0; side < YL_N_SIDES; side++)
    {
      note_totals (&work, side);
      add_other_lines (&work, side);
    }
  yl_reconciliation_call_sides (work.reconciliation);
  add_payers (&work);
  yl_year_sort_lines (&work);
  count_roads (work.reconciliation);
  year_clear (&work.years[YL_OLD]);
  year_clear (&work.years[YL_NEW]);
  g_free (work.road_lines);
  if (!work.is_too_large)
    return work.reconciliation;
  yl_arena_free_record (work.reconciliation);
  g_set_error (error, YL_ERROR, YL_ERROR_OVERFLOW,
               "两年之差超出程序能够表示的范围，请检查里程、标准和金额的单位是否写错");
  return NULL;
}
