#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A sheet is no larger (Excel 2007 and later). */
#define YL_SHEET_MAX_ROWS 1048576u
#define YL_SHEET_MAX_COLUMNS 16384u

/** A rectangle of cells, all four edges inside it. */
typedef struct
{
  guint32 first_row; /* from 1 */
  guint32 last_row;
  guint16 first_column; /* from 0 */
  guint16 last_column;
} YlCellRange;

/** yl_cell_range_parse: "A1:C4", "$A$1:$C$4", or one cell; nothing may follow. */
gboolean yl_cell_range_parse (const char *text, YlCellRange *out_range);

static inline gboolean
yl_cell_range_has (const YlCellRange *range, guint32 row, guint column)
{
  return row >= range->first_row && row <= range->last_row && column >= range->first_column
         && column <= range->last_column;
}

/** Room for the letters of any column and their end. */
#define YL_COLUMN_LETTERS 8

/** yl_column_to_letters: column 0 is "A", 26 is "AA". */
void yl_column_to_letters (guint column, char out_letters[YL_COLUMN_LETTERS]);

/** yl_cell_to_text: (transfer full): row 7 (from 1) of column 3 (from 0) is "D7". */
char *yl_cell_to_text (guint32 row, guint column);

/**
 * yl_cell_parse: "D7", "$D$7" and "d7"; nothing may follow.
 *
 * Returns: %FALSE when it is no cell of a sheet
 */
gboolean yl_cell_parse (const char *text, guint32 *out_row, guint *out_column);

/** YlCorner: a cell as a formula writes it, "$D7", or only its column or its row. */
typedef struct
{
  guint32 row;           /* from 1 */
  guint16 column;        /* from 0 */
  gboolean is_row_fixed; /* by a $ */
  gboolean is_column_fixed;
} YlCorner;

/** yl_corner_read_column: (nullable): behind "D" or "$D" at @at; %NULL when no column of a sheet stands
 * there. */
const char *yl_corner_read_column (const char *at, YlCorner *corner);
/** yl_corner_read_row: (nullable): behind "7" or "$7" at @at; %NULL when no row of a sheet stands
 * there. */
const char *yl_corner_read_row (const char *at, YlCorner *corner);

/** yl_cell_to_key: of a hash table by pointer; @row from 1, so that it is never %NULL. */
gpointer yl_cell_to_key (guint32 row, guint column);

/**
 * yl_formula_shift: (transfer full): a formula as it stands @rows lower and @columns to the right:
 * references without dollars move along, and are #REF! beyond the edge of a sheet. Whole rows and
 * whole columns stay.
 */
char *yl_formula_shift (const char *formula, gint64 rows, gint64 columns);

/**
 * yl_cell_parse_place: a cell of a sheet: "预算总表!D7", "'预算总表'!$D$7".
 *
 * Returns: (transfer full) (nullable): the name of the sheet; %NULL when it is no such place
 */
char *yl_cell_parse_place (const char *text, guint32 *out_row, guint *out_column);

G_END_DECLS
