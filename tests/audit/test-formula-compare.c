#include "support/assert.h"

#include "yanglu/audit/formula/compare.h"

static gboolean
is_equal (const char *found, const char *expected)
{
  return yl_formula_equal (found, "预算总表", expected, "预算总表", NULL, NULL);
}

static void
spelling_makes_no_difference (void **state)
{
  (void) state;
  static const char *const pairs[][2] = {
    { "ROUND(A1*B1,2)", "ROUND(A1*B1,2)" },
    { "round( $A$1 * B$1 ,\n2.0)", "ROUND(A1*B1,2)" },
    { "预算总表!A1", "A1" },
    { "A1", "'预算总表'!$A$1" },
    { "里程明细!A1:B2", "'里程明细'!A1:'里程明细'!B2" },
    { "sheet1!A1", "Sheet1!A1" },
    { "TRUE()", "TRUE" },
    { "_xlfn.CONCAT(A1)", "concat(A1)" },
    { "=A1", "of:=A1" },
    { "SUM(A1:A1)", "SUM(A1)" },
    { "B2:A1", "A1:B2" },
    { "'O''Neil'!A1", "'o''neil'!A1" },
    { "表!#REF!", "#REF!" },
    { "1E3", "1000.0" },
    { ".50", "0.5" },
    { "0.012", "12E-3" },
    { "0", "0.00" },
    { "{1,2;3,4}", "{ 1 , 2 ; 3 , 4 }" },
    { "", "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      if (!is_equal (pairs[i][0], pairs[i][1]) || !is_equal (pairs[i][1], pairs[i][0]))
        fail_msg ("%s should be %s", pairs[i][0], pairs[i][1]);
    }
}

static void
anything_that_counts_makes_one (void **state)
{
  (void) state;
  static const char *const pairs[][2] = {
    { "ROUND(A1*B1,2)", "ROUND(A1*B1,3)" },
    { "SUM(A1:A9)", "SUM(A1:A8)" },
    { "SUM(A1:A9)", "SUM(B1:B9)" },
    { "里程明细!A1", "A1" },
    { "[1]表!A1", "表!A1" },
    { "IF(A1=\"县道\",1,0)", "IF(A1=\"乡道\",1,0)" },
    { "\"是\"", "\"是 \"" },
    { "\"a\"", "\"A\"" },
    { "A1<B1", "A1<=B1" },
    { "A1+B1", "A1-B1" },
    { "A1+B1", "A1+B1+1" },
    { "A1", "" },
    { "1", "10" },
    { "0.1", "0.01" },
    { "1.05", "1.5" },
    { "100", "1" },
    { "0", "1" },
    { "TRUE", "FALSE" },
    { "TRUE", "1" },
    { "{1,2}", "{1;2}" },
    { "MAX(A1)", "MIN(A1)" },
    { "日常养护标准", "上级日常补助" },
    { "表!标准", "标准" },
    { "A1~B1", "A1|B1" },
    { "#N/A", "#REF!" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      if (is_equal (pairs[i][0], pairs[i][1]) || is_equal (pairs[i][1], pairs[i][0]))
        fail_msg ("%s should not be %s", pairs[i][0], pairs[i][1]);
    }
}

static void
the_same_bytes_on_another_sheet_mean_another_cell (void **state)
{
  (void) state;
  assert_false (yl_formula_equal ("A1", "里程明细", "A1", "预算总表", NULL, NULL));
  assert_true (yl_formula_equal ("预算总表!A1", "里程明细", "A1", "预算总表", NULL, NULL));
  assert_true (yl_formula_equal ("A1", "O'Neil", "'O''Neil'!A1", "表", NULL, NULL));
}

/* Two rows were put in above row 5; rows 5 and 6 are expected nowhere. */
static gboolean
two_rows_more (gpointer data, YlFormulaToken *reference)
{
  (*(guint *) data)++;
  if (!yl_formula_sheet_is (reference->sheet, "里程明细"))
    return TRUE;
  if (reference->row == 5 || reference->row == 6)
    return FALSE;
  reference->row -= reference->row > 6 ? 2 : 0;
  reference->last_row -= reference->last_row > 6 ? 2 : 0;
  return TRUE;
}

static void
references_of_what_was_found_are_led_to_where_they_should_stand (void **state)
{
  (void) state;
  guint n = 0;
  assert_true (yl_formula_equal ("SUM(H4:H10)+预算总表!H10", "里程明细",
                                 "SUM('里程明细'!H4:H8)+H10", "预算总表", two_rows_more, &n));
  assert_number_equal (n, 2);
  /* The very same bytes are wrong when the cells below have moved. */
  assert_false (yl_formula_equal ("H8", "里程明细", "H8", "里程明细", two_rows_more, &n));
  assert_true (yl_formula_equal ("H8", "里程明细", "H6", "里程明细", two_rows_more, &n));
  assert_false (yl_formula_equal ("H5", "里程明细", "H5", "里程明细", two_rows_more, &n));
}

static void
another_workbook_is_not_led_anywhere (void **state)
{
  (void) state;
  guint n = 0;
  assert_true (yl_formula_equal ("[1]里程明细!H8", "里程明细", "'[1]里程明细'!H8", "里程明细",
                                 two_rows_more, &n));
  assert_number_equal (n, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (spelling_makes_no_difference),
    cmocka_unit_test (anything_that_counts_makes_one),
    cmocka_unit_test (the_same_bytes_on_another_sheet_mean_another_cell),
    cmocka_unit_test (references_of_what_was_found_are_led_to_where_they_should_stand),
    cmocka_unit_test (another_workbook_is_not_led_anywhere),
  };
  return cmocka_run_group_tests_name ("formula-compare", tests, NULL, NULL);
}
