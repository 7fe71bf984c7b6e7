#pragma once

#include <glib.h>

G_BEGIN_DECLS

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
