#include "support/assert.h"

#include "yanglu/base/error.h"
#include "yanglu/io/rules/rules.h"

#include <string.h>

static YlRuleSet *
open_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  return yl_rules_open_text ("本县.rules", bytes, error);
}

static YlRuleSet *
read_rules (const char *text)
{
  g_autoptr (GError) error = NULL;
  YlRuleSet *set = open_text (text, &error);
  if (set == NULL)
    print_error ("%s\n", error->message);
  assert_non_null (set);
  return set;
}

/* The rules compiled in say of every rule what the rule book says. */
static void
the_rules_compiled_in_are_the_rule_book (void **state)
{
  (void) state;
  g_autoptr (YlRuleSet) set = yl_rules_open (NULL, NULL);
  assert_non_null (set);
  for (guint code = 0; code < YL_N_CODES; code++)
    {
      const YlRule *rule = yl_rule_set_get (set, (YlCode) code);
      assert_true (rule->is_enabled);
      assert_int_equal (rule->severity, yl_code_get_severity ((YlCode) code));
      assert_string_equal (rule->basis, yl_code_get_basis ((YlCode) code));
      assert_false (rule->has_severity || rule->has_basis);
    }
}

static void
the_rules_compiled_in_bound_what_needs_bounds (void **state)
{
  (void) state;
  g_autoptr (YlRuleSet) set = yl_rules_open (NULL, NULL);
  assert_number_equal (yl_rule_set_get_limit (set, YL_A10, YL_LIMIT_CHANGE), 100000);
  assert_number_equal (yl_rule_set_get_limit (set, YL_A10, YL_LIMIT_LENGTH), 1000);
  assert_number_equal (yl_rule_set_get_limit (set, YL_B08, YL_LIMIT_TOLERANCE), 10000);
  assert_number_equal (yl_rule_set_get_limit (set, YL_C06, YL_LIMIT_ROWS), 3);
  assert_number_equal (yl_rule_set_get_limit (set, YL_C06, YL_LIMIT_ROUND), 10000);
  assert_number_equal (yl_rule_set_get_limit (set, YL_D01, YL_LIMIT_DAYS), 30);
  assert_number_equal (yl_rule_set_get_limit (set, YL_D06, YL_LIMIT_WARNING_YEARS), 1);
  assert_number_equal (yl_rule_set_get_limit (set, YL_D06, YL_LIMIT_ERROR_YEARS), 2);
  assert_number_equal (yl_rule_set_get_limit (set, YL_B12, YL_LIMIT_FROM_YEAR), 2022);
  guint n_bands = 0;
  const YlGradeBand *bands = yl_rule_set_get_bands (set, &n_bands);
  assert_int_equal (n_bands, 4);
  assert_string_equal (bands[0].name, "优");
  assert_number_equal (bands[0].low, 90000);
  assert_number_equal (bands[1].high, 89000);
  assert_number_equal (bands[1].pay_ppm, 1000000);
  assert_number_equal (bands[3].pay_ppm, 900000);
}

static void
a_file_changes_what_it_names_and_nothing_else (void **state)
{
  (void) state;
  g_autoptr (YlRuleSet) set =
      read_rules ("# 本县\n[A10]\nlimit-change=25.5\nseverity=error\nbasis=本县办法第三条\n"
                  "limit-min-amount=1000.50\n[A04]\nenabled=false\nnote=省里另行核对\n");
  const YlRule *changed = yl_rule_set_get (set, YL_A10);
  assert_number_equal (changed->limits[YL_LIMIT_CHANGE], 255000);
  assert_number_equal (changed->limits[YL_LIMIT_LENGTH], 1000);
  assert_number_equal (changed->limits[YL_LIMIT_MIN_AMOUNT], 100050);
  assert_true (changed->has_severity && changed->has_basis);
  assert_int_equal (changed->severity, YL_SEVERITY_ERROR);
  assert_string_equal (changed->basis, "本县办法第三条");
  assert_false (yl_rule_set_get (set, YL_A04)->is_enabled);
  assert_string_equal (yl_rule_set_get (set, YL_A04)->note, "省里另行核对");
  assert_true (yl_rule_set_get (set, YL_A03)->is_enabled);
  assert_false (yl_rule_set_get (set, YL_A03)->has_severity);
}

/* A file that is refused, and what the message says. */
typedef struct
{
  const char *text;
  const char *says;
} Refused;

