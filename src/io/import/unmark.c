#include "yanglu/io/import/unmark.h"

#include <string.h>

/* Bytes of the apostrophe at @at; 0 for none. */
static gsize
match_mark (const char *at, gsize length)
{
  static const char *const marks[] = { "'", "’", "‘", NULL };
  for (guint i = 0; marks[i] != NULL; i++)
    if (length >= strlen (marks[i]) && memcmp (at, marks[i], strlen (marks[i])) == 0)
      return strlen (marks[i]);
  return 0;
}

static gboolean
ends_with_mark (YlText text)
{
  const gsize n = text.length;
  return n > 0
         && (match_mark (text.at + n - 1, 1) > 0
             || (n >= strlen ("’") && match_mark (text.at + n - strlen ("’"), strlen ("’")) > 0));
}

/* Bytes before the text of @cell that only say what it is. */
static gsize
count_marked (YlText cell)
{
  const YlText text = yl_text_trim (cell);
  const gsize n = match_mark (text.at, text.length);
  const YlText rest = { text.at + n, text.length - n };
  return n == 0 || rest.length == 0 || ends_with_mark (rest) ? 0 : (gsize) (rest.at - cell.at);
}

gboolean
yl_cells_unmark (GArray *own, const YlText **cells, guint n_cells)
{
  gboolean has_some = FALSE;
  for (guint i = 0; i < n_cells && !has_some; i++)
    has_some = count_marked ((*cells)[i]) > 0;
  if (!has_some)
    return FALSE;
  g_array_set_size (own, 0);
  for (guint i = 0; i < n_cells; i++)
    {
      const YlText cell = (*cells)[i];
      const gsize n = count_marked (cell);
      const YlText text = { cell.at + n, cell.length - n };
      g_array_append_val (own, text);
    }
  *cells = (const YlText *) own->data;
  return TRUE;
}
