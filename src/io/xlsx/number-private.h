#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define YL_XLSX_NO_COLUMN G_MAXUINT32

/* The column of "AB12", from 0; YL_XLSX_NO_COLUMN when it begins with no letter or with more than four. */
static inline guint
yl_column_parse (const char *reference)
{
  guint column = 0;
  guint n = 0;
  for (; n <= 4; n++)
    {
      const guint letter = ((guint) (guchar) reference[n] | 0x20) - 'a';
      if (letter > 'z' - 'a')
        break;
      column = column * 26 + letter + 1;
    }
  return n == 0 || n > 4 ? YL_XLSX_NO_COLUMN : column - 1;
}

/* The row number that follows the letters of a reference. */
static inline const char *
yl_column_skip (const char *reference)
{
  while (g_ascii_isalpha (*reference))
    reference++;
  return reference;
}

/* A row number, or an index: digits only; 0xFFFFFFFF when it is none or beyond. */
static inline guint
yl_index_parse (const char *digits, gsize length)
{
  guint64 value = 0;
  if (length == 0 || length > 10)
    return G_MAXUINT32;
  for (gsize i = 0; i < length; i++)
    {
      const guint digit = (guint) (guchar) digits[i] - '0';
      if (digit > 9)
        return G_MAXUINT32;
      value = value * 10 + digit;
    }
  return (guint) MIN (value, G_MAXUINT32);
}

/** Room for the longest decimal that yl_xlsx_number_write() makes. */
#define YL_XLSX_NUMBER_BYTES 352

/**
 * yl_xlsx_number_write: a number as a workbook stores it, as a decimal of at most
 * fifteen significant digits without exponent: 12.300000000000001 is 12.3,
 * 1.2E-3 is 0.0012. Digits are rounded half up; no double is involved.
 * (That is what the author saw and meant.)
 *
 * Returns: the length written, 0 when @at is no number or its exponent is
 *   beyond what a double holds
 */
gsize yl_xlsx_number_write (const char *at, gsize length, char out_number[YL_XLSX_NUMBER_BYTES]);

/* Whether @at says already what yl_xlsx_number_write() would: nearly every number does. */
static inline gboolean
yl_xlsx_number_is_short (const char *at, gsize length)
{
  if (length > 15)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (at[i] > '9' || at[i] < '-')
      return FALSE;
  return TRUE;
}

#define YL_XLSX_DATE_BYTES 10

/**
 * yl_xlsx_date_write: a day number as "2021-01-31"; the time of day is dropped.
 * @number: a decimal without exponent
 * @is_1904: days count from 1904-01-01 instead of 1900-01-01
 *
 * The 1900 system has a day 60, 1900-02-29, that never was: it is written so,
 * as Excel shows it.
 *
 * Returns: %FALSE for a time without day, a day before the system begins or
 *   after the year 9999
 */
gboolean yl_xlsx_date_write (const char *number,
                             gsize length,
                             gboolean is_1904,
                             char out_date[YL_XLSX_DATE_BYTES]);

G_END_DECLS
