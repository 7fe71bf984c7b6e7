#include "support/assert.h"

#include "yanglu/base/error.h"
#include "yanglu/io/policy/policies.h"

#include <string.h>

static char *
find_path (const char *folder, const char *name)
{
  return g_strdup_printf ("%s/tests/data/%s/%s.policy", g_getenv ("YL_SOURCE_ROOT"), folder, name);
}

static GPtrArray *
check_in (const char *folder, const char *name)
{
  g_autofree char *path = find_path (folder, name);
  g_autoptr (GError) error = NULL;
  GPtrArray *remarks = yl_policies_check (path, &error);
  if (error != NULL)
    print_error ("%s\n", error->message);
  assert_non_null (remarks);
  return remarks;
}

static void
print_remarks (const char *name, const GPtrArray *remarks)
{
  for (guint i = 0; i < remarks->len; i++)
    {
      const YlRemark *remark = g_ptr_array_index (remarks, i);
      print_error ("%s:%u: %s\n", name, remark->line, remark->message);
    }
}

typedef struct
{
  const char *name; /* of the file */
  guint line;
  const char *says;
} Case;

/* One wrong thing a file: exactly one remark, of that kind, on that line, with those words. */
static void
assert_only_remark (const Case *one, gboolean is_error)
{
  g_autoptr (GPtrArray) remarks = check_in ("policies", one->name);
  const YlRemark *remark = remarks->len == 1 ? g_ptr_array_index (remarks, 0) : NULL;
  if (remark != NULL && remark->is_error == is_error && remark->line == one->line
      && strstr (remark->message, one->says) != NULL)
    return;
  print_error ("expected line %u with \"%s\", found:\n", one->line, one->says);
  print_remarks (one->name, remarks);
  fail ();
}

/* The same sentence keeps the file from being opened, with its name and line. */
static void
assert_cannot_open (const Case *one)
{
  g_autofree char *path = find_path ("policies", one->name);
  g_autoptr (GError) error = NULL;
  g_autoptr (YlPolicy) policy = yl_policies_open (path, &error);
  g_autofree char *line = g_strdup_printf ("第 %u 行", one->line);
  assert_null (policy);
  assert_non_null (strstr (error->message, one->says));
  assert_non_null (strstr (error->message, one->name));
  if (one->line != 0)
    assert_non_null (strstr (error->message, line));
}

static void
assert_refused (const Case *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      assert_only_remark (&cases[i], TRUE);
      assert_cannot_open (&cases[i]);
    }
}

static void
a_sound_file_draws_no_remark (void **state)
{
  (void) state;
  g_autoptr (GPtrArray) remarks = check_in ("policies", "sound");
  assert_int_equal (remarks->len, 0);
}

static void
what_a_key_file_would_swallow_is_refused (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "repeated-key", 11, "写了两次（第 10 行已有）" },
    { "repeated-group", 13, "写了两次（第 9 行已有）" },
    { "trailing-note", 10, "注释" },
    { "note-after-group", 9, "注释" },
    { "no-equals", 10, "这一行看不懂" },
    { "backslash", 3, "反斜杠" },
    { "before-group", 1, "从 [policy] 开始" },
  };
  assert_refused (cases, G_N_ELEMENTS (cases));
}

static void
unknown_names_are_refused (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "unknown-key", 10, "vilage" },     { "unknown-group", 9, "daily-rates" },
    { "unknown-head-key", 9, "note" },   { "group-area-malformed", 9, "34062" },
    { "mileage-unknown", 10, "listed" }, { "land-payer-unknown", 12, "city,village" },
  };
  assert_refused (cases, G_N_ELEMENTS (cases));
}

static void
the_head_must_be_whole (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "no-id", 1, "缺少“id”" },      { "bad-id", 2, "坏 名" },
    { "bad-date", 5, "2021-02-29" }, { "ends-before-start", 7, "止日不能在起日之前" },
    { "bad-area", 7, "371" },
  };
  assert_refused (cases, G_N_ELEMENTS (cases));
}

static void
rates_are_yuan_with_two_decimals (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "rate-three-decimals", 10, "小数过多" },
    { "rate-negative", 10, "负数" },
    { "rate-blank", 10, "没有值" },
    { "rate-malformed", 10, "不是数" },
    { "rate-with-unit", 10, "不是数" },
    { "rate-too-large", 10, "太大" },
  };
  assert_refused (cases, G_N_ELEMENTS (cases));
}

