#include "found-band-private.h"

#include <string.h>

/* Rows under the heads that are looked at, to tell a column without a head from a gap. */
#define N_LOOKED_AT 5

static gboolean
is_unit_line (const char *text)
{
  return strstr (text, "单位：") != NULL || strstr (text, "单位:") != NULL;
}

static gboolean
has_unit (const FoundWord *word)
{
  return word->money_unit != 0 || word->length_unit != 0 || word->has_percent;
}

static gboolean
has_number (const FoundGrid *grid, const YlCell *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    if (found_grid_is_inside (grid, &cells[i])
        && found_grid_is_number (grid, cells[i].row, cells[i].column))
      return TRUE;
  return FALSE;
}

/* Cells of the row that are words of ours; none when a number stands among them. */
static guint
count_known (const FoundGrid *grid, guint32 row)
{
  guint n_cells = 0;
  guint n_known = 0;
  const YlCell *cells = yl_worksheet_find_row (grid->sheet, row, &n_cells);
  if (*grid->n_wordy >= FOUND_MAX_WORDY || has_number (grid, cells, n_cells))
    return 0;
  (*grid->n_wordy)++;
  for (guint i = 0; i < n_cells; i++)
    {
      const char *text = yl_workbook_get_text (grid->workbook, cells[i].value);
      if (!found_grid_is_inside (grid, &cells[i]) || cells[i].content != YL_CONTENT_TEXT
          || is_unit_line (text))
        continue;
      const FoundWord word = found_word_parse (grid->words, text);
      n_known += word.is_known || has_unit (&word) ? 1 : 0;
    }
  return n_known;
}

gboolean
found_band_begins (const FoundGrid *grid, guint32 row)
{
  return count_known (grid, row) >= 2;
}

static gboolean
is_label (const FoundWord *word)
{
  return word->has_meaning && !found_is_value (word->meaning) && !word->is_short;
}

/* Whether the row goes on with the heads: names nothing under a label, and words under words. */
static gboolean
goes_on (const FoundGrid *grid, guint32 first_row, guint32 row)
{
  if (count_known (grid, row) < 1)
    return FALSE;
  guint n_cells = 0;
  const YlCell *cells = yl_worksheet_find_row (grid->sheet, row, &n_cells);
  gboolean has_group = FALSE;
  for (guint i = 0; i < n_cells; i++)
    {
      if (!found_grid_is_inside (grid, &cells[i]))
        continue;
      const char *above = found_grid_get_shown (grid, first_row, cells[i].column);
      const char *own = yl_workbook_get_text (grid->workbook, cells[i].value);
      const FoundWord upper = found_word_parse (grid->words, above);
      if (own[0] == '\0' || found_grid_is_covered (grid, row, cells[i].column))
        continue;
      const FoundWord word = found_word_parse (grid->words, own);
      if (above[0] != '\0' && is_label (&upper) && !has_unit (&word))
        return FALSE;
      if (above[0] == '\0' && !has_group)
        return FALSE;
      has_group |= above[0] != '\0';
    }
  return has_group;
}

static void
head_clear (gpointer data)
{
  g_free (((FoundHead *) data)->head);
  g_free (((FoundHead *) data)->parent);
}

/* The group heads that a blank cell to their right stands under. */
typedef struct
{
  const char *text[FOUND_MAX_BAND];
} Carried;

static const char *
text_above (
    const FoundGrid *grid, const FoundBand *band, guint level, guint column, Carried *carried)
{
  const guint32 row = band->first_row + level;
  const char *own = found_grid_get_shown (grid, row, column);
  if (own[0] != '\0')
    {
      const FoundWord word = found_word_parse (grid->words, own);
      const gboolean is_merged = found_grid_is_covered (grid, row, column)
                                 || found_grid_is_covered (grid, row, column + 1);
      carried->text[level] = is_merged || is_label (&word) ? "" : own;
      return own;
    }
  const gboolean has_below = row < band->last_row
                             && found_grid_get_shown (grid, row + 1, column)[0] != '\0'
                             && !found_grid_is_covered (grid, row + 1, column);
  if (!has_below)
    carried->text[level] = "";
  return carried->text[level];
}

