#include "support/assert.h"

#include "yanglu/domain/audit/audit.h"

static void
a_new_audit_has_found_nothing (void **state)
{
  (void) state;
  g_autoptr (YlAudit) audit = yl_audit_new ("预算.xlsx");
  assert_string_equal (audit->file, "预算.xlsx");
  assert_int_equal (audit->verdict, YL_VERDICT_HOLDS);
  assert_string_equal (audit->conclusion, "");
  assert_number_equal (yl_findings_get_n (audit->findings), 0);
  assert_false (audit->has_stated || audit->has_expected);
}

/* Under the address sanitizer this fails when a text is lost or borrowed. */
static void
an_audit_keeps_what_it_is_told (void **state)
{
  (void) state;
  g_autoptr (YlAudit) audit = yl_audit_new ("预算.xlsx");
  char cause[] = "按 7000 元/公里计";
  char *rows[] = { cause, NULL };
  yl_audit_add_reading (audit, cause, cause);
  yl_audit_add_explanation (audit, cause, (const char *const *) rows, -300000, 0);
  yl_audit_add_step (audit, cause, 500);
  yl_audit_add_unit (audit, &(YlSampleUnit){ cause, cause, cause, 100 });
  cause[0] = '\0';
  const YlExplanation *kept = &g_array_index (audit->explanations, YlExplanation, 0);
  assert_string_equal (kept->cause, "按 7000 元/公里计");
  assert_string_equal (kept->rows[0], "按 7000 元/公里计");
  assert_fen_equal (kept->explained_fen, -300000);
  assert_fen_equal (g_array_index (audit->steps, YlDifferenceStep, 0).amount_fen, 500);
  assert_string_equal (g_array_index (audit->population, YlSampleUnit, 0).township,
                       "按 7000 元/公里计");
}

static void
a_verdict_has_a_word_for_people_and_a_key_for_programs (void **state)
{
  (void) state;
  assert_string_equal (yl_verdict_get_name (YL_VERDICT_DIFFERS), "不符");
  assert_string_equal (yl_verdict_get_key (YL_VERDICT_HOLDS), "holds");
  assert_string_equal (yl_verdict_get_key (YL_VERDICT_UNREADABLE), "unreadable");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_new_audit_has_found_nothing),
    cmocka_unit_test (an_audit_keeps_what_it_is_told),
    cmocka_unit_test (a_verdict_has_a_word_for_people_and_a_key_for_programs),
  };
  return cmocka_run_group_tests_name ("audit", tests, NULL, NULL);
}
