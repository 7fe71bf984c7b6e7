#include "support/assert.h"
#include "support/county.h"

static void
listed_is_counted_and_dead_end_and_duplicate (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .m = 1000);
  add_road (county, .m = 200, .flags = YL_ROAD_DUPLICATE);
  add_road (county, .m = 30, .flags = YL_ROAD_DEAD_END);
  const YlMileage *mileage = &yl_test_county_get_figures (county)->mileage;
  assert_number_equal (mileage->sections, 3);
  assert_number_equal (mileage->listed_m, 1230);
  assert_number_equal (mileage->counted_m, 1000);
  assert_number_equal (mileage->duplicate_m, 200);
  assert_number_equal (mileage->dead_end_m, 30);
}

static void
a_row_marked_both_is_a_dead_end (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .m = 500, .flags = YL_ROAD_DUPLICATE | YL_ROAD_DEAD_END);
  const YlMileage *mileage = &yl_test_county_get_figures (county)->mileage;
  assert_number_equal (mileage->dead_end_m, 500);
  assert_number_equal (mileage->duplicate_m, 0);
}

static void
urban_is_inside_counted_and_paid_nothing_without_a_rate (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .m = 700, .flags = YL_ROAD_URBAN);
  add_road (county, .m = 300);
  const YlFigures *figures = yl_test_county_get_figures (county);
  assert_number_equal (figures->mileage.counted_m, 1000);
  assert_number_equal (figures->mileage.urban_m, 700);
  assert_number_equal (figures->mileage.paid_m, 300);
  assert_fen_equal (figures->daily.roads_fen, 300000); /* 0.3 km × 10000 yuan */
}

static void
an_urban_duplicate_is_no_urban_kilometre (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .m = 700, .flags = YL_ROAD_URBAN | YL_ROAD_DUPLICATE);
  assert_number_equal (yl_test_county_get_figures (county)->mileage.urban_m, 0);
}

static void
urban_special_and_track_are_paid_where_the_policy_has_their_rates (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_set_rate (county, YL_RATE_URBAN, 2000);
  yl_test_county_set_rate (county, YL_RATE_SPECIAL, 1000);
  yl_test_county_set_rate (county, YL_RATE_TRACK, 500);
  add_road (county, .m = 1000, .flags = YL_ROAD_URBAN);
  add_road (county, .m = 1000, .road_class = YL_CLASS_SPECIAL);
  add_road (county, .m = 1000, .road_class = YL_CLASS_VILLAGE, .flags = YL_ROAD_TRACK);
  const YlFigures *figures = yl_test_county_get_figures (county);
  assert_fen_equal (figures->daily.roads_fen, 350000); /* 2000 + 1000 + 500 yuan */
  assert_fen_equal (yl_test_demand (figures, "daily.track")->amount_fen, 50000);
  assert_number_equal (figures->by_class[YL_CLASS_VILLAGE].paid_m, 1000);
}

static void
a_class_takes_its_rows_whatever_they_are_paid_as (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .m = 5, .road_class = YL_CLASS_COUNTY);
  add_road (county, .m = 6, .road_class = YL_CLASS_TOWNSHIP, .flags = YL_ROAD_URBAN);
  add_road (county, .m = 7, .road_class = YL_CLASS_VILLAGE, .flags = YL_ROAD_TRACK);
  add_road (county, .m = 8, .road_class = YL_CLASS_SPECIAL);
  const YlMileage *by_class = yl_test_county_get_figures (county)->by_class;
  assert_number_equal (by_class[YL_CLASS_COUNTY].counted_m, 5);
  assert_number_equal (by_class[YL_CLASS_TOWNSHIP].counted_m, 6);
  assert_number_equal (by_class[YL_CLASS_VILLAGE].counted_m, 7);
  assert_number_equal (by_class[YL_CLASS_SPECIAL].counted_m, 8);
}

static void
the_policy_chooses_which_kilometres_are_paid (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_set (county, YL_GROUP_MILEAGE, "", 0, YL_BASIS_MAINTAINED);
  add_road (county, .km = "10", .maintained = "8", .subsidised = "5");
  const YlFigures *figures = yl_test_county_get_figures (county);
  assert_number_equal (figures->mileage.paid_m, 8000);
  assert_fen_equal (figures->daily.standard_fen, 8000000); /* 8 × 10000 yuan */
}

