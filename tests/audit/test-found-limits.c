#include "audit/found-case.h"
#include "support/assert.h"

#include "yanglu/audit/found/formula-rules.h"

#include <string.h>

/* Rows of one table, a limit of a rule in fen or rows, and what is found under it. */
typedef struct
{
  const char *what;
  const char *rows;
  YlCode code;
  YlLimit limit;
  gint64 value;
  const char *found;
} Case;

#define COPIED                                                                                     \
  "乡镇|应拨金额（元）\n沙镇镇|123456.78\n堂邑镇|98765.43\n闫寺街道|123456.78\n韩集镇|123456.78\n"
#define ROUND "乡镇|应拨金额（元）\n沙镇镇|1234500\n堂邑镇|1234500\n闫寺街道|1234500\n"
/* Amounts of four rows in whole yuan fall together by chance up to 4 × 4 × 50 yuan. */
#define CHANCE "乡镇|应拨金额（元）\n沙镇镇|777\n堂邑镇|800\n闫寺街道|777\n韩集镇|777\n"
#define NO_CHANCE "乡镇|应拨金额（元）\n沙镇镇|777\n堂邑镇|801\n闫寺街道|777\n韩集镇|777\n"
/* 123 450 + 41 000 = 164 450; two yuan too many stand in the total. */
#define SUM                                                                                        \
  "乡镇|县道里程|县道金额（元）\n沙镇镇|12.345|123450\n堂邑镇|4.1|41000\n合计|16.445|164452\n"
#define AMOUNT "乡镇|县道里程|县道金额（元）\n沙镇镇|12.345|123450\n堂邑镇|4.1|41000.7\n"
#define POOL                                                                                       \
  "下达养护资金 300005 元分配表\n乡镇|分配金额（元）|里程\n沙镇镇|100000|\n堂邑镇|200000|\n"

static const Case cases[] = {
  { "as many rows as the limit", COPIED, YL_C06, YL_LIMIT_ROWS, 3, "C06 B4 123456.78" },
  { "one row fewer than the limit", COPIED, YL_C06, YL_LIMIT_ROWS, 4, "" },
  { "one row more than the limit", COPIED, YL_C06, YL_LIMIT_ROWS, 2, "C06 B4 123456.78" },
  { "a multiple of the round figure", ROUND, YL_C06, YL_LIMIT_ROUND, 10000, "" },
  { "no multiple of the round figure", ROUND, YL_C06, YL_LIMIT_ROUND, 100000, "C06 B3 1234500.00" },
  { "a multiple of 500 yuan", ROUND, YL_C06, YL_LIMIT_ROUND, 50000, "" },
  { "as few digits as chance explains", CHANCE, YL_C06, YL_LIMIT_ROWS, 3, "" },
  { "more digits than chance explains", NO_CHANCE, YL_C06, YL_LIMIT_ROWS, 3, "C06 B4 777.00" },
  { "a sum without tolerance", SUM, YL_C01, YL_LIMIT_TOLERANCE, 0, "C01 C4 2.00 表中各单位" },
  { "a sum a fen beyond the tolerance", SUM, YL_C01, YL_LIMIT_TOLERANCE, 199,
    "C01 C4 2.00 表中各单位" },
  { "a sum just within the tolerance", SUM, YL_C01, YL_LIMIT_TOLERANCE, 200, "" },
  { "an amount a fen beyond", AMOUNT, YL_C01, YL_LIMIT_TOLERANCE, 69, "C01 C3 0.70 堂邑镇" },
  { "an amount just within", AMOUNT, YL_C01, YL_LIMIT_TOLERANCE, 70, "" },
  { "a pool without tolerance", POOL, YL_C08, YL_LIMIT_TOLERANCE, 0, "C08 A1 5.00" },
  { "a pool a fen beyond", POOL, YL_C08, YL_LIMIT_TOLERANCE, 499, "C08 A1 5.00" },
  { "a pool just within", POOL, YL_C08, YL_LIMIT_TOLERANCE, 500, "" },
  { "the tolerance of one rule is none of another", SUM, YL_C08, YL_LIMIT_TOLERANCE, 200,
    "C01 C4 2.00 表中各单位" },
};

