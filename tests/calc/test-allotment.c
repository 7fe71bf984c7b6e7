#include "support/assert.h"
#include "support/county.h"

static void
assert_names (const GArray *lines, const char *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (names, "[%s]", g_array_index (lines, YlShareholderLine, i).name);
  assert_string_equal (names->str, expected);
}

static void
county_roads_go_to_the_county_and_others_to_their_township (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_set_rate (county, YL_RATE_SPECIAL, 2000);
  add_road (county, .km = "1", .township = "沙镇镇", .township_code = 371502101);
  add_road (county, .km = "1", .township = "沙镇镇", .township_code = 371502101,
            .road_class = YL_CLASS_TOWNSHIP);
  add_road (county, .km = "1", .township = "沙镇镇", .township_code = 371502101,
            .road_class = YL_CLASS_VILLAGE);
  add_road (county, .km = "1", .township = "沙镇镇", .township_code = 371502101,
            .road_class = YL_CLASS_SPECIAL);
  const YlFigures *figures = yl_test_county_get_figures (county);
  assert_fen_equal (yl_test_payee (figures, YL_COUNTY_AGENCY)->roads_fen,
                    1200000);                                              /* 10000 + 2000 */
  assert_fen_equal (yl_test_payee (figures, "沙镇镇")->roads_fen, 800000); /* 5000 + 3000 yuan */
  assert_number_equal (yl_test_payee (figures, "沙镇镇")->township_code, 371502101);
}

static void
the_column_of_payees_wins (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .km = "1", .payee = "公路站");
  add_road (county, .km = "1", .payee = "公路站", .road_class = YL_CLASS_VILLAGE,
            .township = "沙镇镇", .township_code = 371502101);
  const YlFigures *figures = yl_test_county_get_figures (county);
  assert_names (figures->payees, "[公路站]");
  assert_fen_equal (yl_test_payee (figures, "公路站")->roads_fen, 1300000);
}

static void
a_payee_named_like_a_township_is_that_township (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .km = "1", .payee = "沙镇镇", .road_class = YL_CLASS_VILLAGE);
  add_road (county, .km = "1", .township = "沙镇镇", .township_code = 371502101,
            .road_class = YL_CLASS_VILLAGE);
  const YlFigures *figures = yl_test_county_get_figures (county);
  assert_names (figures->payees, "[沙镇镇]");
  assert_fen_equal (yl_test_payee (figures, "沙镇镇")->roads_fen, 600000);
}

static void
the_office_of_a_township_is_that_township_under_the_name_in_the_list (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .km = "1", .payee = "东城街道办事处", .township = "东城街道",
            .township_code = 371502009);
  add_road (county, .km = "1", .township = "东城街道", .township_code = 371502009,
            .road_class = YL_CLASS_VILLAGE);
  add_road (county, .km = "1", .payee = "于集镇人民政府", .township_code = 371502107);
  const YlFigures *figures = yl_test_county_get_figures (county);
  assert_names (figures->payees, "[东城街道办事处][于集镇人民政府]");
  assert_fen_equal (yl_test_payee (figures, "东城街道办事处")->roads_fen, 1300000);
  assert_number_equal (yl_test_payee (figures, "东城街道办事处")->township_code, 371502009);
}

static void
two_townships_of_one_name_are_told_apart (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .km = "1", .road_class = YL_CLASS_VILLAGE, .township = "城关镇",
            .township_code = 371522100);
  add_road (county, .km = "2", .road_class = YL_CLASS_VILLAGE, .township = "城关镇",
            .township_code = 371521100);
  add_road (county, .km = "4", .payee = "城关镇"); /* which of the two, nobody said */
  const YlFigures *figures = yl_test_county_get_figures (county);
  assert_names (figures->payees, "[城关镇（371521100）][城关镇（371522100）][城关镇]");
  assert_fen_equal (yl_test_payee (figures, "城关镇（371521100）")->roads_fen, 600000);
}

/* By code 堂邑镇 stands before 沙镇镇 here, by name behind it, and a station beside its township. */
static void
payees_stand_in_the_order_of_their_townships (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .payee = "丁公司");
  add_road (county, .payee = "沙镇镇公路站", .township = "沙镇镇", .township_code = 371502105);
  add_road (county, .payee = "堂邑镇", .township = "堂邑镇", .township_code = 371502104);
  add_road (county, .payee = "甲站");
  add_road (county);
  add_road (county, .township = "梁水镇", .township_code = 371502106,
            .road_class = YL_CLASS_VILLAGE);
  assert_names (yl_test_county_get_figures (county)->payees,
                "[" YL_COUNTY_AGENCY "][堂邑镇][沙镇镇公路站][梁水镇][丁公司][甲站]");
}

