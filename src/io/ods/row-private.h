#pragma once

#include "yanglu/io/sheet-target.h"

G_BEGIN_DECLS

/** YlOdsRow: the row that is being read, as a document has it: a cell, or a whole row, may stand for
 * many that are alike. */
typedef struct
{
  GArray *cells; /* filled ones only */
  GString *text; /* of all of them */
} YlOdsRow;

void yl_ods_row_init (YlOdsRow *row);
void yl_ods_row_clear (YlOdsRow *row);
void yl_ods_row_reset (YlOdsRow *row);

/** yl_ods_row_add: @n_columns cells alike, from @column on. */
void
yl_ods_row_add (YlOdsRow *row, guint32 column, guint32 n_columns, YlContent content, YlText text);

/** yl_ods_row_write: hands the cells on for each of @n_rows rows, from row @first; of hidden rows
 * those are told that hold any. */
void yl_ods_row_write (
    const YlOdsRow *row, YlSheetTarget *target, guint32 first, guint32 n_rows, gboolean is_hidden);

G_END_DECLS
