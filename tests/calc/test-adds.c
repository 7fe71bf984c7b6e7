/* What one road or bridge adds to the sums of a budget. */
#include "support/assert.h"
#include "support/county.h"

#include "yanglu/calc/adds.h"
#include "yanglu/calc/counted.h"

static YlRoadAdds
get_adds (YlTestCounty *county, gsize index)
{
  const YlBudget *budget = yl_test_county_get_budget (county);
  YlRateTable rates;
  YlRoadAdds adds;
  yl_rate_table_init (&rates, budget->policy);
  assert_true (yl_road_adds_get (&rates, 2021, yl_inventory_get_road (budget->inventory, index),
                                 &budget->roads[index], NULL, &adds));
  return adds;
}

static void
a_road_marked_duplicate_and_dead_end_is_a_dead_end (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .km = "4", .flags = YL_ROAD_DEAD_END | YL_ROAD_DUPLICATE | YL_ROAD_URBAN);
  const YlRoadAdds adds = get_adds (county, 0);
  assert_int_equal (adds.mileage.listed_m, 4000);
  assert_int_equal (adds.mileage.dead_end_m, 4000);
  assert_int_equal (adds.mileage.duplicate_m, 0);
  assert_int_equal (adds.mileage.urban_m, 0);
  assert_int_equal (adds.mileage.counted_m, 0);
}

static void
metres_that_the_list_does_not_state_are_none (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .km = "2");
  const YlRoadAdds adds = get_adds (county, 0);
  assert_int_equal (adds.mileage.maintained_m, 0);
  assert_int_equal (adds.mileage.subsidised_m, 0);
  assert_fen_equal (adds.by_basis_fen[YL_BASIS_MAINTAINED], 0);
  /* 2 km at 10,000 yuan. */
  assert_fen_equal (adds.by_basis_fen[YL_BASIS_COUNTED], 2000000);
}

static void
a_road_adds_what_each_way_of_counting_would_pay (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .km = "3", .maintained = "2", .subsidised = "1", .last_works = 2020,
            .condition = YL_CONDITION_POOR);
  const YlRoadAdds adds = get_adds (county, 0);
  assert_fen_equal (adds.by_basis_fen[YL_BASIS_COUNTED], 3000000);
  assert_fen_equal (adds.by_basis_fen[YL_BASIS_MAINTAINED], 2000000);
  assert_fen_equal (adds.by_basis_fen[YL_BASIS_SUBSIDISED], 1000000);
  assert_int_equal (adds.works_m, 3000); /* last works in the base year */
  assert_int_equal (adds.assessed_m, 3000);
  assert_int_equal (adds.fair_m, 0); /* 次 */
}

static void
a_bridge_is_paid_by_size_and_by_metre_at_once (void **state)
{
  YlTestCounty *county = *state;
  YlBridgeAdds adds;
  yl_test_county_set (county, YL_GROUP_BRIDGE_RATE, "", YL_BRIDGE_LARGE, 100000);
  yl_test_county_set (county, YL_GROUP_BRIDGE_RATE_PER_METRE, "", YL_CLASS_COUNTY, 500);
  add_bridge (county, .size = YL_BRIDGE_LARGE, .road_class = YL_CLASS_COUNTY, .m = 120);
  const YlBudget *budget = yl_test_county_get_budget (county);
  yl_bridge_adds_get (budget->policy, &g_array_index (budget->entry->bridges, YlBridge, 0),
                      &budget->bridges[0], &adds);
  assert_int_equal (adds.sized, 1);
  assert_int_equal (adds.metred_cm, 12000);
  assert_fen_equal (adds.amount_fen, 160000); /* 1,000 yuan + 120 m × 5 yuan */
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    test_with_county (a_road_marked_duplicate_and_dead_end_is_a_dead_end),
    test_with_county (metres_that_the_list_does_not_state_are_none),
    test_with_county (a_road_adds_what_each_way_of_counting_would_pay),
    test_with_county (a_bridge_is_paid_by_size_and_by_metre_at_once),
  };
  return cmocka_run_group_tests_name ("adds", tests, NULL, NULL);
}
