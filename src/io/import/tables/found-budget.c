#include "found-private.h"

#include <string.h>

/* A table of words, such as the files that a cover names, is no budget. */
static gboolean
has_figures (const YlFoundTable *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const YlFoundMeaning meaning = yl_found_table_get_column (table, i)->meaning;
      if (meaning == YL_FOUND_LENGTH || meaning == YL_FOUND_AMOUNT)
        return TRUE;
    }
  return FALSE;
}

/* Reads the one table under @band. Returns: the row after it; 0 at the end of the sheet. */
static guint32
read_table (FoundReading *reading,
            const FoundGrid *grid,
            const FoundBand *band,
            const FoundRun *run,
            guint32 from_row)
{
  g_auto (FoundSurround) surround;
  found_surround_init (&surround, grid, from_row, band);
  g_autoptr (GArray) columns = found_columns_settle (grid, band, run, &surround);
  if (!found_columns_are_table (columns))
    return found_grid_next_row (grid, band->first_row);
  YlFoundTable *table = yl_found_budget_add_table (reading->budget, grid->sheet->name,
                                                   band->last_row, surround.title);
  table->is_hidden = grid->sheet->state != YL_SHEET_VISIBLE;
  for (guint i = 0; i < columns->len; i++)
    yl_found_table_add_column (table, &g_array_index (columns, YlFoundColumn, i));
  const guint32 end = found_rows_read (reading, grid, band, table);
  if (table->rows->len == 0 || !has_figures (table))
    {
      g_ptr_array_set_size (reading->budget->tables, (int) reading->budget->tables->len - 1);
      return end;
    }
  const YlFoundRow *last = yl_found_table_get_row (table, table->rows->len - 1);
  reading->last_row = last->row;
  found_remarks_read (table, grid, from_row, band->first_row, TRUE);
  found_remarks_read (table, grid, last->row + 1, end == 0 ? G_MAXUINT32 : end, FALSE);
  found_report_table (reading, table);
  return end;
}

static void scan (FoundReading *reading, const FoundGrid *grid, guint32 from_row);

/* The row in which heads begin again from one edge to the other; 0 for none. */
static guint32
find_next_band (const FoundGrid *grid, const FoundBand *band)
{
  guint32 row = found_grid_next_row (grid, band->last_row);
  while (row != 0 && !found_band_begins (grid, row))
    row = found_grid_next_row (grid, row);
  return row;
}

/* Tables side by side: each is read in its own window. Returns: the row after them; 0 for none. */
static guint32
scan_beside (FoundReading *reading,
             const FoundGrid *grid,
             const FoundBand *band,
             const GArray *runs,
             guint32 from_row)
{
  const guint first = g_array_index (band->heads, FoundHead, 0).column;
  const guint32 end = find_next_band (grid, band);
  for (guint i = 0; i < runs->len; i++)
    {
      FoundGrid window = *grid;
      if (i > 0)
        window.first_column = first + g_array_index (runs, FoundRun, i).from;
      if (i + 1 < runs->len)
        window.end_column = first + g_array_index (runs, FoundRun, i + 1).from;
      if (end != 0)
        window.last_row = end - 1;
      scan (reading, &window, from_row);
    }
  return end;
}

/* Reads what stands under the heads that begin in @row. Returns: the row to go on with. */
static guint32
scan_band (FoundReading *reading, const FoundGrid *grid, guint32 row, guint32 from_row)
{
  g_autoptr (FoundBand) band = found_band_new (grid, row);
  g_autoptr (GArray) runs = found_band_split (grid, band);
  if (runs->len > 1)
    return scan_beside (reading, grid, band, runs, from_row);
  if (runs->len == 0)
    return found_grid_next_row (grid, row);
  return read_table (reading, grid, band, &g_array_index (runs, FoundRun, 0), from_row);
}

static void
scan (FoundReading *reading, const FoundGrid *grid, guint32 from_row)
{
  guint32 row = found_grid_next_row (grid, from_row > 0 ? from_row - 1 : 0);
  while (row != 0 && *grid->n_wordy < FOUND_MAX_WORDY)
    {
      if (!found_band_begins (grid, row))
        {
          row = found_grid_next_row (grid, row);
          continue;
        }
      if (reading->budget->tables->len >= FOUND_MAX_TABLES)
        {
          found_report_limit (reading, grid->sheet->name, row, "表格超过 200 个，其余未读");
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
turn_sheet (FoundReading *reading, const YlWorksheet *sheet, YlWorkbook *turned)
{
  YlFoundTurn turn;
  if (!found_turn_find (reading, sheet, &turn))
    return sheet;
  g_autofree char *name = g_strdup_printf ("%s（行列互换）", sheet->name);
  YlWorksheet *read = yl_workbook_add_sheet (turned, name);
  found_turn_fill (reading, sheet, &turn, read);
  turn.name = name;
  turn.sheet = sheet->name;
  yl_found_budget_add_turn (reading->budget, &turn);
  g_autofree char *what = g_strdup_printf ("工作表“%s”", sheet->name);
  g_autofree char *taken = g_strdup_printf (
      "乡镇横排、类别竖排的表，行列互换后读作“%s”；问题中的单元格仍是原表的位置", name);
  yl_audit_add_reading (reading->audit, what, taken);
  return read;
}

static void
scan_sheet (FoundReading *reading, const YlWorksheet *sheet, guint *n_wordy)
{
  g_auto (FoundGrid) grid;
  found_grid_init (&grid, reading->workbook, reading->words, sheet, n_wordy);
  if (grid.is_cut)
    found_report_limit (reading, grid.sheet->name, 1, "第 256 列以后未读");
  if (grid.is_covered)
    found_report_limit (reading, grid.sheet->name, 1, "合并的单元格过多，其余按未合并读");
  const gboolean was_full = *n_wordy >= FOUND_MAX_WORDY;
  scan (reading, &grid, 1);
  if (!was_full && *n_wordy >= FOUND_MAX_WORDY)
    found_report_limit (reading, grid.sheet->name, 1, "没有数字的行过多，其余未看");
}

YlFoundBudget *
yl_found_import (const YlWorkbook *workbook,
                 const YlWords *words,
                 const YlPlaces *places,
                 guint32 county_code,
                 YlAudit *audit)
{
  FoundReading reading = {
    .workbook = workbook,
    .words = words,
    .places = places,
    .county_code = county_code,
    .audit = audit,
    .budget = yl_found_budget_new (workbook->file),
  };
  guint n_wordy = 0;
  g_autoptr (YlWorkbook) turned = yl_workbook_new (workbook->file, workbook->texts);
  for (guint i = 0; i < workbook->sheets->len; i++)
    scan_sheet (&reading, turn_sheet (&reading, g_ptr_array_index (workbook->sheets, i), turned),
                &n_wordy);
  if (reading.budget->tables->len == 0)
    found_report_nothing (&reading);
  return reading.budget;
}
