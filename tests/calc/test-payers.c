#include "support/assert.h"
#include "support/county.h"

static void
set_shares (YlTestCounty *county, const char *area, gint64 province, gint64 city, gint64 own)
{
  yl_test_county_set (county, YL_GROUP_PAYER_SHARE, area, YL_PAYER_PROVINCE, province);
  yl_test_county_set (county, YL_GROUP_PAYER_SHARE, area, YL_PAYER_CITY, city);
  yl_test_county_set (county, YL_GROUP_PAYER_SHARE, area, YL_PAYER_COUNTY, own);
}

static gint64
daily_fen (YlTestCounty *county, YlPayer payer)
{
  return yl_test_payer_fen (yl_test_county_get_figures (county), payer, YL_PURPOSE_DAILY);
}

static void
with_nothing_declared_grants_pay_and_the_county_closes_the_gap (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .km = "10");
  add_source (county, .level = YL_PAYER_CENTRAL, .yuan = 10000);
  add_source (county, .level = YL_PAYER_PROVINCE, .yuan = 20000);
  add_source (county, .level = YL_PAYER_CITY, .yuan = 5000);
  assert_fen_equal (daily_fen (county, YL_PAYER_PROVINCE), 3000000); /* the centre's with it */
  assert_fen_equal (daily_fen (county, YL_PAYER_CITY), 500000);
  assert_fen_equal (daily_fen (county, YL_PAYER_COUNTY), 6500000);
}

static void
the_gap_of_the_county_is_shown_even_when_it_is_nothing (void **state)
{
  YlTestCounty *county = *state;
  const YlFigures *figures = yl_test_county_get_figures (county);
  assert_number_equal (figures->payers->len, 1);
  assert_fen_equal (daily_fen (county, YL_PAYER_COUNTY), 0);
}

static void
declared_shares_divide_the_whole_standard_once (void **state)
{
  YlTestCounty *county = *state;
  set_shares (county, "", 300000, 200000, 500000);
  add_road (county, .m = 3);
  add_road (county, .m = 3, .road_class = YL_CLASS_VILLAGE);
  /* 30.00 + 9.00 yuan: 30%, 20%, 50% of 39.00 */
  assert_fen_equal (daily_fen (county, YL_PAYER_PROVINCE), 1170);
  assert_fen_equal (daily_fen (county, YL_PAYER_CITY), 780);
  assert_fen_equal (daily_fen (county, YL_PAYER_COUNTY), 1950);
}

static void
a_left_over_fen_goes_to_the_largest_remainder (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_set (county, YL_GROUP_DAILY_RATE, "", YL_RATE_SPECIAL, 1000);
  set_shares (county, "", 333333, 333333, 333334);
  add_road (county, .m = 100, .road_class = YL_CLASS_SPECIAL);
  /* 100 fen: 33.3333, 33.3333, 33.3334; the fen left over is the county's. */
  assert_fen_equal (daily_fen (county, YL_PAYER_PROVINCE), 33);
  assert_fen_equal (daily_fen (county, YL_PAYER_CITY), 33);
  assert_fen_equal (daily_fen (county, YL_PAYER_COUNTY), 34);
}

static void
of_equal_remainders_the_higher_level_is_served_first (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_set (county, YL_GROUP_DAILY_RATE, "", YL_RATE_SPECIAL, 1000);
  set_shares (county, "", 500000, 0, 500000);
  add_road (county, .m = 101, .road_class = YL_CLASS_SPECIAL); /* 101 fen */
  assert_fen_equal (daily_fen (county, YL_PAYER_PROVINCE), 51);
  assert_fen_equal (daily_fen (county, YL_PAYER_COUNTY), 50);
}

static void
the_shares_of_the_county_code_go_before_the_general_ones (void **state)
{
  YlTestCounty *county = *state;
  set_shares (county, "", 500000, 0, 500000);
  set_shares (county, "371502", 100000, 0, 900000);
  add_road (county, .km = "1");
  const YlFigures *figures = yl_test_county_get_figures (county);
  assert_fen_equal (daily_fen (county, YL_PAYER_PROVINCE), 100000);
  assert_int_equal (figures->payers_method, YL_PAYERS_BY_SHARE);
  assert_number_equal (g_array_index (figures->payers, YlPayerLine, 0).share_ppm, 100000);
}

