#pragma once

#include "yanglu/forms/form.h"

G_BEGIN_DECLS

/** What a run of cells in one column shows: "demand.daily.county.amount_fen", "roads.paid_m". */
typedef struct
{
  const char *sheet;
  guint32 first_row; /* from 1 */
  guint32 last_row;
  guint16 column; /* from 0 */
  YlMeasure measure;
  char *key;
} YlMapEntry;

/** yl_sheet_map_cell: the cell of @column in the current row shows @key. */
void yl_sheet_map_cell (YlSheet *sheet, guint column, YlMeasure measure, const char *key);
/** yl_sheet_map_rows: the cells of @column in the rows @first to @last show @key, a row each. */
void yl_sheet_map_rows (
    YlSheet *sheet, guint column, guint32 first, guint32 last, YlMeasure measure, const char *key);

/** yl_form_get_map: (array length=out_n): in the order it was noted. */
const YlMapEntry *yl_form_get_map (const YlForm *form, gsize *out_n);

G_END_DECLS
