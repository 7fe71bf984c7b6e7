/* Figures that run down a table: maxima, minima and counts of equals over parts of a column that grow. */
#include "formula-book.h"
#include "support/assert.h"

#include <string.h>

/* @formula with the number of the row for each @. */
static char *
write_row (const char *formula, guint row)
{
  g_autofree char *number = g_strdup_printf ("%u", row);
  g_auto (GStrv) parts = g_strsplit (formula, "@", -1);
  return g_strjoinv (number, parts);
}

#define N_ROWS 5000u

/* In A 1, 3, 5 … up and from the middle down again: 1, 3 … 4999, 5000 … 4, 2; in C five townships in
 * turn, in D the row. */
static FormulaBook *
make_table (const char *formula)
{
  FormulaBook *book = formula_book_new ();
  for (guint row = 1; row <= N_ROWS; row++)
    {
      const guint number = row <= N_ROWS / 2 ? 2 * row - 1 : 2 * (N_ROWS + 1 - row);
      g_autofree char *cell = g_strdup_printf ("A%u#%u", row, number);
      g_autofree char *body = write_row (formula, row);
      g_autofree char *asked = g_strdup_printf ("B%u=%s", row, body);
      g_autofree char *township = g_strdup_printf ("C%u:T%u", row, row % 5);
      g_autofree char *amount = g_strdup_printf ("D%u#%u", row, row);
      formula_book_put (book, "表", cell, asked, township, amount, NULL);
    }
  return book;
}

static void
assert_value (FormulaBook *book, guint row, const char *formula, const char *expected)
{
  g_autofree char *cell = g_strdup_printf ("B%u", row);
  g_autofree char *value = formula_book_get (book, "表", cell);
  if (strcmp (value, expected) != 0)
    fail_msg ("row %u of %s is %s, expected %s", row, formula, value, expected);
}

