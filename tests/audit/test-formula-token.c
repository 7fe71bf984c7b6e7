#include "support/assert.h"

#include "yanglu/audit/formula/token.h"

#include <string.h>

/* The words of @formula, one letter for what each is, then the word: "R表!A1". */
static char *
describe (const char *formula)
{
  static const char letters[] = "-NTBnfRO()C;{}EX";
  GString *words = g_string_new (NULL);
  YlFormulaToken token;
  const char *at = yl_formula_start (formula);
  while (yl_formula_token_next (&at, &token))
    {
      g_string_append_printf (words, "%s%c", words->len == 0 ? "" : " ", letters[token.kind]);
      if (token.kind == YL_TOKEN_REFERENCE)
        g_string_append_printf (words, "%.*s!r%uc%u:r%uc%u", (int) token.sheet.length,
                                token.sheet.at, token.row, token.column, token.last_row,
                                token.last_column);
      else if (token.kind == YL_TOKEN_BOOLEAN)
        g_string_append_c (words, token.is_true ? '1' : '0');
      else if (!strchr ("(),;{}C", letters[token.kind]))
        g_string_append_len (words, token.text.at, (gssize) token.text.length);
    }
  return g_string_free (words, FALSE);
}

static void
assert_words (const char *formula, const char *words)
{
  assert_text_equal_free (describe (formula), words);
}

static void
the_formulas_of_a_budget_are_words (void **state)
{
  (void) state;
  assert_words (
      "ROUND(SUMIFS('里程明细'!$Q$4:$Q$390,'里程明细'!$T$4:$T$390,$B4),3)",
      "fROUND ( fSUMIFS ( R里程明细!r4c16:r390c16 C R里程明细!r4c19:r390c19 C R!r4c1:r4c1 )"
      " C N3 )");
  assert_words ("MAX(0,日常养护标准-上级日常补助)", "fMAX ( N0 C n日常养护标准 O- n上级日常补助 )");
  assert_words ("IF(D4=\"\",0,1)", "fIF ( R!r4c3:r4c3 O= T C N0 C N1 )");
  assert_words ("A1<>B2&\"a\"\"b\">=C3", "R!r1c0:r1c0 O<> R!r2c1:r2c1 O& Ta\"\"b O>= R!r3c2:r3c2");
}

static void
a_sheet_may_stand_in_quotes_or_without_them (void **state)
{
  (void) state;
  assert_words ("里程明细!A1+'里程 明细'!B2", "R里程明细!r1c0:r1c0 O+ R里程 明细!r2c1:r2c1");
  assert_words ("'O''Neil'!A1", "RO''Neil!r1c0:r1c0");
  assert_words ("2021年!A1", "R2021年!r1c0:r1c0");
  assert_words ("表!A1:表!B2", "R表!r1c0:r2c1");
  assert_words ("'表'!A1:'表'!B2", "R表!r1c0:r2c1");
  assert_words ("表!养护标准", "n养护标准");
  assert_true (yl_formula_sheet_is (yl_text_of ("O''Neil"), "O'Neil"));
  assert_true (yl_formula_sheet_is (yl_text_of ("sheet1"), "Sheet1"));
  assert_false (yl_formula_sheet_is (yl_text_of ("Sheet"), "Sheet1"));
  assert_false (yl_formula_sheet_is (yl_text_of ("Sheet1"), "Sheet"));
}

static void
rectangles_columns_and_rows_have_their_edges (void **state)
{
  (void) state;
  assert_words ("B2:A1", "R!r1c0:r2c1");
  assert_words ("$C:A", "R!r1c0:r1048576c2");
  assert_words ("表!$3:1", "R表!r1c0:r3c16383");
  assert_words ("XFD1048576", "R!r1048576c16383:r1048576c16383");
  assert_words ("XFE1", "nXFE1");
  assert_words ("A1048577", "nA1048577");
  assert_words ("A0", "nA0");
}

static void
what_looks_like_a_cell_may_be_a_function_or_a_name (void **state)
{
  (void) state;
  assert_words ("LOG10(A1)", "fLOG10 ( R!r1c0:r1c0 )");
  assert_words ("A1_旧+A1旧", "nA1_旧 O+ nA1旧");
  assert_words ("R1C1", "nR1C1");
  assert_words ("表1[里程]*2", "n表1[里程] O* N2");
}

static void
prefixes_and_letter_case_of_functions_do_not_count (void **state)
{
  (void) state;
  assert_words ("of:=sum(_xlfn.CONCAT(A1),_xlfn._xlws.SORT(A1),_xludf.f(1))",
                "fsum ( fCONCAT ( R!r1c0:r1c0 ) C fSORT ( R!r1c0:r1c0 ) C ff ( N1 ) )");
  assert_words ("=TRUE", "B1");
  assert_words ("false( )", "B0");
  assert_words ("TRUE1", "nTRUE1");
}

