#include "support/assert.h"

#include "yanglu/domain/audit/found-budget.h"

static YlFoundTable *
make_table (YlFoundBudget *budget)
{
  YlFoundTable *table = yl_found_budget_add_table (budget, "汇总", 3, "养护资金分配表");
  char head[] = "县道里程（公里）";
  yl_found_table_add_column (table, &(YlFoundColumn){ .column = 1,
                                                      .meaning = YL_FOUND_LENGTH,
                                                      .rate = YL_RATE_COUNTY,
                                                      .unit = 1000,
                                                      .head = head });
  yl_found_table_add_column (table, &(YlFoundColumn){ .column = 2,
                                                      .meaning = YL_FOUND_AMOUNT,
                                                      .rate = YL_FOUND_ALL_CLASSES,
                                                      .unit = 100,
                                                      .head = head });
  return table;
}

static void
a_row_states_nothing_until_it_is_told (void **state)
{
  (void) state;
  g_autoptr (YlFoundBudget) budget = yl_found_budget_new ("手工.xlsx");
  YlFoundRow *row = yl_found_table_add_row (make_table (budget), 4, "沙镇镇");
  assert_false (yl_found_row_get (row, 0)->is_known);
  assert_int_equal (row->kind, YL_FOUND_ROW_ITEM);
  assert_int_equal (row->rate, YL_FOUND_ALL_CLASSES);
  char text[] = "12.345";
  yl_found_row_set (row, 0, &(YlFoundValue){ .units = 12345, .is_known = TRUE, .text = text });
  yl_found_row_set (row, 0, &(YlFoundValue){ .units = 12346, .is_known = TRUE, .text = text });
  text[0] = '\0';
  assert_number_equal (yl_found_row_get (row, 0)->units, 12346);
  assert_string_equal (yl_found_row_get (row, 0)->text, "12.345");
}

static void
a_column_is_found_by_what_it_holds_and_for_which_class (void **state)
{
  (void) state;
  g_autoptr (YlFoundBudget) budget = yl_found_budget_new ("手工.xlsx");
  const YlFoundTable *table = make_table (budget);
  assert_int_equal (yl_found_table_find_column (table, YL_FOUND_LENGTH, YL_RATE_COUNTY), 0);
  assert_int_equal (yl_found_table_find_column (table, YL_FOUND_AMOUNT, YL_FOUND_ALL_CLASSES), 1);
  assert_int_equal (yl_found_table_find_column (table, YL_FOUND_AMOUNT, YL_RATE_COUNTY), -1);
  assert_string_equal (yl_found_table_get_column (table, 0)->head, "县道里程（公里）");
}

static YlFoundTable *
make_amounts (YlFoundBudget *budget, gint64 unit, const char *const *texts)
{
  YlFoundTable *table = yl_found_budget_add_table (budget, "汇总", 3, "");
  char head[] = "金额";
  yl_found_table_add_column (
      table, &(YlFoundColumn){ .meaning = YL_FOUND_AMOUNT, .unit = unit, .head = head });
  for (guint i = 0; texts[i] != NULL; i++)
    yl_found_row_set (yl_found_table_add_row (table, 4 + i, ""), 0,
                      &(YlFoundValue){ .units = 1, .is_known = TRUE, .text = texts[i] });
  return table;
}

static void
numbers_are_rounded_to_the_last_digit_that_a_quarter_of_them_have (void **state)
{
  (void) state;
  const char *const two[] = { "17.32", "4.1", "8", "0.87", NULL };
  const char *const one_of_five[] = { "17.32", "4.1", "8.2", "0.8", "7.123", NULL };
  const char *const whole[] = { "173150", "4100", NULL };
  const char *const full_width[] = { "１．２３", NULL };
  g_autoptr (YlFoundBudget) budget = yl_found_budget_new ("手工.xlsx");
  assert_fen_equal (yl_found_table_get_step (make_amounts (budget, 1000000, two), 0), 10000);
  assert_fen_equal (yl_found_table_get_step (make_amounts (budget, 1000000, one_of_five), 0),
                    10000);
  assert_fen_equal (yl_found_table_get_step (make_amounts (budget, 100, whole), 0), 100);
  assert_fen_equal (yl_found_table_get_step (make_amounts (budget, 100, full_width), 0), 1);
  assert_fen_equal (yl_found_table_get_step (make_amounts (budget, 1, two), 0), 1);
}

static void
a_number_with_more_digits_than_the_others_is_taken_at_its_own (void **state)
{
  (void) state;
  char finer[] = "7.1234";
  char coarser[] = "7";
  const YlFoundValue exact = { .is_known = TRUE, .text = finer };
  const YlFoundValue round = { .is_known = TRUE, .text = coarser };
  assert_fen_equal (yl_found_value_get_step (&exact, 1000000, 10000), 100);
  assert_fen_equal (yl_found_value_get_step (&round, 1000000, 10000), 10000);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_row_states_nothing_until_it_is_told),
    cmocka_unit_test (a_column_is_found_by_what_it_holds_and_for_which_class),
    cmocka_unit_test (numbers_are_rounded_to_the_last_digit_that_a_quarter_of_them_have),
    cmocka_unit_test (a_number_with_more_digits_than_the_others_is_taken_at_its_own),
  };
  return cmocka_run_group_tests_name ("stated-budget", tests, NULL, NULL);
}
