#include "support/assert.h"

#include "yanglu/audit/years/townships.h"

static GArray *
list_sums (const YlTownshipSum *sums, guint n)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (YlTownshipSum));
  g_array_append_vals (list, sums, n);
  return list;
}

static const YlYearLine *
get_line (const YlReconciliation *reconciliation, guint index)
{
  return &g_array_index (reconciliation->townships, YlYearLine, index);
}

static void
townships_are_the_same_by_code_else_by_name (void **state)
{
  (void) state;
  static const YlTownshipSum old_rows[] = { { "堂邑", 371502102, 100 },
                                            { "沙镇镇", 0, 30 },
                                            { "于集镇", 0, 7 } };
  static const YlTownshipSum new_rows[] = { { "沙镇镇", 371502101, 50 },
                                            { "堂邑镇", 371502102, 90 } };
  g_autoptr (GArray) old_sums = list_sums (old_rows, G_N_ELEMENTS (old_rows));
  g_autoptr (GArray) new_sums = list_sums (new_rows, G_N_ELEMENTS (new_rows));
  g_autoptr (YlReconciliation) reconciliation =
      yl_reconciliation_of_townships (old_sums, new_sums, NULL);
  assert_number_equal (reconciliation->townships->len, 3);
  assert_string_equal (get_line (reconciliation, 0)->name, "沙镇镇");
  assert_fen_equal (get_line (reconciliation, 0)->steps[YL_YEAR_UNKNOWN].amount_fen, 20);
  assert_string_equal (get_line (reconciliation, 1)->name, "堂邑镇");
  assert_fen_equal (get_line (reconciliation, 1)->steps[YL_YEAR_UNKNOWN].amount_fen, -10);
  assert_fen_equal (get_line (reconciliation, 2)->fen[YL_NEW], 0);
  assert_fen_equal (get_line (reconciliation, 2)->fen[YL_OLD], 7);
  assert_fen_equal (reconciliation->daily_fen[YL_OLD], 137);
  assert_fen_equal (reconciliation->daily_fen[YL_NEW], 140);
  assert_fen_equal (reconciliation->steps[YL_YEAR_UNKNOWN].amount_fen, 3);
  assert_true (reconciliation->is_by_township_only);
}

static void
two_codes_under_one_name_are_two_townships (void **state)
{
  (void) state;
  static const YlTownshipSum rows[] = { { "城关镇", 371521100, 1 }, { "城关镇", 371522100, 2 } };
  g_autoptr (GArray) sums = list_sums (rows, G_N_ELEMENTS (rows));
  g_autoptr (YlReconciliation) reconciliation = yl_reconciliation_of_townships (sums, sums, NULL);
  assert_number_equal (reconciliation->townships->len, 2);
  assert_fen_equal (get_line (reconciliation, 0)->fen[YL_OLD], 1);
  assert_fen_equal (get_line (reconciliation, 1)->fen[YL_NEW], 2);
  assert_fen_equal (reconciliation->steps[YL_YEAR_UNKNOWN].amount_fen, 0);
}

static void
amounts_beyond_64_bits_are_refused (void **state)
{
  (void) state;
  static const YlTownshipSum rows[] = { { "沙镇镇", 0, G_MAXINT64 }, { "堂邑镇", 0, 1 } };
  g_autoptr (GArray) sums = list_sums (rows, G_N_ELEMENTS (rows));
  g_autoptr (GError) error = NULL;
  assert_null (yl_reconciliation_of_townships (sums, sums, &error));
  assert_non_null (error);
}

/* 乡镇, 县道 (元), 村道 (元), and when @has_whole 合计 (元); one row a township, then 合计. */
static YlFoundBudget *
state_budget (gboolean has_whole)
{
  YlFoundBudget *budget = yl_found_budget_new ("预算.xlsx");
  YlFoundTable *table = yl_found_budget_add_table (budget, "汇总", 2, "");
  const YlFoundColumn columns[] = {
    { .meaning = YL_FOUND_TOWNSHIP, .rate = YL_FOUND_ALL_CLASSES, .head = "乡镇" },
    { .meaning = YL_FOUND_AMOUNT, .rate = YL_RATE_COUNTY, .head = "县道" },
    { .meaning = YL_FOUND_AMOUNT, .rate = YL_RATE_VILLAGE, .head = "村道" },
    { .meaning = YL_FOUND_AMOUNT, .rate = YL_FOUND_ALL_CLASSES, .head = "合计" },
  };
  for (guint i = 0; i < (has_whole ? 4 : 3); i++)
    yl_found_table_add_column (table, &columns[i]);
  YlFoundRow *row = yl_found_table_add_row (table, 3, "沙镇镇");
  yl_found_row_set (row, 1, &(YlFoundValue){ .units = 40, .is_known = TRUE });
  yl_found_row_set (row, 2, &(YlFoundValue){ .units = 5, .is_known = TRUE });
  if (has_whole)
    yl_found_row_set (row, 3, &(YlFoundValue){ .units = 46, .is_known = TRUE });
  YlFoundRow *total = yl_found_table_add_row (table, 4, "合计");
  total->kind = YL_FOUND_ROW_TOTAL;
  yl_found_row_set (total, 1, &(YlFoundValue){ .units = 40, .is_known = TRUE });
  return budget;
}

static void
a_found_table_states_townships_not_its_sums (void **state)
{
  (void) state;
  for (guint has_whole = 0; has_whole < 2; has_whole++)
    {
      g_autoptr (YlFoundBudget) budget = state_budget (has_whole == 1);
      g_autoptr (GArray) sums = yl_township_sums_of_found (budget);
      assert_number_equal (sums->len, 1);
      assert_string_equal (g_array_index (sums, YlTownshipSum, 0).name, "沙镇镇");
      assert_fen_equal (g_array_index (sums, YlTownshipSum, 0).amount_fen, has_whole ? 46 : 45);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (townships_are_the_same_by_code_else_by_name),
    cmocka_unit_test (two_codes_under_one_name_are_two_townships),
    cmocka_unit_test (amounts_beyond_64_bits_are_refused),
    cmocka_unit_test (a_found_table_states_townships_not_its_sums),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
