#include "yanglu/io/import/tables/performance.h"

#include "free-table-private.h"

#include "yanglu/domain/cell-place.h"

/* A table is no book. */
#define MAX_ROWS 1000

enum
{
  GROUP,
  NAME,
  TARGET,
  ACTUAL,
  VERDICT,
};

static const YlImportColumn columns[] = {
  [GROUP] = { "group" },   [NAME] = { "name" },       [TARGET] = { "target" },
  [ACTUAL] = { "actual" }, [VERDICT] = { "verdict" },
};
static const guint64 enough[] = { 1 << NAME | 1 << TARGET | 1 << ACTUAL, 0 };
static const YlImportTable table = {
  .words = YL_WORDS_PERFORMANCE_HEADS,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .enough = enough,
};

/* (transfer full): without blanks around; of a formula whose value was dropped what is planned. */
static char *
dup_text (const FreeTable *found, const YlWorkbook *planned, guint32 row, guint column)
{
  const YlCell *cell = free_table_get (found, row, column);
  const gboolean is_dropped = cell != NULL && cell->formula != 0 && cell->value == 0;
  const YlWorksheet *sheet =
      !is_dropped || planned == NULL ? NULL : yl_workbook_find_sheet (planned, found->sheet->name);
  if (sheet != NULL)
    cell = yl_worksheet_find (sheet, row, (guint) found->columns[column]);
  const char *text = cell == NULL ? "" : yl_workbook_get_text (found->workbook, cell->value);
  return yl_text_dup (yl_text_trim (yl_text_of (text)));
}

static void
read_row (const FreeTable *found,
          const YlWorkbook *planned,
          guint32 row,
          YlPerformance *performance)
{
  g_autofree char *group = dup_text (found, planned, row, GROUP);
  g_autofree char *name = dup_text (found, planned, row, NAME);
  g_autofree char *target = dup_text (found, planned, row, TARGET);
  g_autofree char *actual = dup_text (found, planned, row, ACTUAL);
  g_autofree char *verdict = dup_text (found, planned, row, VERDICT);
  g_autofree char *place = yl_cell_to_text (row, (guint) found->columns[ACTUAL]);
  const YlCell *cell = free_table_get (found, row, ACTUAL);
  if (name[0] == '\0' || target[0] == '\0')
    return;
  yl_performance_add (performance,
                      &(YlFilledIndicator){ .sheet = found->sheet->name,
                                            .row = row,
                                            .cell = place,
                                            .group = group,
                                            .name = name,
                                            .target = target,
                                            .actual = actual,
                                            .verdict = verdict,
                                            .is_worked_out = cell != NULL && cell->formula != 0 });
}

YlPerformance *
yl_performance_import (const YlWorkbook *workbook, const YlWorkbook *planned, const YlWords *words)
{
  YlPerformance *performance = yl_performance_new (workbook->file);
  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      FreeTable found = { .workbook = workbook,
                          .sheet = g_ptr_array_index (workbook->sheets, i),
                          .words = words,
                          .table = &table };
      const guint32 last_row = yl_worksheet_get_last_row (found.sheet);
      if (!free_table_find (&found))
        continue;
      for (guint32 row = found.head_row + 1; row <= MIN (last_row, found.head_row + MAX_ROWS);
           row++)
        read_row (&found, planned, row, performance);
    }
  return performance;
}
