#include "yanglu/domain/place-code.h"

#include "yanglu/base/digits.h"

#include <string.h>

#define VILLAGES_OF_A_TOWNSHIP 1000u

/* X001371502: a letter, three characters, six digits of the county; section codes are longer. */
#define COUNTY_AT 4
#define COUNTY_DIGITS 6

char *
yl_route_code_fold (YlText text)
{
  g_autofree char *squeezed = yl_text_squeeze (text);
  return g_ascii_strup (squeezed, -1);
}

guint32
yl_route_code_find_county (YlText route_code)
{
  guint64 county = 0;
  const gsize whole = COUNTY_AT + COUNTY_DIGITS;
  /* One character more is a digit too many: nobody knows which. */
  if (route_code.length < whole || route_code.length == whole + 1
      || !yl_digits_read (route_code.at + COUNTY_AT, COUNTY_DIGITS, &county))
    return 0;
  return (guint32) county;
}

/* The letters of codes are those of many years and provinces; only K is never one. */
static gboolean
begins_route (const char *at)
{
  const gboolean has_digit =
      g_ascii_isdigit (at[1]) || g_ascii_isdigit (at[2]) || g_ascii_isdigit (at[3]);
  return g_ascii_isupper (at[0]) && at[0] != 'K' && g_ascii_isalnum (at[1])
         && g_ascii_isalnum (at[2]) && g_ascii_isalnum (at[3]) && has_digit;
}

YlText
yl_route_code_find_inside (const char *folded)
{
  gsize length = strlen (folded);
  for (const char *at = folded; length >= COUNTY_AT; at++, length--)
    if (begins_route (at))
      {
        const YlText code = { at, MIN (length, COUNTY_AT + COUNTY_DIGITS) };
        const gboolean is_whole = yl_route_code_find_county (code) != 0;
        return (YlText){ at, is_whole ? COUNTY_AT + COUNTY_DIGITS : COUNTY_AT };
      }
  return YL_TEXT_EMPTY;
}

gboolean
yl_division_code_read (YlText code, guint32 *out_county, guint32 *out_township)
{
  guint64 number = 0;
  if ((code.length != 6 && code.length != 9 && code.length != 12) || code.at[0] == '0'
      || !yl_digits_read (code.at, code.length, &number))
    return FALSE;
  const guint32 digits = (guint32) (code.length == 12 ? number / VILLAGES_OF_A_TOWNSHIP : number);
  *out_county = code.length == 6 ? digits : yl_township_code_find_county (digits);
  *out_township = code.length == 6 || digits % YL_TOWNSHIPS_OF_A_COUNTY == 0 ? 0 : digits;
  return TRUE;
}

guint32
yl_township_code_find_county (guint32 township)
{
  return township / YL_TOWNSHIPS_OF_A_COUNTY;
}

gboolean
yl_place_code_parse (YlText text, guint n_digits, guint32 *out_code)
{
  guint64 code = 0;
  if (text.length != n_digits || !yl_digits_read (text.at, text.length, &code))
    return FALSE;
  *out_code = (guint32) code;
  return TRUE;
}
