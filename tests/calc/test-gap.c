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

/* Staff asks 1000, works 5000; each has what @sources give it, and never what another has over. */
static void
each_purpose_is_open_by_itself (void **state)
{
  YlTestCounty *county = *state;
  county->entry->other.staff.fen = 100000;
  yl_test_county_add_project (county, 1000, 5000);
  add_source (county, .level = YL_PAYER_CITY, .purpose = YL_PURPOSE_STAFF, .yuan = 1500);
  add_source (county, .level = YL_PAYER_PROVINCE, .purpose = YL_PURPOSE_ENGINEERING, .yuan = 3000);
  add_source (county, .level = YL_PAYER_SOCIAL, .purpose = YL_PURPOSE_ENGINEERING, .yuan = 500);
  add_source (county, .level = YL_PAYER_COUNTY, .yuan = 100001);
  const YlFigures *figures = yl_test_county_get_figures (county);
  const YlPurposeMoney *by_purpose = figures->by_purpose;
  assert_fen_equal (by_purpose[YL_PURPOSE_STAFF].funded_fen, 150000);
  assert_fen_equal (by_purpose[YL_PURPOSE_STAFF].unfunded_fen, 0);
  assert_fen_equal (by_purpose[YL_PURPOSE_ENGINEERING].funded_fen, 350000);
  assert_fen_equal (by_purpose[YL_PURPOSE_ENGINEERING].unfunded_fen, 150000);
  assert_fen_equal (by_purpose[YL_PURPOSE_DAILY].unfunded_fen, 0);
  assert_fen_equal (figures->other_unfunded_fen, 150000);
}

static void
what_is_open_of_the_daily_money_is_not_among_the_other (void **state)
{
  const YlFigures *figures = yl_test_county_get_figures (*state);
  assert_fen_equal (figures->by_purpose[YL_PURPOSE_DAILY].unfunded_fen, 10000000);
  assert_fen_equal (figures->other_unfunded_fen, 0);
}

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
    test_with_ten_km (each_purpose_is_open_by_itself),
    test_with_ten_km (what_is_open_of_the_daily_money_is_not_among_the_other),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
