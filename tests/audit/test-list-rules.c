#include "audit/list-case.h"

#include "yanglu/audit/lists/scale-rules.h"

#include <string.h>

static void
length_against_stakes_costs_the_difference (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "45 m long", YL_A03, { { X, C, 0, 12300, 12345 } }, 1, 2, 45000 },
    { "one metre short", YL_A03, { { X, V, 0, 1000, 999 } }, 1, 2, 300 },
    { "exact", YL_A03, { { X, C, 500, 1500, 1000 } }, 0, 0, 0 },
    { "a length of fewer decimals", YL_A03, { { X, C, 0, 1234, 1230 } }, 1, 2, 4000 },
    { "a declared break", YL_A03, { { X, C, 0, 1000, 900, YL_ROAD_BREAK } }, 0, 0, 0 },
    { "read from the stakes", YL_A03, { { X, C, 0, 1000, 999, YL_ROAD_FROM_STAKES } }, 0, 0, 0 },
    { "no stakes", YL_A03, { { X, C, .length_m = 900 } }, 0, 0, 0 },
    { "backwards", YL_A03, { { X, C, 1000, 0, 1000 } }, 1, 2, 0 },
    { "backwards and 50 m long", YL_A03, { { X, C, 1000, 0, 1050 } }, 1, 2, 50000 },
    { "a duplicate costs nothing", YL_A03, { { X, C, 0, 9, 1000, YL_ROAD_DUPLICATE } }, 1, 2, 0 },
    { "an urban stretch is not paid", YL_A03, { { X, C, 0, 9, 1000, YL_ROAD_URBAN } }, 1, 2, 0 },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

