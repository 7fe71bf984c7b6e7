#pragma once

#include "yanglu/base/text.h"

G_BEGIN_DECLS

typedef enum
{
  YL_DECIMAL_OK,
  YL_DECIMAL_BLANK,     /* nothing there (yl_text_is_blank) */
  YL_DECIMAL_MALFORMED, /* not a number: reported, never guessed */
  YL_DECIMAL_TOO_LARGE, /* a number, beyond @limit */
} YlDecimalStatus;

/**
 * yl_decimal_parse:
 * @n_decimals: how many decimals one unit of the result stands for: 3 reads km as metres
 * @limit: largest magnitude of the result that is allowed, in units
 * @out_units: (out): the number, rounded half up to whole units
 * @out_lost: (out) (optional): what rounding took away, in millionths of a
 *   unit, signed as read − kept; 0 when the number was exact (digits past the
 *   sixth lost one only keep it from being 0)
 *
 * Reads a decimal as digits, never through a double.  Allowed: blanks around,
 * a sign, full-width digits, thousands separators in groups of three
 * (`1,234.5`).  Refused: `1,2.3,4`, exponents, units, anything else.
 * The out parameters are untouched unless the status is %YL_DECIMAL_OK.
 */
YlDecimalStatus
yl_decimal_parse (YlText text, guint n_decimals, gint64 limit, gint64 *out_units, gint32 *out_lost);

/** yl_decimal_count: how many decimals a number in units of @unit has, a power of ten: 4 when 10 000
 * fen are one of 万元. */
guint yl_decimal_count (gint64 unit);

/**
 * yl_decimal_format:
 *
 * Returns: (transfer full): @units with exactly @n_decimals decimals, "12.345";
 *   with thousands separators when @grouped
 */
char *yl_decimal_format (gint64 units, guint n_decimals, gboolean grouped);

G_END_DECLS