static void
stacked_levels_pay_by_the_kilometre_and_the_county_the_rest (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_set (county, YL_GROUP_PAYER_RATE_PROVINCE, "", YL_CLASS_COUNTY, 350000);
  yl_test_county_set (county, YL_GROUP_PAYER_RATE_CITY, "", YL_CLASS_COUNTY, 150000);
  add_road (county, .km = "2");
  add_road (county, .km = "1", .road_class = YL_CLASS_VILLAGE);
  /* 2 km × 3500, 2 km × 1500; the rest of 20000 + 3000 yuan */
  assert_fen_equal (daily_fen (county, YL_PAYER_PROVINCE), 700000);
  assert_fen_equal (daily_fen (county, YL_PAYER_CITY), 300000);
  assert_fen_equal (daily_fen (county, YL_PAYER_COUNTY), 1300000);
}

static void
each_level_of_a_stack_is_rounded_by_row (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_set (county, YL_GROUP_PAYER_RATE_PROVINCE, "", YL_CLASS_COUNTY, 50);
  add_road (county, .m = 10);
  add_road (county, .m = 10);
  /* 0.5 fen a row, rounded to 1; the county takes 2 × 10000 − 2 fen. */
  assert_fen_equal (daily_fen (county, YL_PAYER_PROVINCE), 2);
  assert_fen_equal (daily_fen (county, YL_PAYER_COUNTY), 19998);
}

static void
no_level_of_a_stack_pays_more_than_is_left_of_the_row (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_set (county, YL_GROUP_PAYER_RATE_PROVINCE, "", YL_CLASS_VILLAGE, 200000);
  yl_test_county_set (county, YL_GROUP_PAYER_RATE_CITY, "", YL_CLASS_VILLAGE, 200000);
  add_road (county, .km = "1", .road_class = YL_CLASS_VILLAGE);
  const YlBudget *budget = yl_test_county_get_budget (county);
  /* 3000 yuan: the province 2000, the city what is left, the county nothing. */
  assert_fen_equal (yl_budget_get_road_stack (budget, 0)->province_fen, 200000);
  assert_fen_equal (yl_budget_get_road_stack (budget, 0)->city_fen, 100000);
  assert_fen_equal (daily_fen (county, YL_PAYER_COUNTY), 0);
}

static void
a_level_pays_in_its_list_of_places_only (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_set (county, YL_GROUP_PAYER_RATE_CITY, "371502006", YL_CLASS_COUNTY, 100000);
  add_road (county, .km = "1", .township_code = 371502006);
  add_road (county, .km = "1", .township_code = 371502005);
  add_road (county, .km = "1", .county_code = 371502);
  assert_fen_equal (daily_fen (county, YL_PAYER_CITY), 100000);
  assert_fen_equal (daily_fen (county, YL_PAYER_COUNTY), 2900000);
}

static void
a_road_of_nowhere_takes_the_stack_of_the_entity (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_set (county, YL_GROUP_PAYER_RATE_CITY, "371502", YL_CLASS_COUNTY, 100000);
  add_road (county, .km = "1");
  assert_fen_equal (daily_fen (county, YL_PAYER_CITY), 100000);
}

static void
urban_stretches_and_bridges_of_a_stack_are_the_countys (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_set (county, YL_GROUP_PAYER_RATE_PROVINCE, "", YL_CLASS_COUNTY, 100000);
  yl_test_county_set (county, YL_GROUP_BRIDGE_RATE, "", YL_BRIDGE_SMALL, 5000);
  yl_test_county_set_rate (county, YL_RATE_URBAN, 2000);
  add_road (county, .km = "1", .flags = YL_ROAD_URBAN);
  add_bridge (county, .size = YL_BRIDGE_SMALL);
  const YlFigures *figures = yl_test_county_get_figures (county);
  assert_number_equal (figures->payers->len, 1);
  assert_fen_equal (daily_fen (county, YL_PAYER_COUNTY), 205000); /* 2000 + 50 yuan */
}

static void
a_stack_of_other_places_leaves_grants_and_gap (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_set (county, YL_GROUP_PAYER_RATE_CITY, "141123", YL_CLASS_COUNTY, 100000);
  add_road (county, .km = "1", .county_code = 371502);
  add_source (county, .level = YL_PAYER_CITY, .yuan = 4000);
  const YlFigures *figures = yl_test_county_get_figures (county);
  assert_int_equal (figures->payers_method, YL_PAYERS_BY_GRANTS);
  assert_fen_equal (daily_fen (county, YL_PAYER_CITY), 400000);
  assert_null (yl_budget_get_road_stack (yl_test_county_get_budget (county), 0));
}

