#include "yanglu/app/budget/job.h"

#include "support/assert.h"
#include "support/run.h"
#include "yanglu/app/workbooks.h"
#include "yanglu/base/error.h"

#include <string.h>

/* A folder with a list of one county road of 2 km, and the job that is made of it. */
typedef struct
{
  YlRun *files;
  char *roads;
  char *book;
  YlBudgetJob *job;
} Case;

static int
set_up (void **state)
{
  Case *it = g_new0 (Case, 1);
  *state = it;
  it->files = yl_run_new ();
  it->roads = g_build_filename (it->files->folder, "list.csv", NULL);
  it->book = g_build_filename (it->files->folder, "book.xlsx", NULL);
  yl_run_write (it->files, "list.csv", "路线编码,里程\nX001371502,2\n");
  return 0;
}

static int
tear_down (void **state)
{
  Case *it = *state;
  g_clear_pointer (&it->job, yl_budget_job_free);
  yl_run_free (it->files);
  g_free (it->roads);
  g_free (it->book);
  g_free (it);
  return 0;
}

static void
run (Case *it)
{
  const YlJobOptions options = { .roads = it->roads, .year = 2021 };
  g_autoptr (GError) error = NULL;
  it->job = yl_budget_job_run (&options, NULL, &error);
  if (it->job == NULL)
    fail_msg ("%s", error->message);
}

static void
a_job_comes_to_the_figures_of_its_list_and_writes_nothing (void **state)
{
  Case *it = *state;
  run (it);
  const YlFigures *figures = it->job->budget->figures;
  assert_fen_equal (figures->daily.standard_fen, 2000000);
  assert_number_equal (figures->year, 2021);
  assert_string_equal (it->job->budget->entity->code, "371502");
  assert_number_equal (yl_run_count_files (it->files), 1);
}

static void
without_a_road_list_nothing_is_written_over_a_good_file (void **state)
{
  Case *it = *state;
  g_autoptr (GError) error = NULL;
  yl_run_write (it->files, "list.csv", "你好\n这不是台账\n");
  yl_run_write (it->files, "book.xlsx", "good");
  run (it);
  assert_false (yl_budget_job_write (it->job, it->book, TRUE, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_INVALID));
  g_autofree char *kept = NULL;
  assert_true (g_file_get_contents (it->book, &kept, NULL, NULL));
  assert_string_equal (kept, "good");
}

static void
findings_stand_in_the_order_of_the_file_with_their_cells (void **state)
{
  Case *it = *state;
  yl_run_write (it->files, "list.csv",
                "路线编码,里程,乡镇\nX001371502,2,无此镇\nX002371502,abc,\n");
  run (it);
  const YlFindings *findings = it->job->list->findings;
  assert_true (yl_findings_get_n (findings) > 2);
  assert_int_equal (yl_findings_get (findings, 0)->severity, YL_SEVERITY_WARNING);
  assert_string_equal (yl_findings_get (findings, 0)->cell, "C2");
  assert_int_equal (yl_findings_get (findings, 1)->severity, YL_SEVERITY_ERROR);
  assert_string_equal (yl_findings_get (findings, 1)->cell, "B3");
  assert_number_equal (yl_findings_get (findings, 2)->row, 0);
}

static void
a_written_book_stays_until_it_may_be_replaced (void **state)
{
  Case *it = *state;
  g_autoptr (GError) error = NULL;
  run (it);
  assert_true (yl_budget_job_write (it->job, it->book, FALSE, NULL));
  assert_false (yl_budget_job_write (it->job, it->book, FALSE, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_EXISTS));
  assert_true (yl_budget_job_write (it->job, it->book, TRUE, NULL));
  assert_number_equal (yl_run_count_files (it->files), 2);
}

static void
one_job_writes_the_same_book_twice (void **state)
{
  Case *it = *state;
  run (it);
  assert_true (yl_budget_job_write (it->job, it->book, FALSE, NULL));
  g_autoptr (GBytes) first = yl_run_read (it->files, "book.xlsx");
  assert_true (yl_budget_job_write (it->job, it->book, TRUE, NULL));
  g_autoptr (GBytes) second = yl_run_read (it->files, "book.xlsx");
  assert_true (g_bytes_equal (first, second));
}

#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

int
main (int argc, char **argv)
{
  yl_workbooks_answer (argc, argv);
  const struct CMUnitTest tests[] = {
    SENTENCE (a_job_comes_to_the_figures_of_its_list_and_writes_nothing),
    SENTENCE (without_a_road_list_nothing_is_written_over_a_good_file),
    SENTENCE (findings_stand_in_the_order_of_the_file_with_their_cells),
    SENTENCE (a_written_book_stays_until_it_may_be_replaced),
    SENTENCE (one_job_writes_the_same_book_twice),
  };
  return cmocka_run_group_tests_name ("budget-job", tests, NULL, NULL);
}
