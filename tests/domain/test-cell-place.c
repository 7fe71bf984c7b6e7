#include "support/assert.h"

#include "yanglu/domain/cell-place.h"

static void
columns_go_on_with_two_letters_after_z (void **state)
{
  (void) state;
  static const struct
  {
    guint column;
    const char *letters;
  } cases[] = { { 0, "A" },    { 25, "Z" },    { 26, "AA" },
                { 701, "ZZ" }, { 702, "AAA" }, { 16383, "XFD" } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char letters[YL_COLUMN_LETTERS];
      yl_column_to_letters (cases[i].column, letters);
      assert_string_equal (letters, cases[i].letters);
    }
  assert_text_equal_free (yl_cell_to_text (7, 3), "D7");
}

static void
a_cell_is_read_with_and_without_dollars (void **state)
{
  (void) state;
  guint32 row = 0;
  guint column = 0;
  assert_true (yl_cell_parse ("$d$7", &row, &column));
  assert_number_equal (row, 7);
  assert_number_equal (column, 3);
  assert_true (yl_cell_parse ("XFD1048576", &row, &column));
  assert_number_equal (column, 16383);
}

static void
what_lies_beyond_the_last_cell_is_no_cell (void **state)
{
  (void) state;
  static const char *const texts[] = {
    "", "D", "7", "D0", "D7x", "XFE1", "A1048577", "AAAAAAAAAAA1", "A99999999999", "D7:E8"
  };
  guint32 row = 0;
  guint column = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_false (yl_cell_parse (texts[i], &row, &column));
}

static void
a_place_names_its_sheet_with_or_without_quotes (void **state)
{
  (void) state;
  guint32 row = 0;
  guint column = 0;
  assert_text_equal_free (yl_cell_parse_place ("预算总表!D7", &row, &column), "预算总表");
  assert_text_equal_free (yl_cell_parse_place ("'甲''乙!丙'!$D$7", &row, &column), "甲'乙!丙");
  assert_null (yl_cell_parse_place ("D7", &row, &column));
  assert_null (yl_cell_parse_place ("!D7", &row, &column));
  assert_null (yl_cell_parse_place ("表!D", &row, &column));
}

static void
only_references_move_when_a_formula_is_shifted (void **state)
{
  (void) state;
  static const struct
  {
    const char *formula;
    const char *shifted; /* two rows down, one column to the right */
  } cases[] = {
    { "A1+$A1+A$1+$A$1", "B3+$A3+B$1+$A$1" },
    { "SUM(A1:B2)", "SUM(B3:C4)" },
    { "LOG10(A1)", "LOG10(B3)" },
    { "县道A1+A1标准+_A1", "县道A1+A1标准+_A1" },
    { "\"A1\"\"A1\"&A1", "\"A1\"\"A1\"&B3" },
    { "汇总!A1", "汇总!B3" },
    { "A1048575", "#REF!" },
    { "XFD1", "#REF!" },
    { "\"A1", "\"A1" },
    { "表1[A1]+[1]表!A1", "表1[A1]+[1]表!B3" },
    { "SUM(A:A)+SUM(1:1)", "SUM(A:A)+SUM(1:1)" },
    { "b2", "C4" },
    { "", "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_text_equal_free (yl_formula_shift (cases[i].formula, 2, 1), cases[i].shifted);
  assert_text_equal_free (yl_formula_shift ("A1", -1, 0), "#REF!");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (columns_go_on_with_two_letters_after_z),
    cmocka_unit_test (a_cell_is_read_with_and_without_dollars),
    cmocka_unit_test (what_lies_beyond_the_last_cell_is_no_cell),
    cmocka_unit_test (a_place_names_its_sheet_with_or_without_quotes),
    cmocka_unit_test (only_references_move_when_a_formula_is_shifted),
  };
  return cmocka_run_group_tests_name ("cell-place", tests, NULL, NULL);
}
