#include "yanglu/cli/findings-text.h"

#include "support/assert.h"
#include "support/printed.h"
#include "yanglu/cli/command-line.h"

#include <string.h>

static char *
print_findings (const YlFindings *findings, gsize n_most)
{
  yl_printed_begin ();
  yl_findings_print (findings, n_most);
  return yl_printed_end ();
}

static void
a_finding_says_where_what_and_what_to_do (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = yl_findings_new ();
  yl_findings_add (findings, &(YlFinding){ .code = YL_A07,
                                           .severity = YL_SEVERITY_WARNING,
                                           .file = "台账.xlsx",
                                           .sheet = "里程台账",
                                           .row = 12,
                                           .column = "路线编码",
                                           .seen = "X001371523",
                                           .expected = "X001371503",
                                           .repair = "改为 X001371503",
                                           .message = "县级代码已变更。",
                                           .at_stake = { 123456 },
                                           .is_priced = TRUE });
  assert_text_equal_free (print_findings (findings, 0),
                          "[A07 警告] 台账.xlsx 工作表“里程台账” 第 12 行 路线编码\n"
                          "      县级代码已变更。\n"
                          "      原值：X001371523\n"
                          "      应为：X001371503\n"
                          "      改法：改为 X001371503\n"
                          "      涉及金额：1,234.56 元\n"
                          "问题合计：错误 0 条，警告 1 条，提示 0 条。\n");
}

static void
a_formula_stands_below_what_it_comes_to (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = yl_findings_new ();
  yl_findings_add (findings, &(YlFinding){ .code = YL_C01,
                                           .severity = YL_SEVERITY_ERROR,
                                           .cell = "S4",
                                           .seen = "",
                                           .seen_formula = "=S5*INDIRECT(A1)",
                                           .expected = "100,000.00",
                                           .expected_formula = "=Q4*R4",
                                           .message = "公式被改动，应为 100,000.00。",
                                           .is_priced = TRUE });
  assert_text_equal_free (print_findings (findings, 0),
                          "[C01 错误] 单元格 S4\n"
                          "      公式被改动，应为 100,000.00。\n"
                          "      原值：=S5*INDIRECT(A1)\n"
                          "      应为：100,000.00\n"
                          "            =Q4*R4\n"
                          "问题合计：错误 1 条，警告 0 条，提示 0 条。\n");
}

static void
a_finding_about_the_whole_says_no_place_and_a_stake_of_nothing_is_not_said (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = yl_findings_new ();
  yl_findings_add (findings, &(YlFinding){ .code = YL_A07,
                                           .severity = YL_SEVERITY_INFO,
                                           .message = "不知道是哪个县。",
                                           .is_priced = TRUE });
  assert_text_equal_free (print_findings (findings, 0),
                          "[A07 提示]\n"
                          "      不知道是哪个县。\n"
                          "问题合计：错误 0 条，警告 0 条，提示 1 条。\n");
}

static void
a_finding_of_a_record_gives_the_whole_number_of_its_row_back (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = yl_findings_new ();
  yl_findings_add (findings, &(YlFinding){ .code = YL_A07,
                                           .severity = YL_SEVERITY_INFO,
                                           .row = G_MAXINT64,
                                           .message = "不知道是哪个县。",
                                           .is_priced = TRUE });
  g_autofree char *text = print_findings (findings, 0);
  assert_non_null (strstr (text, " 第 9223372036854775807 行\n"));
}

static void
an_unknown_stake_is_said_to_be_open (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = yl_findings_new ();
  yl_findings_add (findings, &(YlFinding){ .code = YL_C04, .severity = YL_SEVERITY_ERROR });
  g_autofree char *text = print_findings (findings, 0);
  assert_non_null (strstr (text, "涉及金额：待定"));
}

