#pragma once

#include "blocks-private.h"

#define YL_CSV_MAX_COLUMNS 2000u

/** How the splitting of a row ended. */
typedef enum
{
  YL_CSV_ROW_WHOLE,  /* cells hold a row; the text behind it comes next */
  YL_CSV_ROW_CUT,    /* the text ends inside a row */
  YL_CSV_ROW_OPEN,   /* a quote is open where the text ends */
  YL_CSV_ROW_QUOTED, /* a quote begins in this row: only yl_csv_rows_next_quoted() can tell */
} YlCsvRowEnd;

/**
 * YlCsvRows: divides the text of the blocks into cells. A quote opens a quoted cell only where the
 * cell begins; elsewhere it is a character like any other (RFC 4180, read as Excel reads it).
 */
typedef struct
{
  YlCsvBlocks *blocks;
  char delimiter;
  YlText cells[YL_CSV_MAX_COLUMNS];
  guint n_cells;
  gboolean has_more_cells; /* past the limit */
  const char *row;         /* the row that cells hold */
  gsize row_length;
} YlCsvRows;

/** Takes a row; FALSE: no more are wanted. */
typedef gboolean (*YlCsvTakeRow) (gpointer self, const YlCsvRows *rows);

/**
 * yl_csv_rows_take_plain: splits row after row at full speed, until a quote comes or the text is at
 * its end.
 * @out_wanted: (out): FALSE when @take wanted no more
 */
YlCsvRowEnd
yl_csv_rows_take_plain (YlCsvRows *rows, YlCsvTakeRow take, gpointer self, gboolean *out_wanted);

/**
 * yl_csv_rows_next_quoted: splits one row.
 * @with_quotes: FALSE takes quotes for characters like any other
 */
YlCsvRowEnd yl_csv_rows_next_quoted (YlCsvRows *rows, gboolean with_quotes);
