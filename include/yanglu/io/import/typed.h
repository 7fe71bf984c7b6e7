#pragma once

#include "yanglu/io/import/heads.h"

G_BEGIN_DECLS

/** A cell as it stands in a row that an importer takes for data. */
typedef struct
{
  const char
      *key; /* (nullable): of its column in the words of its table; %NULL: of none that is read */
  const char *head; /* as written; "" */
  YlText text; /* trimmed; blank only in a column that is read: its head alone may say something */
  YlHeadUnit
      unit; /* where its head states another than the column's usual one; else %YL_UNIT_NONE */
} YlTypedCell;

/** A row that an importer takes for data, whether or not it understands it. Borrowed. */
typedef struct
{
  const char *sheet;  /* its table's name in the entry workbook */
  const char *source; /* the name of the sheet that it stands in */
  gboolean
      is_more; /* such a table may stand in several sheets; else that of a later one takes its place */
  YlRowId row;
  const YlTypedCell *cells; /* (array length=n_cells) */
  guint n_cells;
} YlTypedRow;

/** YlTypedSink: who keeps what was typed, so that it can be handed to an importer once more. */
typedef struct
{
  void (*take) (gpointer self, const YlTypedRow *row); /* (nullable): nobody does */
  /* (nullable): told of a table that was not found: what stands in @heads (element-type utf8), over each cell of the
   * rows that were nearest to its heads */
  void (*miss) (gpointer self, const char *sheet, const GPtrArray *heads);
  gpointer self;
} YlTypedSink;

/** yl_typed_miss: tells @sink that @finder did not find the table @sheet, called as in the entry workbook. */
void yl_typed_miss (const YlTypedSink *sink, const YlHeadFinder *finder, const char *sheet);

/** yl_typed_begin: (transfer full): an array of YlTypedCell with what stands in @cells below the heads of @finder,
 * what is not read included. */
GArray *yl_typed_begin (const YlHeadFinder *finder,
                        const YlImportTable *table,
                        const YlText *cells,
                        guint n_cells);
/** yl_typed_add: one more cell, unless it is blank or the row says that already. */
void yl_typed_add (GArray *typed, const char *key, YlText text);
/** yl_typed_end: hands @row with the cells of @typed on, and frees that; a row without a cell is none. */
void yl_typed_end (const YlTypedSink *sink, const YlTypedRow *row, GArray *typed);

G_END_DECLS
