#include "yanglu/base/text.h"

#include <string.h>

YlText
yl_text_of (const char *string)
{
  return (YlText){ string, string == NULL ? 0 : strlen (string) };
}

/* Bytes of the blank that @text begins with: ASCII, U+00A0, U+3000, U+FEFF; 0 when it begins with
 * none. */
static gsize
leading_blank (YlText text)
{
  const guchar *at = (const guchar *) text.at;
  if (text.length == 0)
    return 0;
  if (at[0] == ' ' || (at[0] >= '\t' && at[0] <= '\r'))
    return 1;
  if (text.length >= 2 && at[0] == 0xC2 && at[1] == 0xA0)
    return 2;
  if (text.length >= 3 && memcmp (at, "\xE3\x80\x80", 3) == 0)
    return 3;
  if (text.length >= 3 && memcmp (at, "\xEF\xBB\xBF", 3) == 0)
    return 3;
  return 0;
}

/* No blank begins with such a byte: nearly every text is told by its first one. */
static inline gboolean
may_begin_blank (char c)
{
  const guchar byte = (guchar) c;
  return byte <= ' ' || byte == 0xC2 || byte == 0xE3 || byte == 0xEF;
}

static inline gboolean
may_end_blank (char c)
{
  const guchar byte = (guchar) c;
  return byte <= ' ' || byte == 0xA0 || byte == 0x80 || byte == 0xBF;
}

static gsize
trailing_blank (YlText text)
{
  for (gsize width = 1; width <= 3 && width <= text.length; width++)
    {
      const YlText tail = { text.at + text.length - width, width };
      if (leading_blank (tail) == width)
        return width;
    }
  return 0;
}

YlText
yl_text_trim (YlText text)
{
  if (text.length == 0
      || (!may_begin_blank (text.at[0]) && !may_end_blank (text.at[text.length - 1])))
    return text;
  for (gsize blank; (blank = leading_blank (text)) > 0;)
    {
      text.at += blank;
      text.length -= blank;
    }
  for (gsize blank; (blank = trailing_blank (text)) > 0;)
    text.length -= blank;
  return text;
}

gboolean
yl_text_is_blank (YlText text)
{
  if (text.length == 0)
    return TRUE;
  if (!may_begin_blank (text.at[0]) && text.at[0] != 'N' && text.at[0] != 'n')
    return FALSE;
  const YlText trimmed = yl_text_trim (text);
  return trimmed.length == 0
         || (trimmed.length == 4 && g_ascii_strncasecmp (trimmed.at, "NULL", 4) == 0);
}

guint
yl_text_find_sign (const char *at, gunichar *out_sign)
{
  const guchar c = (guchar) at[0];
  *out_sign = 0xFFFDu;
  if (c < 0x20 || c == 0x7F)
    {
      *out_sign = c == 0x7F ? 0x2421u : 0x2400u + c;
      return c == '\n' || c == '\t' || c == '\0' ? 0 : 1;
    }
  if (c == 0xD8)
    return (guchar) at[1] == 0x9C ? 2 : 0;
  if (c == 0xC2)
    return (guchar) at[1] >= 0x80 && (guchar) at[1] < 0xA0 ? 2 : 0;
  if (c == 0xEF && (guchar) at[1] == 0xBF)
    return (guchar) at[2] >= 0xBE ? 3 : 0;
  if (c != 0xE2)
    return 0;
  const guchar second = (guchar) at[1];
  const guchar third = second == 0 ? 0 : (guchar) at[2];
  const gboolean is_mark = third == 0x8E || third == 0x8F;
  return (second == 0x80 && (is_mark || (third >= 0xAA && third <= 0xAE)))
                 || (second == 0x81 && third >= 0xA6 && third <= 0xA9)
             ? 3
             : 0;
}

gboolean
yl_text_holds_any (const char *text, const char *const *words)
{
  for (; *words != NULL; words++)
    if (strstr (text, *words) != NULL)
      return TRUE;
  return FALSE;
}

char *
yl_text_dup (YlText text)
{
  return text.length == 0 ? g_strdup ("") : g_strndup (text.at, text.length);
}

char *
yl_text_join_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  return g_strjoinv (NULL, lines);
}

char *
yl_text_fold_width (YlText text)
{
  GString *folded = g_string_sized_new (text.length);
  for (gsize i = 0; i < text.length;)
    {
      const guchar *at = (const guchar *) text.at + i;
      const gsize left = text.length - i;
      if (left >= 3 && at[0] == 0xE3 && at[1] == 0x80 && at[2] == 0x80)
        {
          g_string_append_c (folded, ' ');
          i += 3;
        }
      else if (left >= 3 && at[0] == 0xEF && at[1] == 0xBC && at[2] >= 0x81 && at[2] <= 0xBF)
        {
          g_string_append_c (folded, (char) (at[2] - 0x81 + '!'));
          i += 3;
        }
      else if (left >= 3 && at[0] == 0xEF && at[1] == 0xBD && at[2] >= 0x80 && at[2] <= 0x9E)
        {
          g_string_append_c (folded, (char) (at[2] - 0x80 + '`'));
          i += 3;
        }
      else
        {
          g_string_append_c (folded, (char) at[0]);
          i++;
        }
    }
  return g_string_free (folded, FALSE);
}

char *
yl_text_squeeze (YlText text)
{
  char *squeezed = yl_text_fold_width (text);
  char *end = squeezed;
  for (const char *at = squeezed; *at != '\0'; at++)
    if (!g_ascii_isspace (*at))
      *end++ = *at;
  *end = '\0';
  return squeezed;
}

const char *
yl_text_next (const char *at)
{
  at++;
  while (((guchar) *at & 0xC0) == 0x80)
    at++;
  return at;
}

gboolean
yl_text_has_digit (YlText text)
{
  for (gsize i = 0; i < text.length; i++)
    if (g_ascii_isdigit (text.at[i]))
      return TRUE;
  return FALSE;
}
