#include "support/assert.h"
#include "yanglu/io/import/merged.h"

static void
count (gpointer data, guint cell)
{
  (void) cell;
  (*(guint *) data)++;
}

/* Rows of two columns, "a,b"; what they are once merged cells have filled them. */
static char *
fill (const YlCellRange *ranges, guint n_ranges, const char *const *rows, guint *n_filled)
{
  static const guint columns[] = { 0 };
  g_autoptr (GArray) merges = g_array_new (FALSE, FALSE, sizeof (YlCellRange));
  g_array_append_vals (merges, ranges, n_ranges);
  g_autoptr (YlMerged) merged = yl_merged_new ();
  yl_merged_begin (merged, merges);
  GString *text = g_string_new (NULL);
  for (guint row = 1; rows[row - 1] != NULL; row++)
    {
      g_auto (GStrv) words = g_strsplit (rows[row - 1], ",", -1);
      YlText own[] = { YL_TEXT_EMPTY, YL_TEXT_EMPTY };
      guint n_cells = g_strv_length (words);
      for (guint i = 0; i < n_cells; i++)
        own[i] = yl_text_of (words[i]);
      const YlText *cells = own;
      yl_merged_fill (merged, row, &cells, &n_cells, columns, G_N_ELEMENTS (columns), count,
                      n_filled);
      for (guint i = 0; i < n_cells; i++)
        g_string_append_printf (text, "%s%.*s", i == 0 ? "" : ",", (int) cells[i].length,
                                cells[i].at);
      g_string_append_c (text, ' ');
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *what;
  YlCellRange ranges[2];
  guint n_ranges;
  const char *rows[5];
  const char *expected;
  guint n_filled;
} cases[] = {
  { "its first row fills the others",
    { { 1, 3, 0, 0 } },
    1,
    { "x,1", ",2", ",3", ",4" },
    "x,1 x,2 x,3 ,4 ",
    2 },
  { "a cell of its own stays", { { 1, 3, 0, 0 } }, 1, { "x,1", "y,2", ",3" }, "x,1 y,2 x,3 ", 1 },
  { "a row that is too short gets longer", { { 1, 2, 0, 0 } }, 1, { "x,1", "" }, "x,1 x ", 1 },
  { "one of one row fills nothing", { { 1, 1, 0, 1 } }, 1, { "x,", ",2" }, "x, ,2 ", 0 },
  { "a column that may not be filled", { { 1, 2, 1, 1 } }, 1, { "x,1", "y," }, "x,1 y, ", 0 },
  { "a blank first row fills nothing", { { 1, 2, 0, 0 } }, 1, { ",1", ",2" }, ",1 ,2 ", 0 },
  { "two, given out of order",
    { { 3, 4, 0, 0 }, { 1, 2, 0, 0 } },
    2,
    { "x,1", ",2", "y,3", ",4" },
    "x,1 x,2 y,3 y,4 ",
    2 },
  { "a long one and a short one within its rows",
    { { 1, 4, 0, 0 }, { 2, 3, 1, 1 } },
    2,
    { "x,1", ",2", ",", ",4" },
    "x,1 x,2 x, x,4 ",
    3 },
};

static void
a_merged_cell_fills_the_rows_that_it_spans (void **state)
{
  (void) state;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n_filled = 0;
      g_autofree char *text = fill (cases[i].ranges, cases[i].n_ranges, cases[i].rows, &n_filled);
      if (strcmp (text, cases[i].expected) != 0 || n_filled != cases[i].n_filled)
        fail_msg ("%s: %s, %u filled", cases[i].what, text, n_filled);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_merged_cell_fills_the_rows_that_it_spans),
  };
  return cmocka_run_group_tests_name ("merged cells", tests, NULL, NULL);
}
