#pragma once

#include "yanglu/audit/formula/recalculate.h"
#include "yanglu/audit/formula/token.h"

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

typedef enum
{
  YL_ENTRY_FRESH,
  YL_ENTRY_RUNNING, /* being computed, or waiting for what it needs */
  YL_ENTRY_DONE,
  YL_ENTRY_SET, /* what if: not computed */
} YlEntryState;

/* What a cell comes to, once somebody asked. */
typedef struct
{
  YlCellValue value;
  guint sheet;
  guint cell;
  guint round; /* in which it was asked for last */
  YlEntryState state;
} YlCellEntry;

struct _YlRecalculation
{
  const YlWorkbook *workbook;
  YlSheetCells *sheets;
  GArray *entries; /* of YlCellEntry; the first is nobody's */
  GArray *wanted;  /* of guint: entries to be computed, the last one first */
  GHashTable *names;
  GHashTable *dense;
  GStringChunk *texts;
  GStringChunk *set_texts;
  guint64 n_visits;
  guint64 max_visits;
  guint n_levels;
  guint round;
  gboolean is_partial; /* a cell was needed too deep, and what was read of it is not to be kept */
  /* One attempt at the formula of an entry: cells know no formulas. */
  YlCellValue (*attempt) (YlRecalculation *book, guint slot);
};

static inline YlCellEntry *
yl_recalculation_get_entry (YlRecalculation *book, guint slot)
{
  return &g_array_index (book->entries, YlCellEntry, slot);
}

/* The entry of a cell, which gets one. */
guint yl_recalculation_take_slot (YlRecalculation *book, guint sheet, guint cell);
/* What the cell of that index comes to; of a rectangle all cells are asked for at once. */
YlCellValue yl_recalculation_read_cell (YlRecalculation *book,
                                        guint sheet,
                                        guint index,
                                        gboolean is_of_rectangle);

/* A rectangle of a sheet of the workbook. */
typedef struct
{
  guint sheet;
  guint32 row; /* from 1 */
  guint32 last_row;
  guint16 column; /* from 0 */
  guint16 last_column;
} YlArea;

static inline guint32
yl_area_get_n_rows (const YlArea *area)
{
  return area->last_row < area->row ? 0 : area->last_row - area->row + 1;
}

static inline guint32
yl_area_get_n_columns (const YlArea *area)
{
  return area->last_column < area->column ? 0u : (guint32) area->last_column - area->column + 1u;
}

/* What the cell comes to; when it is needed too deep, unknown for now, and computed first before
 * whatever needs it is tried again. */
YlCellValue yl_recalculation_read (YlRecalculation *book, guint sheet, guint32 row, guint column);
/* The area as far as its sheet holds cells; last_row may be below row: nothing. */
YlArea yl_recalculation_clip (const YlRecalculation *book, YlArea area);
/* The cells of @area that stand there, in order. */
typedef struct
{
  YlArea area;
  guint32 row; /* of the cell that was read */
  guint column;
  guint next; /* index in the sheet */
} YlAreaIter;
YlAreaIter yl_area_iter_init (const YlRecalculation *book, YlArea area);
gboolean yl_area_iter_next (YlRecalculation *book, YlAreaIter *iter, YlCellValue *out_value);

gboolean yl_recalculation_find_sheet (const YlRecalculation *book, YlText name, guint *out_sheet);
const YlWorksheet *yl_recalculation_get_sheet (const YlRecalculation *book, guint sheet);
/* (nullable): what a defined name stands for. */
const char *yl_recalculation_find_name (const YlRecalculation *book, YlText name);
/* The formula of a cell, "" when it has none. */
const char *yl_recalculation_get_formula (const YlRecalculation *book, YlArea cell);

/* A level deeper: FALSE when there are too many. Each that was entered is left. */
gboolean yl_recalculation_enter (YlRecalculation *book);
void yl_recalculation_leave (YlRecalculation *book);

/* Texts that live as long as the values. */
const char *yl_recalculation_keep (YlRecalculation *book, const char *at, gsize length);
/* In small letters, equal ones at one place. */
const char *yl_recalculation_fold (YlRecalculation *book, const char *text);
const char *yl_recalculation_to_text (YlRecalculation *book, const YlCellValue *value);

/* Every place of a rectangle as far as its sheet holds cells, row by row. */
typedef struct
{
  guint32 n_rows;
  guint32 n_columns;
  guint8 *kinds;       /* YlValueKind */
  YlFixed *numbers;    /* NULL when there is none */
  const char **texts;  /* folded, errors as they are; NULL when there is none */
  gboolean is_unknown; /* a cell of it is */
  gboolean is_circular;
} YlDenseArea;

/* (transfer full) (nullable): NULL when it is too large. */
YlDenseArea *yl_recalculation_get_dense (YlRecalculation *book, YlArea area);
void yl_dense_area_unref (YlDenseArea *dense);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlDenseArea, yl_dense_area_unref)
GHashTable *yl_dense_areas_new (void);
