#pragma once

#include "yanglu/domain/workbook.h"

/* The cells of a sheet, found by row at once. */
typedef struct
{
  const YlWorksheet *sheet;
  GArray *cells; /* of YlCell: the sheet's own, or a copy with more of them */
  guint32 *rows; /* index of the first cell of each row; rows[last_row + 1] is their number */
  guint32 last_row;
  guint16 last_column;
  guint32 *slots; /* of each cell: where its value is kept, 0: nowhere yet */
} YlSheetCells;

void yl_sheet_cells_init (YlSheetCells *cells, const YlWorksheet *sheet);
void yl_sheet_cells_clear (YlSheetCells *cells);

/* The index of the first cell of @row from @column on, the end of the row when there is none. */
guint yl_sheet_cells_find_from (const YlSheetCells *cells, guint32 row, guint column);
/* Whether a cell stands there, and its index. */
gboolean
yl_sheet_cells_find (const YlSheetCells *cells, guint32 row, guint column, guint *out_index);
/* Puts an empty cell where none stood; the slots of the others are forgotten. */
void yl_sheet_cells_insert (YlSheetCells *cells, guint32 row, guint column);

static inline const YlCell *
yl_sheet_cells_get (const YlSheetCells *cells, guint index)
{
  return &g_array_index (cells->cells, YlCell, index);
}
