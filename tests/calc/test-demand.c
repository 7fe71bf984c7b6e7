#include "support/assert.h"
#include "support/county.h"

static void
assert_codes (const YlFigures *figures, const char *expected)
{
  g_autoptr (GString) codes = g_string_new (NULL);
  for (guint i = 0; i < figures->demand->len; i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? " " : "",
                            g_array_index (figures->demand, YlDemandLine, i).code);
  assert_string_equal (codes->str, expected);
}

static void
the_three_classes_are_listed_even_when_empty (void **state)
{
  assert_codes (yl_test_county_get_figures (*state), "daily.county daily.township daily.village");
}

static void
every_line_has_its_place (void **state)
{
  YlTestCounty *county = *state;
  YlOther *other = &county->entry->other;
  other->running.fen = other->staff.fen = other->road_chief.fen = other->insurance.fen = 100;
  yl_test_county_add_project (county, 1000, 5);
  yl_test_county_set (county, YL_GROUP_BRIDGE_RATE, "", YL_BRIDGE_SMALL, 100);
  yl_test_county_set (county, YL_GROUP_BRIDGE_RATE_PER_METRE, "", YL_CLASS_VILLAGE, 1);
  add_bridge (county, .size = YL_BRIDGE_SMALL, .road_class = YL_CLASS_VILLAGE, .m = 9);
  add_road (county, .flags = YL_ROAD_TRACK);
  add_road (county, .flags = YL_ROAD_URBAN);
  add_road (county, .road_class = YL_CLASS_SPECIAL);
  assert_codes (yl_test_county_get_figures (county),
                "daily.county daily.township daily.village daily.special daily.urban daily.track "
                "bridge.small bridge-metre.village running staff road-chief insurance "
                "engineering");
}

static void
a_line_shows_length_rate_count_and_clause (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .m = 1500, .road_class = YL_CLASS_TOWNSHIP);
  add_road (county, .m = 500, .road_class = YL_CLASS_TOWNSHIP);
  add_road (county, .m = 400, .road_class = YL_CLASS_TOWNSHIP, .flags = YL_ROAD_DUPLICATE);
  const YlDemandLine *line = yl_test_demand (yl_test_county_get_figures (county), "daily.township");
  assert_number_equal (line->length_m, 2000);
  assert_number_equal (line->count, 2); /* the duplicate is not paid */
  assert_fen_equal (line->rate_fen, 500000);
  assert_fen_equal (line->amount_fen, 1000000); /* 2 km × 5000 yuan */
  assert_string_equal (line->basis->clause, "二（二）1");
  assert_string_equal (line->title, "乡道日常养护");
}

static void
a_total_is_a_sum_of_rounded_rows (void **state)
{
  YlTestCounty *county = *state;
  /* 0.01 yuan per km: 500 m are half a fen, rounded up to one; three of them are 3 fen, where
   * 1500 m at once would be 2. */
  yl_test_county_set (county, YL_GROUP_DAILY_RATE, "", YL_RATE_SPECIAL, 1);
  for (guint i = 0; i < 3; i++)
    add_road (county, .m = 500, .road_class = YL_CLASS_SPECIAL);
  assert_fen_equal (
      yl_test_demand (yl_test_county_get_figures (county), "daily.special")->amount_fen, 3);
}

static void
a_bridge_is_paid_by_its_size_and_by_its_metres (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_set (county, YL_GROUP_BRIDGE_RATE, "", YL_BRIDGE_LARGE, 500000);
  yl_test_county_set (county, YL_GROUP_BRIDGE_RATE_PER_METRE, "", YL_CLASS_COUNTY, 2050);
  add_bridge (county, .size = YL_BRIDGE_LARGE, .road_class = YL_CLASS_COUNTY, .m = 120);
  const YlFigures *figures = yl_test_county_get_figures (county);
  assert_fen_equal (yl_test_demand (figures, "bridge.large")->amount_fen, 500000);
  assert_fen_equal (yl_test_demand (figures, "bridge-metre.county")->amount_fen, 246000);
  assert_number_equal (yl_test_demand (figures, "bridge-metre.county")->length_m, 120);
  assert_fen_equal (figures->daily.bridges_fen, 746000); /* 5000 + 120 × 20.50 yuan */
  assert_fen_equal (figures->daily.standard_fen, 746000);
}

/* 20.50 + 32.04 m at 60 yuan the metre; 53 m of them are shown beside kilometres of road. */
static void
a_bridge_is_paid_to_the_centimetre (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_set (county, YL_GROUP_BRIDGE_RATE_PER_METRE, "", YL_CLASS_COUNTY, 6000);
  add_bridge (county, .road_class = YL_CLASS_COUNTY, .m = 20, .cm = 50);
  add_bridge (county, .road_class = YL_CLASS_COUNTY, .m = 32, .cm = 4);
  const YlBudget *budget = yl_test_county_get_budget (county);
  assert_fen_equal (budget->bridges[0].by_metre_fen, 123000);
  assert_fen_equal (budget->bridges[1].by_metre_fen, 192240);
  assert_fen_equal (budget->figures->daily.bridges_fen, 315240);
  const YlDemandLine *line = yl_test_demand (budget->figures, "bridge-metre.county");
  assert_number_equal (line->length_m, 53);
}

