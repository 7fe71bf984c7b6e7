#include "audit/year-case.h"

/* A road leaves out the cells that are blank. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

#define X "X001371502"
#define Y "Y007371502"
#define C "C009371502"
#define SHA 371502101
#define TANG 371502102

static void
identical_years_give_an_empty_bridge (void **state)
{
  YearCase *years = *state;
  for (guint i = 0; i < 2; i++)
    {
      YlTestCounty *county = year_case_get (years, i);
      add_road (county, X, .km = "12.345", .township = "沙镇镇", .township_code = SHA);
      add_road (county, X, .km = "1.005", .township = "沙镇镇", .township_code = SHA);
      add_road (county, C, YL_CLASS_VILLAGE, "0.556", .flags = YL_ROAD_DUPLICATE);
      add_source (county, .level = YL_PAYER_CITY, .yuan = 3000);
    }
  const YlReconciliation *reconciliation = year_case_make (years);
  for (guint step = 0; step < YL_N_YEAR_STEPS; step++)
    {
      assert_fen_equal (reconciliation->steps[step].amount_fen, 0);
      assert_number_equal (reconciliation->steps[step].length_m, 0);
      assert_number_equal (reconciliation->n_roads[step], 0);
    }
  assert_fen_equal (reconciliation->daily_fen[YL_OLD], reconciliation->daily_fen[YL_NEW]);
  for (guint i = 0; i < reconciliation->roads->len; i++)
    assert_false (yl_year_line_is_changed (&g_array_index (reconciliation->roads, YlYearLine, i)));
}

/* 10 km of county road: 100,000.00 yuan; one edit of it each. */
static void
each_change_lands_in_its_step (void **state)
{
  (void) state;
  static const struct
  {
    const char *what;
    YlTestRoad road;
    YlYearStep step;
    gint64 amount_fen;
    gint64 length_m;
  } cases[] = {
    { "1 m longer", { X, .m = 10001 }, YL_YEAR_LONGER, 1000, 1 },
    { "1 m shorter", { X, .m = 9999 }, YL_YEAR_SHORTER, -1000, -1 },
    { "becomes a township road",
      { X, YL_CLASS_TOWNSHIP, .m = 10000 },
      YL_YEAR_CLASS,
      -5000000,
      10000 },
    { "a dead end now",
      { X, .m = 10000, .flags = YL_ROAD_DEAD_END },
      YL_YEAR_COUNTING,
      -10000000,
      -10000 },
    { "a duplicate now",
      { X, .m = 10000, .flags = YL_ROAD_DUPLICATE },
      YL_YEAR_COUNTING,
      -10000000,
      -10000 },
    { "urban now, without a rate",
      { X, .m = 10000, .flags = YL_ROAD_URBAN },
      YL_YEAR_COUNTING,
      -10000000,
      0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YearCase *years = year_case_new ();
      add_road (year_case_get (years, 0), X, .m = 10000);
      yl_test_county_add_road (year_case_get (years, 1), &cases[i].road);
      const YlReconciliation *reconciliation = year_case_make (years);
      if (reconciliation->steps[cases[i].step].amount_fen != cases[i].amount_fen)
        print_error ("%s\n", cases[i].what);
      assert_fen_equal (reconciliation->steps[cases[i].step].amount_fen, cases[i].amount_fen);
      assert_number_equal (reconciliation->steps[cases[i].step].length_m, cases[i].length_m);
      assert_number_equal (reconciliation->n_roads[cases[i].step], 1);
      assert_fen_equal (reconciliation->daily_fen[YL_NEW] - reconciliation->daily_fen[YL_OLD],
                        cases[i].amount_fen);
      year_case_free (years);
    }
}

/* 2 km dropped at 5,000 yuan, 3 km new at 3,000. */
static void
new_and_dropped_roads_are_priced_whole (void **state)
{
  YearCase *years = *state;
  add_road (year_case_get (years, 0), Y, YL_CLASS_TOWNSHIP, "2");
  add_road (year_case_get (years, 1), C, YL_CLASS_VILLAGE, "3");
  const YlReconciliation *reconciliation = year_case_make (years);
  assert_fen_equal (reconciliation->steps[YL_YEAR_DROPPED].amount_fen, -1000000);
  assert_fen_equal (reconciliation->steps[YL_YEAR_NEW].amount_fen, 900000);
  assert_number_equal (reconciliation->steps[YL_YEAR_NEW].length_m, 3000);
  assert_number_equal (reconciliation->steps[YL_YEAR_DROPPED].length_m, -2000);
}

/* 10 km → 12 km, county → township road, 5,000 → 6,000 yuan: +20,000.00, −60,000.00, +12,000.00. */
static void
kilometres_come_first_then_the_class_then_the_rate (void **state)
{
  YearCase *years = *state;
  yl_test_county_free (years->counties[1]);
  years->counties[1] = yl_test_county_new ();
  yl_test_county_set_rate (years->counties[1], YL_RATE_COUNTY, 10000);
  yl_test_county_set_rate (years->counties[1], YL_RATE_TOWNSHIP, 6000);
  add_road (year_case_get (years, 0), X, .km = "10");
  add_road (year_case_get (years, 1), X, YL_CLASS_TOWNSHIP, "12");
  const YlReconciliation *reconciliation = year_case_make (years);
  /* Without stakes, 10 km are the same road; 2 km more are priced as what they are: township road. */
  assert_fen_equal (reconciliation->steps[YL_YEAR_LONGER].amount_fen, 1000000);
  assert_fen_equal (reconciliation->steps[YL_YEAR_CLASS].amount_fen, -5000000);
  assert_fen_equal (reconciliation->steps[YL_YEAR_RATE].amount_fen, 1200000);
  assert_fen_equal (reconciliation->daily_fen[YL_NEW] - reconciliation->daily_fen[YL_OLD],
                    7200000 - 10000000);
}

/* 1.005 km at 3,333.33 yuan is 3,349.99665 yuan, so 3,350.00; 335 m are 1,116.66555, so 1,116.67: three times
 * 3,350.01. */
static void
a_section_that_is_split_costs_its_rounding (void **state)
{
  YearCase *years = *state;
  for (guint i = 0; i < 2; i++)
    yl_test_county_set (year_case_get (years, i), YL_GROUP_DAILY_RATE, "", YL_RATE_SPECIAL, 333333);
  add_road (year_case_get (years, 0), "Z001371502", YL_CLASS_SPECIAL, "1.005", .end_m = 1005);
  for (gint32 i = 0; i < 3; i++)
    add_road (year_case_get (years, 1), "Z001371502", YL_CLASS_SPECIAL, "0.335", .start_m = i * 335,
              .end_m = (i + 1) * 335);
  const YlReconciliation *reconciliation = year_case_make (years);
  assert_fen_equal (reconciliation->daily_fen[YL_OLD], 335000);
  assert_fen_equal (reconciliation->daily_fen[YL_NEW], 335001);
  assert_fen_equal (reconciliation->steps[YL_YEAR_ROUNDING].amount_fen, 1);
  assert_number_equal (reconciliation->n_roads[YL_YEAR_ROUNDING], 1);
}

static void
a_road_that_moves_between_townships_costs_nothing_in_all (void **state)
{
  YearCase *years = *state;
  add_road (year_case_get (years, 0), X, .km = "2", .township = "沙镇镇", .township_code = SHA);
  add_road (year_case_get (years, 1), X, .km = "2", .township = "堂邑镇", .township_code = TANG);
  const YlReconciliation *reconciliation = year_case_make (years);
  assert_fen_equal (reconciliation->steps[YL_YEAR_MOVED].amount_fen, 0);
  assert_number_equal (reconciliation->steps[YL_YEAR_MOVED].length_m, 2000);
  assert_number_equal (reconciliation->n_roads[YL_YEAR_MOVED], 1);
  const YlYearLine *from = &g_array_index (reconciliation->townships, YlYearLine, 0);
  const YlYearLine *to = &g_array_index (reconciliation->townships, YlYearLine, 1);
  assert_string_equal (from->name, "沙镇镇");
  assert_fen_equal (from->steps[YL_YEAR_MOVED].amount_fen, -2000000);
  assert_fen_equal (to->steps[YL_YEAR_MOVED].amount_fen, 2000000);
  assert_fen_equal (to->fen[YL_NEW], 2000000);
}

/* 10 km listed, 8 km maintained; then 12 km listed, 9 km maintained: 1 km longer, as far as it is paid. */
static void
a_length_that_is_not_paid_in_full_counts_as_far_as_it_is_paid (void **state)
{
  YearCase *years = *state;
  for (guint i = 0; i < 2; i++)
    yl_test_county_set (year_case_get (years, i), YL_GROUP_MILEAGE, "", 0, YL_BASIS_MAINTAINED);
  add_road (year_case_get (years, 0), X, .km = "10", .maintained = "8", .end_m = 10000);
  add_road (year_case_get (years, 1), X, .km = "12", .maintained = "9", .previous_code = X,
            .end_m = 12000, .previous_end_m = 10000);
  const YlReconciliation *reconciliation = year_case_make (years);
  assert_fen_equal (reconciliation->steps[YL_YEAR_LONGER].amount_fen, 1000000);
  assert_fen_equal (reconciliation->steps[YL_YEAR_COUNTING].amount_fen, 0);
}

static void
a_policy_that_pays_other_kilometres_changes_the_counting (void **state)
{
  YearCase *years = *state;
  yl_test_county_set (year_case_get (years, 1), YL_GROUP_MILEAGE, "", 0, YL_BASIS_MAINTAINED);
  add_road (year_case_get (years, 0), X, .km = "10", .maintained = "8");
  add_road (year_case_get (years, 1), X, .km = "10", .maintained = "8");
  const YlReconciliation *reconciliation = year_case_make (years);
  assert_fen_equal (reconciliation->steps[YL_YEAR_COUNTING].amount_fen, -2000000);
  assert_number_equal (reconciliation->steps[YL_YEAR_COUNTING].length_m, -2000);
}

static void
a_renamed_road_stays_one_line (void **state)
{
  YearCase *years = *state;
  add_road (year_case_get (years, 0), X, .km = "2", .name = "沙王路");
  add_road (year_case_get (years, 1), Y, YL_CLASS_TOWNSHIP, "2", .previous_code = X);
  const YlReconciliation *reconciliation = year_case_make (years);
  assert_number_equal (reconciliation->roads->len, 1);
  const YlYearLine *road = &g_array_index (reconciliation->roads, YlYearLine, 0);
  assert_string_equal (road->code, Y);
  assert_string_equal (road->previous_code, X);
  assert_fen_equal (road->fen[YL_OLD], 2000000);
  assert_fen_equal (road->fen[YL_NEW], 1000000);
  assert_fen_equal (road->steps[YL_YEAR_CLASS].amount_fen, -1000000);
}

/* The list of before 2019 and that of after: nothing changed but the name of the county. */
static void
a_renewed_county_code_is_no_new_road (void **state)
{
  YearCase *years = *state;
  add_road (year_case_get (years, 0), "X001371523", .km = "2", .end_m = 2000);
  add_road (year_case_get (years, 1), "X001371503", .km = "2", .end_m = 2000);
  const YlReconciliation *reconciliation = year_case_make (years);
  assert_number_equal (reconciliation->roads->len, 1);
  const YlYearLine *road = &g_array_index (reconciliation->roads, YlYearLine, 0);
  assert_false (yl_year_line_is_changed (road));
  assert_string_equal (road->code, "X001371503");
  assert_string_equal (road->previous_code, "X001371523");
}

/* 沙镇 of the old list is not in the register; all its roads are those of 沙镇镇. */
static void
a_township_by_another_name_stays_one_line (void **state)
{
  YearCase *years = *state;
  add_road (year_case_get (years, 0), X, .km = "2", .township = "沙镇");
  add_road (year_case_get (years, 1), X, .km = "3", .township = "沙镇镇", .township_code = SHA);
  const YlReconciliation *reconciliation = year_case_make (years);
  assert_number_equal (reconciliation->townships->len, 1);
  const YlYearLine *township = &g_array_index (reconciliation->townships, YlYearLine, 0);
  assert_string_equal (township->name, "沙镇镇");
  assert_string_equal (township->previous_code, "沙镇");
  assert_fen_equal (township->steps[YL_YEAR_MOVED].amount_fen, 0);
  assert_fen_equal (township->steps[YL_YEAR_LONGER].amount_fen, 1000000);
}

/* Two old townships in one new one, and two with codes, are no renaming: their roads moved. */
static void
merged_townships_and_those_with_codes_hand_their_roads_over (void **state)
{
  YearCase *years = *state;
  add_road (year_case_get (years, 0), X, .km = "2", .township = "沙镇");
  add_road (year_case_get (years, 0), Y, YL_CLASS_TOWNSHIP, "1", .township = "侯营");
  add_road (year_case_get (years, 1), X, .km = "2", .township = "沙镇镇", .township_code = SHA);
  add_road (year_case_get (years, 1), Y, YL_CLASS_TOWNSHIP, "1", .township = "沙镇镇",
            .township_code = SHA);
  add_road (year_case_get (years, 0), C, YL_CLASS_VILLAGE, "1", .township = "堂邑镇",
            .township_code = TANG);
  add_road (year_case_get (years, 1), C, YL_CLASS_VILLAGE, "1", .township = "梁水镇",
            .township_code = TANG + 1);
  const YlReconciliation *reconciliation = year_case_make (years);
  assert_number_equal (reconciliation->townships->len, 5);
  assert_number_equal (reconciliation->steps[YL_YEAR_MOVED].length_m, 4000);
}

/* 3 km came and 1 km went on one route; without stakes only 2 km more are seen, and that is said. */
static void
what_is_netted_without_stakes_is_said (void **state)
{
  YearCase *years = *state;
  add_road (year_case_get (years, 0), X, .km = "5");
  add_road (year_case_get (years, 0), Y, YL_CLASS_TOWNSHIP, "5", .end_m = 5000);
  add_road (year_case_get (years, 1), X, .km = "7");
  add_road (year_case_get (years, 1), Y, YL_CLASS_TOWNSHIP, "7", .end_m = 7000);
  const YlReconciliation *reconciliation = year_case_make (years);
  assert_number_equal (yl_reconciliation_count_netted (reconciliation), 1);
  assert_true (g_array_index (reconciliation->roads, YlYearLine, 0).is_netted);
  assert_false (g_array_index (reconciliation->roads, YlYearLine, 1).is_netted);
}

static void
bridges_and_other_lines_have_steps_of_their_own (void **state)
{
  YearCase *years = *state;
  for (guint i = 0; i < 2; i++)
    {
      YlTestCounty *county = year_case_get (years, i);
      yl_test_county_set (county, YL_GROUP_BRIDGE_RATE, "", YL_BRIDGE_LARGE, 200000);
      add_road (county, X, .km = "1");
      county->entry->other.running.fen = 500 + 7 * i;
      county->entry->other.staff.fen = 600 - 3 * i;
      county->entry->other.insurance.fen = 100 * i;
      yl_test_county_add_project (county, 100, 50 + i);
    }
  add_bridge (year_case_get (years, 1), X, .size = YL_BRIDGE_LARGE, .road_class = YL_CLASS_COUNTY);
  add_bridge (year_case_get (years, 1), C, .size = YL_BRIDGE_LARGE, .road_class = YL_CLASS_COUNTY);
  const YlReconciliation *reconciliation = year_case_make (years);
  assert_fen_equal (reconciliation->steps[YL_YEAR_BRIDGE_NEW].amount_fen, 400000);
  assert_number_equal (reconciliation->n_roads[YL_YEAR_BRIDGE_NEW], 2);
  assert_fen_equal (reconciliation->steps[YL_YEAR_RUNNING].amount_fen, 7);
  assert_fen_equal (reconciliation->steps[YL_YEAR_STAFF].amount_fen, -3);
  assert_fen_equal (reconciliation->steps[YL_YEAR_INSURANCE].amount_fen, 100);
  assert_fen_equal (reconciliation->steps[YL_YEAR_ENGINEERING].amount_fen, 100);
  assert_fen_equal (reconciliation->demand_fen[YL_NEW] - reconciliation->demand_fen[YL_OLD],
                    400204);
}

/* 10 km: 100,000 yuan; grants 30,000, then 45,000: the county pays 70,000, then 55,000. */
static void
more_grants_leave_the_county_less (void **state)
{
  YearCase *years = *state;
  for (guint i = 0; i < 2; i++)
    {
      add_road (year_case_get (years, i), X, .km = "10");
      add_source (year_case_get (years, i), .level = YL_PAYER_PROVINCE, .yuan = 30000 + 15000 * i);
      add_source (year_case_get (years, i), .level = YL_PAYER_CITY,
                  .purpose = YL_PURPOSE_ENGINEERING, .yuan = 999 * i);
    }
  const YlReconciliation *reconciliation = year_case_make (years);
  assert_fen_equal (reconciliation->county_fen[YL_OLD], 7000000);
  assert_fen_equal (reconciliation->county_fen[YL_NEW], 5500000);
  assert_fen_equal (reconciliation->steps[YL_YEAR_GRANTS].amount_fen, -1500000);
  assert_fen_equal (reconciliation->steps[YL_YEAR_FOLLOW].amount_fen, 0);
  assert_fen_equal (reconciliation->steps[YL_YEAR_PAYERS].amount_fen, 0);
}

/* 10 km at 40% for the city; then 11 km at 30%: 60,000 → 77,000. The city would have paid 4,000 more, and pays
 * 11,000 less than that. */
static void
other_shares_are_told_from_a_share_of_more (void **state)
{
  YearCase *years = *state;
  for (guint i = 0; i < 2; i++)
    {
      YlTestCounty *county = year_case_get (years, i);
      yl_test_county_set (county, YL_GROUP_PAYER_SHARE, "", YL_PAYER_CITY, 400000 - 100000 * i);
      yl_test_county_set (county, YL_GROUP_PAYER_SHARE, "", YL_PAYER_COUNTY, 600000 + 100000 * i);
      add_road (county, X, .m = 10000 + 1000 * i);
    }
  const YlReconciliation *reconciliation = year_case_make (years);
  assert_fen_equal (reconciliation->county_fen[YL_OLD], 6000000);
  assert_fen_equal (reconciliation->county_fen[YL_NEW], 7700000);
  assert_fen_equal (reconciliation->steps[YL_YEAR_LONGER].amount_fen, 1000000);
  assert_fen_equal (reconciliation->steps[YL_YEAR_FOLLOW].amount_fen, -400000);
  assert_fen_equal (reconciliation->steps[YL_YEAR_PAYERS].amount_fen, 1100000);
  assert_fen_equal (reconciliation->steps[YL_YEAR_GRANTS].amount_fen, 0);
}

/* The province pays 2,000 yuan a km, then 1,500: of 11 km 22,000 by the old arrangement. */
static void
a_stack_of_levels_is_followed_road_by_road (void **state)
{
  YearCase *years = *state;
  for (guint i = 0; i < 2; i++)
    {
      YlTestCounty *county = year_case_get (years, i);
      yl_test_county_set (county, YL_GROUP_PAYER_RATE_PROVINCE, "", YL_CLASS_COUNTY,
                          200000 - 50000 * i);
      add_road (county, X, .m = 10000 + 1000 * i);
    }
  const YlReconciliation *reconciliation = year_case_make (years);
  assert_fen_equal (reconciliation->steps[YL_YEAR_FOLLOW].amount_fen, -200000);
  assert_fen_equal (reconciliation->steps[YL_YEAR_PAYERS].amount_fen, 550000);
  assert_fen_equal (reconciliation->county_fen[YL_NEW], 11000000 - 1650000);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    test_with_years (identical_years_give_an_empty_bridge),
    cmocka_unit_test (each_change_lands_in_its_step),
    test_with_years (new_and_dropped_roads_are_priced_whole),
    test_with_years (kilometres_come_first_then_the_class_then_the_rate),
    test_with_years (a_section_that_is_split_costs_its_rounding),
    test_with_years (a_road_that_moves_between_townships_costs_nothing_in_all),
    test_with_years (a_length_that_is_not_paid_in_full_counts_as_far_as_it_is_paid),
    test_with_years (a_policy_that_pays_other_kilometres_changes_the_counting),
    test_with_years (a_renamed_road_stays_one_line),
    test_with_years (bridges_and_other_lines_have_steps_of_their_own),
    test_with_years (a_renewed_county_code_is_no_new_road),
    test_with_years (a_township_by_another_name_stays_one_line),
    test_with_years (merged_townships_and_those_with_codes_hand_their_roads_over),
    test_with_years (what_is_netted_without_stakes_is_said),
    test_with_years (more_grants_leave_the_county_less),
    test_with_years (other_shares_are_told_from_a_share_of_more),
    test_with_years (a_stack_of_levels_is_followed_road_by_road),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
