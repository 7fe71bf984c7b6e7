#include "audit/list-case.h"

static void
a_section_listed_twice_costs_its_later_row (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "same stakes", YL_A01, { { X, C, 0, 1000, 1000 }, { X, C, 0, 1000, 900 } }, 1, 3, 900000 },
    { "end one metre on", YL_A01, { { X, C, 0, 1000, 1000 }, { X, C, 0, 1001, 1001 } }, 0, 0, 0 },
    { "another route", YL_A01, { { X, C, 0, 9, 9 }, { "X002371502", C, 0, 9, 9 } }, 0, 0, 0 },
    { "three times",
      YL_A01,
      { { X, C, 5, 9, 4 }, { X, C, 5, 9, 4 }, { X, C, 5, 9, 4 } },
      2,
      3,
      4000 },
    { "section code of the route",
      YL_A01,
      { { X, C, 0, 1000, 1000 }, { X "0010", C, 0, 1000, 1000 } },
      1,
      3,
      1000000 },
    { "stakes written backwards",
      YL_A01,
      { { X, C, 0, 1000, 1000 }, { X, C, 1000, 0, 1000 } },
      1,
      3,
      1000000 },
    { "marked as duplicate",
      YL_A01,
      { { X, C, 0, 1000, 1000 }, { X, C, 0, 1000, 1000, YL_ROAD_DUPLICATE } },
      0,
      0,
      0 },
    { "the first is marked",
      YL_A01,
      { { X, C, 0, 9, 9, YL_ROAD_DEAD_END }, { X, C, 0, 9, 9 }, { X, C, 0, 9, 9 } },
      1,
      4,
      9000 },
    { "order of the file, not of the stakes",
      YL_A01,
      { { X, C, 5, 9, 4 }, { X, C, 0, 5, 5 }, { X, C, 5, 9, 4 } },
      1,
      4,
      4000 },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
without_stakes_length_and_township_tell_a_repeated_row (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "all the same",
      YL_A01,
      { { X, V, .length_m = 500, .township = "沙镇镇" },
        { X, V, .length_m = 500, .township = "沙镇镇" } },
      1,
      3,
      150000 },
    { "another township",
      YL_A01,
      { { X, V, .length_m = 500, .township = "沙镇镇" },
        { X, V, .length_m = 500, .township = "堂邑镇" } },
      0,
      0,
      0 },
    { "one metre less", YL_A01, { { X, V, .length_m = 500 }, { X, V, .length_m = 499 } }, 0, 0, 0 },
    { "another section code",
      YL_A01,
      { { X "01", V, .length_m = 500 }, { X "02", V, .length_m = 500 } },
      0,
      0,
      0 },
    { "no code at all", YL_A01, { { "", V, .length_m = 5 }, { "", V, .length_m = 5 } }, 0, 0, 0 },
    { "one with stakes", YL_A01, { { X, V, .length_m = 5 }, { X, V, 1, 6, 5 } }, 0, 0, 0 },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
overlapping_stakes_cost_their_overlap_at_the_lower_rate (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "100 m", YL_A02, { { X, C, 0, 1000, 1000 }, { X, C, 900, 2000, 1100 } }, 1, 3, 100000 },
    { "one metre", YL_A02, { { X, C, 0, 1000, 1000 }, { X, C, 999, 2000, 1001 } }, 1, 3, 1000 },
    { "they touch", YL_A02, { { X, C, 0, 1000, 1000 }, { X, C, 1000, 2000, 1000 } }, 0, 0, 0 },
    { "lower rate", YL_A02, { { X, C, 0, 1000, 1000 }, { X, V, 900, 2000, 1100 } }, 1, 3, 30000 },
    { "the earlier row in the file stands later on the road",
      YL_A02,
      { { X, C, 900, 2000, 1100 }, { X, C, 0, 1000, 1000 } },
      1,
      3,
      100000 },
    { "told by A01", YL_A02, { { X, C, 0, 1000, 1000 }, { X, C, 0, 1000, 1000 } }, 0, 0, 0 },
    { "a dead end does not count",
      YL_A02,
      { { X, C, 0, 1000, 1000 }, { X, C, 900, 2000, 1100, YL_ROAD_DEAD_END } },
      0,
      0,
      0 },
    { "a declared break",
      YL_A02,
      { { X, C, 0, 1000, 1000 }, { X, C, 900, 2000, 1100, YL_ROAD_BREAK } },
      0,
      0,
      0 },
    { "an urban stretch has no rate",
      YL_A02,
      { { X, C, 0, 1000, 1000 }, { X, C, 900, 2000, 1100, YL_ROAD_URBAN } },
      1,
      3,
      0 },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
