#include "yanglu/io/import/repair.h"

#include <string.h>

typedef struct
{
  const char *word;
  YlHeadUnit unit;
} Suffix;

/* Longer words first: 万元 before 元, 公里 before 里, km before m. */
static const Suffix money_words[] = {
  { "万元", YL_UNIT_WAN }, { "万", YL_UNIT_WAN }, { "元整", YL_UNIT_YUAN }, { "元", YL_UNIT_YUAN }
};
static const Suffix length_words[] = {
  { "公里", YL_UNIT_KILOMETRE }, { "千米", YL_UNIT_KILOMETRE }, { "km", YL_UNIT_KILOMETRE },
  { "KM", YL_UNIT_KILOMETRE },   { "米", YL_UNIT_METRE },       { "m", YL_UNIT_METRE },
};

/* The unit that ends @number, which loses it; YL_UNIT_NONE and @number as it was for none. */
static YlHeadUnit
take_suffix (YlText *number, const Suffix *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    {
      const gsize length = strlen (words[i].word);
      if (number->length <= length
          || memcmp (number->at + number->length - length, words[i].word, length) != 0)
        continue;
      *number = yl_text_trim ((YlText){ number->at, number->length - length });
      return words[i].unit;
    }
  return YL_UNIT_NONE;
}

char *
yl_repair_amount (YlText written, YlHeadUnit wanted)
{
  g_autofree char *folded = yl_text_fold_width (written);
  YlText number = yl_text_trim (yl_text_of (folded));
  const YlHeadUnit unit = take_suffix (&number, money_words, G_N_ELEMENTS (money_words));
  YlMoney amount = { 0 };
  gint32 lost = 0;
  if (unit == YL_UNIT_NONE)
    return NULL;
  const YlDecimalStatus status = unit == YL_UNIT_WAN ? yl_money_parse_wan (number, &amount, &lost)
                                                     : yl_money_parse_yuan (number, &amount, &lost);
  if (status != YL_DECIMAL_OK || lost != 0 || amount.fen < 0)
    return NULL;
  return wanted == YL_UNIT_WAN ? yl_decimal_format (amount.fen, 6, FALSE)
                               : yl_money_to_yuan (amount);
}

char *
yl_repair_length (YlText written, YlHeadUnit wanted)
{
  g_autofree char *folded = yl_text_fold_width (written);
  YlText number = yl_text_trim (yl_text_of (folded));
  const YlHeadUnit unit = take_suffix (&number, length_words, G_N_ELEMENTS (length_words));
  YlLength length = { 0 };
  gint32 lost = 0;
  if (unit == YL_UNIT_NONE)
    return NULL;
  const YlDecimalStatus status = unit == YL_UNIT_METRE
                                     ? yl_length_parse_m (number, &length, &lost)
                                     : yl_length_parse_km (number, &length, &lost);
  if (status != YL_DECIMAL_OK || lost != 0 || length.m < 0)
    return NULL;
  return wanted == YL_UNIT_METRE ? g_strdup_printf ("%" G_GINT64_FORMAT, length.m)
                                 : yl_length_to_km (length);
}
