/* A workbook of every kind of cell, written by libxlsxwriter, read back. */
#include "support/assert.h"
#include "support/read-book.h"

#include <glib/gstdio.h>
#include <xlsxwriter.h>

typedef struct
{
  char *folder;
  char *path;
  YlTestBook *book;
} Fixture;

static void
write_book (const char *path)
{
  lxw_workbook *book = workbook_new (path);
  lxw_worksheet *sheet = workbook_add_worksheet (book, "里程台账");
  lxw_worksheet *hidden = workbook_add_worksheet (book, "隐藏");
  lxw_format *date = workbook_add_format (book);
  format_set_num_format (date, "yyyy\"年\"m\"月\"d\"日\"");
  worksheet_write_string (sheet, 0, 0, "路线编码", NULL);
  worksheet_write_string (sheet, 2, 0, "X001371502", NULL);
  worksheet_write_number (sheet, 2, 1, 12.3, NULL);
  worksheet_write_number (sheet, 2, 2, 371502000000.0, NULL);
  worksheet_write_formula_num (sheet, 2, 3, "=B3*2", NULL, 24.6);
  worksheet_write_formula_str (sheet, 2, 4, "=A3&\"甲\"", NULL, "X001371502甲");
  worksheet_write_boolean (sheet, 2, 5, 1, NULL);
  worksheet_write_number (sheet, 2, 6, 44227, date);
  worksheet_write_string (sheet, 3, 27, "a<b>&\"c\"", NULL);
  worksheet_hide (hidden);
  assert_number_equal (workbook_close (book), LXW_NO_ERROR);
}

static int
set_up (void **state)
{
  Fixture *fixture = g_new0 (Fixture, 1);
  fixture->folder = g_dir_make_tmp ("yanglu-xlsx-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "book.xlsx", NULL);
  write_book (fixture->path);
  fixture->book = yl_test_read_book (fixture->path);
  *state = fixture;
  return 0;
}

static int
tear_down (void **state)
{
  Fixture *fixture = *state;
  yl_test_book_free (fixture->book);
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
  g_free (fixture);
  return 0;
}

static const char *
cell (void **state, const char *reference)
{
  return yl_test_book_get (((Fixture *) *state)->book, "里程台账", reference);
}

static void
texts_come_through_as_they_stand (void **state)
{
  assert_string_equal (cell (state, "A1"), "路线编码");
  assert_string_equal (cell (state, "AB4"), "a<b>&\"c\"");
}

static void
an_empty_row_is_passed_over_and_the_next_keeps_its_number (void **state)
{
  assert_string_equal (cell (state, "A2"), "");
  assert_string_equal (cell (state, "A3"), "X001371502");
}

static void
numbers_come_as_the_decimals_that_were_typed (void **state)
{
  assert_string_equal (cell (state, "B3"), "12.3");
  assert_string_equal (cell (state, "C3"), "371502000000");
}

static void
a_formula_gives_its_cached_value (void **state)
{
  assert_string_equal (cell (state, "D3"), "24.6");
  assert_string_equal (cell (state, "E3"), "X001371502甲");
}

static void
a_boolean_is_a_flag_of_1 (void **state)
{
  assert_string_equal (cell (state, "F3"), "1");
}

/* 44227 days after 1899-12-30 */
static void
a_date_is_known_by_its_format (void **state)
{
  assert_string_equal (cell (state, "G3"), "2021-01-31");
}

static void
a_hidden_sheet_is_told_as_hidden (void **state)
{
  const YlTestBook *book = ((Fixture *) *state)->book;
  assert_false (yl_test_book_is_hidden (book, "里程台账"));
  assert_true (yl_test_book_is_hidden (book, "隐藏"));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (texts_come_through_as_they_stand),
    cmocka_unit_test (an_empty_row_is_passed_over_and_the_next_keeps_its_number),
    cmocka_unit_test (numbers_come_as_the_decimals_that_were_typed),
    cmocka_unit_test (a_formula_gives_its_cached_value),
    cmocka_unit_test (a_boolean_is_a_flag_of_1),
    cmocka_unit_test (a_date_is_known_by_its_format),
    cmocka_unit_test (a_hidden_sheet_is_told_as_hidden),
  };
  return cmocka_run_group_tests_name ("xlsx", tests, set_up, tear_down);
}
