#include "yanglu/base/fixed.h"

#include "yanglu/base/ratio.h"

#include <string.h>

/* The whole of a product of two numbers in bounds, times the decimals of the other: 10^21 × 10^15
 * and three such terms stay below 2^127. */
G_STATIC_ASSERT (YL_FIXED_MAX_UNITS < ((__int128) 1 << 126) / 40);

static gboolean
keep (__int128 units, YlFixed *out_number)
{
  if (units > YL_FIXED_MAX_UNITS || units < -YL_FIXED_MAX_UNITS)
    return FALSE;
  out_number->units = units;
  return TRUE;
}

static __int128
magnitude_of (YlFixed number)
{
  return number.units < 0 ? -number.units : number.units;
}

gboolean
yl_fixed_add (YlFixed a, YlFixed b, YlFixed *out_sum)
{
  return keep (a.units + b.units, out_sum);
}

gboolean
yl_fixed_subtract (YlFixed a, YlFixed b, YlFixed *out_difference)
{
  return keep (a.units - b.units, out_difference);
}

gboolean
yl_fixed_multiply (YlFixed a, YlFixed b, YlFixed *out_product)
{
  const __int128 x = magnitude_of (a);
  const __int128 y = magnitude_of (b);
  const __int128 x_whole = x / YL_FIXED_UNITS;
  const __int128 y_whole = y / YL_FIXED_UNITS;
  const gint64 x_part = (gint64) (x - x_whole * YL_FIXED_UNITS);
  const gint64 y_part = (gint64) (y - y_whole * YL_FIXED_UNITS);
  __int128 whole;
  if (__builtin_mul_overflow (x_whole, y_whole, &whole)
      || whole > YL_FIXED_MAX_UNITS / YL_FIXED_UNITS)
    return FALSE;
  gint64 rest;
  if (!yl_ratio_scale (x_part, y_part, YL_FIXED_UNITS, &rest))
    return FALSE;
  const __int128 units = whole * YL_FIXED_UNITS + x_whole * y_part + y_whole * x_part + rest;
  return keep ((a.units < 0) == (b.units < 0) ? units : -units, out_product);
}

gboolean
yl_fixed_divide (YlFixed a, YlFixed divisor, YlFixed *out_quotient)
{
  g_return_val_if_fail (divisor.units != 0, FALSE);

  const __int128 y = magnitude_of (divisor);
  __int128 quotient = magnitude_of (a) / y;
  __int128 remainder = magnitude_of (a) % y;
  if (quotient > YL_FIXED_MAX_UNITS / YL_FIXED_UNITS)
    return FALSE;
  for (guint i = 0; i < YL_FIXED_DECIMALS; i++) /* written division: a digit at a time */
    {
      remainder *= 10;
      quotient = quotient * 10 + remainder / y;
      remainder %= y;
    }
  quotient = yl_ratio_round (quotient, remainder, y);
  return keep ((a.units < 0) == (divisor.units < 0) ? quotient : -quotient, out_quotient);
}

/* Units in one of the last place that @decimals keep; 0 when no number has such a place. */
static __int128
place_of (gint decimals)
{
  if (decimals < -21)
    return 0;
  __int128 place = 1;
  for (gint i = decimals; i < YL_FIXED_DECIMALS; i++)
    place *= 10;
  return place;
}

gboolean
yl_fixed_round (YlFixed number, gint decimals, YlFixed *out_rounded)
{
  const __int128 place = place_of (decimals);
  if (place == 0)
    return keep (0, out_rounded);
  const __int128 magnitude = magnitude_of (number);
  const __int128 rounded = yl_ratio_round (magnitude / place, magnitude % place, place) * place;
  return keep (number.units < 0 ? -rounded : rounded, out_rounded);
}

YlFixed
yl_fixed_cut (YlFixed number, gint decimals)
{
  const __int128 place = place_of (decimals);
  return (YlFixed){ place == 0 ? 0 : number.units - number.units % place };
}

YlFixed
yl_fixed_settle (YlFixed number)
{
  yl_fixed_round (number, YL_FIXED_SETTLED_DECIMALS, &number);
  return number;
}

gboolean
yl_fixed_to_whole (YlFixed number, gint64 *out_whole)
{
  const __int128 whole = number.units / YL_FIXED_UNITS;
  if (number.units % YL_FIXED_UNITS != 0 || whole > G_MAXINT64 || whole < G_MININT64)
    return FALSE;
  *out_whole = (gint64) whole;
  return TRUE;
}

/* The digits of a number, as units of 10^-@n_decimals, as many as fit; the first that does not
 * rounds. */
typedef struct
{
  __int128 digits;
  gint n_decimals;
  guint n_digits;
  gint next; /* the first digit that was left out, −1 when none was */
} FixedReading;

#define MAX_EXPONENT 1000

