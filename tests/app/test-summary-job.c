#include "yanglu/app/lists/summary.h"
#include "yanglu/app/workbooks.h"

#include "support/assert.h"
#include "support/run.h"

/* A folder of lists and the job that was run on them. */
typedef struct
{
  YlRun *files;
  char *paths[3];
  YlSummaryJob *job;
} Case;

static int
set_up (void **state)
{
  Case *it = g_new0 (Case, 1);
  *state = it;
  it->files = yl_run_new ();
  return 0;
}

static int
tear_down (void **state)
{
  Case *it = *state;
  g_clear_pointer (&it->job, yl_summary_job_free);
  for (gsize i = 0; i < G_N_ELEMENTS (it->paths); i++)
    g_free (it->paths[i]);
  yl_run_free (it->files);
  g_free (it);
  return 0;
}

static void
run (Case *it, const char *list, const YlJobOptions *options)
{
  yl_run_write (it->files, "list.csv", list);
  it->paths[0] = g_build_filename (it->files->folder, "list.csv", NULL);
  g_autoptr (GError) error = NULL;
  it->job = yl_summary_job_run ((const char *const *) it->paths, options, NULL, &error);
  if (it->job == NULL)
    fail_msg ("%s", error->message);
}

static const YlTallyRow *
get_row (const Case *it, gsize index)
{
  assert_true (index < it->job->n_rows);
  return &it->job->rows[index];
}

static void
each_county_is_priced_by_the_policy_in_force_for_it_that_year (void **state)
{
  Case *it = *state;
  run (it, "路线编码,里程\nC001371502,2\nC001110101,1\n", &(YlJobOptions){ .clock_year = 2021 });
  assert_number_equal (get_row (it, 0)->county_code, 110101);
  assert_fen_equal (get_row (it, 0)->amount_fen, 300000);
  assert_number_equal (get_row (it, 1)->county_code, 371502);
  assert_fen_equal (get_row (it, 1)->amount_fen, 600000);
}

static void
the_asked_year_wins_over_the_clock (void **state)
{
  Case *it = *state;
  run (it, "类别,里程\n村道,1\n", &(YlJobOptions){ .year = 2022, .clock_year = 2018 });
  /* In 2018 no policy was in force yet; that of 2019 pays 3,000 yuan a kilometre. */
  assert_fen_equal (get_row (it, 0)->amount_fen, 300000);
}

/* Twenty findings of a code are kept with their words; all are counted. */
static void
of_many_findings_all_are_counted_and_a_few_kept (void **state)
{
  Case *it = *state;
  g_autoptr (GString) list = g_string_new ("类别,里程\n");
  for (guint i = 0; i < 21; i++)
    g_string_append (list, "村道,abc\n");
  run (it, list->str, &(YlJobOptions){ .year = 2021 });
  const YlFindings *findings = it->job->findings;
  assert_number_equal (yl_findings_get_n_of_code (findings, YL_C04), 21);
  assert_number_equal (yl_findings_get_n (findings), 20);
}

static void
what_was_not_read_of_several_lists_is_one_line (void **state)
{
  Case *it = *state;
  yl_run_write (it->files, "a.csv", "类别,里程,备注\n村道,1,甲\n村道,1,甲\n");
  yl_run_write (it->files, "b.csv", "类别,里程,附注,备注\n村道,1,乙,甲\n");
  it->paths[0] = g_build_filename (it->files->folder, "a.csv", NULL);
  it->paths[1] = g_build_filename (it->files->folder, "b.csv", NULL);
  const YlJobOptions options = { .year = 2021 };
  it->job = yl_summary_job_run ((const char *const *) it->paths, &options, NULL, NULL);
  gsize n = 0;
  const YlChoice *choices = yl_choices_get (it->job->choices, &n);
  assert_number_equal (n, 3);
  assert_string_equal (choices[0].chosen, "类别、里程");
  assert_string_equal (choices[1].chosen, "备注 3 格、附注 1 格");
  assert_string_equal (choices[2].what, "计量单位");
}

static void
one_list_that_is_not_there_spoils_the_whole (void **state)
{
  Case *it = *state;
  yl_run_write (it->files, "list.csv", "类别,里程\n村道,1\n");
  it->paths[0] = g_build_filename (it->files->folder, "list.csv", NULL);
  it->paths[1] = g_build_filename (it->files->folder, "none.csv", NULL);
  g_autoptr (GError) error = NULL;
  const YlJobOptions options = { .year = 2021 };
  assert_null (yl_summary_job_run ((const char *const *) it->paths, &options, NULL, &error));
  assert_non_null (error);
}

#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

int
main (int argc, char **argv)
{
  yl_workbooks_answer (argc, argv);
  const struct CMUnitTest tests[] = {
    SENTENCE (each_county_is_priced_by_the_policy_in_force_for_it_that_year),
    SENTENCE (the_asked_year_wins_over_the_clock),
    SENTENCE (of_many_findings_all_are_counted_and_a_few_kept),
    SENTENCE (what_was_not_read_of_several_lists_is_one_line),
    SENTENCE (one_list_that_is_not_there_spoils_the_whole),
  };
  return cmocka_run_group_tests_name ("summary-job", tests, NULL, NULL);
}
