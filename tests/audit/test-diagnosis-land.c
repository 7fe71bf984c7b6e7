/* Why what was drawn of land revenue is another amount: 5,000,000 yuan of income, costs of 3,200,000
 * and 300,000: 1,500,000 are net; 3% of them 45,000, 2% of them 30,000. */
#include "yanglu/audit/diagnosis/land.h"

#include "support/assert.h"
#include "support/county.h"

#include <string.h>

typedef struct
{
  YlTestCounty *county;
  YlFoundLand *land;
  YlAudit *audit;
} Case;

static int
set_up (void **state)
{
  Case *it = g_new0 (Case, 1);
  it->county = yl_test_county_new ();
  yl_test_county_set (it->county, YL_GROUP_LAND_REVENUE, "", YL_LAND_MIN_SHARE, 20000);
  yl_test_county_set (it->county, YL_GROUP_LAND_REVENUE, "", YL_LAND_MAX_SHARE, 30000);
  it->land = yl_found_land_new ("土地", "县级", 100);
  it->audit = yl_audit_new ("手工.xlsx");
  *state = it;
  return 0;
}

static int
tear_down (void **state)
{
  Case *it = *state;
  yl_test_county_free (it->county);
  yl_arena_free_record (it->land);
  yl_audit_free (it->audit);
  g_free (it);
  return 0;
}

static void
add (Case *it, YlLandMeaning meaning, const char *label, gint64 units)
{
  yl_found_land_add (it->land, &(YlLandFigure){ .meaning = (guint8) meaning,
                                                .depth = 2,
                                                .row = it->land->figures->len + 4,
                                                .column = 1,
                                                .label = label,
                                                .units = units });
}

/* The rows 4 to 6 are the revenue, 7 the share, 8 what was drawn. */
static void
state_land (Case *it, gint64 share_ppm, gint64 due_yuan)
{
  add (it, YL_LAND_ROW_INCOME, "土地出让收入", 500000000);
  add (it, YL_LAND_ROW_COST, "征地和拆迁补偿", 320000000);
  add (it, YL_LAND_ROW_COST, "土地开发", 30000000);
  if (share_ppm > 0)
    add (it, YL_LAND_ROW_SHARE, "计提比例", share_ppm);
  add (it, YL_LAND_ROW_DUE, "计提金额", due_yuan * 100);
}

static void
report (Case *it, gboolean has_record)
{
  g_autoptr (GPtrArray) lands = g_ptr_array_new ();
  const YlBudget *budget = yl_test_county_get_budget (it->county);
  g_ptr_array_add (lands, it->land);
  yl_diagnosis_report_land (lands, has_record ? budget : NULL, budget->policy, "371502", it->audit);
}

static void
assert_told (const Case *it, const char *cause, gint64 explained_yuan, const char *places)
{
  assert_true (it->audit->explanations->len > 0);
  const YlExplanation *first = &g_array_index (it->audit->explanations, YlExplanation, 0);
  g_autofree char *rows = g_strjoinv (" ", first->rows);
  print_message ("# %s %s\n", first->cause, rows);
  assert_non_null (strstr (first->cause, cause));
  assert_fen_equal (first->explained_fen, explained_yuan * 100);
  assert_fen_equal (first->remaining_fen, 0);
  assert_string_equal (rows, places);
}

static void
assert_silent (const Case *it)
{
  assert_number_equal (it->audit->explanations->len, 0);
}

static void
the_share_of_the_net_revenue_needs_no_explanation (void **state)
{
  state_land (*state, 30000, 45000);
  report (*state, FALSE);
  assert_silent (*state);
}

/* 3% of 5,000,000 is 150,000. */
static void
a_share_of_the_income_is_told_with_both_places (void **state)
{
  state_land (*state, 30000, 150000);
  report (*state, FALSE);
  assert_told (*state, "按土地出让收入计提，没有扣除成本", 105000, "土地!B8 土地!B4");
}

/* Costs of 3,500,000 in @n rows, and a share of the income: 5 to 5 + n - 1 are theirs. */
static void
state_costs (Case *it, guint n)
{
  add (it, YL_LAND_ROW_INCOME, "土地出让收入", 500000000);
  for (guint i = 1; i < n; i++)
    add (it, YL_LAND_ROW_COST, "其他成本", 100000);
  add (it, YL_LAND_ROW_COST, "征地和拆迁补偿", 350000000 - (n - 1) * 100000);
  add (it, YL_LAND_ROW_SHARE, "计提比例", 30000);
  add (it, YL_LAND_ROW_DUE, "计提金额", 15000000);
}

static void
as_many_costs_as_a_table_may_have_are_explained (void **state)
{
  state_costs (*state, 31);
  report (*state, FALSE);
  assert_told (*state, "按土地出让收入计提，没有扣除成本", 105000, "土地!B37 土地!B4");
}

static void
a_table_of_one_cost_more_is_none (void **state)
{
  state_costs (*state, 32);
  report (*state, FALSE);
  assert_silent (*state);
}

/* 3% of 1,800,000 is 54,000. */
static void
a_cost_that_was_not_taken_off_is_named (void **state)
{
  state_land (*state, 30000, 54000);
  report (*state, FALSE);
  assert_told (*state, "没有扣除“土地开发”", 9000, "土地!B8 土地!B6");
}

