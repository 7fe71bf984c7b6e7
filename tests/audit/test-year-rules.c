#include "audit/year-case.h"
#include "yanglu/audit/years/rules.h"

/* A road leaves out the cells that are blank. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

#define MAX_ROWS 4
#define X "X001371502"
#define Y "Y007371502"
#define Z "X009371502"
#define VILLAGE YL_CLASS_VILLAGE

/* The rows of 2020 and of 2021; what is found of a code, and the row and the fen of the first. */
typedef struct
{
  const char *what;
  YlTestRoad old_rows[MAX_ROWS];
  YlTestRoad new_rows[MAX_ROWS];
  guint n_expected;
  guint32 row;
  gint64 stake_fen;
} Case;

/* The limits are 10% and 100 m. */
static YlFindings *
check (YearCase *years)
{
  const YlBudget *old_budget = yl_test_county_get_budget (year_case_get (years, 0));
  const YlBudget *new_budget = yl_test_county_get_budget (year_case_get (years, 1));
  year_case_make (years);
  YlFindings *findings = yl_findings_new ();
  const YlYearCheck check = {
    .old_budget = old_budget,
    .new_budget = new_budget,
    .links = years->links,
    .file = "预算.xlsx",
    .change = { 100000 },
    .length = { 100 },
  };
  yl_year_check (&check, findings);
  return findings;
}

static const YlFinding *
find_first (const YlFindings *findings, YlCode code)
{
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    if (yl_findings_get (findings, i)->code == code)
      return yl_findings_get (findings, i);
  return NULL;
}

static void
add_rows (YlTestCounty *county, const YlTestRoad *rows)
{
  county->columns = 1u << YL_COLUMN_BUILT;
  for (guint32 i = 0; i < MAX_ROWS && rows[i].code != NULL; i++)
    {
      YlTestRoad row = rows[i];
      row.row = i + 2;
      row.m = row.m != 0 ? row.m : row.end_m - row.start_m;
      yl_test_county_add_road (county, &row);
    }
}

static void
assert_case (const Case *one, YlCode code)
{
  YearCase *years = year_case_new ();
  add_rows (year_case_get (years, 0), one->old_rows);
  add_rows (year_case_get (years, 1), one->new_rows);
  g_autoptr (YlFindings) findings = check (years);
  const YlFinding *first = find_first (findings, code);
  const guint n_found = (guint) yl_findings_get_n_of_code (findings, code);
  if (n_found != one->n_expected
      || (first != NULL && (first->row != one->row || first->at_stake.fen != one->stake_fen)))
    fail_msg ("%s: %u found, row %u, %" G_GINT64_FORMAT " fen: %s", one->what, n_found,
              first == NULL ? 0 : first->row, first == NULL ? 0 : first->at_stake.fen,
              first == NULL ? "" : first->message);
  year_case_free (years);
}

