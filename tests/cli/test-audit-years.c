/* yanglu audit --last-year: the budget against that of the year before. */
#include <string.h>

#include "support/assert.h"
#include "support/run.h"

/* 10 km of county road and 5 km of village road. */
#define OLD_LIST                                                                                   \
  "路线编码,起点桩号,止点桩号,乡镇,修建年度\n"                                   \
  "X001371502,0,10,梁水镇,2001\n"                                                               \
  "C009371502,0,5,梁水镇,2001\n"
/* 2 km more without works; the village road under two new codes. */
#define NEW_LIST                                                                                   \
  "路线编码,起点桩号,止点桩号,乡镇,修建年度,上年路线编码\n"                \
  "X001371502,0,12,梁水镇,2001,\n"                                                              \
  "C010371502,0,5,梁水镇,2001,C009371502\n"                                                     \
  "C011371502,0,5,闫寺街道,2001,C009371502\n"

static int
set_up (void **state)
{
  YlRun *run = yl_run_new ();
  *state = run;
  yl_run_write (run, "old.csv", OLD_LIST);
  yl_run_write (run, "new.csv", NEW_LIST);
  yl_run (run, "C", NULL, "budget", "new.csv", "--year", "2022", "-o", "new.xlsx", NULL);
  return run->status;
}

static int
tear_down (void **state)
{
  yl_run_free (*state);
  return 0;
}

static void
assert_says (const YlRun *run, const char *text)
{
  if (strstr (run->out, text) == NULL)
    fail_msg ("“%s” is not in\n%s%s", text, run->out, run->err);
}

static void
what_grew_without_works_and_what_is_claimed_twice_is_told (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "audit", "new.xlsx", "--last-year", "old.csv", NULL);
  assert_number_equal (run->status, 1);
  assert_says (run, "old.csv：2021年的预算");
  /* 2 km at 10,000 yuan; 5 km at 3,000. */
  assert_says (run, "[A10 警告] new.csv 第 2 行 里程");
  assert_says (run, "按标准合 20,000.00 元");
  assert_says (run, "[A11 错误] new.csv 第 4 行 上年路线编码");
  assert_says (run, "多计 15,000.00 元");
  assert_says (run, "受益方：闫寺街道");
}

static void
the_rules_file_bounds_what_may_change (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "own.rules", "[A10]\nlimit-change=20\n");
  yl_run (run, "C", NULL, "audit", "new.xlsx", "--last-year", "old.csv", "--rules", "own.rules",
          NULL);
  assert_null (strstr (run->out, "[A10 警告] new.csv 第 2 行 里程"));
  yl_run_write (run, "own.rules", "[A10]\nlimit-change=19.99\n");
  yl_run (run, "C", NULL, "audit", "new.xlsx", "--last-year", "old.csv", "--rules", "own.rules",
          NULL);
  assert_says (run, "[A10 警告] new.csv 第 2 行 里程");
}

static void
a_budget_below_last_years_is_told (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "budget", "old.csv", "--year", "2022", "-o", "small.xlsx", NULL);
  yl_run (run, "C", NULL, "budget", "new.csv", "--year", "2021", "-o", "large.xlsx", NULL);
  yl_run (run, "C", NULL, "audit", "small.xlsx", "--last-year", "large.xlsx", NULL);
  /* 150,000 yuan, then 115,000. */
  assert_says (run, "[B10 警告] small.xlsx 预算合计");
  assert_says (run, "减少 35,000.00 元");
}

/* 115,000 yuan this year. */
static void
a_table_of_last_years_amounts_is_compared_as_a_whole (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "budget", "old.csv", "--year", "2022", "-o", "small.xlsx", NULL);
  yl_run_write (run, "table.csv", "项目,金额（元）\n县道日常养护,100000\n合计,115000.01\n");
  yl_run (run, "C", NULL, "audit", "small.xlsx", "--last-year", "table.csv", NULL);
  assert_says (run, "table.csv：上年预算数，合计 115,000.01 元");
  assert_says (run, "[B10 警告] small.xlsx 预算合计");
  assert_says (run, "减少 0.01 元");
  yl_run_write (run, "table.csv", "项目,金额（元）\n县道日常养护,100000\n合计,115000\n");
  yl_run (run, "C", NULL, "audit", "small.xlsx", "--last-year", "table.csv", NULL);
  assert_null (strstr (run->out, "B10"));
}

/* By hand: 沙镇镇 164 450, 堂邑镇 108 700, together 273 150 yuan; this year 梁水镇 gets 115 000. */
static void
a_found_budget_is_taken_for_last_year_by_its_townships (void **state)
{
  YlRun *run = *state;
  g_autofree char *sound =
      g_build_filename (g_getenv ("YL_SOURCE_ROOT"), "tests", "data", "found", "sound.xlsx", NULL);
  yl_run (run, "C", NULL, "budget", "old.csv", "--year", "2022", "-o", "small.xlsx", NULL);
  yl_run (run, "C", NULL, "audit", "small.xlsx", "--last-year", sound, NULL);
  assert_says (run, "sound.xlsx：手工编制的上年预算，2 行分乡镇合计 273,150.00 元");
  assert_says (run, "其中 2 个乡镇减少");
  assert_says (run, "[B10 警告] small.xlsx 分乡镇合计");
  assert_says (run, "减少 158,150.00 元");
  assert_null (strstr (run->out, "E01"));
}

static void
a_found_budget_is_compared_with_last_years_list_or_table (void **state)
{
  YlRun *run = *state;
  g_autofree char *sound =
      g_build_filename (g_getenv ("YL_SOURCE_ROOT"), "tests", "data", "found", "sound.xlsx", NULL);
  yl_run (run, "C", NULL, "audit", sound, "--county", "371502", "--last-year", "old.csv", NULL);
  assert_says (run, "old.csv：上年的预算，1 行分乡镇合计 115,000.00 元");
  assert_null (strstr (run->out, "B10"));
  yl_run (run, "C", NULL, "audit", sound, "--county", "371502", "--last-year", sound, NULL);
  assert_says (run, "其中 0 个乡镇减少");
  assert_number_equal (run->status, 0);
}

static void
a_last_year_that_holds_no_budget_is_a_finding_and_one_that_is_missing_an_error (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "junk.csv", "a,b\n1,2\n");
  yl_run (run, "C", NULL, "audit", "new.xlsx", "--last-year", "junk.csv", NULL);
  assert_number_equal (run->status, 1);
  assert_says (run, "[E01 错误] junk.csv");
  yl_run (run, "C", NULL, "audit", "new.xlsx", "--last-year", "none.csv", NULL);
  assert_number_equal (run->status, 2);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (what_grew_without_works_and_what_is_claimed_twice_is_told,
                                     set_up, tear_down),
    cmocka_unit_test_setup_teardown (the_rules_file_bounds_what_may_change, set_up, tear_down),
    cmocka_unit_test_setup_teardown (a_budget_below_last_years_is_told, set_up, tear_down),
    cmocka_unit_test_setup_teardown (a_table_of_last_years_amounts_is_compared_as_a_whole, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (
        a_last_year_that_holds_no_budget_is_a_finding_and_one_that_is_missing_an_error, set_up,
        tear_down),
    cmocka_unit_test_setup_teardown (a_found_budget_is_taken_for_last_year_by_its_townships, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (a_found_budget_is_compared_with_last_years_list_or_table,
                                     set_up, tear_down),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
