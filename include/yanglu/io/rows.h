#pragma once

#include "yanglu/base/text.h"

G_BEGIN_DECLS

/**
 * YlRowSink: what a table reader (io/csv, io/xlsx) hands its rows to.
 *
 * Cells are UTF-8; a reader has already replaced what it could not decode (and
 * told so by E04). Numbers of an .xlsx are decimals of at most 15 significant
 * digits without exponent, dates are "2021-01-31". Texts are borrowed until
 * the call returns.
 */
typedef struct
{
  /** A new sheet begins; "" for CSV. Returns: FALSE to pass over it. */
  gboolean (*begin_sheet) (gpointer self, const char *sheet, gboolean is_hidden);
  /** A row, numbered from 1 as the file does; empty rows may be left out. Returns: FALSE to end the
   * sheet. */
  gboolean (*row) (gpointer self, guint32 row, const YlText *cells, guint n_cells);
  void (*end_sheet) (gpointer self);
  gpointer self;
} YlRowSink;

G_END_DECLS
