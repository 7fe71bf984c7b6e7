#include "support/assert.h"
#include "support/county.h"

/* The range of the seed: 2% to 3%. */
static int
set_up (void **state)
{
  yl_test_county_set_up (state);
  yl_test_county_set (*state, YL_GROUP_LAND_REVENUE, "", YL_LAND_MIN_SHARE, 20000);
  yl_test_county_set (*state, YL_GROUP_LAND_REVENUE, "", YL_LAND_MAX_SHARE, 30000);
  yl_test_county_set (*state, YL_GROUP_LAND_REVENUE, "", YL_LAND_BASIS, 0);
  return 0;
}

static const YlLandLine *
land_line (YlTestCounty *county, guint index)
{
  return &g_array_index (yl_test_county_get_figures (county)->land, YlLandLine, index);
}

static void
what_is_due_is_the_chosen_share_of_the_net (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_add_land (county, YL_PAYER_COUNTY, 10000000, 6000000, 25000);
  const YlLandLine *line = land_line (county, 0);
  assert_fen_equal (line->net_fen, 400000000); /* 10 000 000 − 6 000 000 yuan */
  assert_fen_equal (line->due_fen, 10000000);  /* × 2.5% */
  assert_fen_equal (line->min_fen, 8000000);
  assert_fen_equal (line->max_fen, 12000000);
  assert_true (line->is_share_chosen);
}

static void
where_nobody_chose_the_minimum_is_due (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_add_land (county, YL_PAYER_COUNTY, 4000000, 0, -1);
  const YlLandLine *line = land_line (county, 0);
  assert_number_equal (line->share_ppm, 20000);
  assert_fen_equal (line->due_fen, line->min_fen);
  assert_false (line->is_share_chosen);
}

static void
the_default_of_the_policy_goes_before_the_minimum (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_set (county, YL_GROUP_LAND_REVENUE, "", YL_LAND_DEFAULT_SHARE, 27500);
  yl_test_county_add_land (county, YL_PAYER_COUNTY, 4000000, 0, -1);
  assert_fen_equal (land_line (county, 0)->due_fen, 11000000); /* 4 000 000 × 2.75% */
}

static void
a_net_below_zero_counts_as_none_and_is_flagged (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_add_land (county, YL_PAYER_COUNTY, 1000, 1001, 20000);
  const YlLandLine *line = land_line (county, 0);
  assert_true (line->is_negative);
  assert_fen_equal (line->net_fen, 0);
  assert_fen_equal (line->due_fen, 0);
}

static void
a_net_of_zero_is_not_flagged (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_add_land (county, YL_PAYER_COUNTY, 1000, 1000, 20000);
  assert_false (land_line (county, 0)->is_negative);
}

static void
all_eight_costs_are_taken_off (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_add_land (county, YL_PAYER_COUNTY, 1000, 0, -1);
  YlLandEntry *entry = &g_array_index (county->entry->land, YlLandEntry, 0);
  for (guint i = 0; i < YL_N_LAND_COSTS; i++)
    entry->costs[i].fen = 1 << i; /* 1 + 2 + … + 128 = 255 */
  assert_fen_equal (land_line (county, 0)->cost_fen, 255);
  assert_fen_equal (land_line (county, 0)->net_fen, 99745);
}

static void
the_due_is_rounded_half_up (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_add_land (county, YL_PAYER_COUNTY, 0, 0, 20000);
  g_array_index (county->entry->land, YlLandEntry, 0).income.fen = 25;
  assert_fen_equal (land_line (county, 0)->due_fen, 1); /* 25 × 2% = 0.5 fen */
}

static void
booked_is_land_money_of_that_level_for_any_purpose (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_add_land (county, YL_PAYER_COUNTY, 0, 0, -1);
  yl_test_county_add_land (county, YL_PAYER_CITY, 0, 0, -1);
  add_source (county, .level = YL_PAYER_COUNTY, .kind = YL_KIND_LAND, .yuan = 10);
  add_source (county, .level = YL_PAYER_COUNTY, .kind = YL_KIND_LAND,
              .purpose = YL_PURPOSE_CONSTRUCTION, .yuan = 5);
  add_source (county, .level = YL_PAYER_CITY, .kind = YL_KIND_LAND, .yuan = 3);
  add_source (county, .level = YL_PAYER_COUNTY, .kind = YL_KIND_GRANT, .yuan = 100);
  /* City before county, whatever their order in the sheet. */
  assert_int_equal (land_line (county, 0)->payer, YL_PAYER_CITY);
  assert_fen_equal (land_line (county, 0)->booked_fen, 300);
  assert_fen_equal (land_line (county, 1)->booked_fen, 1500);
}

#define test_with_land(test)                                                                       \
  cmocka_unit_test_setup_teardown (test, set_up, yl_test_county_tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    test_with_land (what_is_due_is_the_chosen_share_of_the_net),
    test_with_land (where_nobody_chose_the_minimum_is_due),
    test_with_land (the_default_of_the_policy_goes_before_the_minimum),
    test_with_land (a_net_below_zero_counts_as_none_and_is_flagged),
    test_with_land (a_net_of_zero_is_not_flagged),
    test_with_land (all_eight_costs_are_taken_off),
    test_with_land (the_due_is_rounded_half_up),
    test_with_land (booked_is_land_money_of_that_level_for_any_purpose),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
