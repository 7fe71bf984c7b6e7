/* The measuring instrument itself: it must see what is wrong before it may say that all is right. */
#include "engines/compare.h"
#include "engines/plant.h"
#include "support/assert.h"

#include <glib/gstdio.h>
#include <xlsxwriter.h>

typedef struct
{
  char *folder;
  char *book;
  char *planted;
} Fixture;

/* Three numbers, three formulas over them (one of text), and a label. */
static void
write_book (const char *path, double third, const char *label)
{
  lxw_workbook *book = workbook_new (path);
  lxw_worksheet *sheet = workbook_add_worksheet (book, "里程");
  worksheet_write_number (sheet, 0, 0, 12.345, NULL);
  worksheet_write_number (sheet, 1, 0, 6.5, NULL);
  worksheet_write_number (sheet, 2, 0, third, NULL);
  worksheet_write_formula_num (sheet, 3, 0, "=ROUND(SUM(A1:A3),3)", NULL, 22.178);
  worksheet_write_formula_num (sheet, 4, 0, "=A1*2", NULL, 24.69);
  worksheet_write_formula_str (sheet, 5, 0, "=IF(A4>0,\"通过\",\"不通过\")", NULL, "通过");
  worksheet_write_string (sheet, 6, 0, label, NULL);
  assert_int_equal (workbook_close (book), LXW_NO_ERROR);
}

static int
set_up (void **state)
{
  Fixture *fixture = g_new0 (Fixture, 1);
  *state = fixture;
  fixture->folder = g_dir_make_tmp ("yanglu-compare-XXXXXX", NULL);
  fixture->book = g_build_filename (fixture->folder, "a.xlsx", NULL);
  fixture->planted = g_build_filename (fixture->folder, "b.xlsx", NULL);
  write_book (fixture->book, 3.333, "合计");
  return 0;
}

static int
tear_down (void **state)
{
  Fixture *fixture = *state;
  g_unlink (fixture->book);
  g_unlink (fixture->planted);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->book);
  g_free (fixture->planted);
  g_free (fixture);
  return 0;
}

static Comparison
compare_files (const Fixture *fixture)
{
  g_autoptr (YlTestBook) ours = yl_test_read_book (fixture->book);
  g_autoptr (YlTestBook) theirs = yl_test_read_book (fixture->planted);
  return compare_books (ours, theirs, "planted");
}

static void
a_workbook_agrees_with_its_copy_in_every_cell (void **state)
{
  const Fixture *fixture = *state;
  write_book (fixture->planted, 3.333, "合计");
  const Comparison comparison = compare_files (fixture);
  assert_number_equal (comparison.n_different, 0);
  assert_number_equal (comparison.n_numbers, 5);
  assert_number_equal (comparison.n_texts, 2);
}

static void
every_planted_value_is_seen (void **state)
{
  const Fixture *fixture = *state;
  assert_number_equal (plant_wrong_values (fixture->book, fixture->planted), 3);
  assert_number_equal (compare_files (fixture).n_different, 3);
}

static void
a_metre_and_a_character_are_seen (void **state)
{
  const Fixture *fixture = *state;
  write_book (fixture->planted, 3.334, "合计");
  assert_number_equal (compare_files (fixture).n_different, 1);
  write_book (fixture->planted, 3.333, "合 计");
  assert_number_equal (compare_files (fixture).n_different, 1);
  write_book (fixture->planted, 3.333, "");
  assert_number_equal (compare_files (fixture).n_different, 1);
}

static void
a_cell_that_only_the_other_has_is_seen (void **state)
{
  const Fixture *fixture = *state;
  write_book (fixture->planted, 3.333, "合计");
  write_book (fixture->book, 3.333, "");
  assert_number_equal (compare_files (fixture).n_different, 1);
}

int
main (void)
{
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (a_workbook_agrees_with_its_copy_in_every_cell),
    SENTENCE (every_planted_value_is_seen),
    SENTENCE (a_metre_and_a_character_are_seen),
    SENTENCE (a_cell_that_only_the_other_has_is_seen),
  };
  return cmocka_run_group_tests_name ("compare", tests, NULL, NULL);
}
