#include "yanglu/app/budget/job.h"
#include "yanglu/app/workbooks.h"
#include "yanglu/forms/budget/own-book.h"
#include "yanglu/audit/formula/fill-values.h"
#include "yanglu/audit/found/formula-rules.h"
#include "yanglu/audit/found/money-rules.h"
#include "yanglu/audit/found/rules.h"
#include "yanglu/io/import/tables/found-budget.h"
#include "yanglu/domain/cell-place.h"
#include "yanglu/io/places/register.h"
#include "yanglu/audit/one-fact.h"
#include "yanglu/io/rules/rules.h"
#include "yanglu/io/words/words.h"

#include "support/assert.h"
#include "support/findings-list.h"

#include <string.h>

/* The example's workbook, as somebody has it who deleted the hidden sheet: openpyxl drops the values
 * of formulas too. */
typedef struct
{
  YlBudgetJob *job;
  YlTextPool *texts;
  YlPlannedBook *plan;
  YlPlaces *places;
  YlRuleSet *rules;
  YlAudit *audit;
} NoCopy;

static char *
find_example (const char *name)
{
  return g_build_filename (g_getenv ("YL_SOURCE_ROOT"), "templates", "examples", name, NULL);
}

static void
forget_values (YlWorkbook *workbook)
{
  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      YlWorksheet *sheet = g_ptr_array_index (workbook->sheets, i);
      for (guint k = 0; k < sheet->cells->len; k++)
        {
          YlCell *cell = &g_array_index (sheet->cells, YlCell, k);
          if (cell->formula == 0)
            continue;
          cell->content = YL_CONTENT_NONE;
          cell->value = 0;
        }
    }
}

static int
set_up (void **state)
{
  NoCopy *it = g_new0 (NoCopy, 1);
  g_autofree char *roads = find_example ("示例-东昌府区-里程台账.csv");
  g_autofree char *entry = find_example ("示例-东昌府区-录入表.xlsx");
  g_autofree char *funds = find_example ("示例-东昌府区-资金来源.csv");
  g_autofree char *bridges = find_example ("示例-东昌府区-桥梁.csv");
  const YlJobOptions options = {
    .roads = roads, .entry = entry, .funds = funds, .bridges = bridges, .policy = "liaocheng-2020"
  };
  it->job = yl_budget_job_run (&options, NULL, NULL);
  assert_non_null (it->job);
  it->texts = yl_text_pool_new ();
  it->plan = yl_budget_job_plan (it->job, "预算.xlsx", it->texts);
  GPtrArray *sheets = it->plan->workbook->sheets;
  for (guint i = 0; i < sheets->len; i++)
    if (strcmp (((YlWorksheet *) g_ptr_array_index (sheets, i))->name, YL_COPY_SHEET) == 0)
      g_ptr_array_remove_index (sheets, i--);
  forget_values (it->plan->workbook);
  it->places = yl_register_load (NULL);
  it->rules = yl_rules_open (NULL, NULL);
  it->audit = yl_audit_new ("预算.xlsx");
  *state = it;
  return 0;
}

static int
tear_down (void **state)
{
  NoCopy *it = *state;
  yl_audit_free (it->audit);
  yl_arena_free_record (it->rules);
  yl_arena_free_record (it->places);
  yl_arena_free_record (it->plan);
  yl_text_pool_free (it->texts);
  yl_budget_job_free (it->job);
  g_free (it);
  return 0;
}

/* (transfer full): what is found by the heads alone. */
static char *
check (NoCopy *it)
{
  const YlPolicy *policy = it->job->budget->policy;
  const YlFoundContext context = { policy, "371502", NULL, it->rules };
  YlRateTable rates = { 0 };
  yl_rate_table_init (&rates, policy);
  yl_fill_values (it->plan->workbook);
  g_autoptr (YlFoundBudget) found =
      yl_found_import (it->plan->workbook, yl_words_get_builtin (), it->places, 371502, it->audit);
  yl_found_settle (found, &rates, it->audit);
  yl_found_check (found, &rates, NULL, it->rules, it->audit);
  yl_found_check_formulas (it->plan->workbook, found, &rates, it->audit);
  yl_found_check_money (found, &context, it->audit->findings);
  g_autoptr (YlFindings) united = yl_findings_unite (it->audit->findings);
  return yl_findings_list (united);
}

static void
a_budget_of_ours_holds_by_its_heads_alone (void **state)
{
  g_autofree char *found = check (*state);
  assert_string_equal (found, "");
}

