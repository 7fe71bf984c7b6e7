#include "yanglu/io/import/heads.h"

#include <string.h>

static const char *const sum_words[] = { "合计", "小计", "总计", "共计", "累计", NULL };

/* Whether the cell holds 计 at all; most cells end here. */
static gboolean
has_sum_character (YlText cell)
{
  return cell.length >= 6 && memmem (cell.at, cell.length, "计", strlen ("计")) != NULL;
}

static gboolean
is_sum_cell (YlText cell)
{
  g_autofree char *words = yl_text_squeeze (cell);
  char *end = words;
  for (const char *at = words; *at != '\0'; at++)
    if (*at != ':')
      *end++ = *at;
  *end = '\0';
  for (gsize i = 0; sum_words[i] != NULL; i++)
    if (g_str_has_suffix (words, sum_words[i]) || g_str_has_prefix (words, sum_words[i]))
      return TRUE;
  return FALSE;
}

gboolean
yl_row_is_sum (const YlText *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    if (has_sum_character (cells[i]) && is_sum_cell (cells[i]))
      return TRUE;
  return FALSE;
}
