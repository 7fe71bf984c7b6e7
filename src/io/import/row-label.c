#include "yanglu/io/import/row-label.h"

#include <string.h>

/* Whether the cell holds 计, as the words of sums do; most cells end here. */
static gboolean
has_sum_character (YlText cell)
{
  return cell.length >= 6 && memmem (cell.at, cell.length, "计", strlen ("计")) != NULL;
}

static gboolean
is_sum_cell (const YlWords *words, YlText cell)
{
  guint n = 0;
  const YlSpelling *sums = yl_words_get (words, YL_WORDS_SUM, &n);
  g_autofree char *label = yl_text_squeeze (cell);
  char *end = label;
  for (const char *at = label; *at != '\0'; at++)
    if (*at != ':')
      *end++ = *at;
  *end = '\0';
  for (guint i = 0; i < n; i++)
    if (g_str_has_suffix (label, sums[i].text) || g_str_has_prefix (label, sums[i].text))
      return TRUE;
  return FALSE;
}

gboolean
yl_row_is_sum (const YlWords *words, const YlText *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    if (has_sum_character (cells[i]) && is_sum_cell (words, cells[i]))
      return TRUE;
  return FALSE;
}

/* The cell without its blanks and colons is one of the words of sums. */
static gboolean
is_sum_word (const YlWords *words, YlText cell)
{
  g_autofree char *label = yl_text_squeeze (cell);
  const gsize n = strcspn (label, ":");
  return yl_words_find (words, YL_WORDS_SUM, (YlText){ label, n }) != NULL;
}

gboolean
yl_row_is_bare_sum (const YlWords *words, const YlText *cells, guint n_cells)
{
  gboolean has_word = FALSE;
  for (guint i = 0; i < n_cells; i++)
    {
      if (yl_text_is_blank (cells[i]) || yl_text_has_digit (cells[i]))
        continue;
      if (!has_sum_character (cells[i]) || !is_sum_word (words, cells[i]))
        return FALSE;
      has_word = TRUE;
    }
  return has_word;
}

gboolean
yl_row_is_part (const YlWords *words, const YlText *cells, guint n_cells)
{
  guint n = 0;
  const YlSpelling *parts = yl_words_get (words, YL_WORDS_PART, &n);
  for (guint cell = 0; cell < n_cells; cell++)
    {
      const YlText text = yl_text_trim (cells[cell]);
      for (guint i = 0; i < n; i++)
        if (text.length >= parts[i].length && memcmp (text.at, parts[i].text, parts[i].length) == 0)
          return TRUE;
    }
  return FALSE;
}
