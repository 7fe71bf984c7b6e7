#include "found-grid-private.h"

#include "yanglu/base/decimal.h"
#include "yanglu/io/import/repair.h"

#include <string.h>

/* Cells of a sheet that merges may cover and be filled. */
#define MAX_COVERED 100000
#define MAX_NUMBER G_GINT64_CONSTANT (1000000000000000)

static gpointer
make_key (guint32 row, guint column)
{
  return GSIZE_TO_POINTER (((gsize) row << 14) | (column + 1));
}

static void
cover (FoundGrid *grid, const YlCellRange *range)
{
  const guint last_column = MIN (range->last_column, FOUND_MAX_COLUMNS - 1);
  const gpointer shown = make_key (range->first_row, range->first_column);
  for (guint32 row = range->first_row; row <= range->last_row; row++)
    for (guint column = range->first_column; column <= last_column; column++)
      {
        if (g_hash_table_size (grid->covered) >= MAX_COVERED)
          {
            grid->is_covered = TRUE;
            return;
          }
        if (row != range->first_row || column != range->first_column)
          g_hash_table_insert (grid->covered, make_key (row, column), shown);
      }
}

void
found_grid_init (FoundGrid *grid,
                 const YlWorkbook *workbook,
                 const YlWords *words,
                 const YlWorksheet *sheet,
                 guint *n_wordy)
{
  *grid = (FoundGrid){ .workbook = workbook, .words = words, .sheet = sheet, .n_wordy = n_wordy };
  grid->covered = g_hash_table_new (NULL, NULL);
  grid->last_row = yl_worksheet_get_last_row (sheet);
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      const guint column = g_array_index (sheet->cells, YlCell, i).column;
      grid->is_cut |= column >= FOUND_MAX_COLUMNS;
      grid->end_column = MAX (grid->end_column, MIN (column + 1, FOUND_MAX_COLUMNS));
    }
  for (guint i = 0; i < sheet->merges->len && !grid->is_covered; i++)
    {
      YlCellRange range = g_array_index (sheet->merges, YlCellRange, i);
      range.last_row = MIN (range.last_row, grid->last_row);
      cover (grid, &range);
    }
}

void
found_grid_clear (FoundGrid *grid)
{
  g_clear_pointer (&grid->covered, g_hash_table_unref);
}

const YlCell *
found_grid_find (const FoundGrid *grid, guint32 row, guint column)
{
  return column < FOUND_MAX_COLUMNS ? yl_worksheet_find (grid->sheet, row, column) : NULL;
}

const char *
found_grid_get (const FoundGrid *grid, guint32 row, guint column)
{
  const YlCell *cell = found_grid_find (grid, row, column);
  return cell == NULL ? "" : yl_workbook_get_text (grid->workbook, cell->value);
}

gboolean
found_grid_is_covered (const FoundGrid *grid, guint32 row, guint column)
{
  return g_hash_table_contains (grid->covered, make_key (row, column));
}

const char *
found_grid_get_shown (const FoundGrid *grid, guint32 row, guint column)
{
  const gsize key = GPOINTER_TO_SIZE (g_hash_table_lookup (grid->covered, make_key (row, column)));
  if (key == 0)
    return found_grid_get (grid, row, column);
  return found_grid_get (grid, (guint32) (key >> 14), (guint) (key & 0x3FFF) - 1);
}

guint32
found_grid_next_row (const FoundGrid *grid, guint32 row)
{
  const guint32 next = yl_worksheet_get_next_row (grid->sheet, row);
  return next <= grid->last_row ? next : 0;
}

gboolean
found_text_is_number (const char *text)
{
  gint64 units = 0;
  YlText number = yl_text_trim (yl_text_of (text));
  if (number.length > 1 && number.at[number.length - 1] == '%')
    number.length--;
  return yl_decimal_parse (number, 3, MAX_NUMBER, &units, NULL) == YL_DECIMAL_OK;
}

/* Longer texts are sentences that name a sum. */
#define MAX_NUMBER_BYTES 60

char *
found_number_in_unit (const YlWords *words, const char *text, YlHeadUnit wanted)
{
  YlHeadUnit own = YL_UNIT_NONE;
  if (strlen (text) > MAX_NUMBER_BYTES || strpbrk (text, "0123456789") == NULL)
    return NULL;
  return yl_number_in_unit (words, yl_text_of (text), wanted, &own);
}

static gboolean
has_own_unit (const FoundGrid *grid, const char *text)
{
  g_autofree char *yuan = found_number_in_unit (grid->words, text, YL_UNIT_YUAN);
  g_autofree char *km = found_number_in_unit (grid->words, text, YL_UNIT_KILOMETRE);
  return yuan != NULL || km != NULL;
}

gboolean
found_grid_is_number (const FoundGrid *grid, guint32 row, guint column)
{
  const YlCell *cell = found_grid_find (grid, row, column);
  if (cell == NULL)
    return FALSE;
  if (cell->content == YL_CONTENT_NUMBER)
    return TRUE;
  if (cell->content == YL_CONTENT_NONE)
    return cell->formula != 0;
  const char *text = yl_workbook_get_text (grid->workbook, cell->value);
  return cell->content == YL_CONTENT_TEXT
         && (found_text_is_number (text) || has_own_unit (grid, text));
}

gboolean
found_grid_is_inside (const FoundGrid *grid, const YlCell *cell)
{
  return cell->column >= grid->first_column && cell->column < grid->end_column;
}
