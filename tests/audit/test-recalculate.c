/* Computing a workbook: order, depth, limits, and what if a cell were different. */
#include "formula-book.h"
#include "support/assert.h"

#include <string.h>

/* Five words of four steps and a function's four, B1, three cells, and B1 passed over. */
#define SUM_STEPS 29

/* @pattern with the row for each @. */
static char *
write_row (const char *pattern, guint32 row)
{
  g_auto (GStrv) pieces = g_strsplit (pattern, "@", -1);
  g_autofree char *digits = g_strdup_printf ("%u", row);
  return g_strjoinv (digits, pieces);
}

/* A1 to A@n: @formula with the next row for each @; 1 below them. */
static void
fill (FormulaBook *book, guint32 n, const char *formula)
{
  for (guint32 row = 1; row <= n; row++)
    {
      g_autofree char *body = write_row (formula, row + 1);
      g_autofree char *cell = g_strdup_printf ("A%u=%s", row, body);
      formula_book_put (book, "表", cell, NULL);
    }
  g_autofree char *last = g_strdup_printf ("A%u#1", n + 1);
  formula_book_put (book, "表", last, NULL);
}

static void
a_chain_of_a_hundred_thousand_cells_needs_no_stack (void **state)
{
  (void) state;
  g_autoptr (FormulaBook) book = formula_book_new ();
  fill (book, 100000, "A@+1");
  assert_text_equal_free (formula_book_get (book, "表", "A1"), "100001");
  assert_text_equal_free (formula_book_get (book, "表", "A100000"), "2");
}

static void
two_ways_down_do_not_double_the_work_with_every_cell (void **state)
{
  (void) state;
  g_autoptr (FormulaBook) book = formula_book_new ();
  fill (book, 5000, "(A@+A@)/2");
  assert_text_equal_free (formula_book_get (book, "表", "A1"), "1");
}

static void
a_column_that_sums_up_all_below_it_is_computed_from_below (void **state)
{
  (void) state;
  g_autoptr (FormulaBook) book = formula_book_new ();
  fill (book, 600, "MAX(A@:A$601)+1");
  assert_text_equal_free (formula_book_get (book, "表", "A1"), "601");
}

static void
a_circle_is_an_error_however_long (void **state)
{
  (void) state;
  g_autoptr (FormulaBook) book = formula_book_new ();
  fill (book, 1000, "A@+1");
  formula_book_put (book, "表", "A1001=A1", "B1=A500*2", "B2=IF(FALSE,A1,3)", NULL);
  assert_text_equal_free (formula_book_get (book, "表", "A1"), YL_CIRCULAR);
  assert_text_equal_free (formula_book_get (book, "表", "A777"), YL_CIRCULAR);
  assert_text_equal_free (formula_book_get (book, "表", "B1"), YL_CIRCULAR);
  assert_text_equal_free (formula_book_get (book, "表", "B2"), "3");
}

/* Each sums up all: what needs itself is known at the first of them. */
static void
a_circle_of_a_thousand_cells_is_found_once (void **state)
{
  (void) state;
  static const char *const formulas[] = { "SUM(A$1:A$1000)+@", "COUNT(A$1:A$1000)+@",
                                          "MAX(A:A)*@" };
  for (gsize i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      g_autoptr (FormulaBook) book = formula_book_new ();
      fill (book, 1000, formulas[i]);
      for (guint row = 1; row <= 1000; row += 37)
        {
          g_autofree char *cell = g_strdup_printf ("A%u", row);
          assert_text_equal_free (formula_book_get (book, "表", cell), YL_CIRCULAR);
        }
      assert_true (book->book->effort->steps < 30000);
    }
}