/* One cell changed by hand: what was entered, and the one thing that is found. */
typedef struct
{
  const char *sheet;
  const char *cell;
  const char *number;
  const char *found;
} Change;

/* Worked by hand from the figures that the example's workbook shows: its first county road has
 * 4.297 km, 闫寺街道 59 220 yuan of county roads, village roads 355.049 km in all. */
static const Change changes[] = {
  { "里程明细", "S4", "42971.25", "C09 S4 1.25 梁水镇" },
  /* (4.397 − 4.297) × 10 000 */
  { "里程明细", "H4", "4.397", "A03 H4 1000.00 梁水镇" },
  /* 4.297 × (7 000 − 10 000) */
  { "里程明细", "R4", "7000", "B01 R4 -12891.00 县级财政" },
  /* (42.97 − 4.297) × 10 000 */
  { "里程明细", "Q4", "42.97", "C09 Q4 386730.00 梁水镇" },
  { "里程明细", "S391", "3715808", "C01 S391 1.00 表中各单位" },
  { "分乡镇汇总", "K10", "59220.5", "C09 K10 0.50 闫寺街道" },
  /* 0.001 × 10 000 */
  { "分乡镇汇总", "E5", "6.649", "C09 E5 10.00 古楼街道" },
  { "分乡镇汇总", "K28", "1682000", "C01 K28 -900.00 县级财政" },
  { "分管养单位", "F5", "85680", "C09 F5 100.00 古楼街道" },
  /* (355.549 − 355.049) × 3 000 */
  { "里程汇总", "F6", "355.549", "C09 F6 1500.00 村道" },
  { "预算总表", "F7", "967770", "C01 F7 10.00 乡道日常养护" },
  { "预算总表", "F13", "960001", "C01 F13 1.00 机构运行经费" },
  { "预算总表", "F18", "12485907", "C01 F18 100.00 表中各单位" },
  { "拨付进度", "D7", "21395.5", "C09 D7 0.50 古楼街道" },
  { "资金来源", "I13", "12655800", "C01 I13 -7.00 县级财政" },
  { "公开表", "C5", "85680", "C01 C5 100.00 古楼街道" },
};

static void
put (NoCopy *it, const Change *change)
{
  YlWorksheet *sheet = (YlWorksheet *) yl_workbook_find_sheet (it->plan->workbook, change->sheet);
  YlCell cell = { .content = YL_CONTENT_NUMBER };
  guint column = 0;
  assert_true (yl_cell_parse (change->cell, &cell.row, &column));
  cell.column = (guint16) column;
  cell.value = yl_text_pool_add (it->texts, yl_text_of (change->number));
  yl_worksheet_put (sheet, &cell);
}

static void
one_cell_changed_without_the_copy_is_found_once_with_its_yuan (void **state)
{
  (void) state;
  guint n_failed = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      void *own = NULL;
      set_up (&own);
      put (own, &changes[i]);
      g_autofree char *found = check (own);
      if (strcmp (found, changes[i].found) != 0)
        {
          print_error ("%s!%s: found %s, not %s\n", changes[i].sheet, changes[i].cell, found,
                       changes[i].found);
          n_failed++;
        }
      tear_down (&own);
    }
  assert_int_equal (n_failed, 0);
}

static void
a_budget_of_ours_is_known_by_its_sheets (void **state)
{
  NoCopy *it = *state;
  YlWorkbook *workbook = it->plan->workbook;
  assert_true (yl_own_book_is (workbook));
  /* 封面 first, then 预算总表: one may be gone with the copy, two are another workbook. */
  g_ptr_array_remove_index (workbook->sheets, 0);
  assert_true (yl_own_book_is (workbook));
  g_ptr_array_remove (workbook->sheets, (gpointer) yl_workbook_find_sheet (workbook, "预算总表"));
  assert_false (yl_own_book_is (workbook));
}

int
main (int argc, char **argv)
{
  yl_workbooks_answer (argc, argv);
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (a_budget_of_ours_holds_by_its_heads_alone, set_up, tear_down),
    cmocka_unit_test (one_cell_changed_without_the_copy_is_found_once_with_its_yuan),
    cmocka_unit_test_setup_teardown (a_budget_of_ours_is_known_by_its_sheets, set_up, tear_down),
  };
  return cmocka_run_group_tests_name ("budgets of ours without their copy", tests, NULL, NULL);
}
