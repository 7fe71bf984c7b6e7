#include "xstring-private.h"

#define ESCAPE_BYTES 7

/* The character that an escape at @at stands for; 0 when there is none, or half of a pair. */
static gunichar
escaped_character (const char *at, const char *end)
{
  if (end - at < ESCAPE_BYTES || at[0] != '_' || at[1] != 'x' || at[6] != '_')
    return 0;
  gunichar character = 0;
  for (int i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return 0;
      character = character * 16 + (gunichar) g_ascii_xdigit_value (at[i]);
    }
  return character >= 0xD800 && character <= 0xDFFF ? 0 : character;
}

gsize
yl_xstring_decode (char *at, gsize length)
{
  const char *const end = at + length;
  char *to = at;
  for (const char *from = at; from < end;)
    {
      const gunichar character = *from == '_' ? escaped_character (from, end) : 0;
      if (character == 0)
        {
          *to++ = *from++;
          continue;
        }
      char utf8[6];
      const int n = g_unichar_to_utf8 (character, utf8);
      memcpy (to, utf8, (gsize) n);
      to += n;
      from += ESCAPE_BYTES;
    }
  return (gsize) (to - at);
}
