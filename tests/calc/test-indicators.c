#include "support/assert.h"
#include "support/county.h"

/* The seed's targets: 100%, 7%, 80%. */
static int
set_up (void **state)
{
  yl_test_county_set_up (state);
  yl_test_county_set (*state, YL_GROUP_TARGET, "", YL_INDICATOR_MAINTAINED, 1000000);
  yl_test_county_set (*state, YL_GROUP_TARGET, "", YL_INDICATOR_ENGINEERING, 70000);
  yl_test_county_set (*state, YL_GROUP_TARGET, "", YL_INDICATOR_FAIR_OR_BETTER, 800000);
  return 0;
}

static const YlIndicatorLine *
indicator (YlTestCounty *county, YlIndicatorKind kind)
{
  return &yl_test_county_get_figures (county)->indicators[kind];
}

static void
all_maintained_is_all_met (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .km = "3", .maintained = "3");
  const YlIndicatorLine *line = indicator (county, YL_INDICATOR_MAINTAINED);
  assert_number_equal (line->actual_ppm, 1000000);
  assert_true (line->is_met);
}

static void
a_metre_not_maintained_misses_although_it_rounds_to_the_whole (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .km = "3000", .maintained = "2999.999");
  const YlIndicatorLine *line = indicator (county, YL_INDICATOR_MAINTAINED);
  assert_number_equal (line->actual_ppm, 1000000); /* 0.99999967 */
  assert_false (line->is_met);
}

static void
maintained_is_measured_against_counted_not_listed (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .km = "3", .maintained = "3");
  add_road (county, .km = "1", .maintained = "0", .flags = YL_ROAD_DUPLICATE);
  assert_number_equal (indicator (county, YL_INDICATOR_MAINTAINED)->whole_m, 3000);
  assert_true (indicator (county, YL_INDICATOR_MAINTAINED)->is_met);
}

static void
without_the_column_maintained_and_engineering_are_unknown (void **state)
{
  YlTestCounty *county = *state;
  county->columns = 1u << YL_COLUMN_LAST_WORKS;
  add_road (county, .km = "3", .last_works = 2020);
  assert_false (indicator (county, YL_INDICATOR_MAINTAINED)->is_known);
  assert_false (indicator (county, YL_INDICATOR_ENGINEERING)->is_known);
  assert_false (indicator (county, YL_INDICATOR_ENGINEERING)->is_met);
}

static void
engineering_counts_works_of_the_base_year_only (void **state)
{
  YlTestCounty *county = *state;
  county->columns = 1u << YL_COLUMN_LAST_WORKS;
  add_road (county, .km = "7", .maintained = "7", .last_works = 2020);
  add_road (county, .km = "13", .maintained = "13", .last_works = 2019);
  add_road (county, .km = "80", .maintained = "80", .last_works = 2021);
  const YlIndicatorLine *line = indicator (county, YL_INDICATOR_ENGINEERING);
  assert_number_equal (line->part_m, 7000);
  assert_number_equal (line->actual_ppm, 70000);
  assert_true (line->is_met); /* exactly 7% */
}

static void
a_metre_less_than_the_target_is_missed (void **state)
{
  YlTestCounty *county = *state;
  county->columns = 1u << YL_COLUMN_LAST_WORKS;
  add_road (county, .m = 6999, .maintained = "6.999", .last_works = 2020);
  add_road (county, .m = 93001, .maintained = "93.001");
  assert_false (indicator (county, YL_INDICATOR_ENGINEERING)->is_met);
}

static void
the_figure_of_the_unit_sheet_goes_before_the_column (void **state)
{
  YlTestCounty *county = *state;
  county->entry->unit.has_engineering = TRUE;
  county->entry->unit.engineering.m = 500;
  add_road (county, .km = "10", .maintained = "10", .last_works = 2020);
  const YlIndicatorLine *line = indicator (county, YL_INDICATOR_ENGINEERING);
  assert_true (line->is_known);
  assert_number_equal (line->actual_ppm, 50000); /* 0.5 of 10 km */
}

/* Works on 6.5 km of 100 km that count, of which 90 km are maintained. */
static void
add_works (YlTestCounty *county)
{
  county->columns = 1u << YL_COLUMN_LAST_WORKS;
  add_road (county, .km = "6.5", .maintained = "6.5", .last_works = 2020);
  add_road (county, .km = "83.5", .maintained = "83.5", .last_works = 2016);
  add_road (county, .km = "10", .maintained = "0", .last_works = 2015);
}

static void
works_are_measured_against_what_the_policy_names (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_set (county, YL_GROUP_TARGET, "", YL_ENGINEERING_BASE_KEY, YL_BASIS_COUNTED);
  add_works (county);
  const YlIndicatorLine *line = indicator (county, YL_INDICATOR_ENGINEERING);
  assert_number_equal (line->actual_ppm, 65000);
  assert_number_equal (line->whole_m, 100000);
  assert_false (line->is_met);
}

