#include "yanglu/io/import/repair.h"

#include <string.h>

/* The unit that ends @number, which loses it; YL_UNIT_NONE and @number as it was for none. */
static YlHeadUnit
take_unit (const YlWords *words, YlText *number)
{
  guint n = 0;
  const YlSpelling *units = yl_words_get (words, YL_WORDS_NUMBER_UNIT, &n);
  for (guint i = 0; i < n; i++)
    {
      const gsize rest = number->length - MIN (number->length, units[i].length);
      if (rest == 0 || memcmp (number->at + rest, units[i].text, units[i].length) != 0)
        continue;
      *number = yl_text_trim ((YlText){ number->at, rest });
      return (YlHeadUnit) units[i].member;
    }
  return YL_UNIT_NONE;
}

/* Of a number in each unit, down to a metre or a fen; others are not read. */
static const guint8 n_decimals[YL_UNIT_PERCENT + 1] = {
  [YL_UNIT_METRE] = 0,
  [YL_UNIT_KILOMETRE] = 3,
  [YL_UNIT_YUAN] = 2,
  [YL_UNIT_WAN] = 6,
};

static gboolean
is_money (YlHeadUnit unit)
{
  return unit == YL_UNIT_YUAN || unit == YL_UNIT_WAN;
}

char *
yl_repair_number (const YlWords *words, YlText written, YlHeadUnit wanted)
{
  g_autofree char *folded = yl_text_fold_width (written);
  YlText number = yl_text_trim (yl_text_of (folded));
  const YlHeadUnit unit = take_unit (words, &number);
  gint64 units = 0;
  gint32 lost = 0;
  if (yl_unit_is_length (wanted) ? !yl_unit_is_length (unit) : !is_money (unit))
    return NULL;
  const YlDecimalStatus status = yl_decimal_parse (
      number, n_decimals[unit], yl_unit_is_length (unit) ? YL_LENGTH_MAX_M : YL_MONEY_MAX_FEN,
      &units, &lost);
  return status == YL_DECIMAL_OK && lost == 0 && units >= 0
             ? yl_decimal_format (units, n_decimals[wanted], FALSE)
             : NULL;
}
