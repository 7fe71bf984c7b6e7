#include "support/assert.h"
#include "support/county.h"

#include "yanglu/audit/diagnosis/gap.h"

/*
 * One total row: standard 273150 yuan, 省级补助 60000, 市级补助 20000: the county's part is 193150. The
 * grant for 养护工程 of 50000 stands beside.
 */
enum
{
  STANDARD,
  PROVINCE,
  CITY,
  ENGINEERING,
  COUNTY,
};

static YlFoundBudget *
state_gap (gboolean has_engineering, gint64 county_fen)
{
  YlFoundBudget *found = yl_found_budget_new ("预算.xlsx");
  YlFoundTable *table = yl_found_budget_add_table (found, "来源", 3, "");
  static const struct
  {
    guint8 purpose;
    guint8 payer_after;
    const char *head;
  } columns[] = {
    [STANDARD] = { YL_N_PURPOSES, 0, "所需资金" },
    [PROVINCE] = { YL_N_PURPOSES, YL_PAYER_PROVINCE + 1, "省级补助" },
    [CITY] = { YL_N_PURPOSES, YL_PAYER_CITY + 1, "市级补助" },
    [ENGINEERING] = { YL_PURPOSE_ENGINEERING, 0, "养护工程补助" },
    [COUNTY] = { YL_N_PURPOSES, YL_PAYER_COUNTY + 1, "县级承担" },
  };
  const gint64 yuan[] = { 273150, 60000, 20000, has_engineering ? 50000 : 0, 0 };
  for (guint16 i = 0; i < G_N_ELEMENTS (columns); i++)
    yl_found_table_add_column (table, &(YlFoundColumn){ .column = i,
                                                        .meaning = YL_FOUND_AMOUNT,
                                                        .rate = YL_FOUND_ALL_CLASSES,
                                                        .purpose = columns[i].purpose,
                                                        .payer_after = columns[i].payer_after,
                                                        .unit = 100,
                                                        .head = columns[i].head });
  YlFoundRow *total = yl_found_table_add_row (table, 9, "合计");
  total->kind = YL_FOUND_ROW_TOTAL;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    yl_found_row_set (total, i,
                      &(YlFoundValue){ .units = i == COUNTY ? county_fen : yuan[i] * 100,
                                       .is_known = TRUE,
                                       .text = "" });
  return found;
}

static YlAudit *
diagnose (gboolean has_engineering, gint64 county_fen, const YlBudget *budget)
{
  g_autoptr (YlFoundBudget) found = state_gap (has_engineering, county_fen);
  YlAudit *audit = yl_audit_new ("预算.xlsx");
  yl_diagnosis_report_gap (g_ptr_array_index (found->tables, 0), budget, audit);
  return audit;
}

static void
a_right_part_of_the_county_needs_no_explanation (void **state)
{
  (void) state;
  g_autoptr (YlAudit) audit = diagnose (TRUE, 19315000, NULL);
  assert_number_equal (audit->explanations->len, 0);
}

static void
an_engineering_column_taken_off_is_named (void **state)
{
  (void) state;
  g_autoptr (YlAudit) audit = diagnose (TRUE, 14315000, NULL);
  assert_number_equal (audit->explanations->len, 1);
  const YlExplanation *only = &g_array_index (audit->explanations, YlExplanation, 0);
  assert_string_equal (only->cause,
                       "县级承担：把“养护工程补助” 50,000 元抵扣了日常养护资金（养护工程资金不得"
                       "用于日常养护），可解释差额的 100%。");
  assert_string_equal (only->rows[0], "来源!E9");
  assert_fen_equal (only->explained_fen, -5000000);
}

static void
an_engineering_grant_of_the_budget_taken_off_is_named (void **state)
{
  YlTestCounty *county = *state;
  add_source (county, .level = YL_PAYER_PROVINCE, .purpose = YL_PURPOSE_ENGINEERING,
              .fund = YL_FUND_GENERAL, .kind = YL_KIND_GRANT, .yuan = 30000);
  g_autoptr (YlAudit) audit = diagnose (FALSE, 16315000, yl_test_county_get_budget (county));
  assert_number_equal (audit->explanations->len, 1);
}

static void
what_nothing_explains_is_left_to_the_rules (void **state)
{
  (void) state;
  g_autoptr (YlAudit) audit = diagnose (TRUE, 18888877, NULL);
  assert_number_equal (audit->explanations->len, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_right_part_of_the_county_needs_no_explanation),
    cmocka_unit_test (an_engineering_column_taken_off_is_named),
    test_with_county (an_engineering_grant_of_the_budget_taken_off_is_named),
    cmocka_unit_test (what_nothing_explains_is_left_to_the_rules),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