/* Of the five years to 2020 there are 90 km, of 5 × 90: 2015 is a year too early. */
static void
the_yearly_mean_of_works_is_of_the_years_that_the_policy_names (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_set (county, YL_GROUP_TARGET, "", YL_ENGINEERING_YEARS_KEY, 5);
  add_works (county);
  const YlIndicatorLine *line = indicator (county, YL_INDICATOR_ENGINEERING);
  assert_number_equal (line->part_m, 90000);
  assert_number_equal (line->whole_m, 450000);
  assert_number_equal (line->actual_ppm, 200000);
}

static void
the_figure_of_the_unit_sheet_is_of_a_year (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_set (county, YL_GROUP_TARGET, "", YL_ENGINEERING_YEARS_KEY, 5);
  county->entry->unit.has_engineering = TRUE;
  county->entry->unit.engineering.m = 6300;
  add_works (county);
  const YlIndicatorLine *line = indicator (county, YL_INDICATOR_ENGINEERING);
  assert_number_equal (line->actual_ppm, 70000); /* 6.3 of 90 km */
  assert_true (line->is_met);
}

static void
no_works_at_all_is_known_when_the_column_is_there (void **state)
{
  YlTestCounty *county = *state;
  county->columns = 1u << YL_COLUMN_LAST_WORKS;
  add_road (county, .km = "10", .maintained = "10");
  const YlIndicatorLine *line = indicator (county, YL_INDICATOR_ENGINEERING);
  assert_true (line->is_known);
  assert_number_equal (line->actual_ppm, 0);
}

static void
fair_or_better_is_measured_against_what_was_assessed (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .km = "1", .condition = YL_CONDITION_EXCELLENT);
  add_road (county, .km = "2", .condition = YL_CONDITION_GOOD);
  add_road (county, .km = "1", .condition = YL_CONDITION_FAIR);
  add_road (county, .m = 600, .condition = YL_CONDITION_POOR);
  add_road (county, .m = 400, .condition = YL_CONDITION_BAD);
  add_road (county, .km = "9");
  const YlIndicatorLine *line = indicator (county, YL_INDICATOR_FAIR_OR_BETTER);
  assert_number_equal (line->part_m, 4000);
  assert_number_equal (line->whole_m, 5000);
  assert_number_equal (line->unassessed_m, 9000);
  assert_true (line->is_met); /* exactly 80% */
}

static void
nothing_assessed_is_not_judged (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .km = "9");
  const YlIndicatorLine *line = indicator (county, YL_INDICATOR_FAIR_OR_BETTER);
  assert_false (line->is_known);
  assert_false (line->is_met);
}

static void
a_ratio_is_rounded_half_up_for_show (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .m = 2, .condition = YL_CONDITION_GOOD);
  add_road (county, .m = 1, .condition = YL_CONDITION_BAD);
  assert_number_equal (indicator (county, YL_INDICATOR_FAIR_OR_BETTER)->actual_ppm, 666667);
}

static void
without_a_target_there_is_no_verdict (void **state)
{
  YlTestCounty *county = yl_test_county_new ();
  (void) state;
  add_road (county, .km = "1", .maintained = "1");
  const YlIndicatorLine *line = indicator (county, YL_INDICATOR_MAINTAINED);
  assert_null (line->target);
  assert_true (line->is_known);
  assert_false (line->is_met);
  yl_test_county_free (county);
}

#define test_with_targets(test)                                                                    \
  cmocka_unit_test_setup_teardown (test, set_up, yl_test_county_tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    test_with_targets (all_maintained_is_all_met),
    test_with_targets (a_metre_not_maintained_misses_although_it_rounds_to_the_whole),
    test_with_targets (maintained_is_measured_against_counted_not_listed),
    test_with_targets (without_the_column_maintained_and_engineering_are_unknown),
    test_with_targets (engineering_counts_works_of_the_base_year_only),
    test_with_targets (a_metre_less_than_the_target_is_missed),
    test_with_targets (the_figure_of_the_unit_sheet_goes_before_the_column),
    test_with_targets (works_are_measured_against_what_the_policy_names),
    test_with_targets (the_yearly_mean_of_works_is_of_the_years_that_the_policy_names),
    test_with_targets (the_figure_of_the_unit_sheet_is_of_a_year),
    test_with_targets (no_works_at_all_is_known_when_the_column_is_there),
    test_with_targets (fair_or_better_is_measured_against_what_was_assessed),
    test_with_targets (nothing_assessed_is_not_judged),
    test_with_targets (a_ratio_is_rounded_half_up_for_show),
    cmocka_unit_test (without_a_target_there_is_no_verdict),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
