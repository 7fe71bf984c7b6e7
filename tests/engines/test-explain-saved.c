/* A workbook that other programs opened and saved is explained as before, cell by cell. */
#include "engines/county-files.h"
#include "support/assert.h"
#include "support/engines.h"
#include "support/explain-cells.h"
#include "support/run.h"
#include "yanglu/app/workbooks.h"

#define BOOK "预算.xlsx"

static void
make_book (YlRun *run, const char *policy)
{
  county_files_write (&(CountyFiles){ 120, 5, policy, NULL }, run->folder);
  yl_run (run, "C.UTF-8", NULL, "budget", "路.csv", "--entry", "录入表.xlsx", "--bridges", "桥.csv",
          "--last-year", "上年.csv", "--policy", "办法.policy", "-o", BOOK, "--force", NULL);
  if (run->status != 0 && run->status != 1)
    fail_msg ("the budget was not made: %s", run->err);
}

static int
set_up (void **state)
{
  *state = yl_run_new ();
  return 0;
}

static int
tear_down (void **state)
{
  yl_run_free (*state);
  return 0;
}

static void
check_saved_by_engine (const YlRun *run, YlEngine engine)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (run->folder, BOOK, NULL);
  g_autofree char *folder = g_build_filename (run->folder, yl_engine_get_name (engine), NULL);
  g_autofree char *saved = yl_engine_recalculate (engine, path, folder, "xlsx", &error);
  if (saved == NULL)
    fail_msg ("%s", error->message);
  assert_true (yl_test_assert_cells_explained (saved) > 1000);
}

static void
every_cell_is_explained_after_libreoffice_saved_the_workbook (void **state)
{
  yl_engine_require (YL_ENGINE_LIBREOFFICE);
  make_book (*state, county_policy_by_share);
  check_saved_by_engine (*state, YL_ENGINE_LIBREOFFICE);
  make_book (*state, county_policy_by_stack);
  check_saved_by_engine (*state, YL_ENGINE_LIBREOFFICE);
}

/* openpyxl drops the values of formulas: the figures come from the copy. */
static void
every_cell_is_explained_after_openpyxl_saved_the_workbook (void **state)
{
  YlRun *run = *state;
  make_book (run, county_policy_by_share);
  g_autofree char *path = g_build_filename (run->folder, BOOK, NULL);
  g_autofree char *saved = g_build_filename (run->folder, "saved.xlsx", NULL);
  const char *const arguments[] = {
    "/usr/bin/python3",
    "-c",
    "import sys, openpyxl; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])",
    path,
    saved,
    NULL,
  };
  g_autoptr (GSubprocess) process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_NONE, NULL);
  if (process == NULL || !g_subprocess_wait_check (process, NULL, NULL))
    fail_msg ("/usr/bin/python3 has no openpyxl: the line that runs the tests installs it");
  assert_true (yl_test_assert_cells_explained (saved) > 1000);
}

int
main (int argc, char **argv)
{
  yl_workbooks_answer (argc, argv);
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (every_cell_is_explained_after_libreoffice_saved_the_workbook),
    SENTENCE (every_cell_is_explained_after_openpyxl_saved_the_workbook),
  };
  return cmocka_run_group_tests_name ("explain-saved", tests, NULL, NULL);
}
