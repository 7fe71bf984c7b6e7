/*
 * Inputs of a finished budget are changed and nothing is computed: what our own engine makes of
 * the formulas is what LibreOffice makes of them.
 */
#include "engines/plant.h"
#include "engines/worked-out.h"
#include "support/assert.h"
#include "support/engines.h"
#include "support/run.h"

#define BOOK "预算.xlsx"
#define EXAMPLES "templates/examples/示例-东昌府区-"
#define RATE_OF_COUNTY_ROADS "D4"

static int
set_up (void **state)
{
  YlRun *run = yl_run_new ();
  *state = run;
  const char *root = g_getenv ("YL_SOURCE_ROOT");
  g_autofree char *roads = g_build_filename (root, EXAMPLES "里程台账.csv", NULL);
  g_autofree char *entry = g_build_filename (root, EXAMPLES "录入表.xlsx", NULL);
  yl_run (run, "C.UTF-8", NULL, "budget", roads, "--entry", entry, "-o", BOOK, NULL);
  if (run->status != 0 && run->status != 1)
    fail_msg ("the budget was not made: %s", run->err);
  return 0;
}

static int
tear_down (void **state)
{
  yl_run_free (*state);
  return 0;
}

static guint
find_sheet (const char *path, const char *name)
{
  g_autoptr (WorkedOut) data = worked_out_load (path);
  for (guint i = 0; i < data->book->sheets->len; i++)
    {
      const YlWorksheet *sheet = g_ptr_array_index (data->book->sheets, i);
      if (g_strcmp0 (sheet->name, name) == 0)
        return i;
    }
  fail_msg ("no sheet %s", name);
  return 0;
}

static void
the_totals_follow_changed_inputs_as_in_libreoffice (void **state)
{
  const YlRun *run = *state;
  yl_engine_require (YL_ENGINE_LIBREOFFICE);
  g_autofree char *book = g_build_filename (run->folder, BOOK, NULL);
  change_number (book, find_sheet (book, "里程明细"), "H10", "99.999");
  change_number (book, find_sheet (book, "标准依据"), RATE_OF_COUNTY_ROADS, "12345.67");
  guint n = 0;
  g_autoptr (WorkedOut) changed = worked_out_load (book);
  const guint n_stale = worked_out_count_different (changed, &n);
  print_message ("# %u of %u formulas no longer come to what is remembered\n", n_stale, n);
  assert_true (n_stale > 100);
  g_autofree char *folder = g_build_filename (run->folder, "LibreOffice", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *path =
      yl_engine_recalculate (YL_ENGINE_LIBREOFFICE, book, folder, "xlsx", &error);
  if (path == NULL)
    fail_msg ("%s", error->message);
  g_autoptr (WorkedOut) theirs = worked_out_load (path);
  n = 0;
  assert_number_equal (worked_out_count_different (theirs, &n), 0);
  assert_true (n > 1000);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (the_totals_follow_changed_inputs_as_in_libreoffice, set_up,
                                     tear_down),
  };
  return cmocka_run_group_tests_name ("what-if", tests, NULL, NULL);
}
