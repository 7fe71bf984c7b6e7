/*
 * No Excel is at hand: the XML of both workbooks is held against what Excel 2010 and WPS accept
 * without repair.  The rules stand in check-for-excel.py, one a sentence.
 */
#include "forms/book-case.h"
#include "forms/excel-rules.h"
#include "yanglu/io/places/register.h"
#include "support/make-entry.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <xlsxwriter.h>

/* Rows of 里程明细 a sheet, so that it goes on in further ones. */
#define ROWS_PER_SHEET 40

/* The budget on one sheet of details and on several. */
static void
assert_budget_keeps (BookCase *fixture, const char *rules)
{
  book_case_write (fixture, 0);
  assert_int_equal (g_rename (fixture->path, fixture->other), 0);
  book_case_write (fixture, ROWS_PER_SHEET);
  assert_excel_keep (rules, fixture->other, fixture->path);
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

static void
a_budget_without_roads_keeps_every_rule (void **state)
{
  BookCase *fixture = *state;
  book_case_write (fixture, 0);
  assert_excel_keeps (EXCEL_RULES_ALL, fixture->path);
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
  assert_excel_keeps (EXCEL_RULES_ALL, fixture->path);
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
  yl_test_make_entry (county, 2021, places, fixture->path);
  assert_excel_keeps (EXCEL_RULES_ALL_BUT_CHARTS, fixture->path);
}

/* What Excel would repair, refuse or show otherwise, a sentence of the script each. */
static const char *const faults[][2] = {
  { "formulas", "XLOOKUP is no function" },
  { "formulas", "没有的名称 is not defined" },
  { "formulas", "no sheet '没有的表'!" },
  { "formulas", "an empty argument" },
  { "formulas", "a text of over 255 characters" },
  { "cached_values", "over 15 digits" },
  { "texts", "Excel reads an escape" },
  { "defined_names", "not a range" },
  { "filters", "merged cells in the filter" },
  { "styles", "editing it shows the formula" },
  { "charts", "0 remembered values of 2" },
  { "sheets", "2 sheets are selected" },
};

static void
write_faulty_book (const char *path)
{
  g_autofree char *pages = g_strnfill (256, 'x');
  g_autofree char *long_text = g_strdup_printf ("=LEN(\"%s\")", pages);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (book, "表");
  lxw_format *text = workbook_add_format (book);
  format_set_num_format (text, "@");
  worksheet_select (workbook_add_worksheet (book, "又一表"));
  worksheet_autofilter (sheet, 0, 0, 5, 3);
  worksheet_merge_range (sheet, 0, 0, 0, 1, "_x0041_", NULL);
  worksheet_write_formula (sheet, 0, 2, "=XLOOKUP(A1,A1:A2,B1:B2)", text);
  worksheet_write_formula (sheet, 0, 3, "=没有的名称", NULL);
  worksheet_write_formula (sheet, 1, 0, "='没有的表'!A1", NULL);
  worksheet_write_formula (sheet, 1, 1, "=IF(A1,,1)", NULL);
  worksheet_write_formula (sheet, 1, 2, long_text, NULL);
  worksheet_write_number (sheet, 1, 3, 3715021000012346880.0, NULL);
  workbook_define_name (book, "名称", "=没有的表!$A$1");
  lxw_chart *chart = workbook_add_chart (book, LXW_CHART_PIE);
  chart_add_series (chart, "='表'!$A$1:$A$2", "='表'!$B$1:$B$2");
  worksheet_insert_chart (sheet, 8, 0, chart);
  assert_int_equal (workbook_close (book), LXW_NO_ERROR);
}

static void
each_rule_tells_the_fault_that_it_is_for (void **state)
{
  const BookCase *fixture = *state;
  write_faulty_book (fixture->path);
  const char *rules = "formulas,cached_values,texts,defined_names,filters,styles,charts,sheets";
  g_autofree char *told = excel_rules_tell (rules, fixture->path, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    if (strstr (told, faults[i][1]) == NULL)
      fail_msg ("%s says nothing of “%s”:\n%s", faults[i][0], faults[i][1], told);
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
    with_empty_county (each_rule_tells_the_fault_that_it_is_for),
  };
  return cmocka_run_group_tests_name ("for Excel", tests, NULL, NULL);
}
