#include "audit/list-case.h"

#define SHARED(other)                                                                              \
  {                                                                                                \
    X, C, 0, 9, 9, YL_ROAD_DUPLICATE, .duplicate_of = other                                        \
  }

static void
a_shared_route_of_the_county_stands_in_its_list (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "no row has it", YL_C04, { SHARED ("X009371502"), { X, C, 0, 9, 9 } }, 1, 2, 0 },
    { "a row has it", YL_C04, { SHARED ("Y002371502"), { "Y002371502", C, 0, 9, 9 } }, 0, 0, 0 },
    { "a section of it",
      YL_C04,
      { SHARED ("Y002371502"), { "Y0023715020010", C, 0, 9, 9 } },
      0,
      0,
      0 },
    { "in small letters",
      YL_C04,
      { SHARED ("y002371502"), { "Y002371502", C, 0, 9, 9 } },
      0,
      0,
      0 },
    { "inside a sentence", YL_C04, { SHARED ("与C009371502共线") }, 1, 2, 0 },
    { "another letter", YL_C04, { SHARED ("Y009371502"), { "X009371502", C, 0, 9, 9 } }, 1, 2, 0 },
    { "itself", YL_C04, { SHARED (X) }, 0, 0, 0 },
    { "of another county", YL_C04, { SHARED ("X009371521") }, 0, 0, 0 },
    { "the old code of another", YL_C04, { SHARED ("X009371523") }, 0, 0, 0 },
    { "a national route", YL_C04, { SHARED ("G308371502") }, 0, 0, 0 },
    { "a provincial route", YL_C04, { SHARED ("S254371502") }, 0, 0, 0 },
    { "a letter of another year", YL_C04, { SHARED ("T254371502") }, 0, 0, 0 },
    { "without a county", YL_C04, { SHARED ("X009") }, 0, 0, 0 },
    { "only yes", YL_C04, { SHARED ("是") }, 0, 0, 0 },
    { "two rows", YL_C04, { SHARED ("X009371502"), SHARED ("X009371502") }, 2, 2, 0 },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
the_old_code_of_the_county_is_that_of_the_county (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "listed under the new one",
      YL_C04,
      { { "X001371503", C, 0, 9, 9, YL_ROAD_DUPLICATE, 0, 0, 371503, NULL, "X002371523" },
        { "X002371503", C, 0, 9, 9, .county = 371503 } },
      0,
      0,
      0 },
    { "listed under neither",
      YL_C04,
      { { "X001371503", C, 0, 9, 9, YL_ROAD_DUPLICATE, 0, 0, 371503, NULL, "X002371523" } },
      1,
      2,
      0 },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
what_is_told_is_a_hint_and_names_the_code (void **state)
{
  (void) state;
  static const Row rows[MAX_ROWS] = { SHARED ("x009371502") };
  g_autoptr (YlFindings) findings = check_rows (rows, "371502");
  const YlFinding *finding = find_first (findings, YL_C04);
  assert_number_equal (finding->severity, YL_SEVERITY_INFO);
  assert_string_equal (finding->seen, "X009371502");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_shared_route_of_the_county_stands_in_its_list),
    cmocka_unit_test (the_old_code_of_the_county_is_that_of_the_county),
    cmocka_unit_test (what_is_told_is_a_hint_and_names_the_code),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
