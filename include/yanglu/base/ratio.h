#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A share in parts per million: 1 000 000 is the whole; 2% is 20 000. */
typedef struct
{
  gint64 ppm;
} YlShare;

#define YL_SHARE_WHOLE ((gint64) 1000000)

/**
 * yl_ratio_scale: the one place that rounds (shares are divided by calc/shares).
 * @denominator: above zero
 * @out_scaled: (out): @value × @numerator ÷ @denominator, computed in 128 bits
 *   and rounded half up (halves away from zero)
 *
 * Returns: %FALSE, and @out_scaled untouched, when the result does not fit 64 bits
 */
gboolean yl_ratio_scale (gint64 value, gint64 numerator, gint64 denominator, gint64 *out_scaled);

/**
 * yl_ratio_round: the nearest whole number to @quotient + @remainder ÷ @divisor, half up; none of
 * them is below zero and @remainder is below @divisor.
 */
__int128 yl_ratio_round (__int128 quotient, __int128 remainder, __int128 divisor);

/**
 * yl_ratio_is_at_least: whether @part ÷ @whole >= @target, exactly (no rounding).
 * @whole: above zero
 */
gboolean yl_ratio_is_at_least (gint64 part, gint64 whole, YlShare target);

/** yl_share_to_percent: "2%", "33.3333%": (transfer full): at most four decimals, none superfluous.
 */
char *yl_share_to_percent (YlShare share);

G_END_DECLS
