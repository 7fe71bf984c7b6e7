/* A code of a route and its name go together; a stretch that has two codes is paid twice. */
#include "audit/list-case.h"

#define Y "Y009371502"
#define T YL_CLASS_TOWNSHIP
#define HERE .township = "沙镇镇"
#define THERE .township = "堂邑镇"

static void
one_stretch_under_two_codes_costs_its_later_row_at_the_lower_rate (void **state)
{
  (void) state;
  static const Case cases[] = {
    /* 1 km at 5,000 rather than 10,000 yuan. */
    { "another code for the same stretch",
      YL_A12,
      { { X, C, 0, 1000, 1000, HERE, .name = "甲路" },
        { Y, T, 0, 1000, 1000, HERE, .name = "甲路" } },
      1,
      3,
      500000 },
    { "end one metre on",
      YL_A12,
      { { X, C, 0, 1000, 1000, HERE, .name = "甲路" },
        { Y, T, 0, 1001, 1001, HERE, .name = "甲路" } },
      0,
      0,
      0 },
    { "the same name elsewhere",
      YL_A12,
      { { X, C, 0, 1000, 1000, HERE, .name = "环镇路" },
        { Y, T, 0, 1000, 1000, THERE, .name = "环镇路" } },
      0,
      0,
      0 },
    { "the same stakes under another name",
      YL_A12,
      { { X, C, 0, 1000, 1000, HERE, .name = "甲路" },
        { Y, T, 0, 1000, 1000, HERE, .name = "乙路" } },
      0,
      0,
      0 },
    { "no name",
      YL_A12,
      { { X, C, 0, 1000, 1000, HERE }, { Y, T, 0, 1000, 1000, HERE } },
      0,
      0,
      0 },
    { "no stakes",
      YL_A12,
      { { X, C, .length_m = 1000, HERE, .name = "甲路" },
        { Y, T, .length_m = 1000, HERE, .name = "甲路" } },
      0,
      0,
      0 },
    { "marked as duplicate",
      YL_A12,
      { { X, C, 0, 1000, 1000, HERE, .name = "甲路" },
        { Y, T, 0, 1000, 1000, YL_ROAD_DUPLICATE, HERE, .name = "甲路" } },
      0,
      0,
      0 },
    { "twice under the other code",
      YL_A12,
      { { X, C, 0, 9, 9, HERE, .name = "甲路" },
        { Y, T, 0, 9, 9, HERE, .name = "甲 路" },
        { "Y008371502", T, 0, 9, 9, HERE, .name = "甲路" } },
      2,
      3,
      4500 },
    { "a section of the route",
      YL_A12,
      { { X, C, 0, 1000, 1000, HERE, .name = "甲路" },
        { X "0010", C, 0, 1000, 1000, HERE, .name = "甲路" } },
      0,
      0,
      0 },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
one_code_under_two_names_is_told_once_and_costs_nothing (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "another name",
      YL_A12,
      { { X, C, 0, 10, 10, .name = "甲路" }, { X, C, 10, 20, 10, .name = "乙路" } },
      1,
      3,
      0 },
    { "once a route, at the first that differs",
      YL_A12,
      { { X, C, 0, 10, 10, .name = "甲路" },
        { X, C, 10, 20, 10, .name = "甲路" },
        { X, C, 20, 30, 10, .name = "乙路" },
        { X, C, 30, 40, 10, .name = "丙路" } },
      1,
      4,
      0 },
    { "a section of the route",
      YL_A12,
      { { X, C, 0, 10, 10, .name = "甲路" }, { X "0010", C, 10, 20, 10, .name = "乙路" } },
      1,
      3,
      0 },
    { "blanks between",
      YL_A12,
      { { X, C, 0, 10, 10, .name = "甲路" }, { X, C, 10, 20, 10, .name = " 甲　路" } },
      0,
      0,
      0 },
    { "a part of it",
      YL_A12,
      { { X, C, 0, 10, 10, .name = "聊莘路" }, { X, C, 10, 20, 10, .name = "聊莘路堂邑段" } },
      0,
      0,
      0 },
    { "one without a name",
      YL_A12,
      { { X, C, 0, 10, 10, .name = "甲路" }, { X, C, 10, 20, 10 } },
      0,
      0,
      0 },
    { "no whole code",
      YL_A12,
      { { "X001", C, 0, 10, 10, .name = "甲路" }, { "X001", C, 10, 20, 10, .name = "乙路" } },
      0,
      0,
      0 },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
two_codes_are_a_warning_and_two_names_a_hint (void **state)
{
  (void) state;
  static const Row codes[MAX_ROWS] = { { X, C, 0, 9, 9, HERE, .name = "甲路" },
                                       { Y, T, 0, 9, 9, HERE, .name = "甲路" } };
  static const Row names[MAX_ROWS] = { { X, C, 0, 9, 9, .name = "甲路" },
                                       { X, C, 9, 12, 3, .name = "乙路" } };
  g_autoptr (YlFindings) of_codes = check_rows (codes, "371502");
  g_autoptr (YlFindings) of_names = check_rows (names, "371502");
  assert_int_equal (find_first (of_codes, YL_A12)->severity, YL_SEVERITY_WARNING);
  assert_int_equal (find_first (of_names, YL_A12)->severity, YL_SEVERITY_INFO);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (one_stretch_under_two_codes_costs_its_later_row_at_the_lower_rate),
    cmocka_unit_test (one_code_under_two_names_is_told_once_and_costs_nothing),
    cmocka_unit_test (two_codes_are_a_warning_and_two_names_a_hint),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