static void
shares_must_add_up_to_the_whole (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "shares-99", 10, "合计 99%" },
    { "area-shares-101", 13, "[payer-share 340621] 各级比例合计 101%" },
    { "target-101", 10, "超过 100" },
    { "share-base-alone", 10, "合计 0%" },
    { "share-base-unknown", 12, "standard（按标准总额分担）或 after-superior" },
    { "land-payer-base", 12, "不认识" },
    { "works-base-unknown", 10, "maintained（列养里程）或 counted（计入里程）" },
    { "works-years-0", 10, "1 至 10 的整数" },
    { "works-years-11", 10, "1 至 10 的整数" },
  };
  assert_refused (cases, G_N_ELEMENTS (cases));
}

static void
a_fifth_decimal_of_a_share_is_refused (void **state)
{
  (void) state;
  g_autoptr (GPtrArray) remarks = check_in ("policies", "shares-five-decimals");
  const YlRemark *first = g_ptr_array_index (remarks, 0);
  assert_int_equal (remarks->len, 2);
  assert_int_equal (first->line, 10);
  assert_non_null (strstr (first->message, "最多四位小数"));
}

static void
a_stack_may_reach_the_standard_but_not_pass_it (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "stack-too-high", 17, "3000.01 元，高于日常养护标准 3000.00 元" },
    { "stack-without-rate", 12, "高于日常养护标准 0.00 元" },
    { "stack-over-base", 11, "高于日常养护标准 3000.00 元" },
  };
  assert_refused (cases, G_N_ELEMENTS (cases));
}

static void
a_land_range_has_two_ends_in_order (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "land-upside-down", 10, "下限 3% 高于上限 2%" },
    { "land-default-outside", 12, "3.0001% 不在 2% 至 3% 之间" },
    { "land-incomplete", 10, "不完整" },
  };
  assert_refused (cases, G_N_ELEMENTS (cases));
}

static void
a_base_must_be_found_and_sound_and_not_the_policy_itself (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "base-missing", 9, "找不到“base=not-there”" },
    { "base-itself", 9, "绕回了自己" },
    { "base-cycle-a", 9, "绕回了自己" },
    { "base-cycle-b", 9, "绕回了自己" },
    { "base-is-wrong", 9, "合计 99%" },
  };
  assert_refused (cases, G_N_ELEMENTS (cases));
}

static void
a_rate_below_that_of_the_base_is_b01_and_can_still_be_used (void **state)
{
  (void) state;
  const Case one = { "below-base", 11, "B01：县道标准 9999.99 元/公里低于上级文件的 10000.00" };
  assert_only_remark (&one, TRUE);
  g_autofree char *path = find_path ("policies", one.name);
  g_autoptr (YlPolicy) policy = yl_policies_open (path, NULL);
  assert_non_null (policy);
}

static void
what_may_be_meant_so_is_only_a_warning (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "missing-clause", 11, "“village”没有写依据条款" }, { "unverified", 8, "待核" },
    { "verified-missing", 0, "没有写“verified”" },       { "in-force-early", 6, "印发之前" },
    { "shares-and-stack", 0, "按 payer-share 计算" },    { "land-other-basis", 13, "gross" },
    { "unknown-clause", 13, "daily-rate.vilage" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_only_remark (&cases[i], FALSE);
}

static void
assert_overlap (const char *name, const char *other, gboolean is_error)
{
  g_autoptr (GPtrArray) remarks = check_in ("policies-overlap", name);
  assert_int_equal (remarks->len, 1);
  const YlRemark *remark = g_ptr_array_index (remarks, 0);
  assert_int_equal (remark->line, 6);
  assert_int_equal (remark->is_error, is_error);
  assert_non_null (strstr (remark->message, other));
}

static void
two_periods_of_one_area_that_overlap_are_told (void **state)
{
  (void) state;
  assert_overlap ("first", "second.policy", FALSE);
  assert_overlap ("second", "first.policy", FALSE);
}

static void
two_policies_of_one_area_that_begin_together_are_an_error (void **state)
{
  (void) state;
  assert_overlap ("twin", "twin-too.policy", TRUE);
}

static void
a_period_that_begins_the_day_after_does_not_overlap (void **state)
{
  (void) state;
  g_autoptr (GPtrArray) follows = check_in ("policies-overlap", "follows");
  assert_int_equal (follows->len, 0);
}