static void
add_head (const FoundGrid *grid, FoundBand *band, guint column, Carried *carried)
{
  g_autoptr (GString) head = g_string_new ("");
  g_autoptr (GString) parent = g_string_new ("");
  FoundWord word = found_word_parse (grid->words, "");
  const char *before = "";
  for (guint level = 0; level <= band->last_row - band->first_row; level++)
    {
      const char *text = text_above (grid, band, level, column, carried);
      if (text[0] == '\0' || strcmp (text, before) == 0)
        continue;
      const FoundWord own = found_word_parse (grid->words, text);
      word = before[0] == '\0' ? own : found_word_join (&word, &own);
      g_string_assign (parent, head->str);
      g_string_append_printf (head, "%s%s", head->len > 0 ? " " : "", text);
      before = text;
    }
  for (gsize i = 0; i < head->len; i++)
    if (head->str[i] == '\n' || head->str[i] == '\r')
      head->str[i] = ' ';
  const FoundHead added = { column, word, g_strdup (head->str), g_strdup (parent->str) };
  g_array_append_val (band->heads, added);
}

FoundBand *
found_band_new (const FoundGrid *grid, guint32 row)
{
  FoundBand *band = g_new0 (FoundBand, 1);
  band->first_row = row;
  band->last_row = row;
  while (band->last_row - row + 1 < FOUND_MAX_BAND && goes_on (grid, row, band->last_row + 1))
    band->last_row++;
  band->heads = g_array_new (FALSE, FALSE, sizeof (FoundHead));
  g_array_set_clear_func (band->heads, head_clear);
  Carried carried = { { "", "", "" } };
  for (guint column = grid->first_column; column < grid->end_column; column++)
    add_head (grid, band, column, &carried);
  return band;
}

void
found_band_free (FoundBand *band)
{
  if (band == NULL)
    return;
  g_array_unref (band->heads);
  g_free (band);
}

gboolean
found_row_numbers_columns (const FoundGrid *grid, guint32 row)
{
  guint n_cells = 0;
  guint n_numbers = 0;
  gint64 last = 0;
  const YlCell *cells = yl_worksheet_find_row (grid->sheet, row, &n_cells);
  for (guint i = 0; i < n_cells; i++)
    {
      if (!found_grid_is_inside (grid, &cells[i]))
        continue;
      const char *text = yl_workbook_get_text (grid->workbook, cells[i].value);
      const gint64 number = g_ascii_strtoll (text, NULL, 10);
      const gboolean is_mark = strlen (text) <= strlen ("甲") || g_str_equal (text, "栏次");
      if (!found_text_is_number (text) && is_mark)
        continue;
      if (!is_mark || strchr (text, '.') != NULL || number < 1
          || (n_numbers > 0 && number != last + 1))
        return FALSE;
      last = number;
      n_numbers++;
    }
  return n_numbers >= 3 && last <= (gint64) n_numbers + 2;
}

static gboolean
has_data_below (const FoundGrid *grid, const FoundBand *band, guint column)
{
  for (guint32 i = 1; i <= N_LOOKED_AT; i++)
    if (found_grid_get_shown (grid, band->last_row + i, column)[0] != '\0')
      return TRUE;
  return FALSE;
}

static gboolean
is_value_head (const FoundHead *head)
{
  return head->word.is_sum || head->word.rate != YL_FOUND_ALL_CLASSES
         || (head->word.has_meaning && found_is_value (head->word.meaning));
}

static void
end_run (GArray *runs, guint from, guint to, guint n_values)
{
  const FoundRun run = { from, to };
  if (n_values > 0)
    g_array_append_val (runs, run);
}

GArray *
found_band_split (const FoundGrid *grid, const FoundBand *band)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (FoundRun));
  const guint n = band->heads->len;
  const FoundHead *heads = (const FoundHead *) (gpointer) band->heads->data;
  guint from = 0;
  guint n_values = 0;
  for (guint i = 0; i < n; i++)
    {
      const gboolean is_gap =
          heads[i].head[0] == '\0' && !has_data_below (grid, band, heads[i].column);
      const gboolean is_again = i > from && n_values > 0 && heads[from].head[0] != '\0'
                                && strcmp (heads[i].head, heads[from].head) == 0;
      if (is_gap || is_again)
        {
          end_run (runs, from, i, n_values);
          from = is_gap ? i + 1 : i;
          n_values = 0;
        }
      n_values += is_value_head (&heads[i]) ? 1 : 0;
    }
  end_run (runs, from, n, n_values);
  return runs;
}
