#include "stated-turn-private.h"

#include <string.h>

static void
fill_table (YlStatedTable *table, const GArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    yl_stated_table_add_column (table, &g_array_index (columns, YlStatedColumn, i));
}

static void
free_columns (GArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    g_free (g_array_index (columns, YlStatedColumn, i).head);
  g_array_unref (columns);
}

/* A table of words, such as the files that a cover names, is no budget. */
static gboolean
has_figures (const YlStatedTable *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const YlStatedMeaning meaning = yl_stated_table_get_column (table, i)->meaning;
      if (meaning == YL_STATED_LENGTH || meaning == YL_STATED_AMOUNT)
        return TRUE;
    }
  return FALSE;
}

/* Reads the one table under @band. Returns: the row after it; 0 at the end of the sheet. */
static guint32
read_table (StatedReading *reading,
            const StatedGrid *grid,
            const StatedBand *band,
            const StatedRun *run,
            guint32 from_row)
{
  g_auto (StatedSurround) surround;
  stated_surround_init (&surround, grid, from_row, band);
  GArray *columns = stated_columns_settle (grid, band, run, &surround);
  if (!stated_columns_are_table (columns))
    {
      free_columns (columns);
      return stated_grid_next_row (grid, band->first_row);
    }
  YlStatedTable *table = yl_stated_budget_add_table (reading->budget, grid->sheet->name,
                                                     band->last_row, surround.title);
  table->is_hidden = grid->sheet->state != YL_SHEET_VISIBLE;
  fill_table (table, columns);
  free_columns (columns);
  const guint32 end = stated_rows_read (reading, grid, band, table);
  if (table->rows->len == 0 || !has_figures (table))
    {
      g_ptr_array_set_size (reading->budget->tables, (int) reading->budget->tables->len - 1);
      return end;
    }
  const YlStatedRow *last = yl_stated_table_get_row (table, table->rows->len - 1);
  reading->last_row = last->row;
  stated_remarks_read (table, grid, from_row, band->first_row, TRUE);
  stated_remarks_read (table, grid, last->row + 1, end == 0 ? G_MAXUINT32 : end, FALSE);
  stated_tell_table (reading, table);
  return end;
}

static void scan (StatedReading *reading, const StatedGrid *grid, guint32 from_row);

/* The row in which heads begin again from one edge to the other; 0 for none. */
static guint32
find_next_band (const StatedGrid *grid, const StatedBand *band)
{
  guint32 row = stated_grid_next_row (grid, band->last_row);
  while (row != 0 && !stated_band_begins (grid, row))
    row = stated_grid_next_row (grid, row);
  return row;
}

/* Tables side by side: each is read in its own window. Returns: the row after them; 0 for none. */
static guint32
scan_beside (StatedReading *reading,
             const StatedGrid *grid,
             const StatedBand *band,
             const GArray *runs,
             guint32 from_row)
{
  const guint first = g_array_index (band->heads, StatedHead, 0).column;
  const guint32 end = find_next_band (grid, band);
  for (guint i = 0; i < runs->len; i++)
    {
      StatedGrid window = *grid;
      if (i > 0)
        window.first_column = first + g_array_index (runs, StatedRun, i).from;
      if (i + 1 < runs->len)
        window.end_column = first + g_array_index (runs, StatedRun, i + 1).from;
      if (end != 0)
        window.last_row = end - 1;
      scan (reading, &window, from_row);
    }
  return end;
}

/* Reads what stands under the heads that begin in @row. Returns: the row to go on with. */
static guint32
scan_band (StatedReading *reading, const StatedGrid *grid, guint32 row, guint32 from_row)
{
  g_autoptr (StatedBand) band = stated_band_new (grid, row);
  g_autoptr (GArray) runs = stated_band_split (grid, band);
  if (runs->len > 1)
    return scan_beside (reading, grid, band, runs, from_row);
  if (runs->len == 0)
    return stated_grid_next_row (grid, row);
  return read_table (reading, grid, band, &g_array_index (runs, StatedRun, 0), from_row);
}

static void
scan (StatedReading *reading, const StatedGrid *grid, guint32 from_row)
{
  guint32 row = stated_grid_next_row (grid, from_row > 0 ? from_row - 1 : 0);
  while (row != 0 && *grid->n_wordy < STATED_MAX_WORDY)
    {
      if (!stated_band_begins (grid, row))
        {
          row = stated_grid_next_row (grid, row);
          continue;
        }
      if (reading->budget->tables->len >= STATED_MAX_TABLES)
        {
          stated_tell_limit (reading, grid->sheet->name, row, "表格超过 200 个，其余未读");
          return;
        }
      reading->last_row = row;
      row = scan_band (reading, grid, row, from_row);
      /* Between two tables stand the notes of the one and the title of the other. */
      from_row = reading->last_row + 1;
    }
}

/* The sheet itself, or as it is read when its townships stand across. */
static const YlWorksheet *
turn_sheet (StatedReading *reading, const YlWorksheet *sheet, YlWorkbook *turned)
{
  YlStatedTurn turn;
  if (!stated_turn_find (reading, sheet, &turn))
    return sheet;
  g_autofree char *name = g_strdup_printf ("%s（行列互换）", sheet->name);
  YlWorksheet *read = yl_workbook_add_sheet (turned, name);
  stated_turn_fill (reading, sheet, &turn, read);
  turn.name = name;
  turn.sheet = sheet->name;
  yl_stated_budget_add_turn (reading->budget, &turn);
  g_autofree char *what = g_strdup_printf ("工作表“%s”", sheet->name);
  g_autofree char *taken = g_strdup_printf (
      "乡镇横排、类别竖排的表，行列互换后读作“%s”；问题中的单元格仍是原表的位置", name);
  yl_audit_add_reading (reading->audit, what, taken);
  return read;
}

static void
scan_sheet (StatedReading *reading, const YlWorksheet *sheet, guint *n_wordy)
{
  g_auto (StatedGrid) grid;
  stated_grid_init (&grid, reading->workbook, sheet, n_wordy);
  if (grid.is_cut)
    stated_tell_limit (reading, grid.sheet->name, 1, "第 256 列以后未读");
  if (grid.is_covered)
    stated_tell_limit (reading, grid.sheet->name, 1, "合并的单元格过多，其余按未合并读");
  const gboolean was_full = *n_wordy >= STATED_MAX_WORDY;
  scan (reading, &grid, 1);
  if (!was_full && *n_wordy >= STATED_MAX_WORDY)
    stated_tell_limit (reading, grid.sheet->name, 1, "没有数字的行过多，其余未看");
}

YlStatedBudget *
yl_stated_import (const YlWorkbook *workbook,
                  const YlPlaces *places,
                  guint32 county_code,
                  YlAudit *audit)
{
  StatedReading reading = {
    .workbook = workbook,
    .places = places,
    .county_code = county_code,
    .audit = audit,
    .budget = yl_stated_budget_new (workbook->file),
  };
  guint n_wordy = 0;
  g_autoptr (YlWorkbook) turned = yl_workbook_new (workbook->file, workbook->texts);
  for (guint i = 0; i < workbook->sheets->len; i++)
    scan_sheet (&reading, turn_sheet (&reading, g_ptr_array_index (workbook->sheets, i), turned),
                &n_wordy);
  if (reading.budget->tables->len == 0)
    stated_tell_nothing (&reading);
  return reading.budget;
}
