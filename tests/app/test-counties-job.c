#include "support/assert.h"
#include "support/run.h"
#include "support/sheet.h"

#include "yanglu/app/lists/counties.h"
#include "yanglu/app/lists/sniff.h"
#include "yanglu/app/workbooks.h"
#include "yanglu/audit/lists/counties.h"
#include "yanglu/base/error.h"

#include <string.h>

#define N_SECTIONS 25u /* more than the findings that are kept */

static const YlJobOptions options = { .year = 2021 };

static YlCountyLists *
run_lists (YlRun *run, const char *first, const char *later)
{
  yl_run_write (run, "first.csv", first);
  yl_run_write (run, "later.csv", later);
  g_autofree char *first_path = g_build_filename (run->folder, "first.csv", NULL);
  g_autofree char *later_path = g_build_filename (run->folder, "later.csv", NULL);
  const char *const paths[] = { first_path, later_path, NULL };
  return yl_counties_job_run (paths, &options, 20, NULL, NULL);
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
  g_autoptr (YlCountyLists) job = run_lists (*state, first, later);
  assert_non_null (job);
  const YlFindings *findings = job->findings;
  const YlCountiesPair *pairs = (const YlCountiesPair *) (gconstpointer) job->pairs->data;
  assert_number_equal (yl_findings_get_n_of_code (findings, YL_A11), 25);
  assert_number_equal (yl_findings_get_n (findings), 20 + 20);
  assert_number_equal (job->pairs->len, 2);
  assert_number_equal (pairs[0].kind, YL_COUNTIES_SAME_SECTION);
  assert_number_equal (pairs[0].n_sections, 25);
  assert_number_equal (pairs[0].length_m, 25000);
  assert_fen_equal (pairs[0].amount.fen, 7500000); /* 25 km × 3000 yuan */
  assert_number_equal (pairs[1].kind, YL_COUNTIES_CODE_AT_ODDS);
  assert_fen_equal (pairs[1].amount.fen, 0);
}

static void
rows_without_a_whole_code_are_read_but_not_compared (void **state)
{
  g_autoptr (YlCountyLists) job = run_lists (*state, "路线编码,里程,类别\nX001371502,1.000,县道\n",
                                             "路线编码,里程,类别\nX1,1.000,县道\n");
  assert_non_null (job);
  assert_number_equal (job->n_rows, 2);
  assert_number_equal (job->n_compared, 1);
}

static void
more_lists_than_have_a_number_are_refused_before_one_is_read (void **state)
{
  (void) state;
  g_autofree const char **paths = g_new0 (const char *, YL_COUNTIES_MAX_FILES + 2);
  g_autoptr (GError) error = NULL;
  for (guint i = 0; i <= YL_COUNTIES_MAX_FILES; i++)
    paths[i] = "no such list.csv";
  assert_null (yl_counties_job_run (paths, &options, 20, NULL, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_USAGE));
  g_clear_error (&error);
  /* As many as have one: the first is looked for. */
  paths[YL_COUNTIES_MAX_FILES] = NULL;
  assert_null (yl_counties_job_run (paths, &options, 20, NULL, &error));
  assert_false (g_error_matches (error, YL_ERROR, YL_ERROR_USAGE));
}

static char *
find_list (const char *name)
{
  return g_build_filename (g_getenv ("YL_SOURCE_ROOT"), "tests/data/roads", name, NULL);
}

/* 堂邑 and 其余 are two sheets of one workbook; the second list has its last row. */
static void
findings_name_the_sheet_of_both_places (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "later.csv",
                "路线编码,起点桩号,止点桩号,里程,行政区划\nC001371502,0.000,0.800,0.800,371521\n");
  g_autofree char *later = g_build_filename (run->folder, "later.csv", NULL);
  g_autofree char *book = find_list ("two-sheets.xlsx");
  const char *const there[] = { book, later, NULL };
  const char *const back[] = { later, book, NULL };
  g_autoptr (YlCountyLists) job = yl_counties_job_run (there, &options, 20, NULL, NULL);
  const YlFinding *finding = yl_findings_find (job->findings, YL_A11);
  assert_non_null (strstr (finding->expected, "two-sheets.xlsx 工作表“其余”第 3 行"));
  assert_null (finding->sheet);
  g_autoptr (YlCountyLists) other = yl_counties_job_run (back, &options, 20, NULL, NULL);
  finding = yl_findings_find (other->findings, YL_A11);
  assert_string_equal (finding->sheet, "其余");
  assert_non_null (strstr (finding->expected, "later.csv 第 2 行"));
}

/* 茌平 was 371523 and is 371503 since 2019: the list of before and that of after name one road. */
static void
an_old_county_code_is_the_same_route_and_said_so (void **state)
{
  g_autoptr (YlCountyLists) job =
      run_lists (*state, "路线编码,起点桩号,止点桩号,里程\nX001371503,0.000,1.000,1.000\n",
                 "路线编码,起点桩号,止点桩号,里程\nX001371523,0.000,1.000,1.000\n");
  const YlFinding *finding = yl_findings_find (job->findings, YL_A11);
  assert_non_null (finding);
  assert_fen_equal (finding->at_stake.fen, 1000000);
  assert_non_null (strstr (finding->message, "X001371503（按现行县级代码，台账写的是旧代码）"));
}