every_metre_counted_twice_is_told_once (void **state)
{
  (void) state;
  static const Row rows[MAX_ROWS] = {
    { X, C, 0, 10000, 10000 },
    { X, C, 2000, 3000, 1000 },  /* 1 km inside the first */
    { X, C, 2500, 6000, 3500 },  /* 3.5 km inside the first */
    { X, C, 9000, 12000, 3000 }, /* 1 km with the first */
  };
  g_autoptr (YlFindings) findings = check_rows (rows, "371502");
  gint64 stake_fen = 0;
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    stake_fen += yl_findings_get (findings, i)->at_stake.fen;
  assert_number_equal ((gint64) yl_findings_get_n_of_code (findings, YL_A02), 3);
  assert_fen_equal (stake_fen, 5500000);
}

static void
a_gap_in_the_stakes_is_told_and_costs_nothing (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "one metre", YL_A04, { { X, C, 0, 1000, 1000 }, { X, C, 1001, 2000, 999 } }, 1, 3, 0 },
    { "none", YL_A04, { { X, C, 0, 1000, 1000 }, { X, C, 1000, 2000, 1000 } }, 0, 0, 0 },
    { "not at the start", YL_A04, { { X, C, 700, 1000, 300 } }, 0, 0, 0 },
    { "between two routes",
      YL_A04,
      { { X, C, 0, 9, 9 }, { "X002371502", C, 50, 90, 40 } },
      0,
      0,
      0 },
    { "a duplicate fills it",
      YL_A04,
      { { X, C, 0, 10, 10 }, { X, C, 10, 20, 10, YL_ROAD_DUPLICATE }, { X, C, 20, 30, 10 } },
      0,
      0,
      0 },
    { "a longer row reaches over it",
      YL_A04,
      { { X, C, 0, 50, 50 }, { X, C, 10, 20, 10 }, { X, C, 50, 60, 10 } },
      0,
      0,
      0 },
    { "a declared break",
      YL_A04,
      { { X, C, 0, 9, 9 }, { X, C, 50, 90, 40, YL_ROAD_BREAK } },
      0,
      0,
      0 },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
the_order_of_the_rows_changes_no_money (void **state)
{
  (void) state;
  static const Row forth[MAX_ROWS] = { { X, C, 0, 1000, 1000 },
                                       { X, V, 900, 2000, 1100 },
                                       { X, C, 2500, 3000, 500 } };
  static const Row back[MAX_ROWS] = { { X, C, 2500, 3000, 500 },
                                      { X, V, 900, 2000, 1100 },
                                      { X, C, 0, 1000, 1000 } };
  g_autoptr (YlFindings) first = check_rows (forth, "371502");
  g_autoptr (YlFindings) second = check_rows (back, "371502");
  assert_int_equal (yl_findings_get_n (first), yl_findings_get_n (second));
  assert_fen_equal (find_first (first, YL_A02)->at_stake.fen, 30000);
  assert_fen_equal (find_first (second, YL_A02)->at_stake.fen, 30000);
}

static void
past_the_limit_of_a_code_findings_are_still_counted (void **state)
{
  (void) state;
  static const Row rows[MAX_ROWS] = { { X, C, 0, 9, 9 },
                                      { X, C, 0, 9, 9 },
                                      { X, C, 0, 9, 9 },
                                      { X, C, 5, 20, 15 },
                                      { X, C, 30, 40, 10 } };
  g_autoptr (YlFindings) findings = check_rows_keeping (rows, NULL, 1);
  assert_number_equal ((gint64) yl_findings_get_n (findings), 3);
  assert_number_equal ((gint64) yl_findings_get_n_of_code (findings, YL_A01), 2);
  assert_number_equal ((gint64) yl_findings_get_n_of_code (findings, YL_A02), 1);
  assert_number_equal ((gint64) yl_findings_get_n_of_code (findings, YL_A04), 1);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_section_listed_twice_costs_its_later_row),
    cmocka_unit_test (without_stakes_length_and_township_tell_a_repeated_row),
    cmocka_unit_test (overlapping_stakes_cost_their_overlap_at_the_lower_rate),
    cmocka_unit_test (every_metre_counted_twice_is_told_once),
    cmocka_unit_test (a_gap_in_the_stakes_is_told_and_costs_nothing),
    cmocka_unit_test (the_order_of_the_rows_changes_no_money),
    cmocka_unit_test (past_the_limit_of_a_code_findings_are_still_counted),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
