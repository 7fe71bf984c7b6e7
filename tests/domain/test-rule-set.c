#include "support/assert.h"

#include "yanglu/domain/audit/rule-set.h"

static void
a_new_set_is_the_rule_book_itself (void **state)
{
  (void) state;
  g_autoptr (YlRuleSet) set = yl_rule_set_new ();
  for (guint code = 0; code < YL_N_CODES; code++)
    {
      const YlRule *rule = yl_rule_set_get (set, (YlCode) code);
      assert_int_equal (rule->code, code);
      assert_true (rule->is_enabled);
      assert_int_equal (rule->severity, yl_code_get_severity ((YlCode) code));
      assert_string_equal (rule->basis, yl_code_get_basis ((YlCode) code));
      assert_false (rule->has_severity || rule->has_basis);
    }
}

static void
a_copy_is_changed_alone (void **state)
{
  (void) state;
  g_autoptr (YlRuleSet) set = yl_rule_set_new ();
  yl_rule_set_edit (set, YL_D01)->limits[YL_LIMIT_DAYS] = 30;
  const YlGradeBand bands[] = { { "优", 90000, 100000, 1050000 } };
  yl_rule_set_replace_bands (set, bands, 1);
  g_autoptr (YlRuleSet) copy = yl_rule_set_copy (set);
  yl_rule_set_edit (copy, YL_D01)->limits[YL_LIMIT_DAYS] = 60;
  yl_rule_set_replace_bands (copy, NULL, 0);
  assert_number_equal (yl_rule_set_get_limit (set, YL_D01, YL_LIMIT_DAYS), 30);
  assert_number_equal (yl_rule_set_get_limit (copy, YL_D01, YL_LIMIT_DAYS), 60);
  guint n_bands = 0;
  assert_string_equal (yl_rule_set_get_bands (set, &n_bands)[0].name, "优");
  assert_int_equal (n_bands, 1);
}

static void
every_limit_is_found_by_its_key_and_bounds_a_rule (void **state)
{
  (void) state;
  for (guint i = 0; i < YL_N_LIMITS; i++)
    {
      YlLimit limit = YL_LIMIT_MIN_AMOUNT;
      guint n_rules = 0;
      assert_true (yl_limit_find (yl_limit_get_key ((YlLimit) i), &limit));
      assert_int_equal (limit, i);
      for (guint code = 0; code < YL_N_CODES; code++)
        n_rules += yl_rule_has_limit ((YlCode) code, limit) ? 1 : 0;
      assert_true (n_rules > 0);
    }
}

static void
a_limit_of_another_rule_is_none_of_this_one (void **state)
{
  (void) state;
  assert_true (yl_rule_has_limit (YL_A10, YL_LIMIT_CHANGE));
  assert_false (yl_rule_has_limit (YL_A11, YL_LIMIT_CHANGE));
  assert_true (yl_rule_has_limit (YL_A11, YL_LIMIT_MIN_AMOUNT));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_new_set_is_the_rule_book_itself),
    cmocka_unit_test (a_copy_is_changed_alone),
    cmocka_unit_test (every_limit_is_found_by_its_key_and_bounds_a_rule),
    cmocka_unit_test (a_limit_of_another_rule_is_none_of_this_one),
  };
  return cmocka_run_group_tests_name ("rule-set", tests, NULL, NULL);
}
