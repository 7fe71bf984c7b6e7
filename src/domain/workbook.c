#include "yanglu/domain/workbook.h"

#include <string.h>

YlWorkbook *
yl_workbook_new (const char *file, YlTextPool *texts)
{
  YlWorkbook *workbook = yl_arena_new_record (sizeof *workbook);
  workbook->file = yl_arena_keep (workbook->arena, file);
  workbook->texts = texts;
  workbook->sheets =
      yl_arena_own (workbook->arena, g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
  workbook->names = yl_arena_array (workbook->arena, sizeof (YlDefinedName));
  workbook->effort = yl_arena_own (workbook->arena, g_new0 (YlEffort, 1), g_free);
  workbook->looks = yl_arena_array (workbook->arena, sizeof (YlCellLook));
  return workbook;
}

YlWorksheet *
yl_workbook_add_sheet (YlWorkbook *workbook, const char *name)
{
  YlArena *arena = workbook->arena;
  YlWorksheet *sheet = yl_arena_own (arena, g_new0 (YlWorksheet, 1), g_free);
  sheet->name = yl_arena_keep (arena, name);
  sheet->cells = yl_arena_array (arena, sizeof (YlCell));
  sheet->hidden_rows = yl_arena_array (arena, sizeof (guint32));
  sheet->hidden_columns = yl_arena_array (arena, sizeof (guint16));
  sheet->merges = yl_arena_array (arena, sizeof (YlCellRange));
  sheet->page.looks = yl_arena_array (arena, sizeof (YlLookRun));
  sheet->page.latest = yl_arena_array (arena, sizeof (guint16));
  sheet->page.widths = yl_arena_array (arena, sizeof (YlColumnWidth));
  sheet->page.heights = yl_arena_array (arena, sizeof (YlRowHeight));
  sheet->page.conditions = yl_arena_array (arena, sizeof (YlLookCondition));
  sheet->page.print_areas = yl_arena_array (arena, sizeof (YlCellRange));
  g_ptr_array_add (workbook->sheets, sheet);
  return sheet;
}

void
yl_workbook_allow (const YlWorkbook *workbook, const YlBookLimits *limits)
{
  guint64 n_cells = 0;
  for (guint i = 0; i < workbook->sheets->len; i++)
    n_cells += ((const YlWorksheet *) g_ptr_array_index (workbook->sheets, i))->cells->len;
  yl_effort_allow (workbook->effort, limits, n_cells);
}

void
yl_workbook_add_name (YlWorkbook *workbook, const char *name, const char *reference)
{
  const YlDefinedName entry = { yl_arena_keep (workbook->arena, name),
                                yl_arena_keep (workbook->arena, reference) };
  g_array_append_val (workbook->names, entry);
}

guint16
yl_workbook_add_look (YlWorkbook *workbook, const YlCellLook *look)
{
  YlCellLook kept = *look;
  const guint index = workbook->looks->len;
  if (index >= YL_MAX_LOOKS)
    return 0;
  kept.format = look->format == NULL ? NULL : yl_arena_keep (workbook->arena, look->format);
  g_array_append_val (workbook->looks, kept);
  return (guint16) index;
}

const YlWorksheet *
yl_workbook_find_sheet (const YlWorkbook *workbook, const char *name)
{
  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      const YlWorksheet *sheet = g_ptr_array_index (workbook->sheets, i);
      if (strcmp (sheet->name, name) == 0)
        return sheet;
    }
  return NULL;
}

const char *
yl_workbook_find_name (const YlWorkbook *workbook, const char *name)
{
  for (guint i = 0; i < workbook->names->len; i++)
    {
      const YlDefinedName *entry = &g_array_index (workbook->names, YlDefinedName, i);
      if (strcmp (entry->name, name) == 0)
        return entry->reference;
    }
  return NULL;
}

const char *
yl_workbook_get_text (const YlWorkbook *workbook, YlTextId id)
{
  return yl_text_pool_get (workbook->texts, id);
}

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

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const guint32 left = *(const guint32 *) a;
  const guint32 right = *(const guint32 *) b;
  return (left > right) - (left < right);
}

gboolean
yl_worksheet_is_row_hidden (const YlWorksheet *sheet, guint32 row)
{
  return g_array_binary_search (sheet->hidden_rows, &row, compare_rows, NULL);
}

gboolean
yl_worksheet_is_column_hidden (const YlWorksheet *sheet, guint column)
{
  for (guint i = 0; i < sheet->hidden_columns->len; i++)
    if (g_array_index (sheet->hidden_columns, guint16, i) == column)
      return TRUE;
  return FALSE;
}
