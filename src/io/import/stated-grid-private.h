#pragma once

#include "yanglu/base/text.h"
#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

/* Columns of a sheet that are looked at: A4 and A3 hold a tenth of them. */
#define STATED_MAX_COLUMNS 256
/* Cells of a sheet that merges may cover and be filled. */
#define STATED_MAX_COVERED 100000

/* Rows of nothing but words that are looked at for heads, of one workbook. */
#define STATED_MAX_WORDY 50000

/** StatedGrid: a window of a sheet cell by cell, a merged area showing its text in every cell. */
typedef struct
{
  const YlWorkbook *workbook;
  const YlWorksheet *sheet;
  guint first_column;  /* of the window */
  guint end_column;    /* past its last */
  guint32 last_row;    /* of the window */
  gboolean is_cut;     /* columns past STATED_MAX_COLUMNS hold something */
  gboolean is_covered; /* merges past STATED_MAX_COVERED cells are left out */
  guint *n_wordy;      /* rows of nothing but words so far; borrowed */
  GHashTable *covered; /* key of a covered cell: key of the cell that shows */
} StatedGrid;

void stated_grid_init (StatedGrid *grid,
                       const YlWorkbook *workbook,
                       const YlWorksheet *sheet,
                       guint *n_wordy);
void stated_grid_clear (StatedGrid *grid);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StatedGrid, stated_grid_clear)

/** stated_grid_find: (nullable): the cell itself; of a merged area only its first has one. */
const YlCell *stated_grid_find (const StatedGrid *grid, guint32 row, guint column);
/** stated_grid_get: (transfer none): what the cell itself holds; "" for nothing. */
const char *stated_grid_get (const StatedGrid *grid, guint32 row, guint column);
/** stated_grid_get_shown: what the cell shows as part of a merged area. */
const char *stated_grid_get_shown (const StatedGrid *grid, guint32 row, guint column);
/** stated_grid_is_covered: by a merged area that begins in another cell. */
gboolean stated_grid_is_covered (const StatedGrid *grid, guint32 row, guint column);
/** stated_grid_next_row: the next row after @row that holds anything; 0 for none. */
guint32 stated_grid_next_row (const StatedGrid *grid, guint32 row);

/** stated_text_is_number: digits as people write them, a percentage too. */
gboolean stated_text_is_number (const char *text);
/** stated_grid_is_number: whether the cell holds a number, or a formula without a value. */
gboolean stated_grid_is_number (const StatedGrid *grid, guint32 row, guint column);

G_END_DECLS
