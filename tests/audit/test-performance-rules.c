#include "support/assert.h"

#include "yanglu/audit/budget/performance-rules.h"

/* One row of the table, and whether it is told. */
typedef struct
{
  const char *name;
  const char *target;
  const char *actual;
  const char *verdict;
  guint n;
} Case;

static guint
count_told (const YlFilledIndicator *row, guint year, guint32 day)
{
  g_autoptr (YlFilledTable) performance =
      yl_filled_table_new ("预算.xlsx", sizeof (YlFilledIndicator));
  g_autoptr (YlFindings) findings = yl_findings_new ();
  YlFilledIndicator own = *row;
  const char **const texts[] = { &own.sheet,  &own.cell,   &own.group,  &own.name,
                                 &own.target, &own.actual, &own.verdict };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = *texts[i] == NULL ? "" : *texts[i];
  g_array_append_val (performance->rows, own);
  yl_performance_check (performance, year, (YlDate){ day }, findings);
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    assert_int_equal (yl_findings_get (findings, i)->code, YL_D05);
  return (guint) yl_findings_get_n (findings);
}

static void
run_cases (const Case *cases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      const YlFilledIndicator row = { .name = cases[i].name,
                                      .target = cases[i].target,
                                      .actual = cases[i].actual,
                                      .verdict = cases[i].verdict };
      if (count_told (&row, 0, 0) != cases[i].n)
        fail_msg ("%s %s %s %s", row.name, row.target, row.actual, row.verdict);
    }
}

static void
a_number_reaches_its_target_or_not (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "计费里程（公里）", "23.445", "23.445", "", 0 },
    { "计费里程（公里）", "23.445", "23.444", "", 1 },
    { "列养率", "≥90%", "90%", "", 0 },
    { "列养率", "≥90%", "89.99%", "", 1 },
    { "列养率", "90％以上", "0.9", "", 0 },
    { "列养率", "90%", "89", "", 1 },
    { "列养率", "0.9", "90%", "", 0 },
    { "完成处数", "12处", "11 处", "", 1 },
    { "完成处数", "12处", "11条", "", 0 },
    { "完成处数", "不少于12处", "12", "", 0 },
    { "金额", "1,234.50", "1234.49", "", 1 },
  };
  run_cases (cases, G_N_ELEMENTS (cases));
}

static void
a_cost_and_what_says_so_is_not_passed (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "成本控制", "173150", "173150", "", 0 }, { "成本控制", "173150", "173150.01", "", 1 },
    { "投诉次数", "≤3次", "4次", "", 1 },      { "投诉次数", "3次以内", "3", "", 0 },
    { "投诉次数", "不超过3次", "4", "", 1 },   { "成本节约率", "≥3%", "2%", "", 1 },
  };
  run_cases (cases, G_N_ELEMENTS (cases));
}

static void
words_and_the_office_s_own_verdict_are_believed (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "资金拨付", "及时足额", "及时足额", "达标", 0 },
    { "资金拨付", "及时足额", "部分未拨付", "", 1 },
    { "资金拨付", "及时足额", "否", "", 1 },
    { "资金使用公开", "按规定公开", "已公开，未发现问题", "", 0 },
    { "列养率", "90%", "95%", "未达标", 1 },
    { "列养率", "90%", "85%", "达标", 1 },
    { "列养率", "90%", "", "", 0 },
    { "列养率", "90%", "良好", "", 0 },
  };
  run_cases (cases, G_N_ELEMENTS (cases));
}

static void
nothing_is_missing_before_the_year_is_over (void **state)
{
  (void) state;
  YlFilledIndicator row = { .name = "资金拨付", .target = "及时足额" };
  assert_number_equal (count_told (&row, 2021, 20211231), 0);
  assert_number_equal (count_told (&row, 2021, 20220101), 1);
  assert_number_equal (count_told (&row, 2021, 0), 0);
  assert_number_equal (count_told (&row, 0, 20220101), 0);
  row.actual = "及时足额";
  assert_number_equal (count_told (&row, 2021, 20220101), 0);
}

static void
a_formula_is_judged_where_its_parts_are (void **state)
{
  (void) state;
  const YlFilledIndicator row = {
    .name = "列养率", .target = "0.9", .actual = "0.1", .is_worked_out = TRUE
  };
  assert_number_equal (count_told (&row, 2021, 20220101), 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_number_reaches_its_target_or_not),
    cmocka_unit_test (a_cost_and_what_says_so_is_not_passed),
    cmocka_unit_test (words_and_the_office_s_own_verdict_are_believed),
    cmocka_unit_test (nothing_is_missing_before_the_year_is_over),
    cmocka_unit_test (a_formula_is_judged_where_its_parts_are),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
