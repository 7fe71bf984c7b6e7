#pragma once

#include "yanglu/base/text-pool.h"
#include "yanglu/domain/page.h"

G_BEGIN_DECLS

/** What a cell shows. */
typedef enum
{
  YL_CONTENT_NONE,    /* nothing, or a formula whose value was not saved */
  YL_CONTENT_NUMBER,  /* a decimal of at most 15 significant digits, without exponent: "12.5" */
  YL_CONTENT_TEXT,    /* dates too: "2021-01-31" */
  YL_CONTENT_BOOLEAN, /* "1", "0" */
  YL_CONTENT_ERROR,   /* "#N/A" */
} YlContent;

/** One cell that holds anything: a value, a formula or both. */
typedef struct
{
  guint32 row;           /* from 1 */
  guint16 column;        /* from 0 */
  guint8 content;        /* YlContent of the value */
  guint8 is_array : 1;   /* the formula works on whole ranges */
  guint8 is_unsaved : 1; /* 0 where a formula stood that nobody worked out, and that was not read */
  guint8 no_mark : 6;    /* 0 */
  YlTextId value;        /* 0: "" */
  YlTextId formula;      /* without =, a shared one written out for this cell; 0: none */
} YlCell;

typedef enum
{
  YL_SHEET_VISIBLE,
  YL_SHEET_HIDDEN,
  YL_SHEET_VERY_HIDDEN, /* only a macro can show it */
} YlSheetState;

/** One sheet as it was found. */
typedef struct
{
  const char *name;
  YlSheetState state;
  gboolean is_filtered;   /* hidden rows are those that a filter leaves out */
  GArray *cells;          /* of YlCell, by row, then column, each place once */
  GArray *hidden_rows;    /* of guint32, ascending */
  GArray *hidden_columns; /* of guint16, ascending */
  GArray *merges;         /* of YlCellRange */
  YlSheetPage page;
} YlWorksheet;

/** yl_worksheet_put: the next cell, or one in the place of an earlier one; a cell out of order is
 * put into its place, which moves all behind it. */
void yl_worksheet_put (YlWorksheet *sheet, const YlCell *cell);
/** yl_worksheet_put_look: how the number that was put last looks; kept where the one above it in its
 * column looks otherwise. */
void yl_worksheet_put_look (YlWorksheet *sheet, guint32 row, guint column, guint16 look);
/** yl_worksheet_add: the next cell as it comes, wherever it stands; yl_worksheet_settle() follows. */
void yl_worksheet_add (YlWorksheet *sheet, const YlCell *cell);
/** yl_worksheet_settle: cells and hidden rows in their order; of one place the last that came. */
void yl_worksheet_settle (YlWorksheet *sheet);
/** yl_worksheet_empty_unsaved: what nobody worked out holds nothing, as it is read. */
void yl_worksheet_empty_unsaved (YlWorksheet *sheet);
/** yl_worksheet_hide_columns: those from @first (from 0) to @last as far as a sheet has any. */
void yl_worksheet_hide_columns (YlWorksheet *sheet, guint first, guint last);
/** yl_worksheet_find: (nullable) (transfer none): the cell at @row, @column. */
const YlCell *yl_worksheet_find (const YlWorksheet *sheet, guint32 row, guint column);
/** yl_worksheet_find_row: (nullable) (array length=out_n): the cells of @row. */
const YlCell *yl_worksheet_find_row (const YlWorksheet *sheet, guint32 row, guint *out_n);
/** yl_worksheet_get_last_row: 0 when nothing stands in it. */
guint32 yl_worksheet_get_last_row (const YlWorksheet *sheet);
/** yl_worksheet_get_next_row: the next row after @row that holds anything; 0 for none. */
guint32 yl_worksheet_get_next_row (const YlWorksheet *sheet, guint32 row);
gboolean yl_worksheet_is_row_hidden (const YlWorksheet *sheet, guint32 row);
gboolean yl_worksheet_is_column_hidden (const YlWorksheet *sheet, guint column);

G_END_DECLS
