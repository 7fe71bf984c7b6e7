#include "yanglu/base/decimal.h"

/* Digits that a gint64 surely holds, and beyond which no limit of ours reaches. */
#define MAX_DIGITS 18
/* Lost digits that are kept: out_lost counts millionths. */
#define N_LOST_DIGITS 6

/* The state of reading one number; digits beyond the unit go to `lost`. */
typedef struct
{
  gint64 units;
  guint n_significant;
  guint n_decimals_seen;
  gint32 lost;
  guint n_lost;
  gboolean has_more_lost; /* a digit other than 0 past the kept lost ones */
  gboolean has_digit;
  gboolean is_too_large; /* known only at the end: what follows may still be malformed */
} Number;

static void
take_integer_digit (Number *number, guint digit)
{
  number->has_digit = TRUE;
  if (number->n_significant > 0 || digit > 0)
    number->n_significant++;
  if (number->n_significant > MAX_DIGITS)
    number->is_too_large = TRUE;
  else
    number->units = number->units * 10 + digit;
}

static void
take_decimal_digit (Number *number, guint digit, guint n_decimals)
{
  if (number->n_decimals_seen < n_decimals)
    {
      number->n_decimals_seen++;
      take_integer_digit (number, digit);
      return;
    }
  number->has_digit = TRUE;
  if (number->n_lost < N_LOST_DIGITS)
    {
      number->n_lost++;
      number->lost = number->lost * 10 + (gint32) digit;
    }
  else if (digit > 0)
    number->has_more_lost = TRUE;
}

/* Thousands separators may stand only between full groups of three. */
typedef struct
{
  gboolean is_grouped;
  guint n_since; /* digits since the last separator, or since the start */
} Grouping;

static gboolean
take_separator (Grouping *grouping)
{
  const gboolean fits = grouping->is_grouped ? grouping->n_since == 3
                                             : grouping->n_since >= 1 && grouping->n_since <= 3;
  grouping->is_grouped = TRUE;
  grouping->n_since = 0;
  return fits;
}

static YlDecimalStatus
read_digits (YlText text, guint n_decimals, Number *number)
{
  Grouping grouping = { FALSE, 0 };
  gboolean after_point = FALSE;
  for (gsize i = 0; i < text.length; i++)
    {
      const char c = text.at[i];
      if (g_ascii_isdigit (c))
        {
          const guint digit = (guint) (c - '0');
          grouping.n_since++;
          if (after_point)
            take_decimal_digit (number, digit, n_decimals);
          else
            take_integer_digit (number, digit);
        }
      else if (c == '.' && !after_point && !(grouping.is_grouped && grouping.n_since != 3))
        {
          after_point = TRUE;
          grouping.is_grouped = FALSE;
        }
      else if (!(c == ',' && !after_point && take_separator (&grouping)))
        return YL_DECIMAL_MALFORMED;
    }
  if (!number->has_digit || (!after_point && grouping.is_grouped && grouping.n_since != 3))
    return YL_DECIMAL_MALFORMED;
  return YL_DECIMAL_OK;
}

static YlDecimalStatus
finish (Number *number,
        gboolean is_negative,
        guint n_decimals,
        gint64 limit,
        gint64 *out_units,
        gint32 *out_lost)
{
  for (guint i = number->n_decimals_seen; i < n_decimals; i++)
    take_integer_digit (number, 0);
  for (guint i = number->n_lost; i < N_LOST_DIGITS; i++)
    number->lost *= 10;
  gint32 lost = number->lost;
  gint64 units = number->units;
  if (lost >= 500000)
    {
      units++;
      lost -= 1000000;
    }
  if (lost == 0 && number->has_more_lost)
    lost = 1;
  if (number->is_too_large || units > limit)
    return YL_DECIMAL_TOO_LARGE;
  *out_units = is_negative ? -units : units;
  if (out_lost != NULL)
    *out_lost = is_negative ? -lost : lost;
  return YL_DECIMAL_OK;
}

static YlDecimalStatus
parse_ascii (YlText text, guint n_decimals, gint64 limit, gint64 *out_units, gint32 *out_lost)
{
  gboolean is_negative = FALSE;
  if (text.length > 0 && (text.at[0] == '-' || text.at[0] == '+'))
    {
      is_negative = text.at[0] == '-';
      text.at++;
      text.length--;
    }
  Number number = { 0 };
  const YlDecimalStatus status = read_digits (text, n_decimals, &number);
  if (status != YL_DECIMAL_OK)
    return status;
  return finish (&number, is_negative, n_decimals, limit, out_units, out_lost);
}

static gboolean
is_ascii (YlText text)
{
  for (gsize i = 0; i < text.length; i++)
    if ((guchar) text.at[i] >= 0x80)
      return FALSE;
  return TRUE;
}

YlDecimalStatus
yl_decimal_parse (YlText text, guint n_decimals, gint64 limit, gint64 *out_units, gint32 *out_lost)
{
  if (yl_text_is_blank (text))
    return YL_DECIMAL_BLANK;
  text = yl_text_trim (text);
  if (is_ascii (text))
    return parse_ascii (text, n_decimals, limit, out_units, out_lost);
  g_autofree char *folded = yl_text_fold_width (text);
  return parse_ascii (yl_text_trim (yl_text_of (folded)), n_decimals, limit, out_units, out_lost);
}

guint
yl_decimal_count (gint64 unit)
{
  guint n = 0;
  for (; unit >= 10; unit /= 10)
    n++;
  return n;
}

char *
yl_decimal_format (gint64 units, guint n_decimals, gboolean grouped)
{
  const guint64 magnitude = units < 0 ? -(guint64) units : (guint64) units;
  g_autofree char *digits =
      g_strdup_printf ("%0*" G_GUINT64_FORMAT, (int) n_decimals + 1, magnitude);
  GString *text = g_string_new (units < 0 ? "-" : "");
  gsize n_digits = 0;
  while (digits[n_digits] != '\0')
    n_digits++;
  const gsize n_whole = n_digits - n_decimals;
  for (gsize i = 0; i < n_digits; i++)
    {
      if (i == n_whole)
        g_string_append_c (text, '.');
      else if (grouped && i > 0 && i < n_whole && (n_whole - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }
  return g_string_free (text, FALSE);
}