static void
blanks_and_new_lines_are_passed_over (void **state)
{
  (void) state;
  assert_words (" SUM\n(\tA1 ,\r\n B1 )\302\240", "fSUM ( R!r1c0:r1c0 C R!r1c1:r1c1 )");
  assert_words ("", "");
  assert_words ("   ", "");
}

static void
numbers_signs_and_percents (void **state)
{
  (void) state;
  assert_words ("-1.5E+3%", "O- N1.5E+3 O%");
  assert_words (".5+1.", "N.5 O+ N1.");
  assert_words ("1E", "N1 nE");
  assert_words ("1.2.3", "N1.2 N.3");
  assert_words ("{1,\"a\";TRUE,#N/A}", "{ N1 C Ta ; B1 C E#N/A }");
}

static void
lost_references_stay_errors (void **state)
{
  (void) state;
  assert_words ("#REF!+#REF!A1+表!#REF!", "E#REF! O+ E#REF! O+ E#REF!");
  assert_words ("#div/0!", "E#div/0!");
}

static void
another_workbook_is_said_to_be_one (void **state)
{
  (void) state;
  static const char *const formulas[] = { "[1]表!A1", "'[1]表'!A1", "'C:\\[旧.xlsx]表'!A1",
                                          "[1]!名称" };
  for (gsize i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      const char *at = formulas[i];
      YlFormulaToken token;
      assert_true (yl_formula_token_next (&at, &token));
      assert_true (token.is_external);
      assert_int_equal (*at, '\0');
    }
  const char *at = "表!A1";
  YlFormulaToken token;
  assert_true (yl_formula_token_next (&at, &token));
  assert_false (token.is_external);
}

static void
dollars_are_told (void **state)
{
  (void) state;
  const char *at = "$A1:A2 A$1 A1";
  YlFormulaToken token;
  assert_true (yl_formula_token_next (&at, &token));
  assert_true (token.is_column_fixed && !token.is_row_fixed && token.is_range);
  assert_true (yl_formula_token_next (&at, &token));
  assert_true (!token.is_column_fixed && token.is_row_fixed && !token.is_range);
  assert_true (yl_formula_token_next (&at, &token));
  assert_true (!token.is_column_fixed && !token.is_row_fixed);
}

static void
what_is_no_word_is_bad_and_reading_goes_on (void **state)
{
  (void) state;
  assert_words ("A1~B1", "R!r1c0:r1c0 X~ R!r1c1:r1c1");
  assert_words ("（A1）", "X（ R!r1c0:r1c0 X）");
  assert_words ("1+\"abc", "N1 O+ X\"abc");
  assert_words ("'abc", "X'abc");
  assert_words ("''!A1", "X''!A1");
  assert_words ("$", "X$");
  assert_words ("#", "X#");
  assert_words ("!A1", "X! R!r1c0:r1c0");
}

/* Bytes that formulas are made of, and some that they are not. */
static char
pick_byte (GRand *rand)
{
  static const char likely[] = "AZ19$:!'\"()[]{},;#REF.&<>=%+- \n\xE8\xA1\xA8_eE";
  return g_rand_int_range (rand, 0, 8) == 0 ? (char) g_rand_int_range (rand, 1, 256)
                                            : likely[g_rand_int_range (rand, 0, sizeof likely - 1)];
}

static void
any_bytes_come_to_an_end_and_every_byte_is_read (void **state)
{
  (void) state;
  const guint32 seed = g_random_int ();
  print_message ("# seed %u\n", seed);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  for (guint i = 0; i < 100000; i++)
    {
      const gsize length = (gsize) g_rand_int_range (rand, 0, 40);
      g_autofree char *bytes = g_malloc0 (length + 1); /* so that valgrind sees a step too far */
      for (gsize k = 0; k < length; k++)
        bytes[k] = pick_byte (rand);
      const char *at = bytes;
      YlFormulaToken token;
      for (const char *before = at; yl_formula_token_next (&at, &token); before = at)
        {
          assert_true (at > before && at <= bytes + length);
          assert_true (token.text.at >= bytes && token.text.at + token.text.length <= at);
        }
      assert_true (at == bytes + length);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (the_formulas_of_a_budget_are_words),
    cmocka_unit_test (a_sheet_may_stand_in_quotes_or_without_them),
    cmocka_unit_test (rectangles_columns_and_rows_have_their_edges),
    cmocka_unit_test (what_looks_like_a_cell_may_be_a_function_or_a_name),
    cmocka_unit_test (prefixes_and_letter_case_of_functions_do_not_count),
    cmocka_unit_test (blanks_and_new_lines_are_passed_over),
    cmocka_unit_test (numbers_signs_and_percents),
    cmocka_unit_test (lost_references_stay_errors),
    cmocka_unit_test (another_workbook_is_said_to_be_one),
    cmocka_unit_test (dollars_are_told),
    cmocka_unit_test (what_is_no_word_is_bad_and_reading_goes_on),
    cmocka_unit_test (any_bytes_come_to_an_end_and_every_byte_is_read),
  };
  return cmocka_run_group_tests_name ("formula-token", tests, NULL, NULL);
}
