#include "yanglu/forms/form-text.h"

#include "yanglu/base/text.h"
#include "yanglu/forms/look.h"

#include <string.h>

/* Excel's limit of a cell, in characters. */
#define CELL_MAX_CHARACTERS 32767
/* Of a cell on either side, in characters of a digit: what a column has beyond its characters is not
 * counted with them. */
#define CELL_MARGIN 0.2
#define CUT_NOTE "…（超出单元格长度，全文见输入副本）"

static gboolean
is_plain (const char *text)
{
  gsize length = 0;
  for (; text[length] != '\0'; length++)
    {
      gunichar sign;
      if (yl_text_find_sign (text + length, &sign) != 0)
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
  else
    g_string_append_unichar (out, g_utf8_get_char (at));
}

/* Cuts what is longer than a cell, and says so. */
void
yl_form_cut (GString *text)
{
  if (g_utf8_strlen (text->str, -1) <= CELL_MAX_CHARACTERS)
    return;
  const glong n_kept = CELL_MAX_CHARACTERS - g_utf8_strlen (CUT_NOTE, -1);
  g_string_truncate (text, (gsize) (g_utf8_offset_to_pointer (text->str, n_kept) - text->str));
  g_string_append (text, CUT_NOTE);
}

const char *
yl_form_make_visible (const char *text, char **out_made)
{
  if (is_plain (text))
    return text;
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) out = g_string_new (NULL);
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    append_visible (out, at);
  yl_form_cut (out);
  *out_made = g_string_free (g_steal_pointer (&out), FALSE);
  return *out_made;
}

/* Signs that no line begins with: they take the one before them along. */
static gboolean
is_closing (gunichar sign)
{
  static const gunichar signs[] = { 0x3001, 0x3002, 0x3009, 0x300b, 0x300d, 0x300f,
                                    0x3011, 0x3015, 0xff01, 0xff09, 0xff0c, 0xff0e,
                                    0xff1a, 0xff1b, 0xff1f, 0x2019, 0x201d, 0x2026 };
  const gboolean is_ideograph = sign > 0x30ff && sign < 0xff00;
  for (guint i = 0; i < G_N_ELEMENTS (signs) && sign >= 0x80 && !is_ideograph; i++)
    if (signs[i] == sign)
      return TRUE;
  return sign < 0x80 && strchr (")]},.;:!?%", (int) sign) != NULL;
}

/* Nor does one end with these. */
static gboolean
is_opening (gunichar sign)
{
  return sign == 0x3008 || sign == 0x300a || sign == 0x300c || sign == 0x300e || sign == 0x3010
         || sign == 0x3014 || sign == 0xff08 || sign == 0x2018 || sign == 0x201c || sign == '('
         || sign == '[';
}

/* Whether a line may end between @before and @sign: between Chinese characters, at blanks and
 * hyphens, not within a word or a number. */
static gboolean
can_break (gunichar before, gunichar sign)
{
  if (sign == '\n')
    return TRUE;
  if (is_opening (before) || is_closing (sign))
    return FALSE;
  return before >= 0x80 || sign >= 0x80 || before == '-' || g_ascii_isspace ((char) before)
         || g_ascii_isspace ((char) sign);
}

/* At 10 points a Latin letter takes a digit's width of the font that columns are counted in, a Chinese
 * character not quite two. */
static double
get_sign_width (gunichar sign)
{
  return sign == '\n' ? 0 : sign < 0x80 ? 1.0 : 1.92;
}

double
yl_form_get_text_width (const char *text)
{
  double width = 2 * CELL_MARGIN;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    width += get_sign_width (g_utf8_get_char (at));
  return width;
}

guint
yl_form_count_lines (const char *text, double width)
{
  const double room = MAX (width - 2 * CELL_MARGIN, 2.0);
  /* Most texts: no sign is wider than its bytes. */
  const gsize n_bytes = strlen (text);
  if ((double) n_bytes <= room && memchr (text, '\n', n_bytes) == NULL)
    return 1;
  double used = 0;
  double word = 0; /* of @used, what cannot be parted */
  gunichar before = '\n';
  guint n_lines = 1;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar sign = g_utf8_get_char (at);
      const double wide = get_sign_width (sign);
      word = can_break (before, sign) ? wide : word + wide;
      used += wide;
      /* A blank at the end of a line needs no room. */
      if (sign == '\n' || (used > room && sign != ' '))
        {
          /* What is longer than a line is parted anywhere. */
          word = word > room ? wide : word;
          used = word;
          n_lines++;
        }
      before = sign;
    }
  return n_lines;
}

/* A line of 10 points takes 14.5 where the office's fonts are missing and others stand in, and what
 * is left keeps it off the rim. 409 points is the tallest row that a spreadsheet knows. */
static double
get_height (guint n_lines, double points)
{
  return MIN (4.0 + 1.45 * points * n_lines, 409.0);
}

double
yl_form_get_height (guint n_lines)
{
  return get_height (n_lines, YL_POINTS_BODY);
}

double
yl_form_fit (const char *text, double width, double points)
{
  return get_height (yl_form_count_lines (text, width * YL_POINTS_BODY / points), points);
}
