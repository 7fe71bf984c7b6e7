/*
 * The workbook is live: a rate and a length changed in its cells, and computed by another engine,
 * come to what the program makes of the changed policy and road list.
 */
#include "engines/compare.h"
#include "engines/county-files.h"
#include "engines/plant.h"
#include "support/assert.h"
#include "support/engines.h"
#include "support/run.h"

#include <string.h>

#define BOOK "预算.xlsx"
#define NEW_RATE "3456.78"
#define NEW_KM "17.891"
#define N_SECTIONS 300

/* The same county twice: before and after the change. */
typedef struct
{
  YlRun *before;
  YlRun *after;
} Fixture;

static void
make_budget (YlRun *run, const char *policy, const char *loose_km)
{
  county_files_write (&(CountyFiles){ N_SECTIONS, 5, policy, loose_km }, run->folder);
  yl_run (run, "C.UTF-8", NULL, "budget", "路.csv", "--entry", "录入表.xlsx", "--bridges", "桥.csv",
          "--last-year", "上年.csv", "--policy", "办法.policy", "-o", BOOK, NULL);
  if (run->status != 0 && run->status != 1)
    fail_msg ("the budget was not made: %s", run->err);
}

static char *
with_new_rate (const char *policy)
{
  g_auto (GStrv) parts = g_strsplit (policy, "village=" COUNTY_VILLAGE_RATE, 2);
  assert_int_equal (g_strv_length (parts), 2);
  return g_strjoinv ("village=" NEW_RATE, parts);
}

static int
make_both (void **state, const char *policy)
{
  Fixture *fixture = g_new0 (Fixture, 1);
  *state = fixture;
  fixture->before = yl_run_new ();
  fixture->after = yl_run_new ();
  g_autofree char *changed = with_new_rate (policy);
  make_budget (fixture->before, policy, NULL);
  make_budget (fixture->after, changed, NEW_KM);
  return 0;
}

static int
make_by_share (void **state)
{
  return make_both (state, county_policy_by_share);
}

static int
make_by_stack (void **state)
{
  return make_both (state, county_policy_by_stack);
}

static int
tear_down (void **state)
{
  Fixture *fixture = *state;
  yl_run_free (fixture->before);
  yl_run_free (fixture->after);
  g_free (fixture);
  return 0;
}

static guint
find_sheet (const YlTestBook *book, const char *name)
{
  guint index = 0;
  while (strcmp (yl_test_book_get_sheet (book, index), name) != 0)
    index++;
  return index;
}

/* Types the new rate and the new length over the old ones, as a clerk would. */
static void
change_inputs (const char *path)
{
  g_autoptr (YlTestBook) book = yl_test_read_book (path);
  const guint32 road = yl_test_book_find_row (book, "里程明细", 1, 1, COUNTY_LOOSE_ROAD);
  const guint32 rate = yl_test_book_find_row (book, "标准依据", 1, 2, "村道");
  g_autofree char *road_cell = g_strdup_printf ("H%u", road);
  g_autofree char *rate_cell = g_strdup_printf ("D%u", rate);
  assert_string_equal (yl_test_book_get (book, "里程明细", road_cell), COUNTY_LOOSE_KM);
  assert_string_equal (yl_test_book_get (book, "标准依据", rate_cell), COUNTY_VILLAGE_RATE);
  change_number (path, find_sheet (book, "里程明细"), road_cell, NEW_KM);
  change_number (path, find_sheet (book, "标准依据"), rate_cell, NEW_RATE);
}

/* Findings were priced when the file was made, and the copy holds what was read then. */
static gboolean
follows (const char *sheet)
{
  static const char *const standing[] = { "问题清单", "数据副本", NULL };
  return !g_strv_contains (standing, sheet);
}

/* These print the fingerprints of the files that were read: texts that cannot follow. */
static gboolean
prints_fingerprints (const char *sheet)
{
  static const char *const sheets[] = { "封面", "标准依据", "读取说明", NULL };
  return g_strv_contains (sheets, sheet);
}

/* One sentence of this sheet counts the findings, which stand; the other nine sections follow. */
#define NOTES "编制说明"

static guint
leave_out_findings (const char *sheet, guint n_different)
{
  return n_different - (strcmp (sheet, NOTES) == 0 && n_different > 0 ? 1 : 0);
}

/* How many cells do not follow. */
static guint
count_different (const YlTestBook *ours, const char *path, const char *name)
{
  g_autoptr (YlTestBook) theirs = yl_test_read_book (path);
  guint n_numbers = 0;
  guint n_different = 0;
  for (guint i = 0; i < yl_test_book_get_n_sheets (ours); i++)
    {
      const char *sheet = yl_test_book_get_sheet (ours, i);
      Comparison comparison = { 0, 0, 0, 0 };
      if (follows (sheet))
        compare_sheets (ours, theirs, sheet, name, &comparison);
      n_numbers += comparison.n_numbers;
      n_different += prints_fingerprints (sheet)
                         ? comparison.n_different_numbers
                         : leave_out_findings (sheet, comparison.n_different);
    }
  print_message ("# %s: %u numbers compared, %u cells different\n", name, n_numbers, n_different);
  return n_different;
}

static void
assert_follows (const Fixture *fixture, YlEngine engine)
{
  yl_engine_require (engine);
  const char *name = yl_engine_get_name (engine);
  g_autofree char *book = g_build_filename (fixture->before->folder, BOOK, NULL);
  g_autofree char *expected = g_build_filename (fixture->after->folder, BOOK, NULL);
  g_autofree char *folder = g_build_filename (fixture->before->folder, name, NULL);
  g_autoptr (YlTestBook) ours = yl_test_read_book (expected);
  change_inputs (book);
  assert_true (count_different (ours, book, "not computed") > 100);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = yl_engine_recalculate (engine, book, folder, "xlsx", &error);
  if (path == NULL)
    fail_msg ("%s: %s", name, error->message);
  assert_number_equal (count_different (ours, path, name), 0);
}

static void
every_sheet_follows_a_rate_and_a_length_in_libreoffice (void **state)
{
  assert_follows (*state, YL_ENGINE_LIBREOFFICE);
}

static void
every_sheet_follows_a_rate_and_a_length_in_gnumeric (void **state)
{
  assert_follows (*state, YL_ENGINE_GNUMERIC);
}

static void
stacked_levels_follow_a_rate_and_a_length (void **state)
{
  assert_follows (*state, YL_ENGINE_GNUMERIC);
}

int
main (void)
{
#define SENTENCE(make, name) cmocka_unit_test_setup_teardown (name, make, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (make_by_share, every_sheet_follows_a_rate_and_a_length_in_libreoffice),
    SENTENCE (make_by_share, every_sheet_follows_a_rate_and_a_length_in_gnumeric),
    SENTENCE (make_by_stack, stacked_levels_follow_a_rate_and_a_length),
  };
  return cmocka_run_group_tests_name ("live", tests, NULL, NULL);
}
