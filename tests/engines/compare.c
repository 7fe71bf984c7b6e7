#include "engines/compare.h"

#include "support/assert.h"

#include <string.h>

#define N_PRINTED 20
#define N_SHOWN 40
/* Engines print the same double a unit apart in its last place. */
#define N_DECIMALS 6
#define TOLERANCE 1

static gboolean
read_number (const char *text, gint64 *out_millionths)
{
  return yl_decimal_parse (yl_text_of (text), N_DECIMALS, G_MAXINT64 / 2, out_millionths, NULL)
         == YL_DECIMAL_OK;
}

static gboolean
is_same (const char *ours, const char *theirs, Comparison *comparison)
{
  gint64 a;
  gint64 b;
  if (!read_number (ours, &a))
    {
      comparison->n_texts++;
      return strcmp (ours, theirs) == 0;
    }
  comparison->n_numbers++;
  return read_number (theirs, &b) && ABS (a - b) <= TOLERANCE;
}

static void
print_difference (const char *engine,
                  const char *sheet,
                  guint32 row,
                  guint column,
                  const char *ours,
                  const char *theirs)
{
  /* Long texts are cut between characters: the report is UTF-8. */
  g_autofree char *a = g_utf8_substring (ours, 0, MIN (N_SHOWN, g_utf8_strlen (ours, -1)));
  g_autofree char *b = g_utf8_substring (theirs, 0, MIN (N_SHOWN, g_utf8_strlen (theirs, -1)));
  print_message ("# %s: %s row %u column %u: \"%s\" is not our \"%s\"\n", engine, sheet, row,
                 column + 1, b, a);
}

void
compare_sheets (const YlTestBook *ours,
                const YlTestBook *theirs,
                const char *sheet,
                const char *engine,
                Comparison *comparison)
{
  const guint32 last_row =
      MAX (yl_test_book_get_last_row (ours, sheet), yl_test_book_get_last_row (theirs, sheet));
  const guint n_columns =
      MAX (yl_test_book_get_n_columns (ours, sheet), yl_test_book_get_n_columns (theirs, sheet));
  for (guint32 row = 1; row <= last_row; row++)
    for (guint column = 0; column < n_columns; column++)
      {
        const char *a = yl_test_book_get_at (ours, sheet, row, column);
        const char *b = yl_test_book_get_at (theirs, sheet, row, column);
        if ((a[0] == '\0' && b[0] == '\0') || is_same (a, b, comparison))
          continue;
        gint64 number;
        if (read_number (a, &number))
          comparison->n_different_numbers++;
        if (comparison->n_different++ < N_PRINTED)
          print_difference (engine, sheet, row, column, a, b);
      }
}

Comparison
compare_books (const YlTestBook *ours, const YlTestBook *theirs, const char *engine)
{
  Comparison comparison = { 0, 0, 0, 0 };
  for (guint i = 0; i < yl_test_book_get_n_sheets (ours); i++)
    {
      const char *sheet = yl_test_book_get_sheet (ours, i);
      if (yl_test_book_has_sheet (theirs, sheet))
        compare_sheets (ours, theirs, sheet, engine, &comparison);
      else
        comparison.n_different++;
    }
  return comparison;
}
