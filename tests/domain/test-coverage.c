#include "support/assert.h"

#include "yanglu/domain/audit/coverage.h"

static YlCoverageGap
make_gap (const char *column, gint64 amount_fen)
{
  return (YlCoverageGap){ .sheet = "汇总",
                          .column = column,
                          .cell = "B3",
                          .n_figures = 1,
                          .amount_fen = amount_fen,
                          .is_money = TRUE,
                          .reason = YL_GAP_NO_BASIS };
}

static void
figures_of_one_column_are_one_gap_with_their_sum (void **state)
{
  (void) state;
  g_autoptr (YlCoverage) coverage = yl_coverage_new ();
  assert_false (yl_coverage_is_whole (coverage));
  coverage->n_rows = 1;
  assert_true (yl_coverage_is_whole (coverage));
  yl_coverage_add_gap (coverage, &(YlCoverageGap[]){ make_gap ("上年", 100) }[0]);
  yl_coverage_add_gap (coverage, &(YlCoverageGap[]){ make_gap ("已拨", 7) }[0]);
  yl_coverage_add_gap (coverage, &(YlCoverageGap[]){ make_gap ("上年", 250) }[0]);
  assert_false (yl_coverage_is_whole (coverage));
  assert_number_equal (coverage->gaps->len, 2);
  g_autofree char *text =
      yl_coverage_gap_to_text (&g_array_index (coverage->gaps, YlCoverageGap, 0));
  assert_string_equal (text, "工作表“汇总”“上年”列 2 个数（B3 起，合计 3.50 元）："
                             "没有里程、标准或合计可以印证");
}

static void
a_sum_that_does_not_fit_is_not_told (void **state)
{
  (void) state;
  g_autoptr (YlCoverage) coverage = yl_coverage_new ();
  const YlCoverageGap most = make_gap ("上年", G_MAXINT64);
  yl_coverage_add_gap (coverage, &most);
  yl_coverage_add_gap (coverage, &most);
  g_autofree char *text =
      yl_coverage_gap_to_text (&g_array_index (coverage->gaps, YlCoverageGap, 0));
  assert_string_equal (text, "工作表“汇总”“上年”列 2 个数（B3 起）：没有里程、标准或合计可以印证");
}

static void
how_figures_were_compared_is_said (void **state)
{
  (void) state;
  static const struct
  {
    guint64 n_rows, n_proved, n_linked;
    const char *text;
  } cases[] = {
    { 0, 0, 0, "没有核对任何金额。" },
    { 3, 6, 0, "已核对 3 行 2 列金额，均与重算结果核对。" },
    { 3, 0, 6, "已核对 3 行 2 列金额，仅核对勾稽关系。" },
    { 3, 3, 3, "已核对 3 行 2 列金额，部分与重算结果核对，部分仅核对勾稽关系。" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YlCoverage) coverage = yl_coverage_new ();
      coverage->n_rows = cases[i].n_rows;
      coverage->n_columns = 2;
      coverage->n_proved = cases[i].n_proved;
      coverage->n_linked = cases[i].n_linked;
      g_autofree char *text = yl_coverage_to_text (coverage);
      assert_string_equal (text, cases[i].text);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (figures_of_one_column_are_one_gap_with_their_sum),
    cmocka_unit_test (a_sum_that_does_not_fit_is_not_told),
    cmocka_unit_test (how_figures_were_compared_is_said),
  };
  return cmocka_run_group_tests_name ("coverage", tests, NULL, NULL);
}
