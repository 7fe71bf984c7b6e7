#pragma once

#include "yanglu/domain/workbook.h"
#include "yanglu/io/import/heads.h"

G_BEGIN_DECLS

/** A table in a sheet of a workbook whose heads stand in one row and are told by words inside them. */
typedef struct
{
  const YlWorkbook *workbook;
  const YlWorksheet *sheet;
  const YlWords *words;
  const YlImportTable *table;
  guint32 head_row;
  int columns[YL_HEADS_MAX]; /* of the sheet, by those of the table; -1: none */
} FreeTable;

/** free_table_find: looks for the heads in the first rows of the sheet. FALSE: there are none. */
gboolean free_table_find (FreeTable *found);
/** free_table_get: (nullable): the cell of @column. */
const YlCell *free_table_get (const FreeTable *found, guint32 row, guint column);
/** free_table_get_text: (transfer none): as it stands; "" for nothing. */
const char *free_table_get_text (const FreeTable *found, guint32 row, guint column);

G_END_DECLS
