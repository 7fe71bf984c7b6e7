#pragma once

#include "yanglu/base/text.h"

#include <string.h>

G_BEGIN_DECLS

/** Excel holds 32 767 characters a cell; in UTF-8 that is at most four times as many bytes. */
#define YL_SHEET_ROW_TEXT_BYTES ((gsize) 4 * 32767)

/** YlSheetRow: the row of a workbook that is being read: its cells, and the text of those whose text
 * stands nowhere else, one after another. It is used again for every row. */
typedef struct
{
  YlText *cells;
  guint n_cells;
  guint n_filled;
  char *text;
  gsize length;
  gsize capacity;
} YlSheetRow;

/** yl_sheet_row_init: for at most @n_columns columns. */
void yl_sheet_row_init (YlSheetRow *row, guint n_columns);
void yl_sheet_row_clear (YlSheetRow *row);
/** yl_sheet_row_grow: room for @more bytes of text; the cells follow the text to its new place. */
void yl_sheet_row_grow (YlSheetRow *row, gsize more);

static inline void
yl_sheet_row_reset (YlSheetRow *row)
{
  row->n_cells = 0;
  row->n_filled = 0;
  row->length = 0;
}

/** yl_sheet_row_append: more text, of a cell that is set when it is whole. */
static inline void
yl_sheet_row_append (YlSheetRow *row, const char *at, gsize length)
{
  if (G_UNLIKELY (row->capacity - row->length < length))
    yl_sheet_row_grow (row, length);
  memcpy (row->text + row->length, at, length);
  row->length += length;
}

/** yl_sheet_row_set: Returns: %FALSE when the cell had a text before, which is lost. */
static inline gboolean
yl_sheet_row_set (YlSheetRow *row, guint column, YlText text)
{
  while (row->n_cells <= column)
    row->cells[row->n_cells++] = YL_TEXT_EMPTY;
  const gboolean is_first = row->cells[column].length == 0;
  row->cells[column] = text;
  row->n_filled++;
  return is_first;
}

G_END_DECLS
