/* What if cells were different: what follows from them is worked out anew and all else is kept, which
 * nobody notices. */
#include "formula-book.h"
#include "support/assert.h"
#include "support/random-county.h"

#include <string.h>

#define N_ROWS 400u
#define N_COLUMNS 5u
#define N_ROUNDS 6u
#define N_BOOKS 3u

/* Of row @: cells to the left of it and above it, so that nothing needs itself. ^ is some row above, ~ is any
 * row of the inputs. */
static const char *const formulas[] = {
  "A@+1",
  "A@*B^",
  "SUM(A$1:A@)",
  "SUM(A~:A@)",
  "COUNTIF(A$1:A@,A@)",
  "COUNTIF(A:A,A~)",
  "SUMIF(A$1:A$400,A@,A$1:A$400)",
  /* Reaches further than what is written. */
  "SUMIF(A$1:A$100,A@,A~:A~)",
  "SUMIF($a$1:$a@,$a@,A$1:A@)",
  "SUMIFS(A$1:A$400,A$1:A$400,\">\"&A@)",
  "MAX(A$1:A@)-MIN(A~:A$400)",
  "IF(A@>50,A^,A~)",
  "IFERROR(1/(A@-A^),\"无\")",
  "INDEX(A$1:A$400,MATCH(A@,A$1:A$400,0))",
  "INDEX(A:A,1+MOD(A@,300))",
  /* Nobody knows before what it means. */
  "SUM(OFFSET(A$1,MOD(A@,50),0,3,1))",
  "OFFSET(A@,-MOD(A~,2)*(ROW()>2),0)",
  "SUMPRODUCT((A$1:A$50>A@)*A$1:A$50)",
  "SUBTOTAL(9,A$1:A@)",
  "总数+A@",
  "前列*2",
  "首格&\"元\"",
  "COUNTA(A$1:A@)+COUNTBLANK(A:A)",
  "AVERAGE(A^:A@)",
  "B^&A@",
  "VLOOKUP(A@,A$1:A$400,1,FALSE)",
};

/* They need each other where G401 is 1: what they come to hangs on which of them is asked for first. */
#define CIRCLE "H401=IF($G$401=1,IFERROR(H402+1,3),A1)", "H402=IFERROR(H401+1,7)"

static char *
write_formula (GRand *chance, const char *pattern, guint32 row, guint column)
{
  GString *text = g_string_new (NULL);
  const guint32 above = (guint32) g_rand_int_range (chance, 1, (gint32) row + 1);
  const guint32 any = (guint32) g_rand_int_range (chance, 1, (gint32) N_ROWS + 1);
  /* A is the column before, B the own one, whose first row has none above it. */
  for (const char *at = pattern; *at != '\0'; at++)
    {
      const gboolean is_column = (*at == 'A' || *at == 'B')
                                 && (at == pattern || !g_ascii_isalpha (at[-1]))
                                 && !g_ascii_isalpha (at[1]);
      const gboolean is_before = *at == 'A' || row == above;
      if (is_column)
        g_string_append_c (text, (char) ('A' + column - (is_before ? 1 : 0)));
      else if (*at == '@' || *at == '^' || *at == '~')
        g_string_append_printf (text, "%u", *at == '@' ? row : *at == '^' ? above : any);
      else
        g_string_append_c (text, *at);
    }
  return g_string_free (text, FALSE);
}

/* Inputs in A, formulas in B to E. */
static FormulaBook *
make_book (GRand *chance, gboolean has_circles)
{
  FormulaBook *book = formula_book_new ();
  yl_workbook_add_name (book->book, "总数", "SUM('表'!$A$1:$A$400)");
  yl_workbook_add_name (book->book, "前列", "'表'!$A$1:$A$400");
  yl_workbook_add_name (book->book, "首格", "'表'!$A$7");
  for (guint32 row = 1; row <= N_ROWS; row++)
    {
      g_autofree char *input =
          g_rand_int_range (chance, 0, 10) == 0
              ? g_strdup_printf ("A%u:县道", row)
              : g_strdup_printf ("A%u#%d", row, g_rand_int_range (chance, -20, 100));
      formula_book_put (book, "表", input, NULL);
      for (guint column = 1; column < N_COLUMNS; column++)
        {
          const char *pattern = formulas[g_rand_int_range (chance, 0, G_N_ELEMENTS (formulas))];
          g_autofree char *formula = write_formula (chance, pattern, row, column);
          g_autofree char *cell = g_strdup_printf ("%c%u=%s", 'A' + (char) column, row, formula);
          formula_book_put (book, "表", cell, NULL);
        }
    }
  formula_book_put (book, "表", g_rand_boolean (chance) ? "G401#1" : "G401#0", NULL);
  if (has_circles)
    formula_book_put (book, "表", CIRCLE, NULL);
  return book;
}

