#include "yanglu/app/budget/last-year.h"
#include "yanglu/app/workbooks.h"

#include "support/assert.h"
#include "support/run.h"

#include <string.h>

/* A folder with this year's list, and the job that is made of it. */
typedef struct
{
  YlRun *files;
  char *roads;
  char *last_year;
  YlListJob *job;
} Case;

static int
set_up (void **state)
{
  Case *it = g_new0 (Case, 1);
  *state = it;
  it->files = yl_run_new ();
  it->roads = g_build_filename (it->files->folder, "list.csv", NULL);
  it->last_year = g_build_filename (it->files->folder, "last.csv", NULL);
  yl_run_write (it->files, "list.csv", "路线编码,里程\nX001371502,1\n");
  return 0;
}

static int
tear_down (void **state)
{
  Case *it = *state;
  g_clear_pointer (&it->job, yl_list_job_free);
  yl_run_free (it->files);
  g_free (it->roads);
  g_free (it->last_year);
  g_free (it);
  return 0;
}

static gboolean
load (Case *it, const char *last_year, guint year, GError **error)
{
  const YlJobOptions options = { .roads = it->roads,
                                 .last_year = last_year == NULL ? NULL : it->last_year,
                                 .year = year };
  if (last_year != NULL)
    yl_run_write (it->files, "last.csv", last_year);
  it->job = yl_list_job_run (&options, NULL, NULL);
  assert_non_null (it->job);
  return yl_last_year_load (it->job, &options, error);
}

static gint64
get_amount (const Case *it, const char *code)
{
  const GArray *lines = it->job->entry->last_year;
  for (guint i = 0; i < lines->len; i++)
    if (strcmp (g_array_index (lines, YlLastYearLine, i).code, code) == 0)
      return g_array_index (lines, YlLastYearLine, i).amount.fen;
  return -1;
}

static void
without_the_option_nothing_is_known_of_last_year (void **state)
{
  Case *it = *state;
  assert_true (load (it, NULL, 2021, NULL));
  assert_number_equal (it->job->entry->last_year->len, 0);
}

static void
a_table_of_figures_is_taken_as_it_stands (void **state)
{
  Case *it = *state;
  assert_true (load (it, "项目,金额\n县道日常养护,12345.67\n合计,12345.67\n", 2021, NULL));
  assert_fen_equal (get_amount (it, "daily.county"), 1234567);
  assert_fen_equal (get_amount (it, "total"), 1234567);
}

/* 2 km of county road at the 10 000 yuan of last year's policy. */
static void
a_road_list_is_budgeted_by_the_policy_of_last_year (void **state)
{
  Case *it = *state;
  assert_true (load (it, "路线编码,里程\nX001371502,2\n", 2021, NULL));
  assert_fen_equal (get_amount (it, "daily.county"), 2000000);
  assert_fen_equal (get_amount (it, "total"), 2000000);
  gsize n = 0;
  const YlChoice *choices = yl_choices_get (it->job->choices, &n);
  assert_string_equal (choices[n - 1].what, "上年数");
  /* On 1 January 2020 that of Liaocheng was not yet in force. */
  assert_string_equal (choices[n - 1].chosen, "national-2019");
}

static void
the_file_is_kept_with_the_inputs_and_its_faults_are_not_those_of_this_year (void **state)
{
  Case *it = *state;
  assert_true (load (it, "路线编码,里程\nX001371502,2\nX002371502,abc\n", 2021, NULL));
  gsize n = 0;
  const YlInputCopy *copies = yl_inputs_get (it->job->inputs, &n);
  assert_string_equal (copies[n - 1].role, "last-year");
  assert_string_equal (copies[n - 1].name, "last.csv");
  assert_number_equal (yl_findings_get_n_of_code (it->job->findings, YL_C04), 0);
}

/* No policy was in force on 1 January 2019: 2 km at the 10 000 yuan of 2020's policy. */
static void
a_last_year_before_every_policy_is_budgeted_by_this_years (void **state)
{
  Case *it = *state;
  assert_true (load (it, "路线编码,里程\nX001371502,2\n", 2020, NULL));
  assert_fen_equal (get_amount (it, "total"), 2000000);
  gsize n = 0;
  const YlChoice *choices = yl_choices_get (it->job->choices, &n);
  assert_non_null (strstr (choices[n - 1].why, "按本年政策重算"));
}

#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

int
main (int argc, char **argv)
{
  yl_workbooks_answer (argc, argv);
  const struct CMUnitTest tests[] = {
    SENTENCE (without_the_option_nothing_is_known_of_last_year),
    SENTENCE (a_table_of_figures_is_taken_as_it_stands),
    SENTENCE (a_road_list_is_budgeted_by_the_policy_of_last_year),
    SENTENCE (the_file_is_kept_with_the_inputs_and_its_faults_are_not_those_of_this_year),
    SENTENCE (a_last_year_before_every_policy_is_budgeted_by_this_years),
  };
  return cmocka_run_group_tests_name ("last-year", tests, NULL, NULL);
}
