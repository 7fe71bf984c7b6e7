#include "yanglu/io/import/note.h"

#include <string.h>

/* Members of the list of notes. */
enum
{
  NOTE_BEGIN,
  NOTE_END,
};

/* (transfer full): without numbers and signs: 本表 of 1.本表, 年月日 of a date. */
static char *
keep_words (const char *text)
{
  GString *words = g_string_new (NULL);
  const char *next = text;
  for (const char *at = text; *at != '\0'; at = next)
    {
      next = yl_text_next (at);
      if (g_ascii_isalpha (*at) || ((guchar) *at >= 0xE4 && (guchar) *at <= 0xE9))
        g_string_append_len (words, at, next - at);
    }
  return g_string_free (words, FALSE);
}

/* What ends like an office stands alone: a road may lead to one. */
static gboolean
has_word (const YlWords *words, const char *text, gboolean is_alone)
{
  guint n = 0;
  const YlSpelling *notes = yl_words_get (words, YL_WORDS_NOTE, &n);
  for (guint i = 0; i < n; i++)
    if (notes[i].member == NOTE_BEGIN ? g_str_has_prefix (text, notes[i].text)
                                      : is_alone && g_str_has_suffix (text, notes[i].text))
      return TRUE;
  return FALSE;
}

/* No code, name or place begins with an asterisk, holds a colon or ends a sentence. */
static gboolean
is_sentence (const char *text)
{
  static const char *const signs[] = { ":", "。", ";", NULL };
  return text[0] == '*' || g_str_has_prefix (text, "※") || yl_text_holds_any (text, signs);
}

static gboolean
has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

gboolean
yl_text_is_note (const YlWords *words, YlText first, gboolean is_alone)
{
  g_autofree char *text = yl_text_squeeze (first);
  g_autofree char *said = keep_words (text);
  return is_sentence (text) || has_word (words, said, is_alone)
         || (said[0] == '\0' && !has_digit (text));
}

/* —————— is none longer. */
#define MAX_NOTHING 36

gboolean
yl_text_is_nothing (const YlWords *words, YlText cell)
{
  guint member = 0;
  return cell.length <= MAX_NOTHING && yl_words_read (words, YL_WORDS_BLANK, cell, &member);
}
