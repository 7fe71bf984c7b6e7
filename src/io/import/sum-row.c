#include "yanglu/io/import/heads.h"

#include <string.h>

static const char *const sum_words[] = { "合计", "小计", "总计", "共计", "累计", NULL };

/* The cell without blanks, full-width folded: 合　计 is 合计. */
static char *
squeeze (YlText cell)
{
  g_autofree char *folded = yl_text_fold_width (cell);
  GString *squeezed = g_string_new (NULL);
  for (const char *at = folded; *at != '\0'; at++)
    if (!g_ascii_isspace (*at) && *at != ':')
      g_string_append_c (squeezed, *at);
  return g_string_free (squeezed, FALSE);
}

/* Whether the cell holds 计 at all; most cells end here. */
static gboolean
has_sum_character (YlText cell)
{
  return cell.length >= 6 && memmem (cell.at, cell.length, "计", strlen ("计")) != NULL;
}

static gboolean
is_sum_cell (YlText cell)
{
  g_autofree char *words = squeeze (cell);
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