static const Refused refused[] = {
  { "enabled=true\n", "第 1 行：第一个组之前不能有值" },
  { "[A13]\nenabled=true\n", "第 1 行：没有规则 [A13]" },
  { "[a10]\nenabled=true\n", "第 1 行：没有规则 [a10]" },
  { "[A10]\n[A10]\n", "第 2 行：组 [A10] 写了两次（第 1 行已有）" },
  { "[A10]\nenabled=true\nenabled=false\n", "第 3 行：组 [A10] 的“enabled”写了两次" },
  { "[A10]\nenabled=yes\n", "应为 true 或 false" },
  { "[A10]\nseverity=fatal\n", "应为 error（错误）、warning（警告）或 info（提示）" },
  { "[A10]\nlimit-days=3\n", "规则 [A10] 没有“limit-days”这一项：可用的有 enabled、" },
  { "[A10]\nbands=优:90-100:105,良:80-89:100\n", "没有“bands”这一项" },
  { "[A10]\nlimit-change=10%\n", "应为百分数的数值" },
  { "[A10]\nlimit-change=\n", "应为百分数的数值" },
  { "[A10]\nlimit-length=0.0001\n", "最多三位小数" },
  { "[A10]\nlimit-length=-1\n", "应为公里数" },
  { "[A10]\nlimit-change=10 # 百分比\n", "第 2 行：值的后面不能带 # 注释" },
  { "[A10]\nbasis=\n", "没有值" },
  { "[D01]\nlimit-days=0\n", "应为 1 至 10000 的整数" },
  { "[D01]\nlimit-days=10001\n", "应为 1 至 10000 的整数" },
  { "[D01]\nlimit-days=1.5\n", "应为 1 至 10000 的整数" },
  { "[C01]\nlimit-tolerance=0.001\n", "最多两位小数" },
  { "[D06]\nlimit-warning-years=3\n", "limit-warning-years 不能大于 limit-error-years" },
  { "[C07]\nbands=优:90-100:105\n", "应有 2 至 20 档" },
  { "[C07]\nbands=优:90-100,良:80-89\n", "每档应写成“等级:最低分-最高分:拨付百分比”" },
  { "[C07]\nbands=优:100-90:105,良:80-89:100\n", "每档应写成" },
  { "[C07]\nbands=优:89-100:105,良:80-89:100\n", "各档应从高到低写，分数不能重叠" },
  { "[C07]\nbands=良:80-89:100,优:90-100:105\n", "各档应从高到低写" },
};

static void
what_cannot_be_is_refused_with_its_line (void **state)
{
  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (YlRuleSet) set = open_text (refused[i].text, &error);
      if (set != NULL || strstr (error->message, refused[i].says) == NULL)
        fail_msg ("%s → %s", refused[i].text, set == NULL ? error->message : "read");
      assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_INVALID));
      assert_true (g_str_has_prefix (error->message, "规则文件 本县.rules"));
    }
}

static void
limits_are_taken_at_their_edges (void **state)
{
  (void) state;
  g_autoptr (YlRuleSet) set =
      read_rules ("[D01]\nlimit-days=10000\n[D06]\nlimit-warning-years=2\n[A10]\nlimit-change=0\n");
  assert_number_equal (yl_rule_set_get_limit (set, YL_D01, YL_LIMIT_DAYS), 10000);
  assert_number_equal (yl_rule_set_get_limit (set, YL_D06, YL_LIMIT_WARNING_YEARS), 2);
  assert_number_equal (yl_rule_set_get_limit (set, YL_A10, YL_LIMIT_CHANGE), 0);
}

/* The largest that is taken, and the next one. */
static const struct
{
  const char *largest;
  const char *beyond;
} limits[] = {
  { "[A10]\nlimit-change=1000\n", "[A10]\nlimit-change=1000.0001\n" },
  { "[A10]\nlimit-length=1000000\n", "[A10]\nlimit-length=1000000.001\n" },
  { "[A10]\nlimit-min-amount=10000000000000\n", "[A10]\nlimit-min-amount=10000000000000.01\n" },
  { "[C07]\nbands=优:90-1000:100,良:80-89:100\n",
    "[C07]\nbands=优:90-1000.001:100,良:80-89:100\n" },
  { "[C07]\nbands=优:90-100:1000,良:80-89:100\n",
    "[C07]\nbands=优:90-100:1000.0001,良:80-89:100\n" },
};

