/* What formulas come to, one by one; a spreadsheet shows the same. */
#include "formula-book.h"
#include "support/assert.h"

/*
 *      A      B       C     D     E
 *   1  县道   12.345  10000  TRUE  2021-01-31
 *   2  乡道   2.5     5000   #N/A
 *   3  村道   0.005   3000         x
 *   4  县道   -1      7000   ""    12
 */
static FormulaBook *
make_book (void)
{
  FormulaBook *book = formula_book_new ();
  formula_book_put (book, "表", "A1:县道", "B1#12.345", "C1#10000", "D1?1", "E1:2021-01-31",
                    "A2:乡道", "B2#2.5", "C2#5000", "D2!#N/A", "A3:村道", "B3#0.005", "C3#3000",
                    "E3:x", "A4:县道", "B4#-1", "C4#7000", "D4:", "E4:12", NULL);
  yl_workbook_add_name (book->book, "县道标准", "'表'!$C$1");
  yl_workbook_add_name (book->book, "标准", "'表'!$C$1:$C$4");
  yl_workbook_add_name (book->book, "一半", "0.5");
  yl_workbook_add_name (book->book, "自己", "自己+1");
  return book;
}

static void
assert_comes_to (char mark, const char *formula, const char *expected)
{
  g_autoptr (FormulaBook) book = make_book ();
  g_autofree char *cell = g_strdup_printf ("G2%c%s", mark, formula);
  formula_book_put (book, "表", cell, NULL);
  g_autofree char *value = formula_book_get (book, "表", "G2");
  if (g_strcmp0 (value, expected) != 0)
    fail_msg ("%s is %s, expected %s", formula, value, expected);
}

typedef struct
{
  const char *formula;
  const char *value;
} Sum;

#define assert_sums(sums)                                                                          \
  for (gsize i = 0; i < G_N_ELEMENTS (sums); i++)                                                  \
  assert_comes_to ('=', (sums)[i].formula, (sums)[i].value)

static void
signs_bind_as_in_a_spreadsheet (void **state)
{
  (void) state;
  static const Sum sums[] = {
    { "1+2*3", "7" },
    { "(1+2)*3", "9" },
    { "10-3-2", "5" },
    { "100/10/2", "5" },
    { "2^3^2", "64" }, /* from the left */
    { "-2^2", "4" },   /* the sign binds more strongly */
    { "2^-1", "0.5" },
    { "--3", "3" },
    { "50%*2", "1" },
    { "1+2&\"x\"", "\"3x\"" },
    { "1+1=2", "TRUE" },
    { "1&2=\"12\"", "TRUE" },
    { "0.1+0.2=0.3", "TRUE" },
    { "1/3*3=1", "TRUE" },
    { "1/0", "#DIV/0!" },
    { "0^0", "#NUM!" },
    { "2^0.5", "unknown" },
    { "1E21+1", "unknown" },
    { "1+", "unknown" },
    { "1 2", "unknown" },
    { "(1", "unknown" },
    { "ROUND(1.5", "unknown" },
    { "ROUND(1.5)", "unknown" },
    { "1~2", "unknown" },
  };
  assert_sums (sums);
}

static void
cells_rectangles_and_names_are_what_they_stand_for (void **state)
{
  (void) state;
  static const Sum sums[] = {
    { "B1", "12.345" },
    { "F9", "0" }, /* nothing there */
    { "表!B1*C1", "123450" },
    { "'表'!$B$1*县道标准", "123450" },
    { "县道标准*一半", "5000" },
    { "SUM(标准)", "25000" },
    { "C1:C4", "5000" }, /* the cell of the formula's row */
    { "C3:C4", "#VALUE!" },
    { "不存在!A1", "#REF!" },
    { "没有这个名称", "#NAME?" },
    { "自己", "#CIRC!" },
    { "[1]表!A1", "unknown" },
    { "#REF!+1", "#REF!" },
    { "G2+1", "#CIRC!" },
    { "SUM(G1:G3)", "#CIRC!" },
    { "SUMIF(G1:G3,\">0\")", "#CIRC!" },
    { "IF(TRUE,1,G2)", "1" }, /* what is not taken is not looked at */
  };
  assert_sums (sums);
}

