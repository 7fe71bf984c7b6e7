#include "flags-private.h"

#include "yanglu/domain/place-code.h"

#include <string.h>

/* Half-width, capitals, without blanks, cut at a bracket: 四级（Ⅰ类） is 四级. */
static char *
clean_word (YlText cell)
{
  g_autofree char *word = yl_route_code_fold (cell);
  word[strcspn (word, "(")] = '\0';
  return g_steal_pointer (&word);
}

static gboolean
find_word (const RoadReading *reading, YlWordList list, YlText text, guint *out_value)
{
  const YlSpelling *found = yl_words_find (reading->import->request.words, list, text);
  if (found != NULL)
    *out_value = found->member;
  return found != NULL;
}

/* As it stands, then cleaned; "11沥青混凝土" is read by its code. */
gboolean
road_read_word (const RoadReading *reading, YlWordList list, YlText cell, guint *out_value)
{
  if (yl_words_read (reading->import->request.words, list, cell, out_value))
    return TRUE;
  g_autofree char *clean = clean_word (cell);
  if (find_word (reading, list, yl_text_of (clean), out_value))
    return TRUE;
  const gboolean has_code =
      g_ascii_isdigit (clean[0]) && g_ascii_isdigit (clean[1]) && (guchar) clean[2] >= 0x80;
  return has_code && find_word (reading, list, (YlText){ clean, 2 }, out_value);
}
