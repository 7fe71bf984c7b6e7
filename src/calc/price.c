#include "yanglu/calc/price.h"

#include "yanglu/calc/counted.h"

void
yl_rate_table_init (YlRateTable *table, const YlPolicy *policy)
{
  for (guint kind = 0; kind < YL_N_RATES; kind++)
    table->has_rate[kind] = yl_policy_get_rate (policy, (YlRateKind) kind, &table->rate[kind]);
  table->basis = yl_policy_get_mileage_basis (policy);
  table->works_years = yl_policy_get_works_years (policy);
  table->pays_marked = yl_policy_is_dated_back (policy);
}

guint32
yl_rate_table_get_paid_m (const YlRateTable *table, const YlRoad *road, YlMileageBasis basis)
{
  const guint32 basis_m = yl_counted_get_basis_m (road, basis);
  const gboolean is_out = yl_counted_find_mark (road) != YL_MARK_NONE && !table->pays_marked;
  return is_out && basis_m != YL_METRES_UNKNOWN ? 0 : basis_m;
}

gboolean
yl_road_price (const YlRateTable *table, const YlRoad *road, YlRoadWorking *out_working)
{
  const YlRateKind kind = yl_counted_get_rate_kind (road);
  const guint32 basis_m = yl_rate_table_get_paid_m (table, road, table->basis);
  const gboolean is_paid = table->has_rate[kind] && basis_m != YL_METRES_UNKNOWN;
  const guint32 paid_m = is_paid ? basis_m : 0;
  YlMoney amount = { 0 };
  if (is_paid && !yl_money_for_length ((YlLength){ paid_m }, table->rate[kind], &amount))
    return FALSE;
  *out_working = (YlRoadWorking){
    .amount_fen = amount.fen,
    .counted_m = yl_counted_get_m (road),
    .paid_m = paid_m,
    .placement = { YL_LINE_NONE, YL_LINE_NONE, YL_LINE_NONE },
    .rate = (guint8) kind,
  };
  return TRUE;
}

gboolean
yl_road_price_by (const YlRateTable *table,
                  const YlRoad *road,
                  YlMileageBasis basis,
                  gint64 *out_amount_fen)
{
  YlRateTable other = *table;
  other.basis = basis;
  YlRoadWorking working;
  if (!yl_road_price (&other, road, &working))
    return FALSE;
  *out_amount_fen = working.amount_fen;
  return TRUE;
}