static void
values_take_each_others_kind (void **state)
{
  (void) state;
  static const Sum sums[] = {
    { "\"12\"+1", "13" },     { "E4*2", "24" },           { "\"x\"+1", "#VALUE!" },
    { "E1+1", "unknown" }, /* a date of which only the text was read */
    { "TRUE+1", "2" },        { "D1&\"\"", "\"TRUE\"" },  { "D2+1", "#N/A" },
    { "D2&\"x\"", "#N/A" },   { "\"A\"=\"a\"", "TRUE" },  { "\"a\">9", "TRUE" },
    { "TRUE>\"z\"", "TRUE" }, { "F9=0", "TRUE" },         { "F9=\"\"", "TRUE" },
    { "\"\"=0", "FALSE" },    { "1.50&\"\"", "\"1.5\"" }, { "\"a\"\"b\"", "\"a\"b\"" },
  };
  assert_sums (sums);
}

static void
numbers_are_rounded_and_cut_exactly (void **state)
{
  (void) state;
  static const Sum sums[] = {
    { "ROUND(2.675,2)", "2.68" },
    { "ROUND(-2.675,2)", "-2.68" },
    { "ROUND(1.005/3*3,2)", "1.01" },
    { "ROUND(1250,-2)", "1300" },
    { "round(B1*C1/1000,0)", "123" },
    { "ROUNDUP(2.001,2)", "2.01" },
    { "ROUNDUP(-2.001,2)", "-2.01" },
    { "ROUNDUP(2.01,2)", "2.01" },
    { "ROUNDUP(101,-2)", "200" },
    { "ROUNDDOWN(2.999,2)", "2.99" },
    { "ROUNDDOWN(-2.999,2)", "-2.99" },
    { "TRUNC(-2.9)", "-2" },
    { "TRUNC(2.99,1)", "2.9" },
    { "INT(2.9)", "2" },
    { "INT(-2.1)", "-3" },
    { "INT(-2)", "-2" },
    { "INT(1/3*3)", "1" },
    { "ABS(B4)", "1" },
    { "SIGN(B4)", "-1" },
    { "MOD(7,3)", "1" },
    { "MOD(-7,3)", "2" },
    { "MOD(7,-3)", "-2" },
    { "MOD(7,0)", "#DIV/0!" },
    { "ROUND(\"x\",2)", "#VALUE!" },
    { "ROUND(1.5,999999999999)", "1.5" },
  };
  assert_sums (sums);
}

static void
what_holds_and_what_is_done_then (void **state)
{
  (void) state;
  static const Sum sums[] = {
    { "IF(B1>10,\"长\",\"短\")", "\"长\"" },
    { "IF(B4>10,\"长\")", "FALSE" },
    { "IF(B1>10,,1)", "0" },
    { "IF(D2,1,2)", "#N/A" },
    { "IF(\"x\",1,2)", "#VALUE!" },
    { "IF(B1>0,IF(B4>0,1,2),3)", "2" },
    { "IFERROR(1/0,7)", "7" },
    { "IFERROR(5,1/0)", "5" },
    { "IFERROR(NOSUCH(1),7)", "unknown" },
    { "IFNA(D2,1)+IFERROR(IFNA(1/0,1),2)", "3" },
    { "AND(TRUE,B1>0)", "TRUE" },
    { "AND(TRUE,B4>0)", "FALSE" },
    { "OR(B4>0,D1)", "TRUE" },
    { "OR(A1:A4)", "#VALUE!" }, /* texts only */
    { "NOT(B4>0)", "TRUE" },
    { "NA()", "#N/A" },
    { "ISBLANK(F9)", "TRUE" },
    { "ISBLANK(D4)", "FALSE" },
    { "ISNUMBER(B1)", "TRUE" },
    { "ISNUMBER(D2)", "FALSE" },
    { "ISTEXT(A1)", "TRUE" },
    { "ISERROR(D2)", "TRUE" },
    { "N(B1)+N(A1)+N(D1)", "13.345" }, /* texts are 0, TRUE is 1 */
    { "N(D2)", "#N/A" },
    { "N(F9)", "0" },
  };
  assert_sums (sums);
}

