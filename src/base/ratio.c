#include "yanglu/base/ratio.h"

/* Most amounts of a road list fit 64 bits, whose division is many times faster. */
static gint64
round_half_up (gint64 product, gint64 denominator)
{
  const guint64 magnitude = product < 0 ? -(guint64) product : (guint64) product;
  const guint64 divisor = (guint64) denominator;
  guint64 quotient = magnitude / divisor;
  const guint64 remainder = magnitude % divisor;
  if (remainder >= divisor - remainder)
    quotient++;
  return product < 0 ? (gint64) -quotient : (gint64) quotient;
}

gboolean
yl_ratio_scale (gint64 value, gint64 numerator, gint64 denominator, gint64 *out_scaled)
{
  g_return_val_if_fail (denominator > 0, FALSE);

  gint64 small;
  if (!__builtin_mul_overflow (value, numerator, &small))
    {
      *out_scaled = round_half_up (small, denominator);
      return TRUE;
    }
  /* |value × numerator| <= 2^126, so that doubling it for the half would not fit: compare
   * remainders. */
  const __int128 product = (__int128) value * numerator;
  const __int128 magnitude = product < 0 ? -product : product;
  __int128 quotient = magnitude / denominator;
  if (magnitude % denominator >= (__int128) denominator - magnitude % denominator)
    quotient++;
  if (product < 0)
    quotient = -quotient;
  if (quotient > G_MAXINT64 || quotient < G_MININT64)
    return FALSE;
  *out_scaled = (gint64) quotient;
  return TRUE;
}

__int128
yl_ratio_round (__int128 quotient, __int128 remainder, __int128 divisor)
{
  return remainder >= divisor - remainder ? quotient + 1 : quotient;
}

gboolean
yl_ratio_is_at_least (gint64 part, gint64 whole, YlShare target)
{
  g_return_val_if_fail (whole > 0, FALSE);
  return (__int128) part * YL_SHARE_WHOLE >= (__int128) target.ppm * whole;
}

char *
yl_share_to_percent (YlShare share)
{
  const guint64 magnitude = share.ppm < 0 ? -(guint64) share.ppm : (guint64) share.ppm;
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT ".%04" G_GUINT64_FORMAT,
                                             magnitude / 10000, magnitude % 10000);
  gsize length = 0;
  while (digits[length] != '\0')
    length++;
  while (digits[length - 1] == '0')
    length--;
  if (digits[length - 1] == '.')
    length--;
  return g_strdup_printf ("%s%.*s%%", share.ppm < 0 ? "-" : "", (int) length, digits);
}