/* 0.5 fen is a fen, and 0.49 none. */
static void
the_amount_of_a_bridge_is_rounded_half_up_once (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_set (county, YL_GROUP_BRIDGE_RATE_PER_METRE, "", YL_CLASS_COUNTY, 50);
  yl_test_county_set (county, YL_GROUP_BRIDGE_RATE_PER_METRE, "", YL_CLASS_VILLAGE, 49);
  add_bridge (county, .road_class = YL_CLASS_COUNTY, .cm = 1);
  add_bridge (county, .road_class = YL_CLASS_VILLAGE, .cm = 1);
  const YlBudget *budget = yl_test_county_get_budget (county);
  assert_fen_equal (budget->bridges[0].by_metre_fen, 1);
  assert_fen_equal (budget->bridges[1].by_metre_fen, 0);
}

static void
a_bridge_of_unknown_size_or_class_is_paid_only_for_what_is_known (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_set (county, YL_GROUP_BRIDGE_RATE, "", YL_BRIDGE_LARGE, 500000);
  yl_test_county_set (county, YL_GROUP_BRIDGE_RATE_PER_METRE, "", YL_CLASS_COUNTY, 2000);
  add_bridge (county, .size = YL_BRIDGE_SIZE_UNKNOWN, .road_class = YL_CLASS_COUNTY, .m = 10);
  add_bridge (county, .size = YL_BRIDGE_LARGE, .road_class = YL_N_CLASSES, .m = 10);
  add_bridge (county, .size = YL_BRIDGE_SMALL, .road_class = YL_CLASS_VILLAGE, .m = 10);
  const YlBudget *budget = yl_test_county_get_budget (county);
  assert_fen_equal (budget->bridges[0].by_metre_fen, 20000);
  assert_fen_equal (budget->bridges[0].by_size_fen, 0);
  assert_fen_equal (budget->bridges[1].by_size_fen, 500000);
  assert_fen_equal (budget->figures->daily.bridges_fen, 520000);
}

static void
projects_make_one_line_of_engineering (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_add_project (county, 1200, 300000);
  yl_test_county_add_project (county, 800, 200000);
  const YlFigures *figures = yl_test_county_get_figures (county);
  const YlDemandLine *line = yl_test_demand (figures, "engineering");
  assert_number_equal (line->length_m, 2000);
  assert_number_equal (line->count, 2);
  assert_fen_equal (line->amount_fen, 50000000);
  assert_fen_equal (figures->daily.standard_fen, 0); /* never inside the per-km money */
  assert_fen_equal (figures->demand_fen, 50000000);
}

static void
last_year_stands_beside_its_line_even_where_this_year_has_none (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_add_last_year (county, "daily.county", 70);
  yl_test_county_add_last_year (county, "staff", 30);
  const YlFigures *figures = yl_test_county_get_figures (county);
  assert_fen_equal (yl_test_demand (figures, "daily.county")->last_year_fen, 7000);
  assert_true (yl_test_demand (figures, "staff")->has_last_year);
  assert_fen_equal (yl_test_demand (figures, "staff")->amount_fen, 0);
  assert_false (yl_test_demand (figures, "daily.village")->has_last_year);
  assert_fen_equal (figures->last_year_fen, 10000); /* 70 + 30 yuan: no total was given */
}

static void
the_total_of_last_year_is_the_one_given_before_the_one_added_up (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_add_last_year (county, "daily.county", 70);
  county->entry->unit.last_year.fen = 9900;
  county->entry->unit.has_last_year = TRUE;
  assert_fen_equal (yl_test_county_get_figures (county)->last_year_fen, 9900);
}

static void
a_line_called_total_goes_before_the_unit_sheet (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_add_last_year (county, "total", 88);
  county->entry->unit.last_year.fen = 9900;
  county->entry->unit.has_last_year = TRUE;
  assert_fen_equal (yl_test_county_get_figures (county)->last_year_fen, 8800);
}

static void
without_any_figure_last_year_is_unknown (void **state)
{
  assert_false (yl_test_county_get_figures (*state)->has_last_year);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    test_with_county (the_three_classes_are_listed_even_when_empty),
    test_with_silent_policy (the_three_classes_are_listed_even_when_empty),
    test_with_county (every_line_has_its_place),
    test_with_county (a_line_shows_length_rate_count_and_clause),
    test_with_county (a_total_is_a_sum_of_rounded_rows),
    test_with_county (a_bridge_is_paid_by_its_size_and_by_its_metres),
    test_with_county (a_bridge_is_paid_to_the_centimetre),
    test_with_county (the_amount_of_a_bridge_is_rounded_half_up_once),
    test_with_county (a_bridge_of_unknown_size_or_class_is_paid_only_for_what_is_known),
    test_with_county (projects_make_one_line_of_engineering),
    test_with_county (last_year_stands_beside_its_line_even_where_this_year_has_none),
    test_with_county (the_total_of_last_year_is_the_one_given_before_the_one_added_up),
    test_with_county (a_line_called_total_goes_before_the_unit_sheet),
    test_with_county (without_any_figure_last_year_is_unknown),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
