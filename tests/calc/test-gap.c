#include "support/assert.h"
#include "support/county.h"

/* 10 km of county road: the standard is 100 000 yuan. */
static int
set_up (void **state)
{
  yl_test_county_set_up (state);
  add_road (*state, .km = "10");
  return 0;
}

static void
the_county_owes_all_that_no_grant_pays (void **state)
{
  const YlDaily *daily = &yl_test_county_get_figures (*state)->daily;
  assert_fen_equal (daily->county_gap_fen, 10000000);
  assert_fen_equal (daily->funded_fen, 0);
  assert_fen_equal (daily->unfunded_fen, 10000000);
}

static void
daily_grants_of_three_levels_lower_the_gap (void **state)
{
  YlTestCounty *county = *state;
  add_source (county, .level = YL_PAYER_CENTRAL, .yuan = 10000);
  add_source (county, .level = YL_PAYER_PROVINCE, .yuan = 20000);
  add_source (county, .level = YL_PAYER_CITY, .yuan = 30000);
  const YlDaily *daily = &yl_test_county_get_figures (county)->daily;
  assert_fen_equal (daily->superior_grants_fen, 6000000);
  assert_fen_equal (daily->county_gap_fen, 4000000);
}

static void
money_of_county_and_township_funds_but_leaves_the_gap (void **state)
{
  YlTestCounty *county = *state;
  add_source (county, .level = YL_PAYER_COUNTY, .yuan = 25000);
  add_source (county, .level = YL_PAYER_TOWNSHIP, .yuan = 5000);
  const YlDaily *daily = &yl_test_county_get_figures (county)->daily;
  assert_fen_equal (daily->county_gap_fen, 10000000);
  assert_fen_equal (daily->funded_fen, 3000000);
  assert_fen_equal (daily->unfunded_fen, 7000000);
}

static void
a_gap_of_nothing_is_no_surplus (void **state)
{
  YlTestCounty *county = *state;
  add_source (county, .level = YL_PAYER_PROVINCE, .yuan = 100000);
  const YlDaily *daily = &yl_test_county_get_figures (county)->daily;
  assert_fen_equal (daily->county_gap_fen, 0);
  assert_fen_equal (daily->unfunded_fen, 0);
  assert_fen_equal (daily->surplus_fen, 0);
}

static void
what_is_granted_beyond_the_standard_is_a_surplus (void **state)
{
  YlTestCounty *county = *state;
  add_source (county, .level = YL_PAYER_PROVINCE, .yuan = 100001);
  const YlDaily *daily = &yl_test_county_get_figures (county)->daily;
  assert_fen_equal (daily->county_gap_fen, 0);
  assert_fen_equal (daily->surplus_fen, 100);
}

static void
social_money_stands_beside_whoever_holds_it (void **state)
{
  YlTestCounty *county = *state;
  add_source (county, .level = YL_PAYER_SOCIAL, .fund = YL_FUND_SOCIAL, .yuan = 4000);
  add_source (county, .level = YL_PAYER_CITY, .fund = YL_FUND_SOCIAL, .yuan = 3000);
  add_source (county, .level = YL_PAYER_SOCIAL, .fund = YL_FUND_GENERAL, .yuan = 2000);
  const YlDaily *daily = &yl_test_county_get_figures (county)->daily;
  assert_fen_equal (daily->social_fen, 900000);
  assert_fen_equal (daily->funded_fen, 0);
  assert_fen_equal (daily->county_gap_fen, 10000000);
}

static void
engineering_money_is_never_netted_against_daily (void **state)
{
  YlTestCounty *county = *state;
  add_source (county, .level = YL_PAYER_PROVINCE, .purpose = YL_PURPOSE_ENGINEERING, .yuan = 90000);
  const YlDaily *daily = &yl_test_county_get_figures (county)->daily;
  assert_fen_equal (daily->superior_grants_fen, 0);
  assert_fen_equal (daily->county_gap_fen, 10000000);
}

#define test_with_ten_km(test)                                                                     \
  cmocka_unit_test_setup_teardown (test, set_up, yl_test_county_tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    test_with_ten_km (the_county_owes_all_that_no_grant_pays),
    test_with_ten_km (daily_grants_of_three_levels_lower_the_gap),
    test_with_ten_km (money_of_county_and_township_funds_but_leaves_the_gap),
    test_with_ten_km (a_gap_of_nothing_is_no_surplus),
    test_with_ten_km (what_is_granted_beyond_the_standard_is_a_surplus),
    test_with_ten_km (social_money_stands_beside_whoever_holds_it),
    test_with_ten_km (engineering_money_is_never_netted_against_daily),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