static void
many_cells_come_to_one_value (void **state)
{
  (void) state;
  static const Sum sums[] = {
    { "SUM(B1:B4)", "13.85" },
    { "SUM(B1:B2,1,C1)", "10015.845" },
    { "SUM(A1:D1)", "10012.345" }, /* of cells, numbers only */
    { "SUM(\"3\",TRUE)", "4" },    /* written down: what is like one */
    { "SUM(D1:D4)", "#N/A" },
    { "SUM(B:B)", "13.85" },
    { "SUM(1:1)", "10012.345" },
    { "SUM(F1:F4)", "0" },
    { "MAX(B1:B4)", "12.345" },
    { "MIN(B1:B4,0)", "-1" },
    { "MAX(F1:F4)", "0" },
    { "AVERAGE(C1:C4)", "6250" },
    { "AVERAGE(A1:A4)", "#DIV/0!" },
    { "PRODUCT(2,B2)", "5" },
    { "COUNT(A1:E4)", "8" },
    { "COUNT(\"1\",\"x\")", "1" },
    { "COUNTA(A1:E4)", "18" },
    { "COUNTA(D1:D4)", "3" },
    { "COUNTBLANK(D1:D4)", "2" },
    { "COUNTBLANK(D1:D100)", "98" },
    { "CONCATENATE(A1,B2,TRUE)", "\"县道2.5TRUE\"" },
    { "_xlfn.CONCAT(A1:B2)", "\"县道12.345乡道2.5\"" },
    { "SUMPRODUCT(B1:B2,C1:C2)", "135950" },
    { "SUMPRODUCT(B1:B2,C1:C3)", "#VALUE!" },
    { "SUMPRODUCT((A1:A4=\"县道\")*B1:B4)", "11.345" },
    { "SUMPRODUCT((A1:A4=\"县道\")*1,ROUND(B1:B4,0))", "11" },
    { "SUMPRODUCT(ROUND(B1:B4*C1:C4/SUM(C1:C4),2))", "5.16" },
    { "SUBTOTAL(9,B1:B4)", "13.85" },
    { "SUBTOTAL(103,A1:A4)", "4" },
    { "SUBTOTAL(1,C1:C4)", "6250" },
    { "SUBTOTAL(7,C1:C4)", "unknown" },
    { "ROW()+ROW(B9)+COLUMN()+COLUMN(C1)", "21" },
    { "ROWS(A1:B4)*COLUMNS(A1:B4)", "8" },
  };
  assert_sums (sums);
}

/* Rows that hold what the row above holds, and rows that do not: B is 12.345, 2.5, 0.005, -1, D TRUE, #N/A, blank, "". */
static void
an_element_that_holds_what_the_one_before_held_counts_anew_all_the_same (void **state)
{
  (void) state;
  static const Sum sums[] = {
    { "SUMPRODUCT((F1:F9=\"\")*1)", "4" },             /* the sheet ends in row 4 */
    { "SUMPRODUCT((E1:E4<>\"x\")*(ROW(A1)+1))", "6" }, /* the same two in three rows */
    { "SUMPRODUCT((F1:F5=\"\")*(B1:B5+1))", "17.85" },
    { "SUMPRODUCT(F1:F4+标准)", "25000" }, /* a name that is another cell in each row */
    { "SUMPRODUCT((A1:A4=\"县道\")*(A1:A4=A4:A4))", "2" },
    { "SUMPRODUCT(IF(A1:A4=\"村道\",B1:B4,1))", "3.005" },
    { "SUMPRODUCT(ISBLANK(D1:D4)*1)", "1" },
  };
  assert_sums (sums);
}

static void
an_array_is_summed_element_by_element (void **state)
{
  (void) state;
  /* 12.345 × 10000 + 2.5 × 5000 + 0.005 × 3000 − 1 × 7000 */
  assert_comes_to ('{', "SUM(B1:B4*C1:C4)", "128965");
  assert_comes_to ('{', "SUM(ROUND(ROUND(B1:B4*1000,0)*ROUND(C1:C4*100,0)/1000,0))/100", "128965");
  assert_comes_to ('{', "SUM(IF(A1:A4=\"县道\",B1:B4))", "11.345");
  assert_comes_to ('{', "SUM(B1:B4*C1)", "138500");
  assert_comes_to ('{', "MAX(B1:B4*C1:C4)-MIN(B1:B4*C1:C4)", "130450");
  assert_comes_to ('{', "SUM(B1:C2*2)", "30029.69");
  assert_comes_to ('{', "SUM(B1:B4/SUM(C1:C4))", "0.000554");
  assert_comes_to ('{', "SUM(B1:B4*C1:C3)", "#N/A");
  assert_comes_to ('=', "SUM(B1:B4*C1:C4)", "12500"); /* no array: the formula's own row */
}