static void
figures_that_run_down_a_table_are_linear (void **state)
{
  (void) state;
  static const struct
  {
    const char *formula;
    const char *first;  /* of row 1 … */
    const char *middle; /* … of row 2501 … */
    const char *last;   /* … and of row 5000 */
  } cases[] = {
    { "MAX(A$1:A@)", "1", "5000", "5000" },
    { "MIN(A$1:A@)", "1", "1", "1" },
    { "MAX(A@:A$5000)", "5000", "5000", "2" },
    { "MIN(A@:A$5000)", "1", "2", "2" },
    { "MAX(A:A)-MIN(A:A)", "4999", "4999", "4999" },
    /* Rows 1, 6, 11 …: 2501 is the 501st of them. */
    { "COUNTIF(C$1:C@,C@)", "1", "501", "1000" },
    { "COUNTIF(C:C,C@)", "1000", "1000", "1000" },
    { "COUNTIF(A:A,A@)", "1", "1", "1" },
    { "COUNT(A$1:A@)", "1", "2501", "5000" },
    { "COUNTA(C$1:C@)", "1", "2501", "5000" },
    /* 1 + 6 … + 2501 = 501 × 1251; 5 + 10 … + 5000 = 1000 × 2502.5; 1 … 4996 the same less 4000. */
    { "SUMIF(C$1:C@,C@,D$1:D@)", "1", "626751", "2502500" },
    { "SUMIF(C:C,C@,D:D)", "2498500", "2498500", "2502500" },
    { "AVERAGEIF(C$1:C@,C@,D$1:D@)", "1", "1251", "2502.5" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint is_backwards = 0; is_backwards < 2; is_backwards++)
      {
        g_autoptr (FormulaBook) book = make_table (cases[i].formula);
        for (guint k = 1; k <= N_ROWS; k++)
          {
            g_autofree char *cell = g_strdup_printf ("B%u", is_backwards ? N_ROWS + 1 - k : k);
            g_free (formula_book_get (book, "表", cell));
          }
        assert_value (book, 1, cases[i].formula, cases[i].first);
        assert_value (book, 2501, cases[i].formula, cases[i].middle);
        assert_value (book, N_ROWS, cases[i].formula, cases[i].last);
        /* Backwards the equals behind a row are passed over. */
        const guint64 most =
            is_backwards && strchr (cases[i].formula, '$') != NULL ? 4000000 : 1000000;
        if (book->book->effort->steps >= most)
          fail_msg ("%s takes %" G_GUINT64_FORMAT " steps", cases[i].formula,
                    book->book->effort->steps);
      }
}

#define N_RANDOM 200u

static const char *const cells[] = { "#1",    "#1.0", "#2",     "#-3",  "#12.5",  ":1",
                                     ":a",    ":A",   ":b",     ":",    "?1",     "?0",
                                     ":true", ":1月", ":12.50", "=1+1", "=\"a\"", "=\"\"",
                                     NULL,    "#1",   "#2",     "#7",   ":甲",    "#0" };
static const char *const wrong_cells[] = { "=1/0", "!#N/A", "=NOSUCH(1)", "=B@" };

/* Beside each formula, in column H, one that goes through all cells: of two conditions, and of parts that
 * are too short to be kept. */
static const struct
{
  const char *formula;
  const char *plain;
} pairs[] = {
  { "COUNTIF(A$1:A@,A@)", "COUNTIFS(A$1:A@,A@,A$1:A@,A@)" },
  { "COUNTIF(A$1:A$200,A@)", "COUNTIFS(A$1:A$200,A@,A$1:A$200,A@)" },
  { "COUNTIF(A$1:A@,\"=1\")", "COUNTIFS(A$1:A@,\"=1\",A$1:A@,\"=1\")" },
  { "COUNTIF(A$1:A@,TRUE)", "COUNTIFS(A$1:A@,TRUE,A$1:A@,TRUE)" },
  { "SUMIF(A$1:A@,A@,C$1:C@)", "SUMIFS(C$1:C@,A$1:A@,A@,A$1:A@,A@)" },
  { "SUMIF(A$1:A$200,A@,C$3:C$202)", "SUMIFS(C$3:C$202,A$1:A$200,A@,A$1:A$200,A@)" },
  { "AVERAGEIF(A$1:A@,A@,C$1:C@)", "AVERAGEIFS(C$1:C@,A$1:A@,A@,A$1:A@,A@)" },
  { "COUNT(C$1:C@)", "COUNT(%s)" },
  { "COUNTA(C$1:C@)", "COUNTA(%s)" },
  { "MAX(C$1:C@)", "MAX(%s)" },
  { "MIN(C$1:C@)", "MIN(%s)" },
  { "MAX(C@:C$200)", "MAX(%s)" },
  { "MIN(C@:C$200)", "MIN(%s)" },
};

/* "C1:C50,C51:C100,C101:C117" */
static char *
write_parts (guint row, guint last_row)
{
  GString *parts = g_string_new (NULL);
  for (guint from = row; from <= last_row; from += 50)
    g_string_append_printf (parts, "%sC%u:C%u", from == row ? "" : ",", from,
                            MIN (from + 49, last_row));
  return g_string_free (parts, FALSE);
}

static char *
write_plain (gsize i, guint row)
{
  if (strstr (pairs[i].plain, "%s") == NULL)
    return write_row (pairs[i].plain, row);
  const gboolean is_growing = strstr (pairs[i].formula, "C$1") != NULL;
  g_autofree char *parts = write_parts (is_growing ? 1 : row, is_growing ? row : N_RANDOM);
  g_auto (GStrv) around = g_strsplit (pairs[i].plain, "%s", 2);
  return g_strjoinv (parts, around);
}

static void
put_random (FormulaBook *book, GRand *random, char column, guint row, guint n_wrong)
{
  const gboolean is_wrong = (guint) g_rand_int_range (random, 0, 400) < n_wrong;
  const char *cell = is_wrong
                         ? wrong_cells[g_rand_int_range (random, 0, G_N_ELEMENTS (wrong_cells))]
                         : cells[g_rand_int_range (random, 0, G_N_ELEMENTS (cells))];
  if (cell == NULL)
    return;
  g_autofree char *body = write_row (cell, row);
  g_autofree char *all = g_strdup_printf ("%c%u%s", column, row, body);
  formula_book_put (book, "表", all, NULL);
}

/* A sheet of its own for each way, so that neither knows what the other found. */
static FormulaBook *
make_random (guint32 seed, gsize i, gboolean is_plain)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  FormulaBook *book = formula_book_new ();
  for (guint row = 1; row <= N_RANDOM; row++)
    {
      put_random (book, random, 'A', row, seed % 3);
      put_random (book, random, 'C', row, seed % 4);
      g_autofree char *body = is_plain ? write_plain (i, row) : write_row (pairs[i].formula, row);
      g_autofree char *cell = g_strdup_printf ("B%u=%s", row, body);
      formula_book_put (book, "表", cell, NULL);
    }
  return book;
}

