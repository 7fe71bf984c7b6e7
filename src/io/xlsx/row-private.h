#pragma once

#include "yanglu/base/text.h"

#include <string.h>

G_BEGIN_DECLS

/**
 * YlXlsxRow: the row that is being read: its cells, and the text of those that
 * are no shared strings, one after another.  It is used again for every row.
 */
typedef struct
{
  YlText *cells;
  guint n_cells;
  guint n_filled;
  char *text;
  gsize length;
  gsize capacity;
} YlXlsxRow;

/** yl_xlsx_row_init: for at most @n_columns columns. */
void yl_xlsx_row_init (YlXlsxRow *row, guint n_columns);
void yl_xlsx_row_clear (YlXlsxRow *row);
/** yl_xlsx_row_grow: room for @more bytes of text; the cells follow the text to its new place. */
void yl_xlsx_row_grow (YlXlsxRow *row, gsize more);

static inline void
yl_xlsx_row_reset (YlXlsxRow *row)
{
  row->n_cells = 0;
  row->n_filled = 0;
  row->length = 0;
}

static inline void
yl_xlsx_row_append (YlXlsxRow *row, const char *at, gsize length)
{
  if (G_UNLIKELY (row->capacity - row->length < length))
    yl_xlsx_row_grow (row, length);
  memcpy (row->text + row->length, at, length);
  row->length += length;
}

/* Returns: %FALSE when the cell had a text before, which is lost. */
static inline gboolean
yl_xlsx_row_set (YlXlsxRow *row, guint column, YlText text)
{
  while (row->n_cells <= column)
    row->cells[row->n_cells++] = YL_TEXT_EMPTY;
  const gboolean is_first = row->cells[column].length == 0;
  row->cells[column] = text;
  row->n_filled++;
  return is_first;
}

G_END_DECLS
