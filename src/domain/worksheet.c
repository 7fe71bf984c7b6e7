#include "yanglu/domain/worksheet.h"

#include "yanglu/domain/cell-place.h"

#include <string.h>

static gboolean
is_before (const YlCell *cell, guint32 row, guint column)
{
  return cell->row < row || (cell->row == row && cell->column < column);
}

/* The index of the first cell that is not before the place. */
static guint
find_place (const YlWorksheet *sheet, guint32 row, guint column)
{
  guint low = 0;
  guint high = sheet->cells->len;
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      if (is_before (&g_array_index (sheet->cells, YlCell, middle), row, column))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

void
yl_worksheet_put (YlWorksheet *sheet, const YlCell *cell)
{
  GArray *cells = sheet->cells;
  if (cells->len == 0
      || is_before (&g_array_index (cells, YlCell, cells->len - 1), cell->row, cell->column))
    {
      g_array_append_val (cells, *cell);
      return;
    }
  const guint at = find_place (sheet, cell->row, cell->column);
  YlCell *there = &g_array_index (cells, YlCell, at);
  if (there->row == cell->row && there->column == cell->column)
    *there = *cell;
  else
    g_array_insert_val (cells, at, *cell);
}

void
yl_worksheet_put_look (YlWorksheet *sheet, guint32 row, guint column, guint16 look)
{
  GArray *latest = sheet->page.latest;
  if (column >= latest->len)
    g_array_set_size (latest, column + 1);
  guint16 *last = &g_array_index (latest, guint16, column);
  if (*last == look)
    return;
  *last = look;
  const YlLookRun run = { row, (guint16) column, look };
  g_array_append_val (sheet->page.looks, run);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const guint32 left = *(const guint32 *) a;
  const guint32 right = *(const guint32 *) b;
  return (left > right) - (left < right);
}

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const YlCell *left = a;
  const YlCell *right = b;
  return is_before (left, right->row, right->column)  ? -1
         : is_before (right, left->row, left->column) ? 1
                                                      : 0;
}

void
yl_worksheet_add (YlWorksheet *sheet, const YlCell *cell)
{
  g_array_append_vals (sheet->cells, cell, 1);
}

/* Sorts, and keeps the last of those that are the same. */
static void
settle (GArray *array, GCompareFunc compare)
{
  const gsize size = g_array_get_element_size (array);
  guint n_kept = array->len > 0 ? 1 : 0;
  gboolean is_settled = TRUE;
  for (guint i = 1; i < array->len && is_settled; i++)
    is_settled = compare (array->data + (i - 1) * size, array->data + i * size) < 0;
  if (is_settled)
    return;
  g_array_sort (array, compare); /* which leaves equal ones as they came */
  for (guint i = 1; i < array->len; i++)
    {
      const char *last = array->data + (n_kept - 1) * size;
      n_kept += compare (last, array->data + i * size) != 0;
      memcpy (array->data + (n_kept - 1) * size, array->data + i * size, size);
    }
  g_array_set_size (array, n_kept);
}

void
yl_worksheet_settle (YlWorksheet *sheet)
{
  settle (sheet->cells, compare_cells);
  settle (sheet->hidden_rows, compare_rows);
}

const YlCell *
yl_worksheet_find (const YlWorksheet *sheet, guint32 row, guint column)
{
  const guint at = find_place (sheet, row, column);
  if (at >= sheet->cells->len)
    return NULL;
  const YlCell *cell = &g_array_index (sheet->cells, YlCell, at);
  return cell->row == row && cell->column == column ? cell : NULL;
}

const YlCell *
yl_worksheet_find_row (const YlWorksheet *sheet, guint32 row, guint *out_n)
{
  const guint first = find_place (sheet, row, 0);
  guint end = first;
  while (end < sheet->cells->len && g_array_index (sheet->cells, YlCell, end).row == row)
    end++;
  *out_n = end - first;
  return end == first ? NULL : &g_array_index (sheet->cells, YlCell, first);
}

guint32
yl_worksheet_get_last_row (const YlWorksheet *sheet)
{
  const guint n = sheet->cells->len;
  return n == 0 ? 0 : g_array_index (sheet->cells, YlCell, n - 1).row;
}

guint32
yl_worksheet_get_next_row (const YlWorksheet *sheet, guint32 row)
{
  const guint at = find_place (sheet, row + 1, 0);
  return at < sheet->cells->len ? g_array_index (sheet->cells, YlCell, at).row : 0;
}

gboolean
yl_worksheet_is_row_hidden (const YlWorksheet *sheet, guint32 row)
{
  return g_array_binary_search (sheet->hidden_rows, &row, compare_rows, NULL);
}

/* The index of the first hidden column that is not before @column. */
static guint
find_hidden (const GArray *hidden, guint column)
{
  guint low = 0;
  guint high = hidden->len;
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      if (g_array_index (hidden, guint16, middle) < column)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

void
yl_worksheet_empty_unsaved (YlWorksheet *sheet)
{
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      YlCell *cell = &g_array_index (sheet->cells, YlCell, i);
      if (!cell->is_unsaved)
        continue;
      cell->content = YL_CONTENT_NONE;
      cell->value = 0;
    }
}

void
yl_worksheet_hide_columns (YlWorksheet *sheet, guint first, guint last)
{
  GArray *hidden = sheet->hidden_columns;
  const guint end = MIN (last + 1, YL_SHEET_MAX_COLUMNS); /* beyond nothing can stand */
  if (first >= end || find_hidden (hidden, end) - find_hidden (hidden, first) == end - first)
    return;
  guint at = find_hidden (hidden, first);
  for (guint column = first; column < end; column++, at++)
    {
      const guint16 next = (guint16) column;
      if (at >= hidden->len || g_array_index (hidden, guint16, at) != next)
        g_array_insert_val (hidden, at, next);
    }
}

gboolean
yl_worksheet_is_column_hidden (const YlWorksheet *sheet, guint column)
{
  const guint at = find_hidden (sheet->hidden_columns, column);
  return at < sheet->hidden_columns->len
         && g_array_index (sheet->hidden_columns, guint16, at) == column;
}