/* The 5000 numbers from 1 on in A; what is summed up begins or ends alike. */
static void
running_totals_are_linear (void **state)
{
  (void) state;
  static const struct
  {
    const char *formula;
    const char *first;  /* of row 1 … */
    const char *middle; /* … of row 2500 … */
    const char *last;   /* … and of row 5000 */
  } cases[] = {
    { "SUM(A$1:A@)", "1", "3126250", "12502500" },
    { "SUM(A@:A$5000)", "12502500", "9378750", "5000" },
    { "AVERAGE(A$1:A@)", "1", "1250.5", "2500.5" },
    { "SUM(A@:A$5000)+SUM(A$1:A$5000)", "25005000", "21881250", "12507500" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint is_backwards = 0; is_backwards < 2; is_backwards++)
      {
        g_autoptr (FormulaBook) book = formula_book_new ();
        for (guint row = 1; row <= 5000; row++)
          {
            g_autofree char *number = g_strdup_printf ("A%u#%u", row, row);
            g_autofree char *body = write_row (cases[i].formula, row);
            g_autofree char *formula = g_strdup_printf ("B%u=%s", row, body);
            formula_book_put (book, "表", number, formula, NULL);
          }
        for (guint k = 1; k <= 5000; k++)
          {
            g_autofree char *cell = g_strdup_printf ("B%u", is_backwards ? 5001 - k : k);
            g_free (formula_book_get (book, "表", cell));
          }
        assert_text_equal_free (formula_book_get (book, "表", "B1"), cases[i].first);
        assert_text_equal_free (formula_book_get (book, "表", "B2500"), cases[i].middle);
        assert_text_equal_free (formula_book_get (book, "表", "B5000"), cases[i].last);
        assert_true (book->book->effort->steps < 1000000);
      }
}

/* In A 2, 4, … 2000, each twice; in B the same from the last to the first; in C texts. */
static void
sorted_look_ups_are_by_halves (void **state)
{
  (void) state;
  static const struct
  {
    const char *formula;
    const char *value;
  } cases[] = {
    { "MATCH(1,A1:A2000,1)", "#N/A" },
    { "MATCH(2,A1:A2000,1)", "2" },
    { "MATCH(3,A1:A2000,1)", "2" },
    { "MATCH(4,A1:A2000)", "4" },
    { "MATCH(1999.5,A1:A2000,1)", "1998" },
    { "MATCH(9999,A1:A2000,1)", "2000" },
    { "MATCH(4,A1:A2000,0)", "3" },
    { "MATCH(5,A1:A2000,0)", "#N/A" },
    { "MATCH(2001,B1:B2000,-1)", "#N/A" },
    { "MATCH(1999,B1:B2000,-1)", "2" },
    { "MATCH(4,B1:B2000,-1)", "1998" },
    { "MATCH(1,B1:B2000,-1)", "2000" },
    { "MATCH(4,B1:B2000,0)", "1997" },
    { "MATCH(\"t1999\",C1:C2000,1)", "1000" },
    { "MATCH(\"T2001\",C1:C2000,0)", "1001" },
    { "MATCH(\"a\",C1:C2000,1)", "#N/A" },
    { "MATCH(7,C1:C2000,1)", "#N/A" },
    { "VLOOKUP(4,A1:C2000,3)", "\"t1003\"" },
  };
  g_autoptr (FormulaBook) book = formula_book_new ();
  for (guint row = 1; row <= 2000; row++)
    {
      g_autofree char *up = g_strdup_printf ("A%u#%u", row, (row + 1) / 2 * 2);
      g_autofree char *down = g_strdup_printf ("B%u#%u", row, (2002 - row) / 2 * 2);
      g_autofree char *text = g_strdup_printf ("C%u:t%u", row, row + 999 + (row > 1000 ? 1 : 0));
      formula_book_put (book, "表", up, down, text, NULL);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cell = g_strdup_printf ("D%zu=%s", i + 1, cases[i].formula);
      formula_book_put (book, "表", cell, NULL);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cell = g_strdup_printf ("D%zu", i + 1);
      g_autofree char *value = formula_book_get (book, "表", cell);
      if (!g_str_equal (value, cases[i].value))
        fail_msg ("%s is %s, expected %s", cases[i].formula, value, cases[i].value);
    }
  assert_true (book->book->effort->steps < 44000);
}

/* Texts do not count, an error is one from its row on, and a changed cell changes what follows it. */
static void
running_totals_follow_their_column (void **state)
{
  (void) state;
  g_autoptr (FormulaBook) book = formula_book_new ();
  for (guint row = 1; row <= 300; row++)
    {
      g_autofree char *number = write_row (row == 200   ? "A@=1/0"
                                           : row == 100 ? "A@:甲"
                                                        : "A@=1+0",
                                           row);
      g_autofree char *total = g_strdup_printf ("B%u=SUM(A$1:A%u)", row, row);
      g_autofree char *rest = g_strdup_printf ("C%u=SUM(A%u:A$300)", row, row);
      formula_book_put (book, "表", number, total, rest, NULL);
    }
  for (guint row = 300; row >= 1; row--)
    {
      g_autofree char *total = g_strdup_printf ("B%u", row);
      g_autofree char *rest = g_strdup_printf ("C%u", row);
      g_autofree char *sum = g_strdup_printf ("%u", row < 100 ? row : row - 1);
      g_autofree char *left = g_strdup_printf ("%u", 301 - row);
      assert_text_equal_free (formula_book_get (book, "表", total), row < 200 ? sum : "#DIV/0!");
      assert_text_equal_free (formula_book_get (book, "表", rest), row > 200 ? left : "#DIV/0!");
    }
  const YlCellValue five = yl_cell_value_of_number (yl_fixed_of (5));
  yl_recalculation_set (book->recalculation, "表", 200, 0, &five);
  assert_text_equal_free (formula_book_get (book, "表", "B300"), "303");
  assert_text_equal_free (formula_book_get (book, "表", "B299"), "302");
  assert_text_equal_free (formula_book_get (book, "表", "C150"), "155");
  assert_text_equal_free (formula_book_get (book, "表", "C1"), "303");
}

/* @n brackets around 1. */
static char *
nest (guint n)
{
  g_autofree char *open = g_strnfill (n, '(');
  g_autofree char *close = g_strnfill (n, ')');
  return g_strdup_printf ("A1=%s1%s", open, close);
}

static void
brackets_within_brackets_have_a_limit (void **state)
{
  (void) state;
  static const struct
  {
    guint n;
    const char *value;
  } cases[] = { { 64, "1" }, { 223, "1" }, { 224, "unknown" }, { 100000, "unknown" } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FormulaBook) book = formula_book_new ();
      g_autofree char *cell = nest (cases[i].n);
      formula_book_put (book, "表", cell, NULL);
      assert_text_equal_free (formula_book_get (book, "表", "A1"), cases[i].value);
    }
}