static void
a_day_in_common_is_an_overlap (void **state)
{
  (void) state;
  g_autoptr (GPtrArray) first = check_in ("policies-overlap", "last-day");
  g_autoptr (GPtrArray) second = check_in ("policies-overlap", "same-day");
  assert_int_equal (first->len, 1);
  assert_int_equal (second->len, 1);
  /* The line to change is that of the period's end, where there is one. */
  assert_int_equal (((YlRemark *) g_ptr_array_index (first, 0))->line, 7);
  assert_int_equal (((YlRemark *) g_ptr_array_index (second, 0))->line, 6);
}

static void
two_files_of_one_id_are_told (void **state)
{
  (void) state;
  g_autoptr (GPtrArray) remarks = check_in ("policies-overlap", "same-id");
  assert_int_equal (remarks->len, 1);
  const YlRemark *remark = g_ptr_array_index (remarks, 0);
  assert_int_equal (remark->line, 2);
  assert_non_null (strstr (remark->message, "ended.policy 用了相同的编号"));
}

static void
a_base_never_overlaps_its_child (void **state)
{
  (void) state;
  g_autoptr (GPtrArray) parent = check_in ("policies-overlap", "parent");
  g_autoptr (GPtrArray) child = check_in ("policies-overlap", "child");
  assert_int_equal (parent->len, 0);
  assert_int_equal (child->len, 0);
}

static void
verified_is_true_or_false (void **state)
{
  (void) state;
  g_autoptr (GPtrArray) remarks = check_in ("policies", "bad-verified");
  const YlRemark *first = g_ptr_array_index (remarks, 0);
  assert_int_equal (first->line, 8);
  assert_true (first->is_error);
  assert_non_null (strstr (first->message, "true 或 false"));
}

static void
a_verified_policy_compiled_in_draws_no_remark_and_no_policy_an_error (void **state)
{
  (void) state;
  g_autoptr (GPtrArray) policies = yl_policies_list (NULL);
  for (guint i = 0; i < policies->len; i++)
    {
      const YlPolicyHead *head = yl_policy_get_head (g_ptr_array_index (policies, i));
      g_autoptr (GPtrArray) remarks = yl_policies_check (head->id, NULL);
      assert_int_equal (remarks->len == 0, head->verified);
      for (guint j = 0; j < remarks->len; j++)
        assert_false (((YlRemark *) g_ptr_array_index (remarks, j))->is_error);
    }
}

static void
a_policy_that_nobody_verified_is_no_rival_of_another (void **state)
{
  (void) state;
  g_autoptr (GPtrArray) first = check_in ("policies-overlap", "third-unverified");
  assert_int_equal (first->len, 1);
  assert_non_null (strstr (((YlRemark *) g_ptr_array_index (first, 0))->message, "待核"));
}

static void
a_file_that_is_not_there_cannot_be_checked (void **state)
{
  (void) state;
  g_autoptr (GError) error = NULL;
  assert_null (yl_policies_check ("/nowhere/at-all.policy", &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_NOT_FOUND));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_sound_file_draws_no_remark),
    cmocka_unit_test (what_a_key_file_would_swallow_is_refused),
    cmocka_unit_test (unknown_names_are_refused),
    cmocka_unit_test (the_head_must_be_whole),
    cmocka_unit_test (rates_are_yuan_with_two_decimals),
    cmocka_unit_test (shares_must_add_up_to_the_whole),
    cmocka_unit_test (a_fifth_decimal_of_a_share_is_refused),
    cmocka_unit_test (a_stack_may_reach_the_standard_but_not_pass_it),
    cmocka_unit_test (a_land_range_has_two_ends_in_order),
    cmocka_unit_test (a_base_must_be_found_and_sound_and_not_the_policy_itself),
    cmocka_unit_test (a_rate_below_that_of_the_base_is_b01_and_can_still_be_used),
    cmocka_unit_test (what_may_be_meant_so_is_only_a_warning),
    cmocka_unit_test (two_periods_of_one_area_that_overlap_are_told),
    cmocka_unit_test (two_policies_of_one_area_that_begin_together_are_an_error),
    cmocka_unit_test (a_period_that_begins_the_day_after_does_not_overlap),
    cmocka_unit_test (a_day_in_common_is_an_overlap),
    cmocka_unit_test (two_files_of_one_id_are_told),
    cmocka_unit_test (a_base_never_overlaps_its_child),
    cmocka_unit_test (verified_is_true_or_false),
    cmocka_unit_test (a_verified_policy_compiled_in_draws_no_remark_and_no_policy_an_error),
    cmocka_unit_test (a_policy_that_nobody_verified_is_no_rival_of_another),
    cmocka_unit_test (a_file_that_is_not_there_cannot_be_checked),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