static void
what_is_not_printed_is_counted (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = yl_findings_new ();
  for (guint i = 0; i < 5; i++)
    yl_findings_add (findings, &(YlFinding){ .code = YL_E06,
                                             .severity = YL_SEVERITY_WARNING,
                                             .row = i + 1,
                                             .column = i % 2 == 0 ? "乡镇" : "村",
                                             .is_priced = TRUE });
  g_autofree char *two = print_findings (findings, 2);
  assert_non_null (strstr (two, "另有 3 条"));
  assert_null (strstr (two, "第 3 行"));
  assert_non_null (strstr (two, "警告 5 条"));
  g_autofree char *all = print_findings (findings, 5);
  assert_null (strstr (all, "另有"));
}

static void
of_many_the_gravest_are_printed_in_their_order (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = yl_findings_new ();
  static const YlSeverity severities[] = { YL_SEVERITY_WARNING, YL_SEVERITY_INFO,
                                           YL_SEVERITY_ERROR };
  for (guint i = 0; i < G_N_ELEMENTS (severities); i++)
    yl_findings_add (
        findings,
        &(YlFinding){ .code = YL_C04, .severity = severities[i], .row = i + 1, .is_priced = TRUE });
  g_autofree char *two = print_findings (findings, 2);
  assert_null (strstr (two, "第 2 行"));
  assert_true (strstr (two, "第 1 行") < strstr (two, "第 3 行"));
}

static void
alike_ones_are_printed_as_one_and_counted_each (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = yl_findings_new ();
  for (guint i = 0; i < 4; i++)
    yl_findings_add (findings, &(YlFinding){ .code = YL_E06,
                                             .severity = YL_SEVERITY_WARNING,
                                             .row = i + 2,
                                             .message = "不是该县的乡镇。",
                                             .is_priced = TRUE });
  g_autofree char *text = print_findings (findings, 0);
  assert_non_null (strstr (text, "不是该县的乡镇。同类共 4 处：第 2–5 行。"));
  assert_null (strstr (text, "第 3 行"));
  assert_non_null (strstr (text, "警告 4 条"));
}

static void
only_an_error_makes_the_exit_status_1 (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = yl_findings_new ();
  assert_number_equal (yl_findings_exit (findings), YL_EXIT_DONE);
  yl_findings_add (findings, &(YlFinding){ .code = YL_E06, .severity = YL_SEVERITY_WARNING });
  yl_findings_add (findings, &(YlFinding){ .code = YL_A04, .severity = YL_SEVERITY_INFO });
  assert_number_equal (yl_findings_exit (findings), YL_EXIT_DONE);
  yl_findings_add (findings, &(YlFinding){ .code = YL_C04, .severity = YL_SEVERITY_ERROR });
  assert_number_equal (yl_findings_exit (findings), YL_EXIT_FINDINGS);
}

static void
every_choice_is_a_line (void **state)
{
  (void) state;
  g_autoptr (YlChoices) choices = yl_choices_new ();
  yl_choices_add (choices, "年度", "2021", "单位信息");
  yl_printed_begin ();
  yl_choices_print (choices, "");
  assert_text_equal_free (yl_printed_end (), "选用  年度：2021（单位信息）\n");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_finding_says_where_what_and_what_to_do),
    cmocka_unit_test (a_formula_stands_below_what_it_comes_to),
    cmocka_unit_test (a_finding_about_the_whole_says_no_place_and_a_stake_of_nothing_is_not_said),
    cmocka_unit_test (a_finding_of_a_record_gives_the_whole_number_of_its_row_back),
    cmocka_unit_test (an_unknown_stake_is_said_to_be_open),
    cmocka_unit_test (what_is_not_printed_is_counted),
    cmocka_unit_test (of_many_the_gravest_are_printed_in_their_order),
    cmocka_unit_test (alike_ones_are_printed_as_one_and_counted_each),
    cmocka_unit_test (only_an_error_makes_the_exit_status_1),
    cmocka_unit_test (every_choice_is_a_line),
  };
  return cmocka_run_group_tests_name ("findings-text", tests, NULL, NULL);
}