static void
the_other_end_of_the_range_is_told_as_a_share (void **state)
{
  state_land (*state, 30000, 30000);
  report (*state, FALSE);
  assert_told (*state, "按 2% 计提（应为 3%）", -15000, "土地!B8 土地!B7");
}

/* 4.50 yuan, where 4.5 万元 were meant. */
static void
wan_yuan_in_a_column_of_yuan_are_told (void **state)
{
  Case *it = *state;
  state_land (it, 30000, 0);
  g_array_index (it->land->figures, YlLandFigure, 4).units = 450;
  report (it, FALSE);
  assert_string_equal (g_array_index (it->audit->explanations, YlExplanation, 0).rows[0],
                       "土地!B8");
  assert_non_null (
      strstr (g_array_index (it->audit->explanations, YlExplanation, 0).cause, "把万元数填在元栏"));
}

/* 2% of 5,000,000 instead of 3% of 1,500,000. */
static void
two_mistakes_at_once_are_told_together (void **state)
{
  state_land (*state, 30000, 100000);
  report (*state, FALSE);
  assert_told (*state, "差额由 2 处错误合成", 55000, "土地!B8 土地!B4 土地!B7");
}

/* 1% is below the range: 2% is due, 30,000; 1% of 1,500,000 were drawn. */
static void
a_share_below_the_range_is_the_mistake_itself (void **state)
{
  state_land (*state, 10000, 15000);
  report (*state, FALSE);
  assert_told (*state, "按 1% 计提（应为 2%）", -15000, "土地!B8 土地!B7");
}

/* Nobody says which share: any from 30,000 to 45,000 is right, and 150,000 is 3% of the income. */
static void
without_a_share_the_whole_range_is_right (void **state)
{
  state_land (*state, 0, 30000);
  report (*state, FALSE);
  assert_silent (*state);
}

static void
without_a_share_the_shortest_story_is_told (void **state)
{
  state_land (*state, 0, 150000);
  report (*state, FALSE);
  assert_told (*state, "按土地出让收入计提", 105000, "土地!B7 土地!B4");
}

static void
what_nothing_explains_is_left_to_the_finding (void **state)
{
  state_land (*state, 30000, 61234);
  report (*state, FALSE);
  assert_silent (*state);
}

/* 4.5 万元 with one decimal: 3% of 152 万元 less is 4.56, written 4.6. */
static void
rounding_to_the_digits_of_the_table_is_no_second_mistake (void **state)
{
  Case *it = *state;
  it->land->unit = 1000000;
  it->land->step_fen = 100000;
  state_land (it, 30000, 0);
  it->land->step_fen = 100000;
  g_array_index (it->land->figures, YlLandFigure, 2).units = 28000000; /* 28 万元 */
  g_array_index (it->land->figures, YlLandFigure, 4).units = 5400000;  /* 5.4 = 3% of 180 */
  report (it, FALSE);
  assert_number_equal (it->audit->explanations->len, 1);
  assert_told (it, "没有扣除“土地开发”", 8000, "土地!B8 土地!B6");
}

/* The sheet says that nothing was spent on it; the record of the budget says 300,000. */
static void
the_record_of_a_budget_goes_before_the_sheet (void **state)
{
  Case *it = *state;
  yl_test_county_add_land (it->county, YL_PAYER_COUNTY, 5000000, 300000, 30000);
  it->land->payer_after = YL_PAYER_COUNTY + 1;
  add (it, YL_LAND_ROW_INCOME, "土地出让收入", 500000000);
  add (it, YL_LAND_ROW_COST, "征地和拆迁补偿", 0);
  add (it, YL_LAND_ROW_SHARE, "采用的计提比例", 30000);
  add (it, YL_LAND_ROW_DUE, "应计提数", 15000000);
  report (it, TRUE);
  assert_told (it, "按土地出让收入计提", 9000, "土地!B7 土地!B4");
}

#define SENTENCE(test) cmocka_unit_test_setup_teardown (test, set_up, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    SENTENCE (the_share_of_the_net_revenue_needs_no_explanation),
    SENTENCE (a_share_of_the_income_is_told_with_both_places),
    SENTENCE (as_many_costs_as_a_table_may_have_are_explained),
    SENTENCE (a_table_of_one_cost_more_is_none),
    SENTENCE (a_cost_that_was_not_taken_off_is_named),
    SENTENCE (the_other_end_of_the_range_is_told_as_a_share),
    SENTENCE (wan_yuan_in_a_column_of_yuan_are_told),
    SENTENCE (two_mistakes_at_once_are_told_together),
    SENTENCE (a_share_below_the_range_is_the_mistake_itself),
    SENTENCE (without_a_share_the_whole_range_is_right),
    SENTENCE (without_a_share_the_shortest_story_is_told),
    SENTENCE (what_nothing_explains_is_left_to_the_finding),
    SENTENCE (rounding_to_the_digits_of_the_table_is_no_second_mistake),
    SENTENCE (the_record_of_a_budget_goes_before_the_sheet),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
