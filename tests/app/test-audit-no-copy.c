#include "yanglu/app/budget-job.h"
#include "yanglu/app/reopen.h"
#include "yanglu/audit/formula/fill-values.h"
#include "yanglu/audit/stated/money-rules.h"
#include "yanglu/audit/stated/rules.h"
#include "yanglu/io/import/stated-budget.h"
#include "yanglu/io/places/register.h"
#include "yanglu/io/rules/rules.h"

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
  yl_rule_set_free (it->rules);
  yl_places_free (it->places);
  yl_planned_book_free (it->plan);
  yl_text_pool_free (it->texts);
  yl_budget_job_free (it->job);
  g_free (it);
  return 0;
}

/* (transfer full): what is found by the heads alone. */
static char *
check (NoCopy *it)
{
  const YlPolicy *policy = yl_budget_get_policy (yl_budget_job_get_budget (it->job));
  const YlStatedContext context = { policy, "371502", NULL, it->rules };
  YlRateTable rates = { 0 };
  yl_rate_table_init (&rates, policy);
  yl_fill_values (it->plan->workbook);
  g_autoptr (YlStatedBudget) stated =
      yl_stated_import (it->plan->workbook, it->places, 371502, it->audit);
  yl_stated_settle (stated, &rates, it->audit);
  yl_stated_check (stated, &rates, NULL, it->rules, it->audit);
  yl_stated_check_money (stated, &context, it->audit->findings);
  return yl_findings_list (it->audit->findings);
}

static void
a_budget_of_ours_holds_by_its_heads_alone (void **state)
{
  g_autofree char *found = check (*state);
  assert_string_equal (found, "");
}

static void
a_budget_of_ours_is_known_by_its_sheets (void **state)
{
  NoCopy *it = *state;
  YlWorkbook *workbook = it->plan->workbook;
  assert_true (yl_reopen_is_of_ours (workbook));
  /* 封面 first, then 预算总表: one may be gone with the copy, two are another workbook. */
  g_ptr_array_remove_index (workbook->sheets, 0);
  assert_true (yl_reopen_is_of_ours (workbook));
  g_ptr_array_remove_index (workbook->sheets, 0);
  assert_false (yl_reopen_is_of_ours (workbook));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (a_budget_of_ours_holds_by_its_heads_alone, set_up, tear_down),
    cmocka_unit_test_setup_teardown (a_budget_of_ours_is_known_by_its_sheets, set_up, tear_down),
  };
  return cmocka_run_group_tests_name ("budgets of ours without their copy", tests, NULL, NULL);
}
