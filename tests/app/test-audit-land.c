/* Land revenue under audit: in the sheet of a workbook of ours, and in a found table. */
#include "yanglu/app/audit/job.h"
#include "yanglu/app/workbooks.h"

#include "support/assert.h"
#include "support/book-parts.h"
#include "support/run.h"

#include <string.h>

#define LAND_TAB 14

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

static char *
find_example (const char *name)
{
  return g_build_filename (g_getenv ("YL_SOURCE_ROOT"), "templates/examples", name, NULL);
}

/* The example of 东昌府区: 86,000,000 of income, 14,863,200 net, 2.5% of it drawn. */
static char *
make_book (const YlRun *run)
{
  g_autofree char *roads = find_example ("示例-东昌府区-里程台账.csv");
  g_autofree char *entry = find_example ("示例-东昌府区-录入表.xlsx");
  g_autofree char *funds = find_example ("示例-东昌府区-资金来源.csv");
  g_autofree char *bridges = find_example ("示例-东昌府区-桥梁.csv");
  g_autofree char *book = g_build_filename (run->folder, "预算.xlsx", NULL);
  const YlJobOptions options = {
    .roads = roads, .entry = entry, .funds = funds, .bridges = bridges
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (YlBudgetJob) job = yl_budget_job_run (&options, NULL, &error);
  if (job == NULL || !yl_budget_job_write (job, book, FALSE, &error))
    fail_msg ("%s", error->message);
  yl_budget_job_free (g_steal_pointer (&job));
  return g_steal_pointer (&book);
}

static YlAuditJob *
audit (const char *file)
{
  const YlAuditOptions options = { .file = file,
                                   .job = { .county = "371502", .clock_year = 2021 } };
  g_autoptr (GError) error = NULL;
  YlAuditJob *job = yl_audit_job_run (&options, NULL, &error);
  if (job == NULL)
    fail_msg ("%s", error->message);
  return job;
}

static void
assert_explained (const YlAuditJob *job,
                  const char *cause,
                  gint64 explained_fen,
                  const char *places)
{
  const GArray *explanations = job->audit->explanations;
  assert_true (explanations->len > 0);
  const YlExplanation *first = &g_array_index (explanations, YlExplanation, 0);
  g_autofree char *rows = g_strjoinv (" ", first->rows);
  print_message ("# %s %s\n", first->cause, rows);
  assert_string_equal (first->cause, cause);
  assert_fen_equal (first->explained_fen, explained_fen);
  assert_string_equal (rows, places);
}

static void
a_land_sheet_as_it_was_made_is_not_explained (void **state)
{
  g_autofree char *book = make_book (*state);
  YlAuditJob *job = audit (book);
  assert_int_equal (job->audit->verdict, YL_VERDICT_HOLDS);
  assert_number_equal (job->audit->explanations->len, 0);
  yl_audit_job_free (job);
}

/* 2.5% of 86,000,000 are 2,150,000; of 14,863,200 they are 371,580 (less 0.00). */
static void
a_share_of_income_in_our_sheet_is_told (void **state)
{
  g_autofree char *book = make_book (*state);
  yl_test_set_number (book, LAND_TAB, "D19", "2150000");
  YlAuditJob *job = audit (book);
  assert_explained (
      job,
      "县级应计提数：按土地出让收入计提，没有扣除成本（应按净收益计提），可解释差额的 "
      "100%。",
      177842000, "土地出让收益测算!D19 土地出让收益测算!D5");
  yl_audit_job_free (job);
}

/* 2% of 14,863,200 are 297,264. */
static void
the_lower_end_in_our_sheet_is_told (void **state)
{
  g_autofree char *book = make_book (*state);
  yl_test_set_number (book, LAND_TAB, "D18", "0.02");
  yl_test_set_number (book, LAND_TAB, "D19", "297264");
  YlAuditJob *job = audit (book);
  assert_explained (job, "县级应计提数：按 2% 计提（应为 2.5%），可解释差额的 100%。", -7431600,
                    "土地出让收益测算!D19 土地出让收益测算!D18");
  yl_audit_job_free (job);
}

/* The costs of a found table are no townships that a total adds up. */
static void
a_found_table_is_read_as_land_revenue_alone (void **state)
{
  const YlRun *run = *state;
  g_autofree char *file = g_build_filename (run->folder, "土地.csv", NULL);
  yl_run_write (run, "土地.csv",
                "东昌府区2021年土地出让收益计提表\n项目,金额\n土地出让收入,5000000\n"
                "征地和拆迁补偿,3200000\n土地开发,300000\n成本合计,3500000\n"
                "土地出让收益,1500000\n计提比例,3%\n计提金额,54000\n");
  YlAuditJob *job = audit (file);
  const YlAudit *found = job->audit;
  assert_number_equal (yl_findings_get_n (found->findings), 1);
  assert_int_equal (yl_findings_get (found->findings, 0)->code, YL_B05);
  assert_explained (job, "计提金额：没有扣除“土地开发”，可解释差额的 100%。", 900000,
                    "土地.csv!B9 土地.csv!B5");
  yl_audit_job_free (job);
}

static void
a_sound_found_table_holds (void **state)
{
  const YlRun *run = *state;
  g_autofree char *file = g_build_filename (run->folder, "土地.csv", NULL);
  yl_run_write (run, "土地.csv",
                "级次,土地出让收入,成本,净收益,计提比例,计提金额\n市级,1000,400,600,2%,12\n"
                "县级,8600,6600,2000,3%,60\n");
  YlAuditJob *job = audit (file);
  assert_int_equal (job->audit->verdict, YL_VERDICT_HOLDS);
  assert_number_equal (job->audit->explanations->len, 0);
  yl_audit_job_free (job);
}

/* Beside a table of townships both are audited. */
static void
a_table_of_townships_above_it_is_still_read (void **state)
{
  const YlRun *run = *state;
  g_autofree char *file = g_build_filename (run->folder, "两表.csv", NULL);
  yl_run_write (run, "两表.csv",
                "乡镇,县道里程（公里）,金额（元）\n沙镇镇,10,70000\n合计,10,70000\n,,\n"
                "土地出让收入,5000000,\n成本,3500000,\n计提比例,3%,\n计提金额,150000,\n");
  YlAuditJob *job = audit (file);
  const YlAudit *found = job->audit;
  gboolean has_rate = FALSE, has_share = FALSE;
  for (guint i = 0; i < found->explanations->len; i++)
    {
      const char *cause = g_array_index (found->explanations, YlExplanation, i).cause;
      has_rate |= strstr (cause, "7,000 元/公里") != NULL;
      has_share |= strstr (cause, "按土地出让收入计提") != NULL;
    }
  assert_true (has_rate && has_share);
  yl_audit_job_free (job);
}

#define SENTENCE(test) cmocka_unit_test_setup_teardown (test, set_up, tear_down)

int
main (int argc, char **argv)
{
  yl_workbooks_answer (argc, argv);
  const struct CMUnitTest tests[] = {
    SENTENCE (a_land_sheet_as_it_was_made_is_not_explained),
    SENTENCE (a_share_of_income_in_our_sheet_is_told),
    SENTENCE (the_lower_end_in_our_sheet_is_told),
    SENTENCE (a_found_table_is_read_as_land_revenue_alone),
    SENTENCE (a_sound_found_table_holds),
    SENTENCE (a_table_of_townships_above_it_is_still_read),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
