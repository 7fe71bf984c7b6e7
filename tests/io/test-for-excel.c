/*
 * No Excel is at hand: the XML of both workbooks is held against what Excel 2010 and WPS accept
 * without repair.  The rules stand in check-for-excel.py, one a sentence.
 */
#include "io/book-case.h"
#include "yanglu/io/places/register.h"
#include "yanglu/io/workbook/entry-book.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

/* Rows of 里程明细 a sheet, so that it goes on in further ones. */
#define ROWS_PER_SHEET 40

static void
assert_keep (const char *rules, const char *book, const char *other)
{
  g_autofree char *script =
      g_build_filename (g_getenv ("YL_SOURCE_ROOT"), "tests", "io", "check-for-excel.py", NULL);
  g_autofree char *told = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_PIPE, NULL,
                                                      "python3", script, rules, book, other, NULL);
  assert_non_null (process);
  assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &told, NULL));
  if (!g_subprocess_get_successful (process))
    fail_msg ("%s", told);
}

static void
assert_keeps (const char *rules, const char *book)
{
  assert_keep (rules, book, NULL);
}

/* The budget on one sheet of details and on several. */
static void
assert_budget_keeps (BookCase *fixture, const char *rules)
{
  book_case_write (fixture, 0);
  assert_int_equal (g_rename (fixture->path, fixture->other), 0);
  book_case_write (fixture, ROWS_PER_SHEET);
  assert_keep (rules, fixture->other, fixture->path);
}

static void
every_formula_is_within_what_excel_2010_reads (void **state)
{
  assert_budget_keeps (*state, "formulas");
}

static void
every_formula_remembers_a_value_of_its_type (void **state)
{
  assert_budget_keeps (*state, "cached_values");
}

static void
every_text_comes_back_as_it_was_written (void **state)
{
  assert_budget_keeps (*state, "texts");
}

static void
defined_names_are_names_of_ranges_that_exist (void **state)
{
  assert_budget_keeps (*state, "defined_names");
}

static void
filters_are_there_and_hold_no_merged_cell (void **state)
{
  assert_budget_keeps (*state, "filters");
}

static void
merged_cells_do_not_overlap (void **state)
{
  assert_budget_keeps (*state, "merged_cells");
}

static void
sheets_have_legal_names_ordered_cells_and_one_selection (void **state)
{
  assert_budget_keeps (*state, "sheets");
}

static void
charts_draw_ranges_that_exist_and_remember_their_points (void **state)
{
  assert_budget_keeps (*state, "charts");
}

static void
no_formula_stands_in_a_text_cell (void **state)
{
  assert_budget_keeps (*state, "styles");
}

static void
the_package_is_whole_and_knows_no_clock (void **state)
{
  assert_budget_keeps (*state, "package");
}

#define ALL_BUT_CHARTS                                                                             \
  "formulas,cached_values,texts,defined_names,filters,merged_cells,sheets,package,styles,"         \
  "validations"

static void
a_budget_without_roads_keeps_every_rule (void **state)
{
  BookCase *fixture = *state;
  book_case_write (fixture, 0);
  assert_keeps (ALL_BUT_CHARTS ",charts", fixture->path);
}

static void
names_that_look_like_formulas_patterns_and_escapes_keep_every_rule (void **state)
{
  static const char *const names[] = {
    "*", "=A1", "<5", "~x", "?", "_x0041_", " 甲", "\001", "#N/A"
  };
  BookCase *fixture = *state;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add_road (fixture->county, .km = "1.000", .township = names[i], .payee = names[i],
              .package = names[i]);
  book_case_write (fixture, 0);
  assert_keeps (ALL_BUT_CHARTS ",charts", fixture->path);
}

/* Excel on a Chinese system reads full-width digits and 5月1日, and passes over what has no width. */
static void
names_that_excel_takes_for_a_number_a_day_or_each_other_are_told_apart (void **state)
{
  static const char *const names[][2] = {
    { "１２", "１２（乡镇）" },
    { "5月1日", "5月1日（乡镇）" },
    { "月山镇", "月山镇" },
    { "甲", "甲" },
    { "甲\342\200\213", "甲\342\200\213〔2〕" }, /* a zero-width space behind it */
  };
  BookCase *fixture = *state;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add_road (fixture->county, .km = "1.000", .township = names[i][0]);
  g_autoptr (YlTestBook) book = book_case_read (fixture, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (yl_test_book_find_row (book, "分乡镇汇总", 5, 1, names[i][1]) == 0)
      fail_msg ("no line of %s", names[i][1]);
}

static void
the_entry_workbook_keeps_every_rule (void **state)
{
  BookCase *fixture = *state;
  g_autoptr (YlPlaces) places = yl_register_load (NULL);
  g_autoptr (YlEntity) county = yl_entity_new ("371502", "东昌府区");
  assert_true (yl_entry_book_write (county, 2021, places, fixture->path, NULL));
  assert_keeps (ALL_BUT_CHARTS, fixture->path);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    with_county (every_formula_is_within_what_excel_2010_reads),
    with_county (every_formula_remembers_a_value_of_its_type),
    with_county (every_text_comes_back_as_it_was_written),
    with_county (defined_names_are_names_of_ranges_that_exist),
    with_county (filters_are_there_and_hold_no_merged_cell),
    with_county (merged_cells_do_not_overlap),
    with_county (sheets_have_legal_names_ordered_cells_and_one_selection),
    with_county (charts_draw_ranges_that_exist_and_remember_their_points),
    with_county (no_formula_stands_in_a_text_cell),
    with_county (the_package_is_whole_and_knows_no_clock),
    with_empty_county (a_budget_without_roads_keeps_every_rule),
    with_empty_county (names_that_look_like_formulas_patterns_and_escapes_keep_every_rule),
    with_empty_county (names_that_excel_takes_for_a_number_a_day_or_each_other_are_told_apart),
    with_empty_county (the_entry_workbook_keeps_every_rule),
  };
  return cmocka_run_group_tests_name ("for Excel", tests, NULL, NULL);
}
