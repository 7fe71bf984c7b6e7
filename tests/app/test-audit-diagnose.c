#include "yanglu/app/audit/job.h"
#include "yanglu/app/workbooks.h"

#include "support/assert.h"
#include "support/run.h"

/* A found table, 10000, 5000 and 3000 yuan per km; what is right: 224930, 268325, 166631. */
static const char heads[] = "东昌府区2021年农村公路日常养护经费分配表\n"
                            "乡镇,县道里程（公里）,乡道里程（公里）,村道里程（公里）,金额（元）\n";

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

static YlAuditJob *
audit (const YlRun *run, const char *rows, const char *roads)
{
  g_autofree char *text = g_strconcat (heads, rows, NULL);
  g_autofree char *file = g_build_filename (run->folder, "预算.csv", NULL);
  g_autofree char *list = g_build_filename (run->folder, "台账.csv", NULL);
  yl_run_write (run, "预算.csv", text);
  if (roads != NULL)
    yl_run_write (run, "台账.csv", roads);
  const YlAuditOptions options = {
    .file = file,
    .roads = roads == NULL ? NULL : list,
    .job = { .policy = "liaocheng-2020", .county = "371502", .year = 2021 },
  };
  g_autoptr (GError) error = NULL;
  YlAuditJob *job = yl_audit_job_run (&options, NULL, &error);
  if (job == NULL)
    fail_msg ("%s", error->message);
  return job;
}

static void
assert_explained (const YlAuditJob *job, const char *beginning, gint64 explained_fen)
{
  const GArray *explanations = job->audit->explanations;
  assert_true (explanations->len > 0);
  const YlExplanation *first = &g_array_index (explanations, YlExplanation, 0);
  print_message ("# %s\n", first->cause);
  assert_true (g_str_has_prefix (first->cause, beginning));
  assert_fen_equal (first->explained_fen, explained_fen);
  assert_fen_equal (first->remaining_fen, 0);
}

static void
a_table_that_holds_is_not_explained (void **state)
{
  g_autoptr (YlAuditJob) job = audit (*state,
                                      "沙镇镇,12.345,8.200,20.160,224930\n"
                                      "堂邑镇,9.870,15.310,31.025,268325\n"
                                      "于集镇,0,22.480,18.077,166631\n",
                                      NULL);
  assert_number_equal (job->audit->explanations->len, 0);
}

/* 12.345 × 3000 = 37035 less. */
static void
an_older_rate_is_told_from_the_kilometres_of_the_table (void **state)
{
  g_autoptr (YlAuditJob) job = audit (*state,
                                      "沙镇镇,12.345,8.200,20.160,187895\n"
                                      "堂邑镇,9.870,15.310,31.025,268325\n"
                                      "于集镇,0,22.480,18.077,166631\n",
                                      NULL);
  assert_explained (job, "3 个乡镇中有 1 个（沙镇镇）县道按 7,000 元/公里计", -3703500);
}

/* 2.900 km of 村道 are in the list and not in the table: 8700. */
static void
a_missing_road_is_told_from_the_road_list (void **state)
{
  g_autoptr (YlAuditJob) job = audit (*state,
                                      "沙镇镇,12.345,0,0,123450\n"
                                      "堂邑镇,0,8.200,0.556,42668\n",
                                      "路线编码,行政等级,所在乡镇,里程\n"
                                      "X001371502,县道,沙镇镇,12.345\n"
                                      "Y012371502,乡道,堂邑镇,8.200\n"
                                      "C034371502,村道,堂邑镇,2.900\n"
                                      "C035371502,村道,堂邑镇,0.556\n");
  assert_explained (job, "堂邑镇：C034371502（2.900 公里）漏计", -870000);
}

#define sentence(test) cmocka_unit_test_setup_teardown (test, set_up, tear_down)

int
main (int argc, char **argv)
{
  yl_workbooks_answer (argc, argv);
  const struct CMUnitTest tests[] = {
    sentence (a_table_that_holds_is_not_explained),
    sentence (an_older_rate_is_told_from_the_kilometres_of_the_table),
    sentence (a_missing_road_is_told_from_the_road_list),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
