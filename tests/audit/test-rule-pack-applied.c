#include "support/assert.h"

#include "yanglu/audit/rule-pack.h"

#define YUAN 100

static void
add (YlFindings *findings, YlCode code, gint64 yuan, gboolean is_priced)
{
  yl_findings_add (findings, &(YlFinding){ .code = code,
                                           .severity = yl_code_get_severity (code),
                                           .message = "有误",
                                           .basis = "第三条",
                                           .at_stake = { yuan * YUAN },
                                           .is_priced = is_priced });
}

typedef struct
{
  YlRuleSet *rules;
  YlFindings *findings;
} Case;

static int
set_up (void **state)
{
  Case *own = g_new0 (Case, 1);
  own->rules = yl_rule_set_new ();
  own->findings = yl_findings_new ();
  *state = own;
  return 0;
}

static int
tear_down (void **state)
{
  Case *own = *state;
  yl_arena_free_record (own->rules);
  yl_findings_free (own->findings);
  g_free (own);
  return 0;
}

static void
the_rule_book_itself_changes_nothing (void **state)
{
  Case *own = *state;
  add (own->findings, YL_C01, 5, TRUE);
  g_autoptr (YlFindings) out = yl_rule_set_apply (own->rules, own->findings);
  assert_number_equal (yl_findings_get_n (out), 1);
  assert_string_equal (yl_findings_get (out, 0)->basis, "第三条");
  assert_int_equal (yl_findings_get (out, 0)->severity, YL_SEVERITY_ERROR);
}

static void
a_rule_that_is_off_tells_nothing (void **state)
{
  Case *own = *state;
  add (own->findings, YL_A04, 0, TRUE);
  add (own->findings, YL_C01, 5, TRUE);
  yl_rule_set_edit (own->rules, YL_A04)->is_enabled = FALSE;
  g_autoptr (YlFindings) out = yl_rule_set_apply (own->rules, own->findings);
  assert_number_equal (yl_findings_get_n (out), 1);
  assert_number_equal (yl_findings_get_n_of_code (out, YL_A04), 0);
  assert_number_equal (yl_findings_get_n_of_severity (out, YL_SEVERITY_INFO), 0);
}

static void
less_than_the_least_amount_is_left_out_and_the_amount_itself_stays (void **state)
{
  Case *own = *state;
  yl_rule_set_edit (own->rules, YL_C01)->limits[YL_LIMIT_MIN_AMOUNT] = 1000 * YUAN;
  add (own->findings, YL_C01, 999, TRUE);
  add (own->findings, YL_C01, 1000, TRUE);
  add (own->findings, YL_C01, -1000, TRUE);
  add (own->findings, YL_C08, 1, TRUE);
  g_autoptr (YlFindings) out = yl_rule_set_apply (own->rules, own->findings);
  assert_number_equal (yl_findings_get_n_of_code (out, YL_C01), 2);
  assert_number_equal (yl_findings_get_n_of_code (out, YL_C08), 1);
}

static void
an_amount_that_nobody_knows_always_stays (void **state)
{
  Case *own = *state;
  yl_rule_set_edit (own->rules, YL_C04)->limits[YL_LIMIT_MIN_AMOUNT] = 1000 * YUAN;
  add (own->findings, YL_C04, 0, FALSE);
  g_autoptr (YlFindings) out = yl_rule_set_apply (own->rules, own->findings);
  assert_number_equal (yl_findings_get_n (out), 1);
}

static void
the_switches_alone_leave_small_amounts_and_severities (void **state)
{
  Case *own = *state;
  YlRule *rule = yl_rule_set_edit (own->rules, YL_C01);
  rule->limits[YL_LIMIT_MIN_AMOUNT] = 1000 * YUAN;
  rule->has_severity = TRUE;
  rule->severity = YL_SEVERITY_INFO;
  yl_rule_set_edit (own->rules, YL_A04)->is_enabled = FALSE;
  add (own->findings, YL_A04, 0, TRUE);
  add (own->findings, YL_C01, 5, TRUE);
  g_autoptr (YlFindings) out = yl_rule_set_apply_switches (own->rules, own->findings);
  assert_number_equal (yl_findings_get_n (out), 1);
  assert_int_equal (yl_findings_get (out, 0)->severity, YL_SEVERITY_ERROR);
}

static void
severity_and_basis_are_those_of_the_file (void **state)
{
  Case *own = *state;
  YlRule *rule = yl_rule_set_edit (own->rules, YL_C01);
  rule->has_severity = TRUE;
  rule->severity = YL_SEVERITY_INFO;
  rule->has_basis = TRUE;
  rule->basis = "本县办法";
  add (own->findings, YL_C01, 5, TRUE);
  g_autoptr (YlFindings) out = yl_rule_set_apply (own->rules, own->findings);
  assert_string_equal (yl_findings_get (out, 0)->basis, "本县办法");
  assert_number_equal (yl_findings_get_n_of_severity (out, YL_SEVERITY_INFO), 1);
  assert_number_equal (yl_findings_get_n_of_severity (out, YL_SEVERITY_ERROR), 0);
}

static void
what_was_only_counted_stays_counted (void **state)
{
  Case *own = *state;
  g_autoptr (YlFindings) findings = yl_findings_new_counting (1);
  for (guint i = 0; i < 3; i++)
    add (findings, YL_C01, 5, TRUE);
  g_autoptr (YlFindings) out = yl_rule_set_apply (own->rules, findings);
  assert_number_equal (yl_findings_get_n (out), 1);
  assert_number_equal (yl_findings_get_n_of_code (out, YL_C01), 3);
  yl_rule_set_edit (own->rules, YL_C01)->is_enabled = FALSE;
  g_autoptr (YlFindings) none = yl_rule_set_apply (own->rules, findings);
  assert_number_equal (yl_findings_get_n_of_code (none, YL_C01), 0);
}

#define test(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    test (the_rule_book_itself_changes_nothing),
    test (a_rule_that_is_off_tells_nothing),
    test (less_than_the_least_amount_is_left_out_and_the_amount_itself_stays),
    test (an_amount_that_nobody_knows_always_stays),
    test (the_switches_alone_leave_small_amounts_and_severities),
    test (severity_and_basis_are_those_of_the_file),
    test (what_was_only_counted_stays_counted),
  };
  return cmocka_run_group_tests_name ("rule-pack-applied", tests, NULL, NULL);
}
