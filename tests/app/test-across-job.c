#include "support/assert.h"
#include "support/run.h"

#include "yanglu/app/across-job.h"
#include "yanglu/audit/lists/across.h"
#include "yanglu/base/error.h"

#define N_SECTIONS 25u /* more than the findings that are kept */

static const YlJobOptions options = { .year = 2021 };

static YlAcrossJob *
run_lists (YlRun *run, const char *first, const char *later)
{
  yl_run_write (run, "first.csv", first);
  yl_run_write (run, "later.csv", later);
  g_autofree char *first_path = g_build_filename (run->folder, "first.csv", NULL);
  g_autofree char *later_path = g_build_filename (run->folder, "later.csv", NULL);
  const char *const paths[] = { first_path, later_path, NULL };
  return yl_across_job_run (paths, &options, NULL, NULL);
}

/* 25 village roads of 1 km in a list of @county. */
static char *
write_list (const char *county)
{
  GString *list = g_string_new ("路线编码,起点桩号,止点桩号,里程,行政区划\n");
  for (guint i = 1; i <= N_SECTIONS; i++)
    g_string_append_printf (list, "C%03u371502,0.000,1.000,1.000,%s\n", i, county);
  return g_string_free (list, FALSE);
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
findings_beyond_those_kept_are_counted_and_their_money_is_in_the_pair (void **state)
{
  g_autofree char *first = write_list ("371502");
  g_autofree char *later = write_list ("371521");
  g_autoptr (YlAcrossJob) job = run_lists (*state, first, later);
  assert_non_null (job);
  const YlFindings *findings = yl_across_job_get_findings (job);
  gsize n_pairs = 0;
  const YlAcrossPair *pairs = yl_across_job_get_pairs (job, &n_pairs);
  assert_number_equal (yl_findings_get_n_of_code (findings, YL_A11), 25);
  assert_number_equal (yl_findings_get_n (findings), 20 + 20);
  assert_number_equal (n_pairs, 2);
  assert_number_equal (pairs[0].kind, YL_ACROSS_SAME_SECTION);
  assert_number_equal (pairs[0].n_sections, 25);
  assert_number_equal (pairs[0].length_m, 25000);
  assert_fen_equal (pairs[0].amount.fen, 7500000); /* 25 km × 3000 yuan */
  assert_number_equal (pairs[1].kind, YL_ACROSS_CODE_AT_ODDS);
  assert_fen_equal (pairs[1].amount.fen, 0);
}

static void
rows_without_a_whole_code_are_read_but_not_compared (void **state)
{
  g_autoptr (YlAcrossJob) job = run_lists (*state, "路线编码,里程,类别\nX001371502,1.000,县道\n",
                                           "路线编码,里程,类别\nX1,1.000,县道\n");
  assert_non_null (job);
  guint64 n_compared = 0;
  assert_number_equal (yl_across_job_get_n_rows (job, &n_compared), 2);
  assert_number_equal (n_compared, 1);
}

static void
more_lists_than_have_a_number_are_refused_before_one_is_read (void **state)
{
  (void) state;
  g_autofree const char **paths = g_new0 (const char *, YL_ACROSS_MAX_FILES + 2);
  g_autoptr (GError) error = NULL;
  for (guint i = 0; i <= YL_ACROSS_MAX_FILES; i++)
    paths[i] = "no such list.csv";
  assert_null (yl_across_job_run (paths, &options, NULL, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_USAGE));
  g_clear_error (&error);
  /* As many as have one: the first is looked for. */
  paths[YL_ACROSS_MAX_FILES] = NULL;
  assert_null (yl_across_job_run (paths, &options, NULL, &error));
  assert_false (g_error_matches (error, YL_ERROR, YL_ERROR_USAGE));
}

#define sentence(function) cmocka_unit_test_setup_teardown (function, set_up, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    sentence (findings_beyond_those_kept_are_counted_and_their_money_is_in_the_pair),
    sentence (rows_without_a_whole_code_are_read_but_not_compared),
    sentence (more_lists_than_have_a_number_are_refused_before_one_is_read),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