static void
any_number_of_signs_is_no_depth (void **state)
{
  (void) state;
  g_autoptr (FormulaBook) book = formula_book_new ();
  g_autofree char *signs = g_strnfill (100001, '-');
  g_autofree char *cell = g_strdup_printf ("A1=%s1", signs);
  formula_book_put (book, "表", cell, NULL);
  assert_text_equal_free (formula_book_get (book, "表", "A1"), "-1");
}

/* A sheet may hold nothing but a cell in the last row: no table of rows is made for it, and nobody
 * goes through those that are not there. */
static void
far_cells_cost_what_there_is_of_them (void **state)
{
  (void) state;
  g_autoptr (FormulaBook) book = formula_book_new ();
  formula_book_put (book, "表", "A1#1", "C3#5", "A1048576#2", "C1048576#7", "XFD1048576=SUM(A:A)",
                    NULL);
  formula_book_put (book, "另", "A1=SUM(表!A:B)", "A2=SUM(表!C:C)", "A3=SUM(表!A2:B1048576)",
                    "A4=SUM(表!B1:B1048575)", "A5=表!C3", "A6=COUNTA(表!A4:XFC1048576)",
                    "A7=表!XFD1048576", "A8=ISBLANK(表!C4)", NULL);
  static const char *const values[] = { "3", "12", "2", "0", "5", "2", "3", "TRUE" };
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *place = g_strdup_printf ("A%zu", i + 1);
      assert_text_equal_free (formula_book_get (book, "另", place), values[i]);
    }
  assert_true (book->book->effort->steps < 500);
}

/* A1 to A3 and their sum: the words of a formula and the cells that it goes through. */
static void
beyond_the_steps_allowed_everything_is_unknown_and_told (void **state)
{
  (void) state;
  static const struct
  {
    guint64 steps;
    const char *value;
  } cases[] = { { SUM_STEPS, "6" }, { SUM_STEPS - 1, "unknown" } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FormulaBook) book = formula_book_new ();
      formula_book_put (book, "表", "A1#1", "A2#2", "A3#3", "B1=SUM(A1:A3)", NULL);
      yl_effort_allow (book->book->effort,
                       &(YlBookLimits){ .steps = cases[i].steps, .kept_bytes = 99 }, 0);
      assert_text_equal_free (formula_book_get (book, "表", "B1"), cases[i].value);
      g_autofree char *told = yl_effort_tell (book->book->effort, &yl_book_limits_default);
      assert_int_equal (told != NULL, i > 0);
      if (told != NULL)
        assert_non_null (strstr (told, "自“表”B1 起有 1 个公式没有重算"));
    }
}

