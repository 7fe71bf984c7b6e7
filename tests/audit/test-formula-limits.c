/* Formulas at the limits of what is worked out, and one beyond: then the value is unknown. */
#include "formula-book.h"
#include "support/assert.h"

/* @before, @n times @part with commas between, a bracket: "SUM(A1,A1)". */
static char *
repeat (const char *before, const char *part, guint n)
{
  GString *formula = g_string_new (before);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (formula, "%s%s", i == 0 ? "" : ",", part);
  g_string_append_c (formula, ')');
  return g_string_free (formula, FALSE);
}

/* A1 is 1. */
static void
assert_comes_to (const char *formula, const char *expected)
{
  g_autoptr (FormulaBook) book = formula_book_new ();
  g_autofree char *cell = g_strdup_printf ("B1=%s", formula);
  formula_book_put (book, "表", "A1#1", cell, NULL);
  g_autofree char *value = formula_book_get (book, "表", "B1");
  if (g_strcmp0 (value, expected) != 0)
    fail_msg ("%.80s is %s, expected %s", formula, value, expected);
}

static void
arguments_are_taken_up_to_a_number (void **state)
{
  (void) state;
  static const struct
  {
    const char *before;
    const char *part;
    guint most;
  } functions[] = {
    { "SUMPRODUCT(", "A1:A1", 30 },     { "COUNTIFS(", "A1:A1,1", 16 },
    { "SUMIFS(A1:A1,", "A1:A1,1", 16 }, { "AVERAGEIFS(A1:A1,", "A1:A1,1", 16 },
    { "CHOOSE(1,", "A1", 29 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (functions); i++)
    {
      g_autofree char *most = repeat (functions[i].before, functions[i].part, functions[i].most);
      g_autofree char *more =
          repeat (functions[i].before, functions[i].part, functions[i].most + 1);
      assert_comes_to (most, "1");
      assert_comes_to (more, "unknown");
    }
}

static void
sums_take_any_number_of_arguments (void **state)
{
  (void) state;
  g_autofree char *sum = repeat ("SUM(", "A1", 255);
  assert_comes_to (sum, "255");
}

static void
powers_are_worked_out_up_to_a_thousand (void **state)
{
  (void) state;
  assert_comes_to ("1^1000", "1");
  assert_comes_to ("1^1001", "unknown");
  assert_comes_to ("1^-1000", "1");
  assert_comes_to ("1^-1001", "unknown");
}

static void
a_defined_name_has_at_most_767_bytes (void **state)
{
  (void) state;
  for (gsize n = 767; n <= 768; n++)
    {
      g_autoptr (FormulaBook) book = formula_book_new ();
      g_autofree char *name = g_strnfill (n, 'q');
      g_autofree char *cell = g_strdup_printf ("B1=%s", name);
      yl_workbook_add_name (book->book, name, "7");
      formula_book_put (book, "表", cell, NULL);
      assert_text_equal_free (formula_book_get (book, "表", "B1"), n == 767 ? "7" : "#NAME?");
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (arguments_are_taken_up_to_a_number),
    cmocka_unit_test (sums_take_any_number_of_arguments),
    cmocka_unit_test (powers_are_worked_out_up_to_a_thousand),
    cmocka_unit_test (a_defined_name_has_at_most_767_bytes),
  };
  return cmocka_run_group_tests_name ("formula limits", tests, NULL, NULL);
}
