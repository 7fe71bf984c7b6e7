#pragma once

#include "yanglu/io/book-target.h"
#include "yanglu/io/sheet-row.h"

G_BEGIN_DECLS

/** YlSheetTarget: one sheet on its way there, cell by cell. A limit reached is told (E08), and what
 * is beyond it is not handed on. */
typedef struct
{
  YlBookTarget *book;
  YlSheetFaults faults;
  YlSheetRow row;
  guint32 row_number; /* of the open row; 0: none is open */
  guint column;       /* of the open cell */
  guint32 last_row;   /* that was opened */
  gboolean is_over;   /* nothing more is wanted of this sheet */
  guint n_unsaved;    /* formulas of it that have no value, as far as anybody can see */
  YlWorksheet *sheet; /* (nullable) */
} YlSheetTarget;

/** yl_sheet_target_begin: Returns: %FALSE to pass over the sheet; then nothing is to be ended. @name
 * must outlive @target. */
gboolean yl_sheet_target_begin (YlSheetTarget *target,
                                YlBookTarget *book,
                                const char *name,
                                YlSheetState state);
void yl_sheet_target_end (YlSheetTarget *target);

/** yl_sheet_target_open: the next filled cell stands at @row, from 1, and @column, from 0. Returns:
 * %FALSE when it is not to be read. */
gboolean yl_sheet_target_open (YlSheetTarget *target, guint32 row, guint column);
/** yl_sheet_target_keep: (transfer none): a text of the open cell that goes before its row does; it
 * is cut at the length of a cell, and stays until the next one is kept or the row ends. */
YlText yl_sheet_target_keep (YlSheetTarget *target, YlText text);
/** yl_sheet_target_put: what the open cell holds; @look is how it shows a number. */
void yl_sheet_target_put (YlSheetTarget *target, YlContent content, YlText text, guint16 look);
/** yl_sheet_target_put_unsaved: the open cell holds 0 for a formula that nobody worked out: nothing to a sink, and kept
 * as it stands. */
void yl_sheet_target_put_unsaved (YlSheetTarget *target, guint16 look);

/** Hidden rows (from 1) and columns (from 0), in any order, and merged cells. */
void yl_sheet_target_hide_row (YlSheetTarget *target, guint32 row);
void yl_sheet_target_hide_columns (YlSheetTarget *target, guint first, guint last);
void yl_sheet_target_merge (YlSheetTarget *target, const YlCellRange *range);

G_END_DECLS
