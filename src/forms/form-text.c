#include "yanglu/forms/form-text.h"

#include "yanglu/base/text.h"

#include <string.h>

/* Excel's limit of a cell, in characters. */
#define CELL_MAX_CHARACTERS 32767
#define CUT_NOTE "…（超出单元格长度，全文见输入副本）"

/* Whether @at begins what a spreadsheet would decode as an escape: _x0041_. */
static gboolean
begins_escape (const char *at)
{
  if (at[0] != '_' || at[1] != 'x')
    return FALSE;
  for (int i = 2; i < 6; i++)
    if (!g_ascii_isxdigit (at[i]))
      return FALSE;
  return at[6] == '_';
}

static gboolean
is_plain (const char *text)
{
  gsize length = 0;
  for (; text[length] != '\0'; length++)
    {
      gunichar sign;
      if (yl_text_find_sign (text + length, &sign) != 0
          || (text[length] == '_' && begins_escape (text + length)))
        return FALSE;
    }
  return length <= CELL_MAX_CHARACTERS && g_utf8_validate (text, (gssize) length, NULL);
}

static void
append_visible (GString *out, const char *at)
{
  gunichar sign;
  if (yl_text_find_sign (at, &sign) != 0)
    g_string_append_unichar (out, sign);
  else if (begins_escape (at))
    g_string_append (out, "_x005F_");
  else
    g_string_append_unichar (out, g_utf8_get_char (at));
}

const char *
yl_form_make_visible (const char *text, char **out_made)
{
  if (is_plain (text))
    return text;
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) out = g_string_new (NULL);
  glong n = 0;
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    append_visible (out, at);
  n = g_utf8_strlen (out->str, -1);
  if (n > CELL_MAX_CHARACTERS)
    {
      const glong n_kept = CELL_MAX_CHARACTERS - g_utf8_strlen (CUT_NOTE, -1);
      g_string_truncate (out, (gsize) (g_utf8_offset_to_pointer (out->str, n_kept) - out->str));
      g_string_append (out, CUT_NOTE);
    }
  *out_made = g_string_free (g_steal_pointer (&out), FALSE);
  return *out_made;
}

guint
yl_form_count_lines (const char *text, double width)
{
  /* At 10 points a Latin letter takes a digit's width of the default font, a Chinese character not
   * quite two; the cell has a margin on both sides. */
  const double room = MAX (width - 1.6, 2.0);
  double used = 0;
  guint n_lines = 1;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const double wide = (guchar) *at < 0x80 ? 1.0 : 1.92;
      const gboolean is_break = *at == '\n';
      if (is_break || used + wide > room)
        {
          n_lines++;
          used = 0;
        }
      used += is_break ? 0 : wide;
    }
  return n_lines;
}

double
yl_form_get_height (guint n_lines)
{
  /* 409 points is the tallest row that a spreadsheet knows. */
  return MIN (4.0 + 13.0 * n_lines, 409.0);
}
