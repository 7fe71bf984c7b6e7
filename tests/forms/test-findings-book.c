/* 问题清单 as a workbook of its own. */
#include "support/assert.h"
#include "yanglu/forms/findings-table.h"
#include "yanglu/forms/papers/findings-book.h"
#include "yanglu/forms/plan.h"

#include <string.h>

#define SHEET "问题清单"

static YlPlannedBook *
plan_book (const YlFindings *findings, guint32 rows_per_sheet, YlTextPool *texts)
{
  static const YlChoice choices[] = { { "未读的列", "颜色（3 格）", "表头不认识" } };
  YlUnit unit = YL_UNIT_BLANK;
  unit.entity = "东昌府区财政局";
  const YlFindingsBookRequest request = { .findings = findings,
                                          .name = "东昌府区",
                                          .year = 2021,
                                          .unit = &unit,
                                          .made = "本清单由程序检查“里程台账.csv”得出。",
                                          .choices = choices,
                                          .n_choices = G_N_ELEMENTS (choices),
                                          .rows_per_sheet = rows_per_sheet };
  YlPlannedBook *plan = yl_planned_book_new ("问题清单.xlsx", texts);
  const YlCellSink sink = yl_plan_get_sink (plan);
  yl_findings_book_write (&request, &sink);
  return plan;
}

static const char *
read_cell (const YlPlannedBook *plan, const char *sheet, guint32 row, guint16 column)
{
  const YlWorksheet *found = yl_workbook_find_sheet (plan->workbook, sheet);
  const YlCell *cell = found == NULL ? NULL : yl_worksheet_find (found, row, column);
  return cell == NULL ? "" : yl_workbook_get_text (plan->workbook, cell->value);
}

static YlFindings *
make_findings (void)
{
  YlFindings *findings = yl_findings_new ();
  /* 100 and 200.50 yuan too much, 30 too little. */
  static const gint64 stakes_fen[] = { 10000, 20050, -3000 };
  for (guint i = 0; i < G_N_ELEMENTS (stakes_fen); i++)
    yl_findings_add (findings, &(YlFinding){ .code = YL_A03,
                                             .severity = YL_SEVERITY_ERROR,
                                             .file = "里程台账.csv",
                                             .row = 2 + i,
                                             .column = "里程",
                                             .message = "里程与桩号不符",
                                             .at_stake = { stakes_fen[i] },
                                             .is_priced = TRUE });
  yl_findings_add (findings, &(YlFinding){ .code = YL_A04,
                                           .severity = YL_SEVERITY_INFO,
                                           .message = "不连续",
                                           .is_priced = TRUE });
  return findings;
}

static void
every_finding_stands_in_a_row_and_the_sums_below (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = make_findings ();
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlPlannedBook) plan = plan_book (findings, 0, texts);
  assert_number_equal (plan->workbook->sheets->len, 1);
  assert_string_equal (read_cell (plan, SHEET, 1, 3), "东昌府区2021年农村公路养护预算问题清单");
  assert_string_equal (read_cell (plan, SHEET, 2, 3), "编制单位：东昌府区财政局");
  /* The columns of the budget's: file, row and column, then the amounts. */
  assert_string_equal (read_cell (plan, SHEET, 3, 4), "文件");
  assert_string_equal (read_cell (plan, SHEET, 3, 16), "依据");
  assert_string_equal (read_cell (plan, SHEET, 4, 6), "2");
  assert_string_equal (read_cell (plan, SHEET, 6, 13), "30");
  /* Errors, warnings, information: 300.50 too much, 30 too little. */
  assert_string_equal (read_cell (plan, SHEET, 8, 0), "小计");
  assert_string_equal (read_cell (plan, SHEET, 8, 6), "3");
  assert_string_equal (read_cell (plan, SHEET, 8, 12), "300.5");
  assert_string_equal (read_cell (plan, SHEET, 8, 13), "30");
  assert_string_equal (read_cell (plan, SHEET, 10, 6), "1");
}

/* Beside the columns that are on both of its two pages. */
static void
what_it_was_made_of_and_what_was_not_read_stands_below (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = make_findings ();
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlPlannedBook) plan = plan_book (findings, 0, texts);
  assert_string_equal (read_cell (plan, SHEET, 13, 3), "本清单由程序检查“里程台账.csv”得出。");
  assert_string_equal (read_cell (plan, SHEET, 14, 3), "未读的列：颜色（3 格）（表头不认识）");
}

static void
a_list_without_faults_says_so (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = yl_findings_new ();
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlPlannedBook) plan = plan_book (findings, 0, texts);
  assert_string_equal (read_cell (plan, SHEET, 4, 11), "未发现问题");
  assert_string_equal (read_cell (plan, SHEET, 5, 6), "0");
}

/* Three on the first sheet, the fourth, the sums and the notes on another. */
static void
more_than_a_sheet_holds_goes_on_on_another (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = make_findings ();
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlPlannedBook) plan = plan_book (findings, 3, texts);
  assert_number_equal (plan->workbook->sheets->len, 2);
  assert_string_equal (read_cell (plan, SHEET, 6, 0), "3");
  assert_string_equal (read_cell (plan, SHEET "(2)", 4, 0), "4");
  assert_string_equal (read_cell (plan, SHEET "(2)", 5, 6), "3");
  assert_string_equal (read_cell (plan, SHEET "(2)", 10, 3),
                       "本清单由程序检查“里程台账.csv”得出。");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (every_finding_stands_in_a_row_and_the_sums_below),
    cmocka_unit_test (what_it_was_made_of_and_what_was_not_read_stands_below),
    cmocka_unit_test (a_list_without_faults_says_so),
    cmocka_unit_test (more_than_a_sheet_holds_goes_on_on_another),
  };
  return cmocka_run_group_tests_name ("findings book", tests, NULL, NULL);
}