static void
shares_win_over_a_stack (void **state)
{
  YlTestCounty *county = *state;
  set_shares (county, "", 0, 0, 1000000);
  yl_test_county_set (county, YL_GROUP_PAYER_RATE_PROVINCE, "", YL_CLASS_COUNTY, 100000);
  add_road (county, .km = "1");
  assert_int_equal (yl_test_county_get_figures (county)->payers_method, YL_PAYERS_BY_SHARE);
  assert_fen_equal (daily_fen (county, YL_PAYER_COUNTY), 1000000);
}

static void
a_grant_for_another_purpose_pays_what_is_open_of_it (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_add_project (county, 1000, 100000);
  add_source (county, .level = YL_PAYER_CENTRAL, .purpose = YL_PURPOSE_ENGINEERING, .yuan = 50000);
  add_source (county, .level = YL_PAYER_PROVINCE, .purpose = YL_PURPOSE_ENGINEERING, .yuan = 20000);
  add_source (county, .level = YL_PAYER_CITY, .purpose = YL_PURPOSE_ENGINEERING, .yuan = 60000);
  const YlFigures *figures = yl_test_county_get_figures (county);
  const YlPurpose purpose = YL_PURPOSE_ENGINEERING;
  assert_fen_equal (yl_test_payer_fen (figures, YL_PAYER_PROVINCE, purpose), 7000000);
  assert_fen_equal (yl_test_payer_fen (figures, YL_PAYER_CITY, purpose), 3000000);
  assert_number_equal (figures->payers->len, 3); /* and the county's daily gap of nothing */
}

static void
a_grant_beyond_its_purpose_pays_no_more_than_the_purpose (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_add_project (county, 1000, 100);
  add_source (county, .level = YL_PAYER_PROVINCE, .purpose = YL_PURPOSE_ENGINEERING, .yuan = 101);
  const YlFigures *figures = yl_test_county_get_figures (county);
  assert_fen_equal (yl_test_payer_fen (figures, YL_PAYER_PROVINCE, YL_PURPOSE_ENGINEERING), 10000);
  assert_number_equal (figures->payers->len, 2); /* and the county's daily gap of nothing */
}

static void
running_cost_and_staff_without_grants_are_the_countys (void **state)
{
  YlTestCounty *county = *state;
  county->entry->other.running.fen = 500;
  county->entry->other.staff.fen = 700;
  const YlFigures *figures = yl_test_county_get_figures (county);
  assert_fen_equal (yl_test_payer_fen (figures, YL_PAYER_COUNTY, YL_PURPOSE_RUNNING), 500);
  assert_fen_equal (yl_test_payer_fen (figures, YL_PAYER_COUNTY, YL_PURPOSE_STAFF), 700);
}

/* City and county share 2 : 8 of 290 000 yuan; the province, without a share, gave 100 000, the city
 * 20 000, the county 30 000. */
static void
share_two_to_eight (YlTestCounty *county)
{
  yl_test_county_set (county, YL_GROUP_PAYER_SHARE, "", YL_PAYER_CITY, 200000);
  yl_test_county_set (county, YL_GROUP_PAYER_SHARE, "", YL_PAYER_COUNTY, 800000);
  add_road (county, .km = "10");
  add_road (county, .km = "20", .road_class = YL_CLASS_TOWNSHIP);
  add_road (county, .km = "30", .road_class = YL_CLASS_VILLAGE);
  add_source (county, .level = YL_PAYER_PROVINCE, .yuan = 100000);
  add_source (county, .level = YL_PAYER_CITY, .yuan = 20000);
  add_source (county, .level = YL_PAYER_COUNTY, .yuan = 30000);
}

static void
set_after_superior (YlTestCounty *county)
{
  yl_test_county_set (county, YL_GROUP_PAYER_SHARE, "", YL_SHARE_BASE_KEY, YL_SHARE_AFTER_SUPERIOR);
}

static void
shares_of_the_standard_do_not_see_a_grant_without_a_share (void **state)
{
  YlTestCounty *county = *state;
  share_two_to_eight (county);
  const YlFigures *figures = yl_test_county_get_figures (county);
  assert_fen_equal (daily_fen (county, YL_PAYER_CITY), 5800000);
  assert_fen_equal (daily_fen (county, YL_PAYER_COUNTY), 23200000);
  assert_number_equal (figures->payers->len, 2);
  assert_fen_equal (figures->daily.county_gap_fen, 23200000);
  assert_fen_equal (figures->daily.shared_fen, 29000000);
  assert_fen_equal (figures->daily.unshared_fen, 10000000);
}

