#include "support/assert.h"

#include "yanglu/audit/conclude.h"
#include "yanglu/audit/unread.h"

#include <string.h>

static YlAudit *
make_audit (void)
{
  YlAudit *audit = yl_audit_new ("预算.xlsx");
  yl_audit_add_reading (audit, "预算.xlsx", "一张预算表");
  return audit;
}

static void
a_file_in_which_nothing_was_read_cannot_be_audited (void **state)
{
  (void) state;
  g_autoptr (YlAudit) audit = yl_audit_new ("预算.xlsx");
  yl_unread_file (audit->findings, "预算.xlsx", "不是工作簿");
  yl_audit_conclude (audit);
  assert_number_equal (audit->verdict, YL_VERDICT_UNREADABLE);
  assert_string_equal (audit->conclusion,
                       "这份文件里没有可供审计的预算表。发现错误 1 项、警告 0 项、提示 0 项。");
}

static void
remarks_and_warnings_let_a_budget_hold_and_one_error_does_not (void **state)
{
  (void) state;
  static const struct
  {
    YlSeverity severity;
    YlVerdict verdict;
  } cases[] = {
    { YL_SEVERITY_INFO, YL_VERDICT_HOLDS },
    { YL_SEVERITY_WARNING, YL_VERDICT_HOLDS },
    { YL_SEVERITY_ERROR, YL_VERDICT_DIFFERS },
  };
  g_autoptr (YlAudit) audit = make_audit ();
  audit->coverage->n_rows = 1;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      yl_findings_add (audit->findings,
                       &(YlFinding){ .code = YL_A08, .severity = cases[i].severity });
      yl_audit_conclude (audit);
      assert_number_equal (audit->verdict, cases[i].verdict);
    }
}

/* One column of three figures, 300.00 yuan, that nothing bears out. */
static const YlCoverageGap gap = { .sheet = "汇总",
                                   .column = "上年金额",
                                   .cell = "E3",
                                   .n_figures = 3,
                                   .amount_fen = 30000,
                                   .is_money = TRUE,
                                   .reason = YL_GAP_NO_BASIS };

static void
a_figure_that_was_compared_with_nothing_makes_the_verdict_a_part (void **state)
{
  (void) state;
  g_autoptr (YlAudit) audit = make_audit ();
  audit->coverage->n_rows = 4;
  audit->coverage->n_columns = 2;
  audit->coverage->n_proved = 8;
  yl_coverage_add_gap (audit->coverage, &gap);
  yl_audit_conclude (audit);
  assert_number_equal (audit->verdict, YL_VERDICT_PARTLY);
  assert_string_equal (audit->conclusion,
                       "已核对的部分未见不符，未核对的部分不作结论。"
                       "已核对 4 行 2 列金额，均与重算结果核对。"
                       "未核对：工作表“汇总”“上年金额”列 3 个数（E3 起，合计 300.00 元）："
                       "没有里程、标准或合计可以印证。发现错误 0 项、警告 0 项、提示 0 项。");
}

static void
an_error_beside_what_was_not_compared_is_still_an_error (void **state)
{
  (void) state;
  g_autoptr (YlAudit) audit = make_audit ();
  yl_coverage_add_gap (audit->coverage, &gap);
  yl_findings_add (audit->findings, &(YlFinding){ .code = YL_C01, .severity = YL_SEVERITY_ERROR });
  yl_audit_conclude (audit);
  assert_number_equal (audit->verdict, YL_VERDICT_DIFFERS);
}

/* A total of 1,000.00 yuan as stated and of 999.90 recomputed. */
static YlAudit *
make_parted (gint64 slack_fen)
{
  YlAudit *audit = make_audit ();
  audit->has_stated = audit->has_expected = TRUE;
  audit->stated_fen = 100000;
  audit->expected_fen = 99990;
  audit->slack_fen = slack_fen;
  return audit;
}

static void
two_totals_that_differ_are_an_error_by_themselves (void **state)
{
  (void) state;
  g_autoptr (YlAudit) audit = make_parted (9);
  yl_audit_check_totals (audit);
  yl_audit_conclude (audit);
  assert_number_equal (yl_findings_get_n (audit->findings), 1);
  assert_number_equal (yl_findings_get (audit->findings, 0)->at_stake.fen, 10);
  assert_number_equal (audit->verdict, YL_VERDICT_DIFFERS);
}