static void
assert_same (guint32 seed, gsize i)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (FormulaBook) kept = make_random (seed, i, FALSE);
  g_autoptr (FormulaBook) plain = make_random (seed, i, TRUE);
  for (guint k = 0; k < 2 * N_RANDOM; k++)
    {
      /* Down the table, then here and there. */
      const guint row = k < N_RANDOM && seed % 2 == 0
                            ? k + 1
                            : (guint) g_rand_int_range (random, 1, N_RANDOM + 1);
      g_autofree char *cell = g_strdup_printf ("B%u", row);
      g_autofree char *value = formula_book_get (kept, "表", cell);
      g_autofree char *expected = formula_book_get (plain, "表", cell);
      if (strcmp (value, expected) != 0)
        fail_msg ("seed %u: %s in row %u is %s, going through all cells %s", seed, pairs[i].formula,
                  row, value, expected);
    }
}

static void
what_is_kept_comes_to_what_all_cells_come_to (void **state)
{
  (void) state;
  for (guint32 seed = 1; seed <= 24; seed++)
    for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
      assert_same (seed, i);
}

/* An error is one from its row on, and a changed cell changes what follows it. */
static void
a_changed_cell_is_followed_down_the_table (void **state)
{
  (void) state;
  g_autoptr (FormulaBook) book = formula_book_new ();
  for (guint row = 1; row <= 300; row++)
    {
      g_autofree char *number = write_row (row == 200 ? "A@=1/0" : "A@#5", row);
      g_autofree char *highest = write_row ("B@=MAX(A$1:A@)", row);
      g_autofree char *equals = write_row ("C@=COUNTIF(A$1:A@,5)", row);
      formula_book_put (book, "表", number, highest, equals, NULL);
    }
  for (guint row = 1; row <= 300; row++)
    {
      g_autofree char *highest = g_strdup_printf ("B%u", row);
      g_autofree char *equals = g_strdup_printf ("C%u", row);
      g_autofree char *n = g_strdup_printf ("%u", row < 200 ? row : row - 1);
      assert_text_equal_free (formula_book_get (book, "表", highest), row < 200 ? "5" : "#DIV/0!");
      assert_text_equal_free (formula_book_get (book, "表", equals), n);
    }
  const YlCellValue nine = yl_cell_value_of_number (yl_fixed_of (9));
  yl_recalculation_set (book->recalculation, "表", 200, 0, &nine);
  assert_text_equal_free (formula_book_get (book, "表", "B199"), "5");
  assert_text_equal_free (formula_book_get (book, "表", "B300"), "9");
  assert_text_equal_free (formula_book_get (book, "表", "C300"), "299");
  yl_recalculation_unset (book->recalculation, "表", 200, 0);
  assert_text_equal_free (formula_book_get (book, "表", "B300"), "#DIV/0!");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (figures_that_run_down_a_table_are_linear),
    cmocka_unit_test (what_is_kept_comes_to_what_all_cells_come_to),
    cmocka_unit_test (a_changed_cell_is_followed_down_the_table),
  };
  return cmocka_run_group_tests_name ("growing", tests, NULL, NULL);
}