static void
shares_after_superior_divide_what_a_grant_without_a_share_leaves (void **state)
{
  YlTestCounty *county = *state;
  share_two_to_eight (county);
  set_after_superior (county);
  const YlFigures *figures = yl_test_county_get_figures (county);
  assert_fen_equal (daily_fen (county, YL_PAYER_PROVINCE), 10000000);
  assert_fen_equal (daily_fen (county, YL_PAYER_CITY), 3800000);
  assert_fen_equal (daily_fen (county, YL_PAYER_COUNTY), 15200000);
  assert_fen_equal (figures->daily.county_gap_fen, 15200000);
  assert_fen_equal (figures->daily.shared_fen, 19000000);
}

static void
a_grant_of_a_level_with_a_share_is_no_part_of_what_goes_off_before (void **state)
{
  YlTestCounty *county = *state;
  set_shares (county, "", 100000, 0, 900000);
  set_after_superior (county);
  add_road (county, .km = "1");
  add_source (county, .level = YL_PAYER_PROVINCE, .yuan = 4000);
  add_source (county, .level = YL_PAYER_CITY, .yuan = 2000);
  /* 10 000 less the city's 2000: 8000 at 1 : 9 */
  assert_fen_equal (daily_fen (county, YL_PAYER_PROVINCE), 80000);
  assert_fen_equal (daily_fen (county, YL_PAYER_CITY), 200000);
  assert_fen_equal (daily_fen (county, YL_PAYER_COUNTY), 720000);
}

static void
grants_beyond_the_standard_leave_nothing_to_share (void **state)
{
  YlTestCounty *county = *state;
  set_shares (county, "", 0, 500000, 500000);
  set_after_superior (county);
  add_road (county, .km = "1");
  add_source (county, .level = YL_PAYER_CENTRAL, .yuan = 10001);
  assert_fen_equal (daily_fen (county, YL_PAYER_PROVINCE), 1000100);
  assert_fen_equal (daily_fen (county, YL_PAYER_COUNTY), 0);
  assert_fen_equal (yl_test_county_get_figures (county)->daily.county_gap_fen, 0);
}

static void
a_policy_that_is_dated_back_leaves_the_gap_what_no_grant_pays (void **state)
{
  YlTestCounty *county = *state;
  yl_policy_date_back (county->policy);
  share_two_to_eight (county);
  assert_fen_equal (yl_test_county_get_figures (county)->daily.county_gap_fen, 17000000);
  assert_fen_equal (daily_fen (county, YL_PAYER_COUNTY), 23200000);
}

static void
the_base_of_shares_counts_where_its_shares_do (void **state)
{
  YlTestCounty *county = *state;
  share_two_to_eight (county);
  set_after_superior (county);
  yl_test_county_set (county, YL_GROUP_PAYER_SHARE, "371502", YL_PAYER_COUNTY, 1000000);
  assert_fen_equal (daily_fen (county, YL_PAYER_COUNTY), 29000000);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    test_with_county (with_nothing_declared_grants_pay_and_the_county_closes_the_gap),
    test_with_county (the_gap_of_the_county_is_shown_even_when_it_is_nothing),
    test_with_county (declared_shares_divide_the_whole_standard_once),
    test_with_county (a_left_over_fen_goes_to_the_largest_remainder),
    test_with_county (of_equal_remainders_the_higher_level_is_served_first),
    test_with_county (the_shares_of_the_county_code_go_before_the_general_ones),
    test_with_county (shares_of_the_standard_do_not_see_a_grant_without_a_share),
    test_with_county (shares_after_superior_divide_what_a_grant_without_a_share_leaves),
    test_with_county (a_grant_of_a_level_with_a_share_is_no_part_of_what_goes_off_before),
    test_with_county (grants_beyond_the_standard_leave_nothing_to_share),
    test_with_county (a_policy_that_is_dated_back_leaves_the_gap_what_no_grant_pays),
    test_with_county (the_base_of_shares_counts_where_its_shares_do),
    test_with_county (stacked_levels_pay_by_the_kilometre_and_the_county_the_rest),
    test_with_county (each_level_of_a_stack_is_rounded_by_row),
    test_with_county (no_level_of_a_stack_pays_more_than_is_left_of_the_row),
    test_with_county (a_level_pays_in_its_list_of_places_only),
    test_with_county (a_road_of_nowhere_takes_the_stack_of_the_entity),
    test_with_county (urban_stretches_and_bridges_of_a_stack_are_the_countys),
    test_with_county (a_stack_of_other_places_leaves_grants_and_gap),
    test_with_county (shares_win_over_a_stack),
    test_with_county (a_grant_for_another_purpose_pays_what_is_open_of_it),
    test_with_county (a_grant_beyond_its_purpose_pays_no_more_than_the_purpose),
    test_with_county (running_cost_and_staff_without_grants_are_the_countys),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
