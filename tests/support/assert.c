#include "support/assert.h"

void
yl_assert_fen_equal (gint64 actual_fen, gint64 expected_fen, const char *file, int line)
{
  if (actual_fen == expected_fen)
    return;
  g_autofree char *actual = yl_decimal_format (actual_fen, 2, TRUE);
  g_autofree char *expected = yl_decimal_format (expected_fen, 2, TRUE);
  print_error ("%s yuan is not %s yuan\n", actual, expected);
  _fail (file, line);
}

void
yl_assert_number_equal (gint64 actual, gint64 expected, const char *file, int line)
{
  if (actual == expected)
    return;
  print_error ("%" G_GINT64_FORMAT " is not %" G_GINT64_FORMAT "\n", actual, expected);
  _fail (file, line);
}

void
yl_assert_text_equal_free (char *actual, const char *expected, const char *file, int line)
{
  const gboolean is_equal = g_strcmp0 (actual, expected) == 0;
  if (!is_equal)
    print_error ("\"%s\" is not \"%s\"\n", actual, expected);
  g_free (actual);
  if (!is_equal)
    _fail (file, line);
}
