#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define YL_XLSX_NO_COLUMN G_MAXUINT32

/* The column of "AB12", from 0; YL_XLSX_NO_COLUMN when it begins with no letter or with more than four. */
static inline guint
yl_column_parse (const char *reference)
{
  guint column = 0;
  guint n = 0;
  for (; n <= 4; n++)
    {
      const guint letter = ((guint) (guchar) reference[n] | 0x20) - 'a';
      if (letter > 'z' - 'a')
        break;
      column = column * 26 + letter + 1;
    }
  return n == 0 || n > 4 ? YL_XLSX_NO_COLUMN : column - 1;
}

/* The row number that follows the letters of a reference. */
static inline const char *
yl_column_skip (const char *reference)
{
  while (g_ascii_isalpha (*reference))
    reference++;
  return reference;
}

/* A row number, or an index: digits only; 0xFFFFFFFF when it is none or beyond. */
static inline guint
yl_index_parse (const char *digits, gsize length)
{
  guint64 value = 0;
  if (length == 0 || length > 10)
    return G_MAXUINT32;
  for (gsize i = 0; i < length; i++)
    {
      const guint digit = (guint) (guchar) digits[i] - '0';
      if (digit > 9)
        return G_MAXUINT32;
      value = value * 10 + digit;
    }
  return (guint) MIN (value, G_MAXUINT32);
}

G_END_DECLS
