#include "yanglu/base/length.h"

YlDecimalStatus
yl_length_parse_km (YlText text, YlLength *out_length, gint32 *out_lost)
{
  return yl_decimal_parse (text, 3, YL_LENGTH_MAX_M, &out_length->m, out_lost);
}

YlDecimalStatus
yl_length_parse_m (YlText text, YlLength *out_length, gint32 *out_lost)
{
  return yl_decimal_parse (text, 0, YL_LENGTH_MAX_M, &out_length->m, out_lost);
}

/* "12+345": the parts on both sides of the plus; the metres stay below a kilometre. */
static YlDecimalStatus
parse_kilometre_and_metres (YlText text, gsize plus, YlLength *out_length, gint32 *out_lost)
{
  const YlText whole = { text.at, plus };
  const YlText rest = { text.at + plus + 1, text.length - plus - 1 };
  gint64 km = 0;
  gint64 m = 0;
  gint32 lost_km = 0;
  gint32 lost_m = 0;
  if (rest.length == 0 || !g_ascii_isdigit (rest.at[0]) || whole.length == 0
      || yl_decimal_parse (whole, 0, YL_STAKE_MAX_M / 1000, &km, &lost_km) != YL_DECIMAL_OK
      || yl_decimal_parse (rest, 0, 999999, &m, &lost_m) != YL_DECIMAL_OK)
    return YL_DECIMAL_MALFORMED;
  if (lost_km != 0 || km < 0 || m - (lost_m < 0 ? 1 : 0) > 999)
    return YL_DECIMAL_MALFORMED;
  if (km * 1000 + m > YL_STAKE_MAX_M)
    return YL_DECIMAL_TOO_LARGE;
  *out_length = (YlLength){ km * 1000 + m };
  if (out_lost != NULL)
    *out_lost = lost_m;
  return YL_DECIMAL_OK;
}

static YlDecimalStatus
parse_stake (YlText text, YlLength *out_length, gint32 *out_lost)
{
  if (text.length > 0 && (text.at[0] == 'K' || text.at[0] == 'k'))
    {
      text.at++;
      text.length--;
      if (text.length == 0 || !g_ascii_isdigit (text.at[0]))
        return YL_DECIMAL_MALFORMED;
    }
  for (gsize i = 1; i < text.length; i++)
    if (text.at[i] == '+')
      return parse_kilometre_and_metres (text, i, out_length, out_lost);
  gint64 m = 0;
  gint32 lost = 0;
  const YlDecimalStatus status = yl_decimal_parse (text, 3, YL_STAKE_MAX_M, &m, &lost);
  if (status != YL_DECIMAL_OK)
    return status;
  if (m < 0 || (m == 0 && lost < 0))
    return YL_DECIMAL_MALFORMED;
  *out_length = (YlLength){ m };
  if (out_lost != NULL)
    *out_lost = lost;
  return YL_DECIMAL_OK;
}

YlDecimalStatus
yl_length_parse_stake (YlText text, YlLength *out_length, gint32 *out_lost)
{
  if (yl_text_is_blank (text))
    return YL_DECIMAL_BLANK;
  text = yl_text_trim (text);
  gsize n_ascii = 0;
  while (n_ascii < text.length && (guchar) text.at[n_ascii] < 0x80)
    n_ascii++;
  if (n_ascii == text.length)
    return parse_stake (text, out_length, out_lost);
  g_autofree char *folded = yl_text_fold_width (text);
  return parse_stake (yl_text_trim (yl_text_of (folded)), out_length, out_lost);
}

char *
yl_length_to_km (YlLength length)
{
  return yl_decimal_format (length.m, 3, FALSE);
}
