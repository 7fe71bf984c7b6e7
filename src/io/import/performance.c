#include "yanglu/io/import/performance.h"

#include "head-name-private.h"

#include "yanglu/domain/cell-place.h"

#include <string.h>

/* Titles and notes stand above the heads, but not a page of them; a table is no book. */
#define MAX_HEAD_ROW 50
#define MAX_ROWS 1000
#define NO_COLUMN (-1)

typedef enum
{
  COLUMN_GROUP,
  COLUMN_NAME,
  COLUMN_TARGET,
  COLUMN_ACTUAL,
  COLUMN_VERDICT,
} Column;
#define N_COLUMNS 5

static const char *const columns[N_COLUMNS] = {
  [COLUMN_GROUP] = "group",   [COLUMN_NAME] = "name",       [COLUMN_TARGET] = "target",
  [COLUMN_ACTUAL] = "actual", [COLUMN_VERDICT] = "verdict",
};

typedef struct
{
  const YlWords *words;
  const YlWorkbook *workbook;
  const YlWorksheet *sheet;
  const YlWorkbook *planned; /* (nullable) */
  int columns[N_COLUMNS];
  YlPerformance *performance;
} Reading;

static const YlCell *
find_cell (const Reading *reading, guint32 row, Column column)
{
  const int index = reading->columns[column];
  return index == NO_COLUMN ? NULL : yl_worksheet_find (reading->sheet, row, (guint) index);
}

/* (transfer full): without blanks around; of a formula whose value was dropped what is planned. */
static char *
dup_text (const Reading *reading, guint32 row, Column column)
{
  const YlCell *cell = find_cell (reading, row, column);
  const gboolean is_dropped = cell != NULL && cell->formula != 0 && cell->value == 0;
  const YlWorksheet *sheet = !is_dropped || reading->planned == NULL
                                 ? NULL
                                 : yl_workbook_find_sheet (reading->planned, reading->sheet->name);
  if (sheet != NULL)
    cell = yl_worksheet_find (sheet, row, (guint) reading->columns[column]);
  const char *text = cell == NULL ? "" : yl_workbook_get_text (reading->workbook, cell->value);
  return yl_text_dup (yl_text_trim (yl_text_of (text)));
}

static void
take_head (Reading *reading, const YlCell *cell)
{
  if (cell->content != YL_CONTENT_TEXT)
    return;
  const char *written = yl_workbook_get_text (reading->workbook, cell->value);
  g_auto (YlHeadText) text;
  yl_head_text_init (&text, written);
  const YlSpelling *word =
      yl_words_find_inside (reading->words, YL_WORDS_PERFORMANCE_HEADS, text.flat->str);
  for (guint column = 0; word != NULL && column < N_COLUMNS; column++)
    {
      if (!g_str_equal (columns[column], word->key) || reading->columns[column] != NO_COLUMN)
        continue;
      reading->columns[column] = cell->column;
    }
}

static gboolean
read_heads (Reading *reading, guint32 row)
{
  guint n_cells = 0;
  const YlCell *cells = yl_worksheet_find_row (reading->sheet, row, &n_cells);
  for (guint i = 0; i < N_COLUMNS; i++)
    reading->columns[i] = NO_COLUMN;
  for (guint i = 0; i < n_cells; i++)
    take_head (reading, &cells[i]);
  return reading->columns[COLUMN_NAME] != NO_COLUMN && reading->columns[COLUMN_TARGET] != NO_COLUMN
         && reading->columns[COLUMN_ACTUAL] != NO_COLUMN;
}

static void
read_row (const Reading *reading, guint32 row)
{
  g_autofree char *group = dup_text (reading, row, COLUMN_GROUP);
  g_autofree char *name = dup_text (reading, row, COLUMN_NAME);
  g_autofree char *target = dup_text (reading, row, COLUMN_TARGET);
  g_autofree char *actual = dup_text (reading, row, COLUMN_ACTUAL);
  g_autofree char *verdict = dup_text (reading, row, COLUMN_VERDICT);
  g_autofree char *place = yl_cell_to_text (row, (guint) reading->columns[COLUMN_ACTUAL]);
  const YlCell *cell = find_cell (reading, row, COLUMN_ACTUAL);
  if (name[0] == '\0' || target[0] == '\0')
    return;
  yl_performance_add (reading->performance,
                      &(YlFilledIndicator){ .sheet = reading->sheet->name,
                                            .row = row,
                                            .cell = place,
                                            .group = group,
                                            .name = name,
                                            .target = target,
                                            .actual = actual,
                                            .verdict = verdict,
                                            .is_worked_out = cell != NULL && cell->formula != 0 });
}

static void
read_sheet (Reading *reading)
{
  const guint32 last_row = yl_worksheet_get_last_row (reading->sheet);
  for (guint32 row = 1; row <= MIN (last_row, MAX_HEAD_ROW); row++)
    {
      if (!read_heads (reading, row))
        continue;
      for (guint32 below = row + 1; below <= MIN (last_row, row + MAX_ROWS); below++)
        read_row (reading, below);
      return;
    }
}

YlPerformance *
yl_performance_import (const YlWorkbook *workbook, const YlWorkbook *planned, const YlWords *words)
{
  YlPerformance *performance = yl_performance_new (workbook->file);
  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      Reading reading = { .words = words,
                          .workbook = workbook,
                          .sheet = g_ptr_array_index (workbook->sheets, i),
                          .planned = planned,
                          .performance = performance };
      read_sheet (&reading);
    }
  return performance;
}