/* No step is left after B1: B2 and B3 are two more, however often they are asked for. */
static void
every_formula_that_no_effort_is_left_for_is_told_once (void **state)
{
  (void) state;
  g_autoptr (FormulaBook) book = formula_book_new ();
  formula_book_put (book, "表", "A1#1", "A2#2", "A3#3", "B1=SUM(A1:A3)", "B2=A1", "B3=B2", NULL);
  yl_effort_allow (book->book->effort, &(YlBookLimits){ .steps = SUM_STEPS - 1, .kept_bytes = 99 },
                   0);
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *cell = g_strdup_printf ("B%u", i % 3 + 1);
      assert_text_equal_free (formula_book_get (book, "表", cell), "unknown");
    }
  assert_int_equal (book->book->effort->n_left, 3);
}

/* "ab" four times is 8 bytes in B1; the two "ab" of the formula are 4. */
static void
beyond_the_bytes_allowed_everything_is_unknown_and_told (void **state)
{
  (void) state;
  static const struct
  {
    guint64 bytes;
    const char *value;
  } cases[] = { { 8, "\"abab\"" }, { 7, "unknown" } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FormulaBook) book = formula_book_new ();
      formula_book_put (book, "表", "B1=\"ab\"&\"ab\"", NULL);
      yl_effort_allow (book->book->effort,
                       &(YlBookLimits){ .steps = 99, .kept_bytes = cases[i].bytes }, 0);
      assert_text_equal_free (formula_book_get (book, "表", "B1"), cases[i].value);
      assert_int_equal (book->book->effort->n_left, i);
    }
}

static void
a_name_that_needs_itself_is_an_error (void **state)
{
  (void) state;
  g_autoptr (FormulaBook) book = formula_book_new ();
  yl_workbook_add_name (book->book, "x", "x+x");
  yl_workbook_add_name (book->book, "y", "z*2");
  yl_workbook_add_name (book->book, "z", "表!A3");
  formula_book_put (book, "表", "A1=x", "A2=X+1", "A3=y", "A4=IF(FALSE,x,7)", NULL);
  assert_text_equal_free (formula_book_get (book, "表", "A1"), YL_CIRCULAR);
  assert_text_equal_free (formula_book_get (book, "表", "A2"), YL_CIRCULAR);
  assert_text_equal_free (formula_book_get (book, "表", "A3"), YL_CIRCULAR);
  assert_text_equal_free (formula_book_get (book, "表", "A4"), "7");
}

/* Each is twice the one before, of a number, of the row that it is read in, and of a rectangle. */
static void
forty_names_of_names_are_forty_pieces_of_work (void **state)
{
  (void) state;
  static const struct
  {
    const char *first;
    const char *formula;
    const char *value;
  } cases[] = {
    { "1", "A5=n_40", "1099511627776" },
    { "ROW()", "A5=n_40", "5497558138880" },
    { "A$1:A$3", "B2=n_40", "2199023255552" },
    { "A$1:A$3", "B9=SUMPRODUCT(n_40)", "6597069766656" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FormulaBook) book = formula_book_new ();
      yl_workbook_add_name (book->book, "n_0", cases[i].first);
      for (guint k = 1; k <= 40; k++)
        {
          g_autofree char *name = g_strdup_printf ("n_%u", k);
          g_autofree char *twice = g_strdup_printf ("n_%u+n_%u", k - 1, k - 1);
          yl_workbook_add_name (book->book, name, twice);
        }
      formula_book_put (book, "表", "A1#1", "A2#2", "A3#3", cases[i].formula, NULL);
      g_auto (GStrv) parts = g_strsplit_set (cases[i].formula, "={", 2);
      assert_text_equal_free (formula_book_get (book, "表", parts[0]), cases[i].value);
      assert_true (book->book->effort->steps < 8000);
    }
}

/* A name without a sheet is of the sheet that asks; one that means the cell above, of each cell. */
static void
a_name_that_was_kept_is_worked_out_anew_elsewhere (void **state)
{
  (void) state;
  g_autoptr (FormulaBook) book = formula_book_new ();
  yl_workbook_add_name (book->book, "first", "A1");
  yl_workbook_add_name (book->book, "above", "INDEX(B:B,ROW()-1)");
  formula_book_put (book, "表", "A1#1", "B1=first", "B2=above+first", "B3=above+above", NULL);
  formula_book_put (book, "另", "A1#10", "B1=first", NULL);
  assert_text_equal_free (formula_book_get (book, "表", "B3"), "4");
  assert_text_equal_free (formula_book_get (book, "另", "B1"), "10");
  const YlCellValue five = yl_cell_value_of_number (yl_fixed_of (5));
  yl_recalculation_set (book->recalculation, "表", 1, 0, &five);
  assert_text_equal_free (formula_book_get (book, "表", "B3"), "20");
}

