#pragma once

#include "yanglu/base/text.h"
#include "yanglu/domain/row-id.h"
#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

/** YlSheetLayout: what a sheet of a workbook says beside its rows. */
typedef struct
{
  const GArray *merges; /* of YlCellRange */
  guint n_worked_out;   /* formulas whose value was not saved: cells of the rows all the same */
  guint n_unsaved;      /* those that nobody could work out: blank */
} YlSheetLayout;

/**
 * YlRowSink: what a source of rows hands them to: a reader of files (io/csv, io/xlsx) or a record.
 * Source, sheet and YlRowId say which row is meant; roads and findings give them back.
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
  /** A row; those of a file come by rising numbers, and empty ones may be left out. Returns: FALSE to
   * end the sheet. */
  gboolean (*row) (gpointer self, YlRowId row, const YlText *cells, guint n_cells);
  void (*end_sheet) (gpointer self);
  /** (nullable): row @row, if it is handed on, comes after this call: it is hidden, by hand or by a filter. */
  void (*hide_row) (gpointer self, YlRowId row);
  /** (nullable): of a workbook: what the sheet says beside its rows. A YlBookReader tells it when it
   * has read them; yl_child_read() before the first of them, and not at all where they are too many. */
  void (*layout) (gpointer self, const YlSheetLayout *layout);
  gpointer self;
} YlRowSink;

G_END_DECLS
