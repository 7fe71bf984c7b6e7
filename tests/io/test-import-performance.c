#include "support/assert.h"
#include "support/make-sheet.h"

#include "yanglu/io/import/tables/free-tables.h"
#include "yanglu/io/words/words.h"

/* What the rows say: "cell group/name target actual verdict;", a star for a formula. */
static char *
read_rows (const char *rows)
{
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlWorkbook) workbook = yl_workbook_new ("预算.xlsx", texts);
  yl_test_add_sheet (workbook, "说明", "绩效说明\n指标值见下表\n");
  yl_test_add_sheet (workbook, "绩效目标", rows);
  g_autoptr (YlFilledTable) performance =
      yl_performance_import (workbook, NULL, yl_words_get_builtin ());
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < performance->rows->len; i++)
    {
      const YlFilledIndicator *row = &g_array_index (performance->rows, YlFilledIndicator, i);
      assert_string_equal (row->sheet, "绩效目标");
      g_string_append_printf (text, "%s%s %s/%s %s %s %s;", row->cell,
                              row->is_worked_out ? "*" : "", row->group, row->name, row->target,
                              row->actual, row->verdict);
    }
  return g_string_free (text, FALSE);
}

static void
what_the_office_wrote_is_read_below_its_heads (void **state)
{
  (void) state;
  assert_text_equal_free (
      read_rows ("2021年绩效目标表\n一级指标|二级指标|三级指标|指标值|实际|判定\n"
                 "产出指标|数量指标|列养率（不低于）|1|=1/2 -> 0.5|未达标\n"
                 "产出指标|时效指标|资金拨付|及时足额|部分未拨付|\n"
                 "|||||\n制表：|||||\n"),
      "E3* 数量指标/列养率（不低于） 1 0.5 未达标;E4 时效指标/资金拨付 及时足额 部分未拨付 ;");
}

static void
heads_of_other_offices_are_known (void **state)
{
  (void) state;
  assert_text_equal_free (read_rows ("绩效指标|年度目标值|全年实际完成值\n完好率|≥90%|88%\n"),
                          "C2 /完好率 ≥90% 88% ;");
}

static void
a_table_without_actual_values_is_none (void **state)
{
  (void) state;
  assert_text_equal_free (read_rows ("三级指标|指标值\n列养率|100%\n"), "");
}

static void
a_target_whose_value_was_dropped_is_the_planned_one (void **state)
{
  (void) state;
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlWorkbook) found = yl_workbook_new ("预算.xlsx", texts);
  g_autoptr (YlWorkbook) planned = yl_workbook_new ("预算.xlsx", texts);
  yl_test_add_sheet (found, "绩效目标", "三级指标|指标值|实际\n里程|=1+2|2\n");
  yl_test_add_sheet (planned, "绩效目标", "三级指标|指标值|实际\n里程|=1+2 -> 3|\n");
  g_autoptr (YlFilledTable) alone = yl_performance_import (found, NULL, yl_words_get_builtin ());
  assert_number_equal (alone->rows->len, 0);
  g_autoptr (YlFilledTable) beside =
      yl_performance_import (found, planned, yl_words_get_builtin ());
  assert_number_equal (beside->rows->len, 1);
  assert_string_equal (g_array_index (beside->rows, YlFilledIndicator, 0).target, "3");
  assert_string_equal (g_array_index (beside->rows, YlFilledIndicator, 0).actual, "2");
}

static void
a_thousand_rows_below_the_heads_are_read_and_no_more (void **state)
{
  (void) state;
  for (guint n = 1000; n <= 1001; n++)
    {
      GString *rows = g_string_new ("三级指标|指标值|实际\n");
      for (guint i = 0; i < n; i++)
        g_string_append (rows, "列养率|100%|99%\n");
      g_autofree char *text = read_rows (rows->str);
      guint n_read = 0;
      for (const char *at = text; *at != '\0'; at++)
        n_read += *at == ';' ? 1 : 0;
      assert_number_equal (n_read, 1000);
      g_string_free (rows, TRUE);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (what_the_office_wrote_is_read_below_its_heads),
    cmocka_unit_test (heads_of_other_offices_are_known),
    cmocka_unit_test (a_target_whose_value_was_dropped_is_the_planned_one),
    cmocka_unit_test (a_table_without_actual_values_is_none),
    cmocka_unit_test (a_thousand_rows_below_the_heads_are_read_and_no_more),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