static void
what_rounding_explains_is_no_difference_of_totals (void **state)
{
  (void) state;
  g_autoptr (YlAudit) audit = make_parted (10);
  yl_audit_check_totals (audit);
  audit->coverage->n_rows = 1;
  yl_audit_conclude (audit);
  assert_number_equal (yl_findings_get_n (audit->findings), 0);
  assert_number_equal (audit->verdict, YL_VERDICT_HOLDS);
}

static void
totals_that_another_error_explains_are_told_once_and_differ_though_it_is_switched_off (void **state)
{
  (void) state;
  g_autoptr (YlAudit) told = make_parted (0);
  yl_findings_add (told->findings, &(YlFinding){ .code = YL_B01, .severity = YL_SEVERITY_ERROR });
  yl_audit_check_totals (told);
  assert_number_equal (yl_findings_get_n (told->findings), 1);
  g_autoptr (YlAudit) silenced = make_parted (0);
  yl_audit_conclude (silenced);
  assert_number_equal (silenced->verdict, YL_VERDICT_DIFFERS);
}

static void
both_totals_stand_in_the_conclusion_and_which_is_more (void **state)
{
  (void) state;
  static const struct
  {
    gint64 stated_fen;
    const char *words;
  } cases[] = {
    { 100000, "这份预算经重算成立。表中合计 1,000.00 元，与重算结果一致。" },
    { 100001, "这份预算与重算结果不符，或有错误。表中合计 1,000.01 元，重算应为 1,000.00 元，多列 "
              "0.01 元。" },
    { 99999, "这份预算与重算结果不符，或有错误。表中合计 999.99 元，重算应为 1,000.00 元，少列 "
             "0.01 元。" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YlAudit) audit = make_audit ();
      g_autofree char *conclusion = g_strconcat (cases[i].words,
                                                 "已核对 1 行 1 列金额，均与重算结果核对。"
                                                 "发现错误 0 项、警告 0 项、提示 0 项。",
                                                 NULL);
      audit->coverage->n_rows = audit->coverage->n_columns = audit->coverage->n_proved = 1;
      audit->has_stated = audit->has_expected = TRUE;
      audit->stated_fen = cases[i].stated_fen;
      audit->expected_fen = 100000;
      yl_audit_conclude (audit);
      assert_string_equal (audit->conclusion, conclusion);
    }
}

static void
a_copy_that_was_deleted_and_one_that_is_damaged_are_told_apart (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = yl_findings_new ();
  yl_unread_copy (findings, "预算.xlsx", "副本", NULL);
  yl_unread_copy (findings, "预算.xlsx", "副本", "第 7 行缺失");
  assert_non_null (strstr (yl_findings_get (findings, 0)->message, "“副本”已被删除"));
  assert_string_equal (yl_findings_get (findings, 1)->message, "第 7 行缺失。");
  assert_number_equal (yl_findings_get_n_of_code (findings, YL_E04), 2);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_file_in_which_nothing_was_read_cannot_be_audited),
    cmocka_unit_test (remarks_and_warnings_let_a_budget_hold_and_one_error_does_not),
    cmocka_unit_test (a_figure_that_was_compared_with_nothing_makes_the_verdict_a_part),
    cmocka_unit_test (an_error_beside_what_was_not_compared_is_still_an_error),
    cmocka_unit_test (two_totals_that_differ_are_an_error_by_themselves),
    cmocka_unit_test (what_rounding_explains_is_no_difference_of_totals),
    cmocka_unit_test (
        totals_that_another_error_explains_are_told_once_and_differ_though_it_is_switched_off),
    cmocka_unit_test (both_totals_stand_in_the_conclusion_and_which_is_more),
    cmocka_unit_test (a_copy_that_was_deleted_and_one_that_is_damaged_are_told_apart),
  };
  return cmocka_run_group_tests_name ("conclusion", tests, NULL, NULL);
}
