#include "yanglu/cli/plain.h"

/* C0 and DEL are one byte in UTF-8; C1 (U+0080 to U+009F) is 0xC2 and one byte more. */
static gboolean
is_control (const guchar *at)
{
  return (*at < 0x20 && *at != '\n' && *at != '\t') || *at == 0x7F
         || (*at == 0xC2 && at[1] >= 0x80 && at[1] < 0xA0);
}

static void
write_picture (const guchar *at, FILE *file)
{
  const gunichar picture = *at < 0x20 ? 0x2400u + *at : *at == 0x7F ? 0x2421u : 0xFFFDu;
  char bytes[7] = "";
  g_unichar_to_utf8 (picture, bytes);
  fputs (bytes, file);
}

void
yl_plain_write (const char *text, FILE *file)
{
  const guchar *first = (const guchar *) text;
  const guchar *at = first;
  while (*at != '\0')
    {
      if (!is_control (at))
        {
          at++;
          continue;
        }
      fwrite (first, 1, (gsize) (at - first), file);
      write_picture (at, file);
      at += *at == 0xC2 ? 2 : 1;
      first = at;
    }
  fwrite (first, 1, (gsize) (at - first), file);
}
