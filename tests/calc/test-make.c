#include "support/assert.h"
#include "support/county.h"

#include <string.h>

#include "yanglu/base/error.h"

/* The longest road at the highest rate is 4 × 10^17 fen: 23 fit 2^63, 24 do not. */
static void
add_longest_roads (YlTestCounty *county, guint n_roads)
{
  yl_test_county_set (county, YL_GROUP_DAILY_RATE, "", YL_RATE_COUNTY, YL_RATE_MAX_FEN_PER_KM);
  for (guint i = 0; i < n_roads; i++)
    add_road (county, .m = YL_LENGTH_MAX_M);
}

static void
the_largest_sum_that_fits_is_made (void **state)
{
  YlTestCounty *county = *state;
  add_longest_roads (county, 23);
  assert_fen_equal (yl_test_county_get_figures (county)->daily.standard_fen, 9200000000000000000);
}

static void
a_sum_that_does_not_fit_is_an_error_and_never_a_wrap (void **state)
{
  YlTestCounty *county = *state;
  add_longest_roads (county, 24);
  assert_null (yl_test_county_get_budget (county));
}

static void
sources_that_do_not_fit_are_an_error (void **state)
{
  YlTestCounty *county = *state;
  for (guint i = 0; i < 2; i++)
    add_source (county, .level = YL_PAYER_CITY, .yuan = G_MAXINT64 / 200 + 1);
  assert_null (yl_test_county_get_budget (county));
}

static void
the_error_says_what_to_look_for (void **state)
{
  YlTestCounty *county = *state;
  add_longest_roads (county, 24);
  g_autoptr (GError) error = NULL;
  g_autoptr (YlInventory) roads = g_steal_pointer (&county->roads);
  g_autoptr (YlPolicy) policy = yl_policy_seal (g_steal_pointer (&county->policy), NULL);
  assert_null (yl_budget_make (roads, county->entry, county->entity, policy, 2021, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_OVERFLOW));
  assert_non_null (strstr (error->message, "单位"));
}

static void
a_budget_keeps_all_that_it_was_made_of (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .code = "X001371502", .km = "1");
  add_source (county, .yuan = 1);
  const YlBudget *budget = yl_test_county_get_budget (county);
  assert_number_equal ((gint64) yl_inventory_get_n_roads (budget->inventory), 1);
  assert_number_equal (budget->entry->sources->len, 1);
  assert_string_equal (budget->entity->code, "371502");
  assert_string_equal (yl_policy_get_head (budget->policy)->id, "test");
  assert_number_equal (budget->figures->year, 2021);
}

/* 2 km of a county road at 10000 yuan; 3000 yuan of them entered. */
static void
assert_made_of_the_same (const YlBudget *budget, const YlInventory *roads, const YlEntry *entry)
{
  const YlFigures *figures = budget->figures;
  assert_ptr_equal (budget->inventory, roads);
  assert_ptr_equal (budget->entry, entry);
  assert_fen_equal (yl_test_demand (figures, "daily.county")->amount_fen, 2000000);
  assert_fen_equal (yl_test_payer_fen (figures, YL_PAYER_CITY, YL_PURPOSE_DAILY), 300000);
  assert_fen_equal (budget->roads[0].amount_fen, 2000000);
}

static void
a_budget_is_made_again_of_the_same_inputs_after_the_first_is_gone (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .road_class = YL_CLASS_COUNTY, .km = "2");
  add_source (county, .level = YL_PAYER_CITY, .purpose = YL_PURPOSE_DAILY, .yuan = 3000);
  g_autoptr (YlInventory) roads = g_steal_pointer (&county->roads);
  g_autoptr (YlPolicy) policy = yl_policy_seal (g_steal_pointer (&county->policy), NULL);
  YlBudget *first = yl_budget_make (roads, county->entry, county->entity, policy, 2021, NULL);
  assert_made_of_the_same (first, roads, county->entry);
  yl_budget_free (first);
  g_autoptr (YlBudget) again =
      yl_budget_make (roads, county->entry, county->entity, policy, 2021, NULL);
  assert_made_of_the_same (again, roads, county->entry);
}

static void
a_budget_outlives_the_other_holders_of_its_inputs (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .code = "X001371502", .km = "1");
  YlInventory *roads = g_steal_pointer (&county->roads);
  YlPolicy *policy = yl_policy_seal (g_steal_pointer (&county->policy), NULL);
  g_autoptr (YlBudget) budget =
      yl_budget_make (roads, county->entry, county->entity, policy, 2021, NULL);
  yl_inventory_free (roads);
  yl_policy_free (policy);
  g_clear_pointer (&county->entry, yl_entry_free);
  g_clear_pointer (&county->entity, yl_entity_free);
  const YlInventory *held = budget->inventory;
  assert_string_equal (yl_inventory_get_text (held, yl_inventory_get_road (held, 0)->route_code),
                       "X001371502");
  assert_string_equal (budget->entry->unit.entity, "");
  assert_string_equal (budget->entity->name, "东昌府区");
  assert_string_equal (yl_policy_get_head (budget->policy)->id, "test");
}

static void
an_entity_without_a_code_takes_the_general_values (void **state)
{
  YlTestCounty *county = *state;
  g_clear_pointer (&county->entity->code, g_free);
  yl_test_county_set (county, YL_GROUP_PAYER_SHARE, "", YL_PAYER_CITY, 1000000);
  yl_test_county_set (county, YL_GROUP_PAYER_SHARE, "371502", YL_PAYER_PROVINCE, 1000000);
  add_road (county, .km = "1");
  const YlFigures *figures = yl_test_county_get_figures (county);
  assert_fen_equal (yl_test_payer_fen (figures, YL_PAYER_CITY, YL_PURPOSE_DAILY), 1000000);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    test_with_silent_policy (the_largest_sum_that_fits_is_made),
    test_with_silent_policy (a_sum_that_does_not_fit_is_an_error_and_never_a_wrap),
    test_with_silent_policy (sources_that_do_not_fit_are_an_error),
    test_with_silent_policy (the_error_says_what_to_look_for),
    test_with_silent_policy (a_budget_keeps_all_that_it_was_made_of),
    test_with_county (a_budget_is_made_again_of_the_same_inputs_after_the_first_is_gone),
    test_with_county (a_budget_outlives_the_other_holders_of_its_inputs),
    test_with_county (an_entity_without_a_code_takes_the_general_values),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