/* Excel's limit, whatever makes the text. */
static void
a_text_that_no_cell_holds_is_an_error (void **state)
{
  (void) state;
  g_autoptr (FormulaBook) book = formula_book_new ();
  g_autofree char *full = g_strnfill (32766, 'a');
  g_autofree char *cell = g_strconcat ("A1:", full, NULL);
  formula_book_put (book, "表", cell, "A2=A1&\"县\"", "A3=LEN(A2)", "A4=A2&\"b\"",
                    "A5=CONCAT(A1,1)", "A6=LEN(CONCATENATE(A1,12))", "A7=SUBSTITUTE(A2,\"a\",A1)",
                    "A8=LEN(SUBSTITUTE(A2,\"县\",\"路\"))", "A9=A1&\"😀\"",
                    "A10=SUBSTITUTE(A2,\"县\",\"路长\")", NULL);
  static const char *const values[] = { "32767",   "#VALUE!", NULL,      "#VALUE!",
                                        "#VALUE!", "32767",   "#VALUE!", "#VALUE!" };
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *place = g_strdup_printf ("A%zu", i + 3);
      g_autofree char *value = formula_book_get (book, "表", place);
      if (values[i] == NULL)
        assert_int_equal (strlen (value), 32769);
      else
        assert_string_equal (value, values[i]);
    }
}

static void
another_input_is_followed_and_forgotten_again (void **state)
{
  (void) state;
  g_autoptr (FormulaBook) book = formula_book_new ();
  formula_book_put (book, "表", "A1#1", "A3#3", "B1=SUM(A1:A9)", "B2=SUMIF(A1:A9,\">0\")+B1",
                    "B3=B1", NULL);
  assert_text_equal_free (formula_book_get (book, "表", "B2"), "8");
  const YlCellValue five = yl_cell_value_of_number (yl_fixed_of (5));
  assert_true (yl_recalculation_set (book->recalculation, "表", 1, 0, &five));
  assert_text_equal_free (formula_book_get (book, "表", "B2"), "16");
  /* Where nothing stood, and in the place of a formula. */
  assert_true (yl_recalculation_set (book->recalculation, "表", 2, 0, &five));
  assert_text_equal_free (formula_book_get (book, "表", "B2"), "26");
  assert_text_equal_free (formula_book_get (book, "表", "A3"), "3");
  assert_true (yl_recalculation_set (book->recalculation, "表", 1, 1, &five));
  assert_text_equal_free (formula_book_get (book, "表", "B3"), "5");
  yl_recalculation_unset (book->recalculation, "表", 1, 1);
  yl_recalculation_unset (book->recalculation, "表", 1, 0);
  yl_recalculation_unset (book->recalculation, "表", 2, 0);
  assert_text_equal_free (formula_book_get (book, "表", "B2"), "8");
  assert_text_equal_free (formula_book_get (book, "表", "A2"), "empty");
  assert_false (yl_recalculation_set (book->recalculation, "无此表", 1, 0, &five));
}

static void
a_text_that_was_set_is_copied (void **state)
{
  (void) state;
  g_autoptr (FormulaBook) book = formula_book_new ();
  formula_book_put (book, "表", "A1:县道", "B1=A1&\"!\"", NULL);
  assert_text_equal_free (formula_book_get (book, "表", "B1"), "\"县道!\"");
  char text[] = "乡道";
  const YlCellValue value = yl_cell_value_of_text (text);
  assert_true (yl_recalculation_set (book->recalculation, "表", 1, 0, &value));
  text[0] = '?';
  assert_text_equal_free (formula_book_get (book, "表", "B1"), "\"乡道!\"");
}

static void
remembered_values_are_not_looked_at (void **state)
{
  (void) state;
  g_autoptr (FormulaBook) book = formula_book_new ();
  formula_book_put (book, "表", "A1=1+1", "B1=A1", NULL);
  YlWorksheet *sheet = g_ptr_array_index (book->book->sheets, 0);
  YlCell *cell = &g_array_index (sheet->cells, YlCell, 0);
  cell->content = YL_CONTENT_NUMBER;
  cell->value = yl_text_pool_add (book->texts, yl_text_of ("99"));
  assert_text_equal_free (formula_book_get (book, "表", "B1"), "2");
}

