#include "sheet-cells-private.h"

static void
index_rows (YlSheetCells *cells)
{
  const guint n = cells->cells->len;
  g_free (cells->rows);
  g_free (cells->slots);
  cells->last_row = n == 0 ? 0 : yl_sheet_cells_get (cells, n - 1)->row;
  cells->last_column = 0;
  cells->slots = g_new0 (guint32, n + 1);
  cells->rows = g_new (guint32, (gsize) cells->last_row + 2);
  guint at = 0;
  for (guint32 row = 0; row <= cells->last_row + 1; row++)
    {
      for (; at < n && yl_sheet_cells_get (cells, at)->row < row; at++)
        cells->last_column = MAX (cells->last_column, yl_sheet_cells_get (cells, at)->column);
      cells->rows[row] = at;
    }
}

void
yl_sheet_cells_init (YlSheetCells *cells, const YlWorksheet *sheet)
{
  *cells = (YlSheetCells){ .sheet = sheet, .cells = g_array_ref (sheet->cells) };
  index_rows (cells);
}

void
yl_sheet_cells_clear (YlSheetCells *cells)
{
  g_clear_pointer (&cells->cells, g_array_unref);
  g_clear_pointer (&cells->rows, g_free);
  g_clear_pointer (&cells->slots, g_free);
}

guint
yl_sheet_cells_find_from (const YlSheetCells *cells, guint32 row, guint column)
{
  if (row > cells->last_row)
    return cells->cells->len;
  guint low = cells->rows[row];
  guint high = cells->rows[row + 1];
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      if (yl_sheet_cells_get (cells, middle)->column < column)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

gboolean
yl_sheet_cells_find (const YlSheetCells *cells, guint32 row, guint column, guint *out_index)
{
  const guint at = yl_sheet_cells_find_from (cells, row, column);
  if (row > cells->last_row || at >= cells->rows[row + 1]
      || yl_sheet_cells_get (cells, at)->column != column)
    return FALSE;
  *out_index = at;
  return TRUE;
}

void
yl_sheet_cells_insert (YlSheetCells *cells, guint32 row, guint column)
{
  const guint at = yl_sheet_cells_find_from (cells, row, column);
  GArray *more = g_array_sized_new (FALSE, FALSE, sizeof (YlCell), cells->cells->len + 1);
  g_array_append_vals (more, cells->cells->data, cells->cells->len);
  const YlCell cell = { .row = row, .column = (guint16) column, .content = YL_CONTENT_NONE };
  g_array_insert_val (more, at, cell);
  g_array_unref (cells->cells);
  cells->cells = more;
  index_rows (cells);
}
