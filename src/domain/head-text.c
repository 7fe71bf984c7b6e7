#include "yanglu/domain/head-text.h"

#include "yanglu/base/text.h"

#include <string.h>

/* What offices put into heads between the words; the words alone are compared. */
static const char *const dropped[] = {
  "*",      "#",      ":",      "/",      "\\", "_", "-", ",", ".", ";",      "\"",     "'",
  "、",     "。",     "·",      "“",      "”",  "‘", "’", "—", "―", "\u200B", "\u00A0", "\uFEFF",
  "\u2002", "\u2003", "\u2009", "\u202F", "★",  "☆", "※", "●", "◆", "■",      "▲",      NULL
};

static const char *const opening[] = { "(", "[", "{", "【", "〔", "《", "「", NULL };
static const char *const closing[] = { ")", "]", "}", "】", "〕", "》", "」", NULL };

/* Ideographs, letters and digits, which no list above has: nearly all that heads are made of. */
static gboolean
is_word (char byte)
{
  return g_ascii_isalnum (byte) || ((guchar) byte >= 0xE4 && (guchar) byte <= 0xE9);
}

/* Bytes of the word of @words that @at begins with; 0 for none. */
static gsize
match_any (const char *at, const char *const *words)
{
  if (is_word (*at))
    return 0;
  for (gsize i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (at, words[i]))
      return strlen (words[i]);
  return 0;
}

static void
append_character (YlHeadText *text, guint depth, const char *at, gsize width)
{
  char upper[8] = { 0 };
  memcpy (upper, at, width);
  upper[0] = g_ascii_toupper (upper[0]);
  g_string_append (text->flat, upper);
  g_string_append (depth == 0 ? text->bare : text->inside, upper);
}

static gsize
character_width (const char *at)
{
  const gsize width = (gsize) (g_utf8_skip[*(const guchar *) at]);
  const gsize left = strnlen (at, 6);
  return MIN (MIN (width, left), 6);
}

void
yl_head_text_init (YlHeadText *text, const char *written)
{
  *text = (YlHeadText){ g_string_new (NULL), g_string_new (NULL), g_string_new (NULL) };
  g_autofree char *folded = yl_text_fold_width (yl_text_of (written));
  guint depth = 0;
  for (const char *at = folded; *at != '\0';)
    {
      gsize width = match_any (at, opening);
      if (width > 0)
        depth++;
      else if ((width = match_any (at, closing)) > 0)
        depth = depth > 0 ? depth - 1 : 0;
      else if (g_ascii_isspace (*at))
        width = 1;
      else if ((width = match_any (at, dropped)) == 0)
        {
          width = character_width (at);
          append_character (text, depth, at, width);
        }
      at += width;
    }
}

void
yl_head_text_clear (YlHeadText *text)
{
  g_string_free (text->flat, TRUE);
  g_string_free (text->bare, TRUE);
  g_string_free (text->inside, TRUE);
}
