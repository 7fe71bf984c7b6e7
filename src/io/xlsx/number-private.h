#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Room for the longest decimal that yl_xlsx_number_write() makes. */
#define YL_XLSX_NUMBER_BYTES 352

/**
 * yl_xlsx_number_write: a number as a workbook stores it, as a decimal of at most
 * fifteen significant digits without exponent: 12.300000000000001 is 12.3,
 * 1.2E-3 is 0.0012. Digits are rounded half up; no double is involved.
 * (domain.md §4: that is what the author saw and meant.)
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

G_END_DECLS