static void
a_township_without_a_name_is_paid_by_its_code (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .km = "1", .road_class = YL_CLASS_VILLAGE, .township_code = 371502101);
  assert_names (yl_test_county_get_figures (county)->payees, "[371502101]");
}

static void
a_bridge_of_unknown_class_falls_to_the_county (void **state)
{
  YlTestCounty *county = *state;
  add_bridge (county, .size = YL_BRIDGE_SMALL, .road_class = YL_N_CLASSES, .township = "甲");
  assert_names (yl_test_county_get_figures (county)->payees, "[" YL_COUNTY_AGENCY "]");
}

static void
a_village_road_of_nowhere_is_paid_to_a_township_that_is_not_named (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .km = "1", .road_class = YL_CLASS_VILLAGE);
  const YlFigures *figures = yl_test_county_get_figures (county);
  assert_fen_equal (yl_test_payee (figures, YL_UNNAMED_TOWNSHIP)->roads_fen, 300000);
  assert_fen_equal (yl_test_township (figures, "")->roads_fen, 300000);
}

static void
payees_stand_by_name_after_the_county (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .payee = "乙站");
  add_road (county, .payee = "丙站");
  add_road (county, .km = "1");
  assert_names (yl_test_county_get_figures (county)->payees, "[" YL_COUNTY_AGENCY "][丙站][乙站]");
}

static void
townships_stand_by_code_then_name_and_the_unnamed_last (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .km = "1");
  add_road (county, .km = "1", .township = "乙乡");
  add_road (county, .km = "1", .township = "甲乡", .township_code = 371502102);
  add_road (county, .km = "1", .township = "丁乡", .township_code = 371502101);
  const GArray *lines = yl_test_county_get_figures (county)->townships;
  const char *const expected[] = { "丁乡", "甲乡", "乙乡", "" };
  assert_number_equal (lines->len, 4);
  for (guint i = 0; i < 4; i++)
    assert_string_equal (g_array_index (lines, YlTownshipLine, i).name, expected[i]);
}

static void
one_code_is_one_township_whatever_its_rows_call_it (void **state)
{
  YlTestCounty *county = *state;
  const char *const names[] = { "", "沙镇镇", "沙镇", "" };
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    add_road (county, .km = "1", .township = names[i], .township_code = 371502101);
  const YlFigures *figures = yl_test_county_get_figures (county);
  assert_number_equal (figures->townships->len, 1);
  assert_number_equal (yl_test_township (figures, "沙镇")->sections, 4); /* the smallest name */
}

static void
a_township_adds_up_by_class (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .km = "1", .township = "甲");
  add_road (county, .km = "2", .township = "甲", .road_class = YL_CLASS_VILLAGE);
  add_road (county, .km = "4", .township = "甲", .road_class = YL_CLASS_VILLAGE,
            .flags = YL_ROAD_URBAN);
  const YlTownshipLine *line = yl_test_township (yl_test_county_get_figures (county), "甲");
  assert_number_equal (line->counted_m[YL_CLASS_VILLAGE], 6000);
  assert_number_equal (line->paid_m, 3000);
  assert_fen_equal (line->class_fen[YL_CLASS_COUNTY], 1000000);
  assert_fen_equal (line->class_fen[YL_CLASS_VILLAGE], 600000);
  assert_fen_equal (line->roads_fen, 1600000);
}

static void
without_packages_there_is_no_table_of_them (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .km = "1");
  const YlBudget *budget = yl_test_county_get_budget (county);
  assert_number_equal (budget->figures->packages->len, 0);
  assert_true (budget->roads[0].placement.package == YL_LINE_NONE);
}

static void
roads_outside_every_package_stand_unnamed_and_last (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .km = "1");
  add_road (county, .km = "2", .package = "二标");
  add_road (county, .km = "4", .package = "一标");
  const YlFigures *figures = yl_test_county_get_figures (county);
  assert_names (figures->packages, "[一标][二标][]");
  assert_fen_equal (yl_test_package (figures, "")->roads_fen, 1000000);
}

