#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Room for the longest decimal that yl_book_number_write() makes. */
#define YL_BOOK_NUMBER_BYTES 352

/**
 * yl_book_number_write: a number as a workbook stores it, as a decimal of at most
 * fifteen significant digits without exponent: 12.300000000000001 is 12.3,
 * 1.2E-3 is 0.0012. Digits are rounded half up; no double is involved.
 * (That is what the author saw and meant.)
 *
 * Returns: the length written, 0 when @at is no number or its exponent is
 *   beyond what a double holds
 */
gsize yl_book_number_write (const char *at, gsize length, char out_number[YL_BOOK_NUMBER_BYTES]);

/* Whether @at says already what yl_book_number_write() would: nearly every number does. */
static inline gboolean
yl_book_number_is_short (const char *at, gsize length)
{
  if (length > 15)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (at[i] > '9' || at[i] < '-')
      return FALSE;
  return TRUE;
}

#define YL_BOOK_DATE_BYTES 10

/**
 * yl_book_date_write: a day number as "2021-01-31"; the time of day is dropped.
 * @number: a decimal without exponent
 * @is_1904: days count from 1904-01-01 instead of 1900-01-01
 *
 * The 1900 system has a day 60, 1900-02-29, that never was: it is written so,
 * as Excel shows it.
 *
 * Returns: %FALSE for a time without day, a day before the system begins or
 *   after the year 9999
 */
gboolean yl_book_date_write (const char *number,
                             gsize length,
                             gboolean is_1904,
                             char out_date[YL_BOOK_DATE_BYTES]);

G_END_DECLS
