#include "yanglu/base/digits.h"

#include <string.h>

/* Eight ASCII digits at once: "12345678" lies in a word with its first digit lowest. */
static inline gboolean
read_eight (const char *at, guint32 *out_number)
{
  guint64 word;
  memcpy (&word, at, sizeof word);
  word = GUINT64_FROM_LE (word);
  const guint64 high = word & 0xF0F0F0F0F0F0F0F0u;
  const guint64 above = (word + 0x0606060606060606u) & 0xF0F0F0F0F0F0F0F0u;
  word -= 0x3030303030303030u;
  word = word * 10 + (word >> 8); /* pairs, in every other byte */
  const guint64 pairs = 0x000000FF000000FFu;
  *out_number =
      (guint32) (((word & pairs) * 0x000F424000000064u + (word >> 16 & pairs) * 0x0000271000000001u)
                 >> 32);
  return high == 0x3030303030303030u && above == high;
}

gboolean
yl_digits_read (const char *at, gsize length, guint64 *out_number)
{
  if (length == 0 || length > YL_DIGITS_MAX)
    return FALSE;
  guint64 number = 0;
  for (; length >= 8; at += 8, length -= 8)
    {
      guint32 eight;
      if (!read_eight (at, &eight))
        return FALSE;
      number = number * 100000000 + eight;
    }
  for (; length > 0; at++, length--)
    {
      if (*at < '0' || *at > '9')
        return FALSE;
      number = number * 10 + (guint64) (*at - '0');
    }
  *out_number = number;
  return TRUE;
}