static void
subtotals_leave_out_subtotals_and_what_a_filter_hides (void **state)
{
  (void) state;
  g_autoptr (FormulaBook) book = formula_book_new ();
  formula_book_put (book, "表", "A1#1", "A2#2", "A3=SUBTOTAL(9,A1:A2)", "A4#4",
                    "B1=SUBTOTAL(9,A1:A4)", "B2=SUBTOTAL(109,A1:A4)", NULL);
  YlWorksheet *sheet = g_ptr_array_index (book->book->sheets, 0);
  const guint32 hidden = 2;
  g_array_append_val (sheet->hidden_rows, hidden);
  assert_text_equal_free (formula_book_get (book, "表", "B1"), "7"); /* hidden by hand: counts */
  assert_text_equal_free (formula_book_get (book, "表", "B2"), "5");
  yl_recalculation_free (book->recalculation);
  book->recalculation = NULL;
  sheet->is_filtered = TRUE;
  assert_text_equal_free (formula_book_get (book, "表", "B1"), "5");
}

/* Words that make formulas, and some that break them. */
static char *
make_formula (GRand *rand)
{
  static const char *const words[] = {
    "A1",     "A2",          "A3",       "A1:A4",  "(",        ")",     ",",           "+",
    "-",      "*",           "/",        "^",      "%",        "&",     "=",           "<>",
    "SUM(",   "IF(",         "MAX(",     "OR(",    "\"县道\"", "1",     "0",           "TRUE",
    "#N/A",   "MID(",        "LEFT(",    "INDEX(", "{1}",      "9E20",  "MATCH(",      "ROUND(",
    "SUMIF(", "SUMPRODUCT(", "VLOOKUP(", "表!A2",  "无!A1",    "TEXT(", "SUBTOTAL(9,", "~"
  };
  GString *formula = g_string_new ("A3=");
  const gint n = g_rand_int_range (rand, 0, 24);
  for (gint i = 0; i < n; i++)
    g_string_append (formula, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  return g_string_free (formula, FALSE);
}

static void
any_formula_comes_to_something (void **state)
{
  (void) state;
  const guint32 seed = g_random_int ();
  print_message ("# seed %u\n", seed);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (FormulaBook) book = formula_book_new ();
      g_autofree char *formula = make_formula (rand);
      formula_book_put (book, "表", "A1#1.5", "A2:县道", formula, "A4=A3", "B1{SUM(A1:A4*2)", NULL);
      g_free (formula_book_get (book, "表", "A4"));
      g_free (formula_book_get (book, "表", "B1"));
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_chain_of_a_hundred_thousand_cells_needs_no_stack),
    cmocka_unit_test (two_ways_down_do_not_double_the_work_with_every_cell),
    cmocka_unit_test (a_column_that_sums_up_all_below_it_is_computed_from_below),
    cmocka_unit_test (a_circle_is_an_error_however_long),
    cmocka_unit_test (a_circle_of_a_thousand_cells_is_found_once),
    cmocka_unit_test (running_totals_are_linear),
    cmocka_unit_test (sorted_look_ups_are_by_halves),
    cmocka_unit_test (running_totals_follow_their_column),
    cmocka_unit_test (brackets_within_brackets_have_a_limit),
    cmocka_unit_test (any_number_of_signs_is_no_depth),
    cmocka_unit_test (far_cells_cost_what_there_is_of_them),
    cmocka_unit_test (beyond_the_steps_allowed_everything_is_unknown_and_told),
    cmocka_unit_test (every_formula_that_no_effort_is_left_for_is_told_once),
    cmocka_unit_test (beyond_the_bytes_allowed_everything_is_unknown_and_told),
    cmocka_unit_test (a_name_that_needs_itself_is_an_error),
    cmocka_unit_test (forty_names_of_names_are_forty_pieces_of_work),
    cmocka_unit_test (a_name_that_was_kept_is_worked_out_anew_elsewhere),
    cmocka_unit_test (a_text_that_no_cell_holds_is_an_error),
    cmocka_unit_test (another_input_is_followed_and_forgotten_again),
    cmocka_unit_test (a_text_that_was_set_is_copied),
    cmocka_unit_test (remembered_values_are_not_looked_at),
    cmocka_unit_test (subtotals_leave_out_subtotals_and_what_a_filter_hides),
    cmocka_unit_test (any_formula_comes_to_something),
  };
  return cmocka_run_group_tests_name ("recalculate", tests, NULL, NULL);
}