static void
the_limits_of_the_rules_bound_what_is_told_of_found_tables (void **state)
{
  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YlFoundCase) c = yl_found_case_new (cases[i].rows);
      yl_rule_set_edit (c->rules, cases[i].code)->limits[cases[i].limit] = cases[i].value;
      yl_found_case_run (c);
      g_autofree char *found = yl_found_case_list (c);
      if (strcmp (found, cases[i].found) != 0)
        print_error ("%s\n", cases[i].what);
      assert_string_equal (found, cases[i].found);
    }
}

/* How many of @n numbers among formulas, twice as many, are told. */
static gint64
count_told (guint n)
{
  g_autoptr (GString) rows = g_string_new ("乡镇|资金（元）|备注\n");
  for (guint i = 0; i < 2 * n; i++)
    g_string_append_printf (rows, "东%u镇|=10*10 -> 100|\n", i);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (rows, "西%u镇|%u|\n", i, 1001 + i);
  g_autoptr (YlFoundCase) c = yl_found_case_new (rows->str);
  yl_found_case_run (c);
  return (gint64) yl_findings_get_n_of_code (c->audit->findings, YL_C09);
}

static void
so_many_odd_formulas_and_no_more_are_worked_out (void **state)
{
  (void) state;
  assert_number_equal (count_told (YL_FOUND_MAX_ODD_FORMULAS), YL_FOUND_MAX_ODD_FORMULAS);
  assert_number_equal (count_told (YL_FOUND_MAX_ODD_FORMULAS + 1), YL_FOUND_MAX_ODD_FORMULAS);
}

/* Whether the finding of @n townships that were all paid 9 000 yuan a kilometre holds @text. */
static gboolean
names_in_one_mistake (guint n, const char *text)
{
  g_autoptr (GString) rows = g_string_new ("乡镇|县道里程|县道金额（元）\n");
  for (guint i = 1; i <= n; i++)
    g_string_append_printf (rows, "第%u镇|%u|%u\n", i, 10 + i, (10 + i) * 9000);
  g_autoptr (YlFoundCase) c = yl_found_case_new (rows->str);
  yl_found_case_run (c);
  assert_number_equal (yl_findings_get_n (c->audit->findings), 1);
  return strstr (yl_findings_get (c->audit->findings, 0)->message, text) != NULL;
}

static void
ten_rows_of_one_mistake_are_named_and_more_are_counted (void **state)
{
  (void) state;
  assert_true (names_in_one_mistake (10, "第9镇、第10镇”"));
  assert_true (names_in_one_mistake (11, "第9镇、第10镇等 11 行”"));
}

/* What is found in a table of @n rows, of which the first is a heading over the next two and the last
 * their sum with the others. */
static char *
find_under_heading (guint n)
{
  guint total = 3000;
  g_autoptr (GString) rows =
      g_string_new ("项目|资金（元）|备注\n日常管护|3000|\n甲|1400|\n乙|1600|\n");
  for (guint i = 4; i < n; i++)
    {
      g_string_append_printf (rows, "丙%u|%u|\n", i, 10000 + i);
      total += 10000 + i;
    }
  g_string_append_printf (rows, "合计|%u|\n", total);
  g_autoptr (YlFoundCase) c = yl_found_case_new (rows->str);
  yl_found_case_run (c);
  return yl_found_case_list (c);
}

static void
headings_are_looked_for_in_tables_of_up_to_three_hundred_rows (void **state)
{
  (void) state;
  assert_text_equal_free (find_under_heading (300), "");
  assert_text_equal_free (find_under_heading (301), "C01 B302 -3000.00 县级财政");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (the_limits_of_the_rules_bound_what_is_told_of_found_tables),
    cmocka_unit_test (so_many_odd_formulas_and_no_more_are_worked_out),
    cmocka_unit_test (ten_rows_of_one_mistake_are_named_and_more_are_counted),
    cmocka_unit_test (headings_are_looked_for_in_tables_of_up_to_three_hundred_rows),
  };
  return cmocka_run_group_tests_name ("limits of found budgets", tests, NULL, NULL);
}