static const char *
read_digits (const char *at, const char *end, FixedReading *reading)
{
  gboolean is_behind_point = FALSE;
  for (; at < end && (g_ascii_isdigit (*at) || (*at == '.' && !is_behind_point)); at++)
    {
      if (*at == '.')
        {
          is_behind_point = TRUE;
          continue;
        }
      reading->n_digits++;
      const gboolean is_kept = reading->digits < YL_FIXED_MAX_UNITS / 10;
      if (is_kept)
        reading->digits = reading->digits * 10 + (*at - '0');
      else if (reading->next < 0)
        reading->next = *at - '0';
      if (is_kept == is_behind_point) /* kept behind the point, or left out before it */
        reading->n_decimals += is_kept ? 1 : -1;
    }
  return at;
}

/* (nullable) */
static const char *
read_exponent (const char *at, const char *end, FixedReading *reading)
{
  if (at == end || (*at != 'E' && *at != 'e'))
    return at;
  at++;
  const gboolean is_negative = at < end && *at == '-';
  if (at < end && (*at == '-' || *at == '+'))
    at++;
  const char *start = at;
  gint exponent = 0;
  for (; at < end && g_ascii_isdigit (*at); at++)
    exponent = MIN (exponent * 10 + (*at - '0'), MAX_EXPONENT);
  reading->n_decimals += is_negative ? exponent : -exponent;
  return at == start ? NULL : at;
}

static gboolean
to_units (const FixedReading *reading, __int128 *out_units)
{
  __int128 units = reading->digits;
  gint decimals = reading->n_decimals;
  if (units == 0)
    decimals = YL_FIXED_DECIMALS;
  for (; decimals < YL_FIXED_DECIMALS; decimals++)
    {
      if (units > YL_FIXED_MAX_UNITS / 10)
        return FALSE;
      units *= 10;
    }
  if (decimals == YL_FIXED_DECIMALS)
    units += reading->next >= 5 && units == reading->digits;
  else
    {
      __int128 place = 1;
      for (; decimals > YL_FIXED_DECIMALS && place <= YL_FIXED_MAX_UNITS; decimals--)
        place *= 10;
      units = yl_ratio_round (units / place, units % place, place);
    }
  *out_units = units;
  return units <= YL_FIXED_MAX_UNITS;
}

gboolean
yl_fixed_parse (YlText text, YlFixed *out_number)
{
  const char *at = text.at;
  const char *end = text.at + text.length;
  const gboolean is_negative = text.length > 0 && *at == '-';
  if (text.length > 0 && (*at == '-' || *at == '+'))
    at++;
  FixedReading reading = { 0, 0, 0, -1 };
  at = read_digits (at, end, &reading);
  if (reading.n_digits == 0)
    return FALSE;
  at = read_exponent (at, end, &reading);
  __int128 units;
  if (at != end || !to_units (&reading, &units))
    return FALSE;
  out_number->units = is_negative ? -units : units;
  return TRUE;
}

gsize
yl_fixed_write (YlFixed number, char out_text[YL_FIXED_TEXT_SIZE])
{
  char backwards[YL_FIXED_TEXT_SIZE];
  gsize n = 0;
  const YlFixed settled = yl_fixed_settle (number);
  __int128 rest = magnitude_of (settled);
  for (guint place = 0; place < YL_FIXED_DECIMALS || rest > 0 || place == YL_FIXED_DECIMALS;
       place++, rest /= 10)
    {
      const char digit = (char) ('0' + (gint) (rest % 10));
      if (place == YL_FIXED_DECIMALS && n > 0)
        backwards[n++] = '.';
      if (n > 0 || digit != '0' || place >= YL_FIXED_DECIMALS)
        backwards[n++] = digit;
    }
  gsize length = 0;
  if (settled.units < 0)
    out_text[length++] = '-';
  while (n > 0)
    out_text[length++] = backwards[--n];
  out_text[length] = '\0';
  return length;
}

char *
yl_fixed_to_text (YlFixed number, guint n_decimals, gboolean grouped)
{
  char digits[YL_FIXED_TEXT_SIZE];
  digits[yl_fixed_write (number, digits)] = '\0';
  const char *whole = digits[0] == '-' ? digits + 1 : digits;
  const gsize n_whole = strcspn (whole, ".");
  GString *text = g_string_new (whole > digits ? "-" : "");
  for (gsize i = 0; i < n_whole; i++)
    {
      if (grouped && i > 0 && (n_whole - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, whole[i]);
    }
  const char *decimals = whole[n_whole] == '.' ? whole + n_whole + 1 : "";
  if (decimals[0] != '\0' || n_decimals > 0)
    g_string_append_c (text, '.');
  g_string_append (text, decimals);
  for (gsize n = strlen (decimals); n < n_decimals; n++)
    g_string_append_c (text, '0');
  return g_string_free (text, FALSE);
}