static void
the_largest_value_is_taken_and_the_next_refused (void **state)
{
  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (YlRuleSet) set = read_rules (limits[i].largest);
      g_autoptr (YlRuleSet) beyond = open_text (limits[i].beyond, NULL);
      if (beyond != NULL)
        fail_msg ("%s was taken", limits[i].beyond);
    }
}

static void
twenty_bands_are_taken_and_no_more (void **state)
{
  (void) state;
  g_autoptr (GString) text = g_string_new ("[C07]\nbands=档:99-99:100");
  for (guint low = 98; low >= 80; low--)
    g_string_append_printf (text, ",档:%u-%u:100", low, low);
  g_autoptr (YlRuleSet) twenty = read_rules (text->str);
  guint n_bands = 0;
  yl_rule_set_get_bands (twenty, &n_bands);
  assert_number_equal (n_bands, 20);
  g_string_append (text, ",档:79-79:100");
  g_autoptr (YlRuleSet) more = open_text (text->str, NULL);
  assert_null (more);
}

static void
an_empty_file_changes_nothing (void **state)
{
  (void) state;
  g_autoptr (YlRuleSet) set = read_rules ("");
  assert_number_equal (yl_rule_set_get_limit (set, YL_D01, YL_LIMIT_DAYS), 30);
}

static void
bytes_that_are_no_text_are_refused (void **state)
{
  (void) state;
  static const char nul[] = "[A10]\nnote=a\0b\n";
  static const char gbk[] = "[A10]\nnote=\xb0\xec\n";
  g_autoptr (GBytes) with_nul = g_bytes_new (nul, sizeof nul - 1);
  g_autoptr (GBytes) in_gbk = g_bytes_new (gbk, sizeof gbk - 1);
  assert_null (yl_rules_open_text ("x", with_nul, NULL));
  assert_null (yl_rules_open_text ("x", in_gbk, NULL));
}

static void
what_cannot_be_read_says_why (void **state)
{
  (void) state;
  g_autoptr (GError) none = NULL;
  g_autoptr (GError) folder = NULL;
  g_autoptr (GError) endless = NULL;
  assert_null (yl_rules_open ("/nowhere/a.rules", &none));
  assert_true (g_error_matches (none, YL_ERROR, YL_ERROR_NOT_FOUND));
  assert_null (yl_rules_open ("/", &folder));
  assert_non_null (strstr (folder->message, "是一个文件夹"));
  assert_null (yl_rules_open ("/dev/zero", &endless));
  assert_non_null (strstr (endless->message, "文件超过 1 MiB，不像是规则文件"));
  assert_null (yl_rules_check ("/nowhere/a.rules", NULL));
}

static void
a_check_tells_every_fault_by_its_line (void **state)
{
  (void) state;
  g_autofree char *path =
      g_strdup_printf ("%s/tests/data/rules/faults.rules", g_getenv ("YL_SOURCE_ROOT"));
  g_autoptr (GPtrArray) remarks = yl_rules_check (path, NULL);
  static const struct
  {
    guint line;
    gboolean is_error;
  } expected[] = { { 2, TRUE }, { 6, TRUE }, { 8, FALSE }, { 12, TRUE } };
  assert_int_equal (remarks->len, G_N_ELEMENTS (expected));
  for (guint i = 0; i < remarks->len; i++)
    {
      const YlRemark *remark = g_ptr_array_index (remarks, i);
      assert_int_equal (remark->line, expected[i].line);
      assert_int_equal (remark->is_error, expected[i].is_error);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (the_rules_compiled_in_are_the_rule_book),
    cmocka_unit_test (the_rules_compiled_in_bound_what_needs_bounds),
    cmocka_unit_test (a_file_changes_what_it_names_and_nothing_else),
    cmocka_unit_test (what_cannot_be_is_refused_with_its_line),
    cmocka_unit_test (limits_are_taken_at_their_edges),
    cmocka_unit_test (the_largest_value_is_taken_and_the_next_refused),
    cmocka_unit_test (twenty_bands_are_taken_and_no_more),
    cmocka_unit_test (an_empty_file_changes_nothing),
    cmocka_unit_test (bytes_that_are_no_text_are_refused),
    cmocka_unit_test (what_cannot_be_read_says_why),
    cmocka_unit_test (a_check_tells_every_fault_by_its_line),
  };
  return cmocka_run_group_tests_name ("rules", tests, NULL, NULL);
}