static void
a_bridge_goes_with_its_township_its_class_and_its_route (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_set (county, YL_GROUP_BRIDGE_RATE, "", YL_BRIDGE_SMALL, 700);
  add_road (county, .code = "C001371502", .package = "一标", .road_class = YL_CLASS_VILLAGE,
            .township = "甲", .township_code = 371502101);
  add_bridge (county, .size = YL_BRIDGE_SMALL, .road_class = YL_CLASS_VILLAGE,
              .route_code = "C001371502", .township = "甲", .township_code = 371502101);
  add_bridge (county, .size = YL_BRIDGE_SMALL, .road_class = YL_CLASS_COUNTY, .township = "甲",
              .township_code = 371502101);
  const YlFigures *figures = yl_test_county_get_figures (county);
  assert_fen_equal (yl_test_township (figures, "甲")->bridges_fen, 1400);
  assert_fen_equal (yl_test_payee (figures, "甲")->bridges_fen, 700);
  assert_fen_equal (yl_test_payee (figures, YL_COUNTY_AGENCY)->bridges_fen, 700);
  assert_fen_equal (yl_test_package (figures, "一标")->bridges_fen, 700);
  assert_fen_equal (yl_test_package (figures, "")->bridges_fen, 700); /* no route named */
}

static void
a_route_in_two_packages_has_none_for_its_bridge (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_set (county, YL_GROUP_BRIDGE_RATE, "", YL_BRIDGE_SMALL, 700);
  add_road (county, .code = "X001371502", .package = "一标");
  add_road (county, .code = "X001371502", .package = "二标");
  add_road (county, .code = "X001371502", .package = "一标");
  add_bridge (county, .size = YL_BRIDGE_SMALL, .route_code = "X001371502");
  assert_fen_equal (yl_test_package (yl_test_county_get_figures (county), "")->bridges_fen, 700);
}

static void
a_bridge_without_money_makes_no_unnamed_package (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .km = "1", .package = "一标");
  add_bridge (county, .size = YL_BRIDGE_SMALL);
  assert_names (yl_test_county_get_figures (county)->packages, "[一标]");
}

static void
a_bridge_finds_its_route_by_a_longer_section_code (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_set (county, YL_GROUP_BRIDGE_RATE, "", YL_BRIDGE_SMALL, 700);
  add_road (county, .code = "X0013715020001", .package = "一标");
  add_road (county, .code = "X002371502", .package = "二标");
  add_bridge (county, .size = YL_BRIDGE_SMALL, .route_code = "X001371502");
  assert_fen_equal (yl_test_package (yl_test_county_get_figures (county), "一标")->bridges_fen,
                    700);
}

static void
a_row_knows_the_lines_it_was_added_to (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .km = "1", .township = "乙", .township_code = 371502102, .payee = "二站");
  add_road (county, .km = "2", .township = "甲", .township_code = 371502101, .payee = "一站");
  const YlBudget *budget = yl_test_county_get_budget (county);
  const YlPlacement *placement = &budget->roads[0].placement;
  assert_number_equal (placement->township, 1);
  assert_number_equal (placement->payee, 1); /* 一 sorts before 二 */
  assert_number_equal (budget->roads[1].placement.township, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    test_with_county (county_roads_go_to_the_county_and_others_to_their_township),
    test_with_county (the_column_of_payees_wins),
    test_with_county (a_payee_named_like_a_township_is_that_township),
    test_with_county (the_office_of_a_township_is_that_township_under_the_name_in_the_list),
    test_with_county (two_townships_of_one_name_are_told_apart),
    test_with_county (payees_stand_in_the_order_of_their_townships),
    test_with_county (a_township_without_a_name_is_paid_by_its_code),
    test_with_county (a_bridge_of_unknown_class_falls_to_the_county),
    test_with_county (a_village_road_of_nowhere_is_paid_to_a_township_that_is_not_named),
    test_with_county (payees_stand_by_name_after_the_county),
    test_with_county (townships_stand_by_code_then_name_and_the_unnamed_last),
    test_with_county (one_code_is_one_township_whatever_its_rows_call_it),
    test_with_county (a_township_adds_up_by_class),
    test_with_county (without_packages_there_is_no_table_of_them),
    test_with_county (roads_outside_every_package_stand_unnamed_and_last),
    test_with_county (a_bridge_goes_with_its_township_its_class_and_its_route),
    test_with_county (a_route_in_two_packages_has_none_for_its_bridge),
    test_with_county (a_bridge_without_money_makes_no_unnamed_package),
    test_with_county (a_bridge_finds_its_route_by_a_longer_section_code),
    test_with_county (a_row_knows_the_lines_it_was_added_to),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
