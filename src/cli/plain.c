#include "yanglu/cli/plain.h"

#include "yanglu/base/text.h"

void
yl_plain_write (const char *text, FILE *file)
{
  g_autofree char *valid = g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
  const char *first = valid != NULL ? valid : text;
  const char *at = first;
  while (*at != '\0')
    {
      gunichar sign;
      const guint n = yl_text_find_sign (at, &sign);
      if (n == 0)
        {
          at++;
          continue;
        }
      char bytes[7] = "";
      g_unichar_to_utf8 (sign, bytes);
      fwrite (first, 1, (gsize) (at - first), file);
      fputs (bytes, file);
      at += n;
      first = at;
    }
  fwrite (first, 1, (gsize) (at - first), file);
}
