#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Most digits that yl_digits_read() takes: any number of them fits 64 bits. */
#define YL_DIGITS_MAX 18

/**
 * yl_digits_read: a code or number that is nothing but ASCII digits, for the data path; what people
 * may have written otherwise is read by yl_decimal_parse().
 *
 * Returns: %FALSE when there is no digit, another character or more than %YL_DIGITS_MAX digits
 */
gboolean yl_digits_read (const char *at, gsize length, guint64 *out_number);

G_END_DECLS