static void
kilometres_that_change_without_works_are_told (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "1 m above 10%", { { X, .end_m = 10000 } }, { { X, .end_m = 11001 } }, 1, 2, 1001000 },
    { "10%", { { X, .end_m = 10000 } }, { { X, .end_m = 11000 } }, 0 },
    { "101 m of little", { { X, .end_m = 500 } }, { { X, .end_m = 601 } }, 1, 2, 101000 },
    { "100 m of little", { { X, .end_m = 500 } }, { { X, .end_m = 600 } }, 0 },
    { "1 m below 10%", { { X, .end_m = 10000 } }, { { X, .end_m = 8999 } }, 1, 2, 1001000 },
    { "rebuilt in between",
      { { X, .end_m = 10000 } },
      { { X, .end_m = 15000, .rebuilt = 2020 } },
      0 },
    { "built the year before the old budget",
      { { X, .end_m = 10000 } },
      { { X, .end_m = 15000, .built = 2019 } },
      0 },
    { "built before that",
      { { X, .end_m = 10000 } },
      { { X, .end_m = 15000, .built = 2018 } },
      1,
      2,
      5000000 },
    { "only the row that has grown can explain it",
      { { X, .end_m = 10000 } },
      { { X, .end_m = 10000, .rebuilt = 2020 }, { X, .start_m = 10000, .end_m = 15000 } },
      1,
      3,
      5000000 },
    { "shorter where it was rebuilt",
      { { X, .end_m = 10000 } },
      { { X, .end_m = 5000, .rebuilt = 2021 } },
      0 },
    { "gained here, lost there",
      { { X, .end_m = 10000 } },
      { { X, .start_m = 5000, .end_m = 15000 } },
      0 },
    { "a new road", { { NULL } }, { { X, .end_m = 10000 } }, 0 },
    { "a new road that is old",
      { { NULL } },
      { { X, .end_m = 10000, .built = 1998 } },
      1,
      2,
      10000000 },
    { "a new road, just built", { { NULL } }, { { X, .end_m = 10000, .built = 2020 } }, 0 },
    { "a dropped road", { { X, .end_m = 10000 } }, { { NULL } }, 0 },
    { "no metre in common, but as many",
      { { X, .end_m = 10000 } },
      { { X, .start_m = 10000, .end_m = 20000 } },
      0 },
    { "a dead end grows",
      { { X, .end_m = 10000 } },
      { { X, .end_m = 10000 }, { X, .start_m = 10000, .end_m = 15000, .flags = YL_ROAD_DEAD_END } },
      1,
      3,
      0 },
    { "split",
      { { X, .end_m = 10000 } },
      { { X, .end_m = 4000 }, { X, .start_m = 4000, .end_m = 10000 } },
      0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_case (&cases[i], YL_A10);
}

static void
a_stretch_of_last_year_is_claimed_once (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "two rows come from the same stretch",
      { { X, .end_m = 1000 } },
      { { Y, .end_m = 1000, .previous_code = X }, { Z, .end_m = 1000, .previous_code = X } },
      1,
      3,
      1000000 },
    { "at the lower rate",
      { { X, .end_m = 1000 } },
      { { Y, .end_m = 1000, .previous_code = X },
        { Z, VILLAGE, .end_m = 1000, .previous_code = X } },
      1,
      3,
      300000 },
    { "one metre of it",
      { { X, .end_m = 1000 } },
      { { Y, .end_m = 500, .previous_code = X, .previous_start_m = 0, .previous_end_m = 500 },
        { Z, .end_m = 501, .previous_code = X, .previous_start_m = 499, .previous_end_m = 1000 } },
      1,
      3,
      1000 },
    { "side by side",
      { { X, .end_m = 1000 } },
      { { Y, .end_m = 500, .previous_code = X, .previous_start_m = 0, .previous_end_m = 500 },
        { Z, .end_m = 500, .previous_code = X, .previous_start_m = 500, .previous_end_m = 1000 } },
      0 },
    { "the old row is still there",
      { { X, .end_m = 1000 } },
      { { Y, .end_m = 1000, .previous_code = X }, { X, .end_m = 1000 } },
      1,
      3,
      1000000 },
    { "what overlaps by itself is not told twice",
      { { X, .end_m = 1000 } },
      { { Y, .end_m = 1000, .previous_code = X }, { Y, .end_m = 1000, .previous_code = X } },
      0 },
    { "a duplicate does not count",
      { { X, .end_m = 1000 } },
      { { Y, .end_m = 1000, .previous_code = X },
        { Z, .end_m = 1000, .previous_code = X, .flags = YL_ROAD_DUPLICATE } },
      0 },
    { "without stakes",
      { { X, .m = 1000 } },
      { { Y, .m = 1000, .previous_code = X }, { Z, .m = 1000, .previous_code = X } },
      1,
      3,
      1000000 },
    { "without stakes, in two parts",
      { { X, .m = 1000 } },
      { { Y, .m = 400, .previous_code = X }, { Z, .m = 600, .previous_code = X } },
      0 },
    { "without stakes, in two parts, longer",
      { { X, .m = 1000 } },
      { { Y, .m = 400, .previous_code = X }, { Z, .m = 700, .previous_code = X } },
      0 },
    { "without stakes, a metre is still open",
      { { X, .m = 1000 } },
      { { Y, .m = 999, .previous_code = X }, { Z, .m = 1000, .previous_code = X } },
      0 },
    { "at the lower rate, whichever row has it",
      { { X, .end_m = 1000 } },
      { { Y, VILLAGE, .end_m = 1000, .previous_code = X },
        { Z, .end_m = 1000, .previous_code = X } },
      1,
      3,
      300000 },
    { "moved along its own route",
      { { X, .end_m = 1000 } },
      { { X, .start_m = 5000, .end_m = 6000, .previous_code = X, .previous_start_m = 0,
          .previous_end_m = 1000 },
        { X, .end_m = 1000 } },
      1,
      3,
      1000000 },
    { "nothing moved", { { X, .end_m = 1000 } }, { { X, .end_m = 1000, .previous_code = X } }, 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_case (&cases[i], YL_A11);
}

