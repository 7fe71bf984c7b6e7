#pragma once

#include "yanglu/base/text.h"
#include "yanglu/domain/head-unit.h"
#include "yanglu/domain/words.h"
#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

/* Columns of a sheet that are looked at: A4 and A3 hold a tenth of them. */
#define FOUND_MAX_COLUMNS 256

/* Rows of nothing but words that are looked at for heads, of one workbook. */
#define FOUND_MAX_WORDY 50000

/** FoundGrid: a window of a sheet cell by cell, a merged area showing its text in every cell. */
typedef struct
{
  const YlWorkbook *workbook;
  const YlWords *words;
  const YlWorksheet *sheet;
  guint first_column;  /* of the window */
  guint end_column;    /* past its last */
  guint32 last_row;    /* of the window */
  gboolean is_cut;     /* columns past FOUND_MAX_COLUMNS hold something */
  gboolean is_covered; /* merges past the limit are left out */
  guint *n_wordy;      /* rows of nothing but words so far; borrowed */
  GHashTable *covered; /* key of a covered cell: key of the cell that shows */
} FoundGrid;

void found_grid_init (FoundGrid *grid,
                      const YlWorkbook *workbook,
                      const YlWords *words,
                      const YlWorksheet *sheet,
                      guint *n_wordy);
void found_grid_clear (FoundGrid *grid);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoundGrid, found_grid_clear)

/** found_grid_find: (nullable): the cell itself; of a merged area only its first has one. */
const YlCell *found_grid_find (const FoundGrid *grid, guint32 row, guint column);
/** found_grid_get: (transfer none): what the cell itself holds; "" for nothing. */
const char *found_grid_get (const FoundGrid *grid, guint32 row, guint column);
/** found_grid_get_shown: what the cell shows as part of a merged area. */
const char *found_grid_get_shown (const FoundGrid *grid, guint32 row, guint column);
/** found_grid_is_covered: by a merged area that begins in another cell. */
gboolean found_grid_is_covered (const FoundGrid *grid, guint32 row, guint column);
/** found_grid_is_inside: whether the cell stands in the columns of the window. */
gboolean found_grid_is_inside (const FoundGrid *grid, const YlCell *cell);
/** found_grid_next_row: the next row after @row that holds anything; 0 for none. */
guint32 found_grid_next_row (const FoundGrid *grid, guint32 row);

/** found_text_is_number: digits as people write them, a percentage too. */
gboolean found_text_is_number (const char *text);
/** found_number_in_unit: (transfer full) (nullable): 6公里, ￥30,000.00, 3万元 as a column of @wanted has it. */
char *found_number_in_unit (const YlWords *words, const char *text, YlHeadUnit wanted);
/** found_grid_is_number: whether the cell holds a number, with its unit too, or a formula without a value. */
gboolean found_grid_is_number (const FoundGrid *grid, guint32 row, guint column);

G_END_DECLS
