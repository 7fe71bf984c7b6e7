#include <string.h>

#include "support/assert.h"
#include "support/run.h"

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
the_list_has_every_rule_with_its_basis_and_bounds (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "rules", "list", NULL);
  assert_number_equal (run->status, 0);
  assert_non_null (strstr (run->out, "A01"));
  assert_non_null (strstr (run->out, "E09"));
  assert_non_null (strstr (run->out, "错误/警告"));
  assert_non_null (strstr (run->out, "较上年变动超过 10%；并且变动超过 1.000 公里"));
  assert_non_null (strstr (run->out, "《农村公路养护管理办法》第九条"));
}

static void
one_rule_is_shown_by_its_code_in_either_case (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "rules", "show", "d01", NULL);
  assert_number_equal (run->status, 0);
  assert_non_null (strstr (run->out, "D01  资金到账后逾期未拨付"));
  assert_non_null (strstr (run->out, "limit-days  到账后应拨付的期限 30 天"));
  yl_run (run, "C", NULL, "rules", "show", "C07", NULL);
  assert_non_null (strstr (run->out, "等级：良  80.000 至 89.000 分  按 100% 拨付"));
}

static void
a_file_of_ones_own_is_shown_over_the_rules_compiled_in (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "x.rules", "[D01]\nlimit-days=60\nenabled=false\nnote=省里另行核对\n");
  yl_run (run, "C", NULL, "rules", "show", "D01", "--rules", "x.rules", NULL);
  assert_number_equal (run->status, 0);
  assert_non_null (strstr (run->out, "检查：停用"));
  assert_non_null (strstr (run->out, "60 天"));
  assert_non_null (strstr (run->out, "说明：省里另行核对"));
}

static void
json_gives_whole_units (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "rules", "show", "A10", "--format", "json", NULL);
  assert_number_equal (run->status, 0);
  assert_non_null (strstr (run->out, "\"schema\" : \"yanglu.rules/1\""));
  assert_non_null (strstr (run->out, "\"key\" : \"limit-change\",\n          \"value\" : 100000,\n"
                                     "          \"unit\" : \"ppm\""));
  assert_null (strstr (run->out, "\"code\" : \"A11\""));
}

static void
a_check_tells_faults_by_line_with_status_1 (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "x.rules", "[A99]\n[D01]\nlimit-days=三十\n");
  yl_run (run, "C", NULL, "rules", "check", "x.rules", NULL);
  assert_number_equal (run->status, 1);
  assert_non_null (strstr (run->out, "x.rules 第 1 行 错误：没有规则 [A99]"));
  assert_non_null (strstr (run->out, "x.rules：错误 2 处，提醒 0 处。"));
  yl_run_write (run, "x.rules", "[D01]\nlimit-days=45\n");
  yl_run (run, "C", NULL, "rules", "check", "x.rules", "--format", "json", NULL);
  assert_number_equal (run->status, 0);
  assert_non_null (strstr (run->out, "\"schema\" : \"yanglu.rules-check/1\""));
}

static void
what_is_not_there_is_refused_with_status_2 (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "rules", "show", "A99", NULL);
  assert_number_equal (run->status, 2);
  assert_non_null (strstr (run->err, "没有规则“A99”"));
  yl_run (run, "C", NULL, "rules", "list", "--rules", "none.rules", NULL);
  assert_number_equal (run->status, 2);
  yl_run (run, "C", NULL, "rules", NULL);
  assert_number_equal (run->status, 2);
  yl_run_write (run, "x.rules", "[D01]\nlimit-days=0\n");
  yl_run (run, "C", NULL, "rules", "list", "--rules", "x.rules", NULL);
  assert_number_equal (run->status, 2);
  assert_non_null (strstr (run->err, "规则文件 x.rules 第 2 行"));
}

static void
a_faulty_rules_file_ends_an_audit_before_it_begins (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "x.rules", "[Z01]\n");
  yl_run (run, "C", NULL, "audit", "none.xlsx", "--rules", "x.rules", NULL);
  assert_number_equal (run->status, 2);
  assert_non_null (strstr (run->err, "规则文件 x.rules 第 1 行"));
}

#define test(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    test (the_list_has_every_rule_with_its_basis_and_bounds),
    test (one_rule_is_shown_by_its_code_in_either_case),
    test (a_file_of_ones_own_is_shown_over_the_rules_compiled_in),
    test (json_gives_whole_units),
    test (a_check_tells_faults_by_line_with_status_1),
    test (what_is_not_there_is_refused_with_status_2),
    test (a_faulty_rules_file_ends_an_audit_before_it_begins),
  };
  return cmocka_run_group_tests_name ("rules command", tests, NULL, NULL);
}