static void
every_metre_claimed_twice_is_told_once (void **state)
{
  YearCase *years = *state;
  static const YlTestRoad rows[MAX_ROWS] = {
    { Y, .end_m = 1000, .previous_code = X },
    { Z, .end_m = 400, .previous_code = X, .previous_start_m = 100, .previous_end_m = 500 },
    { "X010371502", .end_m = 300, .previous_code = X, .previous_start_m = 800,
      .previous_end_m = 1100 },
  };
  static const YlTestRoad old_rows[MAX_ROWS] = { { X, .end_m = 1000 } };
  add_rows (year_case_get (years, 0), old_rows);
  add_rows (year_case_get (years, 1), rows);
  g_autoptr (YlFindings) findings = check (years);
  gint64 stake_fen = 0;
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    if (yl_findings_get (findings, i)->code == YL_A11)
      stake_fen += yl_findings_get (findings, i)->at_stake.fen;
  assert_fen_equal (stake_fen, 600000);
}

/* 2020: 10 km and 500 yuan of running cost, 100,500 yuan. */
static YlFindings *
check_amounts (YearCase *years, gint64 new_m, gint64 running_yuan)
{
  static const YlTestRoad old_rows[MAX_ROWS] = { { X, .end_m = 10000 } };
  const YlTestRoad rows[MAX_ROWS] = { { X, .end_m = (gint32) new_m } };
  add_rows (year_case_get (years, 0), old_rows);
  add_rows (year_case_get (years, 1), rows);
  year_case_get (years, 0)->entry->other.running.fen = 50000;
  year_case_get (years, 1)->entry->other.running.fen = running_yuan * 100;
  return check (years);
}

static void
as_much_as_last_year_is_no_drop (void **state)
{
  g_autoptr (YlFindings) findings = check_amounts (*state, 10000, 500);
  assert_number_equal (yl_findings_get_n_of_code (findings, YL_B10), 0);
}

static void
a_budget_below_last_years_is_told_once (void **state)
{
  g_autoptr (YlFindings) findings = check_amounts (*state, 9999, 499);
  const YlFinding *first = find_first (findings, YL_B10);
  assert_number_equal (yl_findings_get_n_of_code (findings, YL_B10), 1);
  assert_string_equal (first->column, "预算合计");
  assert_fen_equal (first->at_stake.fen, 1100);
}

static void
a_part_that_drops_is_told_when_the_whole_does_not (void **state)
{
  g_autoptr (YlFindings) findings = check_amounts (*state, 10001, 499);
  const YlFinding *first = find_first (findings, YL_B10);
  assert_number_equal (yl_findings_get_n_of_code (findings, YL_B10), 1);
  assert_string_equal (first->column, "机构运行");
  assert_fen_equal (first->at_stake.fen, 100);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (kilometres_that_change_without_works_are_told),
    cmocka_unit_test (a_stretch_of_last_year_is_claimed_once),
    test_with_years (every_metre_claimed_twice_is_told_once),
    test_with_years (as_much_as_last_year_is_no_drop),
    test_with_years (a_budget_below_last_years_is_told_once),
    test_with_years (a_part_that_drops_is_told_when_the_whole_does_not),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