typedef struct
{
  guint32 row;
  guint column;
  YlCellValue value;
} Change;

/* An input or a formula, sometimes a cell where nothing stands. */
static Change
make_change (GRand *chance)
{
  if (g_rand_int_range (chance, 0, 5) == 0)
    return (Change){ N_ROWS + 1, 6, yl_cell_value_of_whole (g_rand_boolean (chance)) };
  static const YlCellValue empty = { .kind = YL_VALUE_EMPTY };
  const gint32 kind = g_rand_int_range (chance, 0, 8);
  return (Change){
    .row = (guint32) g_rand_int_range (chance, 1, (gint32) N_ROWS + (kind == 7 ? 9 : 1)),
    .column = (guint) g_rand_int_range (chance, 0, kind == 7 ? N_COLUMNS + 2 : N_COLUMNS),
    .value = kind == 0   ? empty
             : kind == 1 ? yl_cell_value_of_text ("乡道")
             : kind == 2 ? yl_cell_value_of_error ("#N/A")
                         : yl_cell_value_of_whole (g_rand_int_range (chance, -900, 900)),
  };
}

static void
assert_same (const YlCellValue *kept, const YlCellValue *whole, guint32 row, guint column)
{
  const gboolean is_same = kept->kind == whole->kind
                           && (whole->text == NULL ? kept->number.units == whole->number.units
                                                   : g_strcmp0 (kept->text, whole->text) == 0);
  if (!is_same)
    fail_msg ("%c%u is %d “%s”, worked out whole %d “%s”", 'A' + (int) column, row, kept->kind,
              kept->text == NULL ? "" : kept->text, whole->kind,
              whole->text == NULL ? "" : whole->text);
}

static void
assert_cell (YlRecalculation *kept, YlRecalculation *whole, guint32 row, guint column)
{
  YlCellValue a;
  YlCellValue b;
  yl_recalculation_get (kept, "表", row, column, &a);
  yl_recalculation_get (whole, "表", row, column, &b);
  assert_same (&a, &b, row, column);
}

/* All cells of both, from a random one on. */
static void
assert_alike (YlRecalculation *kept, YlRecalculation *whole, GRand *chance)
{
  const guint32 first = g_rand_int (chance) % N_ROWS;
  for (guint32 i = 0; i < N_ROWS; i++)
    for (guint column = 0; column < N_COLUMNS; column++)
      assert_cell (kept, whole, (first + i) % N_ROWS + 1, column);
  const guint32 circle = g_rand_boolean (chance) ? 0 : 1;
  assert_cell (kept, whole, N_ROWS + 1 + circle, 7);
  assert_cell (kept, whole, N_ROWS + 2 - circle, 7);
}

/* One workbook in which cells are set and unset again, against one that is new each time. */
static void
compare_rounds (GRand *chance, gboolean has_circles)
{
  g_autoptr (FormulaBook) book = make_book (chance, has_circles);
  g_autoptr (YlRecalculation) kept = yl_recalculation_new (book->book);
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (YlRecalculation) whole = yl_recalculation_new (book->book);
      Change changes[3];
      const guint n = (guint) g_rand_int_range (chance, 1, G_N_ELEMENTS (changes) + 1);
      for (guint i = 0; i < n; i++)
        {
          changes[i] = make_change (chance);
          const Change *it = &changes[i];
          yl_recalculation_set (kept, "表", it->row, it->column, &it->value);
          yl_recalculation_set (whole, "表", it->row, it->column, &it->value);
        }
      assert_alike (kept, whole, chance);
      for (guint i = 0; i < n; i++)
        yl_recalculation_unset (kept, "表", changes[i].row, changes[i].column);
    }
}

static void
what_follows_is_what_the_whole_gives (void **state)
{
  (void) state;
  g_autoptr (GRand) chance = g_rand_new_with_seed (yl_test_seed ());
  for (guint i = 0; i < N_BOOKS; i++)
    compare_rounds (chance, FALSE);
}

static void
circles_are_told_where_the_whole_tells_them (void **state)
{
  (void) state;
  g_autoptr (GRand) chance = g_rand_new_with_seed (yl_test_seed ());
  for (guint i = 0; i < N_BOOKS; i++)
    compare_rounds (chance, TRUE);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (what_follows_is_what_the_whole_gives),
    cmocka_unit_test (circles_are_told_where_the_whole_tells_them),
  };
  return cmocka_run_group_tests_name ("what-if", tests, NULL, NULL);
}
