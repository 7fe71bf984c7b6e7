#include "support/assert.h"
#include "yanglu/forms/formulas.h"

static void
an_amount_is_a_product_of_whole_metres_and_whole_fen (void **state)
{
  (void) state;
  assert_text_equal_free (yl_formula_road_amount ("D5", "E5", (YlYearPart){ 0 }),
                          "=ROUND(ROUND(D5*1000,0)*ROUND(E5*100,0)/1000,0)/100");
  assert_text_equal_free (yl_formula_metre_amount ("D5", "E5"), "=ROUND(D5,0)*ROUND(E5*100,0)/100");
  assert_text_equal_free (yl_formula_centimetre_amount ("D5", "E5", (YlYearPart){ 0 }),
                          "=ROUND(ROUND(D5*100,0)*ROUND(E5*100,0)/100,0)/100");
}

static void
an_amount_of_a_part_of_the_year_is_a_product_divided_once (void **state)
{
  (void) state;
  const YlYearPart months = { 4, 12 }, days = { 113, 365 };
  assert_text_equal_free (yl_formula_road_amount ("D5", "E5", months),
                          "=ROUND(ROUND(D5*1000,0)*ROUND(E5*100,0)*4/12000,0)/100");
  assert_text_equal_free (yl_formula_centimetre_amount ("D5", "E5", days),
                          "=ROUND(ROUND(D5*100,0)*ROUND(E5*100,0)*113/36500,0)/100");
  assert_text_equal_free (yl_formula_bridge_amount ("E5", (YlYearPart){ 0 }), "=ROUND(E5,2)");
  assert_text_equal_free (yl_formula_bridge_amount ("E5", months),
                          "=ROUND(ROUND(E5*100,0)*4/12,0)/100");
}

static void
the_last_step_of_capitals_is_the_amount_itself (void **state)
{
  (void) state;
  assert_text_equal_free (yl_formula_capital_value (YL_N_CAPITAL_STEPS - 1, 341605),
                          "叁仟肆佰壹拾陆元零伍分");
}

static void
the_helpers_of_capitals_remember_fen_digits_groups_and_yuan (void **state)
{
  (void) state;
  const gint64 fen = 10000100500000 + 5; /* 100001005000.05 yuan */
  assert_text_equal_free (yl_formula_capital_value (0, -fen), "10000100500005");
  assert_text_equal_free (yl_formula_capital_value (1, fen), "000010000100500005");
  assert_text_equal_free (yl_formula_capital_value (2, fen), "");
  assert_text_equal_free (yl_formula_capital_value (3, fen), "1仟");
  assert_text_equal_free (yl_formula_capital_value (4, fen), "01佰");
  assert_text_equal_free (yl_formula_capital_value (5, fen), "5仟");
  assert_text_equal_free (yl_formula_capital_value (6, fen), "1仟亿01佰万5仟");
}

static void
no_formula_is_longer_than_a_cell_takes (void **state)
{
  (void) state;
  const char *cell = "'辅助计算'!$AZ$1048576";
  const char *const cells[YL_N_CAPITAL_STEPS] = { cell, cell, cell, cell, cell, cell, cell, cell };
  for (guint step = 0; step < YL_N_CAPITAL_STEPS; step++)
    {
      g_autofree char *formula = yl_formula_capital (step, cell, cells);
      assert_true (g_utf8_strlen (formula, -1) <= 8192);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (an_amount_is_a_product_of_whole_metres_and_whole_fen),
    cmocka_unit_test (an_amount_of_a_part_of_the_year_is_a_product_divided_once),
    cmocka_unit_test (the_last_step_of_capitals_is_the_amount_itself),
    cmocka_unit_test (the_helpers_of_capitals_remember_fen_digits_groups_and_yuan),
    cmocka_unit_test (no_formula_is_longer_than_a_cell_takes),
  };
  return cmocka_run_group_tests_name ("formulas", tests, NULL, NULL);
}