/* What is a thousandfold apart is another unit, and no A03. */
static void
a_thousandfold_is_another_unit (void **state)
{
  (void) state;
  static const Case cases[] = {
    /* 1500 and 500 km for 1.5 and 0.5: 1998 km × 10,000 yuan. */
    { "lengths in metres",
      YL_C03,
      { { X, C, 0, 1500, 1500000 }, { X, C, 1500, 2000, 500000 }, { X, C, 2000, 3000, 1000 } },
      1,
      2,
      1998000000 },
    { "one of them",
      YL_C03,
      { { X, C, 0, 1500, 1500 }, { X, C, 1500, 2000, 500000 } },
      1,
      3,
      499500000 },
    { "one that does not count",
      YL_C03,
      { { X, C, 0, 1500, 1500000, YL_ROAD_DEAD_END }, { X, C, 1500, 2000, 500000 } },
      1,
      2,
      499500000 },
    { "stakes in metres", YL_C03, { { X, C, 0, 12345000, 12345 } }, 1, 2, 0 },
    { "told once", YL_A03, { { X, C, 0, 12345000, 12345 }, { X, C, 0, 500, 500000 } }, 0, 0, 0 },
    { "a declared break", YL_C03, { { X, C, 0, 500, 500000, YL_ROAD_BREAK } }, 0, 0, 0 },
    { "half a metre off", YL_C03, { { X, C, 0, 12, 12500 } }, 1, 2, 124880 * 100 },
    { "more is an A03", YL_A03, { { X, C, 0, 12, 12501 } }, 1, 2, 124890 * 100 },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
the_unit_of_the_lengths_tells_what_is_in_another (void **state)
{
  (void) state;
  static const struct
  {
    YlHeadUnit unit;
    guint32 length_m;
    gint32 end_m;
    YlScaleSlip slip;
  } cases[] = {
    { YL_UNIT_NONE, 12345000, 12345, YL_SLIP_LENGTH_IN_METRES },
    { YL_UNIT_KILOMETRE, 12345, 12345000, YL_SLIP_STAKES_IN_METRES },
    { YL_UNIT_METRE, 12, 12345, YL_SLIP_LENGTH_IN_KM },
    { YL_UNIT_METRE, 12345, 12, YL_SLIP_STAKES_IN_KM },
    { YL_UNIT_METRE, 12, 11499, YL_SLIP_NONE },
    { YL_UNIT_METRE, 0, 0, YL_SLIP_NONE },
    { YL_UNIT_METRE, 0, 500, YL_SLIP_NONE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const YlRoad road = { .length_m = cases[i].length_m, .end_m = cases[i].end_m };
      assert_int_equal (yl_scale_slip_find (&road, cases[i].unit), cases[i].slip);
    }
  const YlRoad unstaked = { .length_m = 1, .start_m = YL_STAKE_UNKNOWN, .end_m = 999 };
  assert_int_equal (yl_scale_slip_find (&unstaked, YL_UNIT_NONE), YL_SLIP_NONE);
}

static void
letter_against_class_costs_the_difference_of_the_rates (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "X as village road", YL_A06, { { X, V, .length_m = 1000 } }, 1, 2, 700000 },
    { "C as county road", YL_A06, { { "C001371502", C, .length_m = 1 } }, 1, 2, 700 },
    { "J is X", YL_A06, { { "J001371502", C, .length_m = 1000 } }, 0, 0, 0 },
    { "N is Y", YL_A06, { { "N001371502", YL_CLASS_TOWNSHIP, .length_m = 1000 } }, 0, 0, 0 },
    { "no letter", YL_A06, { { "001371502", C, .length_m = 1000 } }, 0, 0, 0 },
    { "Z has no rate", YL_A06, { { "Z001371502", C, .length_m = 1000 } }, 1, 2, 1000000 },
    /* The whole row: 5 km × 10,000 yuan. */
    { "S in a county's class", YL_A06, { { "S254371502", C, .length_m = 5000 } }, 1, 2, 5000000 },
    { "T in a village's", YL_A06, { { "T001371502", V, .length_m = 1000 } }, 1, 2, 300000 },
    { "S that does not count",
      YL_A06,
      { { "S254371502", C, .length_m = 5000, .flags = YL_ROAD_DEAD_END } },
      1,
      2,
      0 },
    { "a letter of no road", YL_A06, { { "V001371502", V, .length_m = 1000 } }, 0, 0, 0 },
    { "a track is paid as a track",
      YL_A06,
      { { X, V, .length_m = 9, .flags = YL_ROAD_TRACK } },
      0,
      0,
      0 },
    { "an urban stretch", YL_A06, { { X, V, .length_m = 9, .flags = YL_ROAD_URBAN } }, 1, 2, 0 },
    { "a dead end", YL_A06, { { X, V, .length_m = 9, .flags = YL_ROAD_DEAD_END } }, 1, 2, 0 },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
a_foreign_county_costs_the_row_and_an_old_code_nothing (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "division code", YL_A07, { { X, C, .length_m = 1000, .county = 371521 } }, 1, 2, 1000000 },
    { "route code", YL_A07, { { "X001371521", C, .length_m = 500 } }, 1, 2, 500000 },
    { "both own", YL_A07, { { X, C, .length_m = 1000 } }, 0, 0, 0 },
    { "too short to hold a county", YL_A07, { { "X001", C, .length_m = 1000 } }, 0, 0, 0 },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
an_old_county_code_is_a_warning_with_its_repair (void **state)
{
  (void) state;
  static const Row rows[MAX_ROWS] = { { "X001371523A1", C, .length_m = 1000,
                                        .flags = YL_ROAD_STALE_CODE, .county = 371503 } };
  g_autoptr (YlFindings) findings = check_rows (rows, "371503");
  assert_number_equal ((gint64) yl_findings_get_n (findings), 1);
  const YlFinding *finding = yl_findings_get (findings, 0);
  assert_int_equal (finding->code, YL_A07);
  assert_int_equal (finding->severity, YL_SEVERITY_WARNING);
  assert_string_equal (finding->repair, "X001371503A1");
  assert_fen_equal (finding->at_stake.fen, 0);
}

static void
a_foreign_county_is_told_of_the_column_where_it_stands (void **state)
{
  (void) state;
  static const Row by_code[MAX_ROWS] = { { "X001371521", C, .length_m = 1000, .county = 371521 } };
  g_autoptr (YlFindings) in_code = check_rows (by_code, "371502");
  assert_string_equal (yl_findings_get (in_code, 0)->column, "路线编码");
  static const Row by_division[MAX_ROWS] = { { X, C, .length_m = 1000, .county = 371521 } };
  g_autoptr (YlFindings) in_division = check_rows (by_division, "371502");
  assert_string_equal (yl_findings_get (in_division, 0)->column, "行政区划");
}

static void
a_zone_takes_roads_of_any_county (void **state)
{
  (void) state;
  static const Row rows[MAX_ROWS] = { { "X001371521", C, .length_m = 1000, .county = 371521 } };
  g_autoptr (YlFindings) findings = check_rows (rows, NULL);
  assert_number_equal ((gint64) yl_findings_get_n (findings), 0);
}

static void
what_has_no_rate_is_one_finding_a_kind (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "urban",
      YL_A08,
      { { X, C, 1, 9, 8, YL_ROAD_URBAN }, { X, C, 9, 20, 11, YL_ROAD_URBAN } },
      1,
      2,
      0 },
    { "urban and track",
      YL_A08,
      { { X, C, 1, 9, 8, YL_ROAD_URBAN }, { X, V, 9, 20, 11, YL_ROAD_TRACK } },
      2,
      2,
      0 },
    { "special", YL_A08, { { "Z1", YL_CLASS_SPECIAL, .length_m = 1 } }, 1, 2, 0 },
    { "a class road", YL_A08, { { X, C, .length_m = 1 } }, 0, 0, 0 },
    { "a dead end", YL_A08, { { X, C, 1, 9, 8, YL_ROAD_URBAN | YL_ROAD_DEAD_END } }, 0, 0, 0 },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
unpaid_rows_are_named_with_their_kilometres (void **state)
{
  (void) state;
  static const Row rows[MAX_ROWS] = { { X, C, 0, 9, 9, YL_ROAD_URBAN },
                                      { X, C, 9, 20, 11 },
                                      { X, C, 20, 1000, 980, YL_ROAD_URBAN } };
  g_autoptr (YlFindings) findings = check_rows (rows, "371502");
  const YlFinding *finding = find_first (findings, YL_A08);
  assert_non_null (strstr (finding->message, "2 行、0.989 公里"));
  assert_non_null (strstr (finding->message, "2、4"));
}

static void
more_listed_than_there_is_costs_the_excess (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "maintained", YL_A09, { { X, C, 0, 1000, 1000, 0, 1001 } }, 1, 2, 1000 },
    { "as maintained as counted", YL_A09, { { X, C, 0, 1000, 1000, 0, 1000 } }, 0, 0, 0 },
    { "a dead end maintained",
      YL_A09,
      { { X, C, 0, 1000, 1000, YL_ROAD_DEAD_END, 400 } },
      1,
      2,
      400000 },
    { "subsidised", YL_A09, { { X, C, 0, 1000, 1000, 0, 0, 1500 } }, 1, 2, 500000 },
    { "a duplicate subsidised as listed",
      YL_A09,
      { { X, C, 0, 1000, 1000, YL_ROAD_DUPLICATE, 0, 1000 } },
      0,
      0,
      0 },
    { "both", YL_A09, { { X, C, 0, 1000, 1000, 0, 1002, 1001 } }, 2, 2, 2000 },
    { "columns are not there", YL_A09, { { X, C, 0, 1000, 1000 } }, 0, 0, 0 },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
a_sound_row_is_told_nothing_and_a_wrong_one_is_only_counted_past_the_limit (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = yl_findings_new_counting (1);
  const YlRowContext context = { &list_case_rates, NULL, NULL };
  const YlRowTexts texts = { "台账.csv", "", yl_text_of (X) };
  YlRoad road = { .start_m = 0,
                  .end_m = 1000,
                  .length_m = 1000,
                  .road_class = C,
                  .letter_class = C,
                  .maintained_m = NONE,
                  .subsidised_m = NONE,
                  .row = 2 };
  yl_list_check_row (&context, &road, &texts, findings);
  assert_int_equal (yl_findings_get_n (findings), 0);
  road.length_m = 1001;
  for (guint i = 0; i < 3; i++)
    yl_list_check_row (&context, &road, &texts, findings);
  assert_int_equal (yl_findings_get_n (findings), 1);
  assert_number_equal ((gint64) yl_findings_get_n_of_code (findings, YL_A03), 3);
}

static void
a_row_alone_tells_its_missing_rate_too (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = yl_findings_new ();
  const YlRowContext context = { &list_case_rates, NULL, NULL };
  const YlRowTexts texts = { "台账.csv", "", yl_text_of (X) };
  const YlRoad road = { .start_m = -1,
                        .end_m = -1,
                        .length_m = 1000,
                        .letter_class = C,
                        .maintained_m = NONE,
                        .subsidised_m = NONE,
                        .flags = YL_ROAD_URBAN };
  yl_list_check_row (&context, &road, &texts, findings);
  assert_int_equal (yl_findings_get_n (findings), 1);
  assert_int_equal (yl_findings_get (findings, 0)->code, YL_A08);
}

static void
lengths_at_stake_become_yuan (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = yl_findings_new ();
  /* 0.4 mm lost of a county road: 0.0000004 km × 10000 yuan = 0.4 fen, that is nothing;
   * 0.4 m of one: 4 yuan, given up by rounding down or taken by rounding up alike. */
  yl_findings_add (findings,
                   &(YlFinding){ .code = YL_E09, .stake_length = { 400, YL_RATE_COUNTY, TRUE } });
  yl_findings_add (
      findings, &(YlFinding){ .code = YL_E09, .stake_length = { -400000, YL_RATE_COUNTY, TRUE } });
  yl_findings_add (findings, &(YlFinding){ .code = YL_E02 });
  yl_list_price (findings, &list_case_rates);
  assert_fen_equal (yl_findings_get (findings, 0)->at_stake.fen, 0);
  assert_fen_equal (yl_findings_get (findings, 1)->at_stake.fen, 400);
  assert_true (yl_findings_get (findings, 1)->is_priced);
  assert_false (yl_findings_get (findings, 2)->is_priced);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (length_against_stakes_costs_the_difference),
    cmocka_unit_test (a_thousandfold_is_another_unit),
    cmocka_unit_test (the_unit_of_the_lengths_tells_what_is_in_another),
    cmocka_unit_test (letter_against_class_costs_the_difference_of_the_rates),
    cmocka_unit_test (a_foreign_county_costs_the_row_and_an_old_code_nothing),
    cmocka_unit_test (an_old_county_code_is_a_warning_with_its_repair),
    cmocka_unit_test (a_foreign_county_is_told_of_the_column_where_it_stands),
    cmocka_unit_test (a_zone_takes_roads_of_any_county),
    cmocka_unit_test (what_has_no_rate_is_one_finding_a_kind),
    cmocka_unit_test (unpaid_rows_are_named_with_their_kilometres),
    cmocka_unit_test (more_listed_than_there_is_costs_the_excess),
    cmocka_unit_test (a_sound_row_is_told_nothing_and_a_wrong_one_is_only_counted_past_the_limit),
    cmocka_unit_test (a_row_alone_tells_its_missing_rate_too),
    cmocka_unit_test (lengths_at_stake_become_yuan),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
