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
remarks_alone_let_a_budget_hold_and_one_warning_does_not (void **state)
{
  (void) state;
  g_autoptr (YlAudit) audit = make_audit ();
  yl_findings_add (audit->findings, &(YlFinding){ .code = YL_A04, .severity = YL_SEVERITY_INFO });
  yl_audit_conclude (audit);
  assert_number_equal (audit->verdict, YL_VERDICT_HOLDS);
  yl_findings_add (audit->findings,
                   &(YlFinding){ .code = YL_A08, .severity = YL_SEVERITY_WARNING });
  yl_audit_conclude (audit);
  assert_number_equal (audit->verdict, YL_VERDICT_DIFFERS);
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
    { 100000, "表中合计 1,000.00 元，与重算结果一致。" },
    { 100001, "表中合计 1,000.01 元，重算应为 1,000.00 元，多列 0.01 元。" },
    { 99999, "表中合计 999.99 元，重算应为 1,000.00 元，少列 0.01 元。" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YlAudit) audit = make_audit ();
      g_autofree char *conclusion = g_strconcat ("这份预算经重算成立。", cases[i].words,
                                                 "发现错误 0 项、警告 0 项、提示 0 项。", NULL);
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
    cmocka_unit_test (remarks_alone_let_a_budget_hold_and_one_warning_does_not),
    cmocka_unit_test (both_totals_stand_in_the_conclusion_and_which_is_more),
    cmocka_unit_test (a_copy_that_was_deleted_and_one_that_is_damaged_are_told_apart),
  };
  return cmocka_run_group_tests_name ("conclusion", tests, NULL, NULL);
}
