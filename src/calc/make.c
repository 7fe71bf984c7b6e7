#include "yanglu/calc/make.h"

#include "work-private.h"

#include "yanglu/base/error.h"

/* The order is the calculation: each step reads what the ones above it wrote. */
static void (*const steps[]) (YlWork *) = {
  yl_work_measure_roads, yl_work_price_bridges, yl_work_list_demand, yl_work_add_sources,
  yl_work_list_accounts, yl_work_find_land_due, yl_work_find_gap,    yl_work_find_unfunded,
  yl_work_find_payers,   yl_work_allot,         yl_work_judge,
};

YlBudget *
yl_budget_make (YlInventory *inventory,
                YlEntry *entry,
                YlEntity *entity,
                YlPolicy *policy,
                guint year,
                GError **error)
{
  return yl_budget_make_listed (inventory, entry, entity, policy, year, YL_LISTING_OFFICIAL, error);
}

YlBudget *
yl_budget_make_listed (YlInventory *inventory,
                       YlEntry *entry,
                       YlEntity *entity,
                       YlPolicy *policy,
                       guint year,
                       YlListing listing,
                       GError **error)
{
  g_return_val_if_fail (inventory != NULL && entry != NULL, NULL);
  g_return_val_if_fail (entity != NULL && policy != NULL, NULL);

  const gsize n_roads = yl_inventory_get_n_roads (inventory);
  YlWork work = {
    .inventory = inventory,
    .n_roads = n_roads,
    .entry = entry,
    .policy = policy,
    .area = yl_policy_get_place (policy, entity),
    .roads = g_new0 (YlRoadWorking, n_roads),
    .bridges = g_new0 (YlBridgeWorking, entry->bridges->len),
    .figures = yl_figures_new (),
  };
  work.figures->year = year;
  work.figures->listing = listing;
  yl_rate_table_init (&work.rates, policy);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    steps[i](&work);

  YlBudget *budget = g_new (YlBudget, 1);
  *budget = (YlBudget){
    .inventory = yl_inventory_ref (inventory),
    .entry = yl_entry_ref (entry),
    .entity = yl_entity_ref (entity),
    .policy = yl_policy_ref (policy),
    .place = work.area,
    .roads = work.roads,
    .stacks = work.stacks,
    .bridges = work.bridges,
    .figures = work.figures,
  };
  if (!work.is_too_large)
    return budget;
  yl_budget_free (budget);
  g_set_error (error, YL_ERROR, YL_ERROR_OVERFLOW,
               "合计超出程序能够表示的范围（约 922 亿亿分），请检查里程、标准和金额的单位是否写错");
  return NULL;
}