static void
cells_that_meet_criteria (void **state)
{
  (void) state;
  static const Sum sums[] = {
    { "SUMIFS(B1:B4,A1:A4,\"县道\")", "11.345" },
    { "SUMIFS(B1:B4,A1:A4,A2)", "2.5" },
    { "SUMIFS(B1:B4,A1:A4,\"县道\",B1:B4,\">0\")", "12.345" },
    { "SUMIFS(B1:B4,A1:A4,\"<>县道\")", "2.505" },
    { "SUMIFS(B1:B4,A1:A4,\"?道\")", "13.85" },
    { "SUMIFS(B1:B4,A1:A4,\"县*\")", "11.345" },
    { "SUMIFS(B1:B4,A1:A4,\"~*\")", "0" },
    { "SUMIFS(B1:B4,C1:C4,5000)", "2.5" },
    { "SUMIFS(B1:B4,C1:C4,\"5000\")", "2.5" },
    { "SUMIFS(B1:B4,C1:C4,\">=5000\")", "13.845" },
    { "SUMIFS(B1:B4,C1:C4,\"<\"&C2)", "0.005" },
    { "SUMIFS(B1:B4,A1:A3,\"县道\")", "#VALUE!" },
    { "SUMIFS(D1:D4,A1:A4,\"乡道\")", "#N/A" },
    { "SUMIFS(D1:D4,A1:A4,\"县道\")", "0" },
    { "SUMIF(A1:A4,\"县道\",B1)", "11.345" }, /* grows to the size of the first */
    { "SUMIF(B1:B4,\">1\")", "14.845" },
    { "SUMIF(A:A,\"县道\",B:B)", "11.345" },
    { "COUNTIF(A1:A4,\"县道\")", "2" },
    { "COUNTIF(E1:E4,12)", "1" }, /* a text that is a number */
    { "COUNTIF(E1:E4,\"X\")", "1" },
    { "COUNTIF(F1:F10,\"\")", "10" },
    { "COUNTIF(A1:A10,\"<>\")", "4" },
    { "COUNTIF(A1:A10,\"<>县道\")", "8" },
    { "COUNTIFS(A1:A4,\"县道\",B1:B4,\"<0\")", "1" },
    { "AVERAGEIF(A1:A4,\"县道\",C1:C4)", "8500" },
    { "AVERAGEIFS(C1:C4,A1:A4,\"专用公路\")", "#DIV/0!" },
  };
  assert_sums (sums);
}

static void
values_are_looked_up (void **state)
{
  (void) state;
  static const Sum sums[] = {
    { "INDEX(C1:C4,2)", "5000" },
    { "INDEX(A1:C4,3,2)", "0.005" },
    { "INDEX(A1:C1,3)", "10000" },
    { "SUM(INDEX(B1:C4,0,1))", "13.85" },
    { "INDEX(C1:C4,5)", "#REF!" },
    { "OFFSET(B1,1,0)", "2.5" },
    { "OFFSET(C4,-1,0)", "3000" },
    { "SUM(OFFSET(B1,0,0,3,1))", "14.85" },
    { "SUM(OFFSET(C1,0,0,ROW(C4)-ROW(C1),1))", "18000" },
    { "SUM(OFFSET(B1:B2,0,1))", "15000" },
    { "SUM(OFFSET(C4,0,0,-2,1))", "10000" },
    { "SUM(OFFSET(A1,1048575,0))", "0" },
    { "SUM(OFFSET(A1,1048576,0))", "#REF!" },
    { "SUM(OFFSET(A1,9223372036854775807,0))", "#REF!" },
    { "SUM(OFFSET(A1,0,16383))", "0" },
    { "SUM(OFFSET(A1,0,16384))", "#REF!" },
    { "OFFSET(A1,-1,0)", "#REF!" },
    { "OFFSET(A1,0,-1)", "#REF!" },
    { "OFFSET(A1,0,0,0,1)", "#REF!" },
    { "OFFSET(A1,\"x\",0)", "#VALUE!" },
    { "MATCH(\"村道\",A1:A4,0)", "3" },
    { "MATCH(\"专用\",A1:A4,0)", "#N/A" },
    { "MATCH(10000,A1:C1,0)", "3" },
    { "MATCH(6000,C1:C4,-1)", "1" },
    { "INDEX(标准,MATCH(A3,A1:A4,0))", "3000" },
    { "VLOOKUP(\"乡道\",A1:C4,3,FALSE)", "5000" },
    { "VLOOKUP(\"乡道\",A1:C4,4,0)", "#REF!" },
    { "VLOOKUP(\"无\",A1:C4,3,0)", "#N/A" },
    { "HLOOKUP(12.345,A1:C4,2,0)", "2.5" },
    { "HLOOKUP(\"县道\",A1:C4,2,0)", "\"乡道\"" },
    { "CHOOSE(2,\"a\",\"b\")", "\"b\"" },
    { "CHOOSE(3,\"a\",\"b\")", "#VALUE!" },
    { "INDIRECT(\"A1\")", "unknown" },
  };
  assert_sums (sums);
}