/* 斗虎屯镇 is 371502104: one road is in the list of the county and, renumbered, in that of the zone. */
static void
two_codes_of_one_road_are_told_with_both_places (void **state)
{
  const char *heads = "路线编码,路线名称,行政区划,起点桩号,止点桩号,里程,上年路线编码\n";
  g_autofree char *first = g_strconcat (
      heads, "C034371502,闫庄路,371502104,0,1.2,1.2,\nX001371502,聊莘路,371502104,0,2,2,\n", NULL);
  g_autofree char *later = g_strconcat (
      heads,
      "Y012371502,闫庄路,371502104,0,1.2,1.2,\nX009371502,莘聊路,371502104,0,2,2,X001371502\n",
      NULL);
  g_autoptr (YlCountyLists) job = run_lists (*state, first, later);
  const YlCountiesPair *pairs = (const YlCountiesPair *) (gconstpointer) job->pairs->data;
  assert_number_equal (job->pairs->len, 2);
  assert_number_equal (pairs[0].kind, YL_COUNTIES_SAME_ORIGIN);
  assert_fen_equal (pairs[0].amount.fen, 2000000);
  assert_number_equal (pairs[1].kind, YL_COUNTIES_OTHER_CODE);
  assert_fen_equal (pairs[1].amount.fen, 360000); /* at the lower rate, of a 村道 */
  const YlFinding *claim = yl_findings_get (job->findings, 0);
  assert_number_equal (yl_findings_get_n (job->findings), 2);
  const YlFinding *code = yl_findings_get (job->findings, 1);
  if (claim->row == 2)
    {
      const YlFinding *other = claim;
      claim = code;
      code = other;
    }
  assert_string_equal (claim->column, "上年路线编码");
  assert_non_null (
      strstr (claim->message, "上年的路线 X001371502（K0.000—K2.000）有 2.000 公里在两处申报"));
  assert_non_null (strstr (code->message, "first.csv 第 2 行 的路线 C034371502"));
  assert_non_null (strstr (code->message, "起止桩号、里程和路名相同，只有路线编码不同"));
}

static const YlJobOptions no_options = { 0 };

static void
a_workbook_of_roads_is_a_list_and_one_with_money_is_none (void **state)
{
  YlRun *run = *state;
  const char *const lists[] = { "entry-sheet.xlsx", "sound.csv" };
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *list = find_list (lists[i]);
      assert_true (yl_counties_is_list (list, &no_options));
    }
  g_autofree char *money = find_list ("two-sheets.xlsx"); /* its sheet 费用 has 金额 */
  g_autofree char *hidden = find_list ("only-hidden.xlsx");
  g_autofree char *budget =
      g_build_filename (g_getenv ("YL_SOURCE_ROOT"), "tests/data/found/sound.xlsx", NULL);
  assert_false (yl_counties_is_list (money, &no_options));
  assert_false (yl_counties_is_list (hidden, &no_options));
  assert_false (yl_counties_is_list (budget, &no_options));
  yl_run_write (run, "元庄.csv", "路线编码,路线名称,里程\nX001371502,开元路,1.000\n");
  g_autofree char *village = g_build_filename (run->folder, "元庄.csv", NULL);
  assert_true (yl_counties_is_list (village, &no_options));
}

/* 25 sections of 1 km in two counties, 20 of them with their text. */
static void
working_papers_count_what_they_do_not_keep (void **state)
{
  g_autofree char *first = write_list ("371502");
  g_autofree char *later = write_list ("371521");
  g_autoptr (YlCountyLists) job = run_lists (*state, first, later);
  g_autoptr (YlAudit) audit = yl_county_lists_to_audit (job);
  assert_int_equal (audit->verdict, YL_VERDICT_DIFFERS);
  assert_number_equal (yl_findings_get_n_of_code (audit->findings, YL_A11), 25);
  assert_number_equal (yl_findings_get_n_of_severity (audit->findings, YL_SEVERITY_WARNING),
                       yl_findings_get_n_of_severity (job->findings, YL_SEVERITY_WARNING));
  assert_number_equal (audit->readings->len, 2 + 2); /* the lists and the pairs */
  assert_non_null (strstr (audit->conclusion, "25 个路段两处列入，重复 25.000 公里"));
}

#define sentence(function) cmocka_unit_test_setup_teardown (function, set_up, tear_down)

int
main (int argc, char **argv)
{
  yl_workbooks_answer (argc, argv);
  const struct CMUnitTest tests[] = {
    sentence (findings_beyond_those_kept_are_counted_and_their_money_is_in_the_pair),
    sentence (findings_name_the_sheet_of_both_places),
    sentence (an_old_county_code_is_the_same_route_and_said_so),
    sentence (two_codes_of_one_road_are_told_with_both_places),
    sentence (a_workbook_of_roads_is_a_list_and_one_with_money_is_none),
    sentence (working_papers_count_what_they_do_not_keep),
    sentence (rows_without_a_whole_code_are_read_but_not_compared),
    sentence (more_lists_than_have_a_number_are_refused_before_one_is_read),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
