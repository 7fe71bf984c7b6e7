#include "yanglu/io/import/repair.h"

#include <string.h>

/* Without @sign, and blanks before it, at the end: 10（公里） */
static void
cut_sign (YlText *text, const char *sign)
{
  const gsize n = strlen (sign);
  if (text->length > n && memcmp (text->at + text->length - n, sign, n) == 0)
    *text = yl_text_trim ((YlText){ text->at, text->length - n });
}

/* 10公里。 is a sentence; 10. might want its decimals. */
static void
cut_stop (YlText *text)
{
  cut_sign (text, "。");
  cut_sign (text, ".");
}

/* The unit that ends @number, which loses it; YL_UNIT_NONE and @number as it was for none. */
static YlHeadUnit
take_unit (const YlWords *words, YlText *number)
{
  guint n = 0;
  const YlText whole = *number;
  const YlSpelling *units = yl_words_get (words, YL_WORDS_NUMBER_UNIT, &n);
  cut_stop (number);
  cut_sign (number, ")");
  for (guint i = 0; i < n; i++)
    {
      const gsize rest = number->length - MIN (number->length, units[i].length);
      if (rest == 0 || memcmp (number->at + rest, units[i].text, units[i].length) != 0)
        continue;
      *number = yl_text_trim ((YlText){ number->at, rest });
      cut_sign (number, "(");
      return (YlHeadUnit) units[i].member;
    }
  *number = whole;
  return YL_UNIT_NONE;
}

/* Without the sign of money before it. */
static void
strip_currency (const YlWords *words, YlText *number)
{
  guint n = 0;
  const YlSpelling *signs = yl_words_get (words, YL_WORDS_CURRENCY, &n);
  for (guint i = 0; i < n; i++)
    if (number->length > signs[i].length
        && memcmp (number->at, signs[i].text, signs[i].length) == 0)
      {
        *number = yl_text_trim (
            (YlText){ number->at + signs[i].length, number->length - signs[i].length });
        return;
      }
}

/* A length is kept to the thousandth of a metre: whoever asks for it rounds, and tells. */
#define FINER_DECIMALS 3
#define FINER_PER_METRE 1000

char *
yl_number_in_unit (const YlWords *words, YlText written, YlHeadUnit wanted, YlHeadUnit *out_own)
{
  g_autofree char *folded = yl_text_fold_width (written);
  YlText number = yl_text_trim (yl_text_of (folded));
  const gsize n_written = number.length;
  const gboolean is_length = yl_unit_is_length (wanted);
  if (!is_length)
    strip_currency (words, &number);
  const gboolean has_sign = number.length < n_written;
  const YlHeadUnit behind = take_unit (words, &number);
  const YlHeadUnit own = behind == YL_UNIT_NONE && has_sign ? wanted : behind;
  const guint n_finer = is_length ? FINER_DECIMALS : 0;
  gint64 units = 0;
  gint32 lost = 0;
  if (is_length ? !yl_unit_is_length (own) : !yl_unit_is_money (own))
    return NULL;
  if (yl_decimal_parse (number, yl_unit_get_n_decimals (own) + n_finer,
                        is_length ? FINER_PER_METRE * YL_LENGTH_MAX_M : YL_MONEY_MAX_FEN, &units,
                        &lost)
          != YL_DECIMAL_OK
      || lost != 0)
    return NULL;
  *out_own = own;
  return yl_decimal_format (units, yl_unit_get_n_decimals (wanted) + n_finer, FALSE);
}

char *
yl_repair_number (const YlWords *words, YlText written, YlHeadUnit wanted)
{
  YlHeadUnit own = YL_UNIT_NONE;
  g_autofree char *number = yl_number_in_unit (words, written, wanted, &own);
  return number == NULL || number[0] == '-' ? NULL : g_steal_pointer (&number);
}