static void
a_sorted_column_is_looked_up_by_its_steps (void **state)
{
  (void) state;
  g_autoptr (FormulaBook) book = formula_book_new ();
  formula_book_put (book, "表", "A1#0", "B1:低", "A2#10", "B2:中", "A3#20", "B3:高",
                    "C1=VLOOKUP(9.999,A1:B3,2)", "C2=VLOOKUP(10,A1:B3,2)", "C3=VLOOKUP(99,A1:B3,2)",
                    "C4=VLOOKUP(-1,A1:B3,2)", "C5=MATCH(15,A1:A3)", NULL);
  assert_text_equal_free (formula_book_get (book, "表", "C1"), "\"低\"");
  assert_text_equal_free (formula_book_get (book, "表", "C2"), "\"中\"");
  assert_text_equal_free (formula_book_get (book, "表", "C3"), "\"高\"");
  assert_text_equal_free (formula_book_get (book, "表", "C4"), "#N/A");
  assert_text_equal_free (formula_book_get (book, "表", "C5"), "2");
}

static void
texts_are_cut_by_characters (void **state)
{
  (void) state;
  static const Sum sums[] = {
    { "LEFT(\"聊城市\",2)&RIGHT(\"聊城市\")", "\"聊城市\"" },
    { "LEFT(\"ab\",9)&RIGHT(\"ab\",9)&LEFT(\"ab\",0)", "\"abab\"" },
    { "LEFT(\"ab\",-1)", "#VALUE!" },
    { "MID(\"聊城市\",2,1)", "\"城\"" },
    { "MID(\"聊城市\",9,1)", "\"\"" },
    { "MID(\"聊城市\",0,1)", "#VALUE!" },
    { "LEN(\"聊城市\")+LEN(12.5)", "7" },
    { "SUBSTITUTE(\"000\",\"00\",\"0\")", "\"00\"" },
    { "SUBSTITUTE(\"aba\",\"a\",\"x\",2)", "\"abx\"" },
    { "TRIM(\"  a   b  \")", "\"a b\"" },
    { "VALUE(\" 12.5% \")", "0.125" },
    { "TEXT(12.345,\"0\")&TEXT(0.5,\"0%\")", "\"1250%\"" },
    { "TEXT(1234.5,\"#,##0.00\")", "\"1,234.50\"" },
    { "TEXT(1,\"[DBNum2]0\")", "unknown" },
    { "UPPER(\"a县\")&LOWER(\"B\")", "\"A县b\"" },
    { "EXACT(\"A\",\"a\")", "FALSE" },
    { "FIND(\"市\",\"聊城市\")", "3" },
    { "FIND(\"x\",\"聊城市\")", "#VALUE!" },
  };
  assert_sums (sums);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (signs_bind_as_in_a_spreadsheet),
    cmocka_unit_test (cells_rectangles_and_names_are_what_they_stand_for),
    cmocka_unit_test (values_take_each_others_kind),
    cmocka_unit_test (numbers_are_rounded_and_cut_exactly),
    cmocka_unit_test (what_holds_and_what_is_done_then),
    cmocka_unit_test (many_cells_come_to_one_value),
    cmocka_unit_test (an_element_that_holds_what_the_one_before_held_counts_anew_all_the_same),
    cmocka_unit_test (an_array_is_summed_element_by_element),
    cmocka_unit_test (cells_that_meet_criteria),
    cmocka_unit_test (values_are_looked_up),
    cmocka_unit_test (a_sorted_column_is_looked_up_by_its_steps),
    cmocka_unit_test (texts_are_cut_by_characters),
  };
  return cmocka_run_group_tests_name ("formula-values", tests, NULL, NULL);
}