/* A duplicate and a dead end with 列养里程 of 3 and 2 km, beside a road of 8 km. */
static void
add_marked_roads (YlTestCounty *county)
{
  yl_test_county_set (county, YL_GROUP_MILEAGE, "", 0, YL_BASIS_MAINTAINED);
  add_road (county, .km = "10", .maintained = "8", .subsidised = "5");
  add_road (county, .km = "3", .maintained = "3", .subsidised = "3", .flags = YL_ROAD_DUPLICATE);
  add_road (county, .km = "2", .maintained = "2", .subsidised = "2", .flags = YL_ROAD_DEAD_END);
}

static void
a_marked_road_is_paid_by_no_kilometres_of_any_column (void **state)
{
  YlTestCounty *county = *state;
  add_marked_roads (county);
  const YlFigures *figures = yl_test_county_get_figures (county);
  assert_number_equal (figures->mileage.paid_m, 8000);
  assert_number_equal (figures->mileage.maintained_m, 13000); /* 列养 all the same */
  assert_fen_equal (figures->standard_by_basis_fen[YL_BASIS_MAINTAINED], 8000000);
  assert_fen_equal (figures->standard_by_basis_fen[YL_BASIS_SUBSIDISED], 5000000);
}

static void
a_policy_that_is_dated_back_pays_marked_roads_as_it_did (void **state)
{
  YlTestCounty *county = *state;
  yl_policy_date_back (county->policy);
  add_marked_roads (county);
  const YlFigures *figures = yl_test_county_get_figures (county);
  assert_number_equal (figures->mileage.paid_m, 13000);
  assert_fen_equal (figures->standard_by_basis_fen[YL_BASIS_SUBSIDISED], 10000000);
}

static void
what_the_other_ways_of_counting_would_give_stands_beside (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .km = "10", .maintained = "8", .subsidised = "5");
  add_road (county, .km = "1", .maintained = "0", .subsidised = "0", .flags = YL_ROAD_DEAD_END);
  const YlFigures *figures = yl_test_county_get_figures (county);
  assert_fen_equal (figures->standard_by_basis_fen[YL_BASIS_COUNTED], 10000000);
  assert_fen_equal (figures->standard_by_basis_fen[YL_BASIS_MAINTAINED], 8000000);
  assert_fen_equal (figures->standard_by_basis_fen[YL_BASIS_SUBSIDISED], 5000000);
  assert_true (figures->is_basis_known[YL_BASIS_SUBSIDISED]);
}

static void
a_way_of_counting_without_its_column_is_unknown (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .km = "10", .maintained = "0");
  const YlFigures *figures = yl_test_county_get_figures (county);
  assert_true (figures->is_basis_known[YL_BASIS_COUNTED]);
  assert_true (figures->is_basis_known[YL_BASIS_MAINTAINED]);
  assert_false (figures->is_basis_known[YL_BASIS_SUBSIDISED]);
}

static void
an_empty_county_comes_to_nothing (void **state)
{
  const YlFigures *figures = yl_test_county_get_figures (*state);
  assert_number_equal (figures->mileage.sections, 0);
  assert_fen_equal (figures->demand_fen, 0);
  assert_number_equal (figures->townships->len, 0);
  assert_number_equal (figures->payees->len, 0);
  assert_true (figures->is_basis_known[YL_BASIS_COUNTED]);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    test_with_county (listed_is_counted_and_dead_end_and_duplicate),
    test_with_county (a_row_marked_both_is_a_dead_end),
    test_with_county (urban_is_inside_counted_and_paid_nothing_without_a_rate),
    test_with_county (an_urban_duplicate_is_no_urban_kilometre),
    test_with_county (urban_special_and_track_are_paid_where_the_policy_has_their_rates),
    test_with_county (a_class_takes_its_rows_whatever_they_are_paid_as),
    test_with_county (the_policy_chooses_which_kilometres_are_paid),
    test_with_county (a_marked_road_is_paid_by_no_kilometres_of_any_column),
    test_with_county (a_policy_that_is_dated_back_pays_marked_roads_as_it_did),
    test_with_county (what_the_other_ways_of_counting_would_give_stands_beside),
    test_with_county (a_way_of_counting_without_its_column_is_unknown),
    test_with_county (an_empty_county_comes_to_nothing),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
