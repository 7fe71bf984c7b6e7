#pragma once

#include "yanglu/audit/formula/token.h"
#include "yanglu/audit/formula/recalculate.h"

/* A rectangle of a sheet of the workbook. */
typedef struct
{
  guint sheet;
  guint32 row; /* from 1 */
  guint32 last_row;
  guint16 column; /* from 0 */
  guint16 last_column;
} YlArea;

static inline guint32
yl_area_get_n_rows (const YlArea *area)
{
  return area->last_row < area->row ? 0 : area->last_row - area->row + 1;
}

static inline guint32
yl_area_get_n_columns (const YlArea *area)
{
  return area->last_column < area->column ? 0u : (guint32) area->last_column - area->column + 1u;
}

/* What the cell comes to; when it is needed too deep, unknown for now, and computed first before
 * whatever needs it is tried again. */
YlCellValue yl_recalculation_read (YlRecalculation *book, guint sheet, guint32 row, guint column);
/* The area as far as its sheet holds cells; last_row may be below row: nothing. */
YlArea yl_recalculation_clip (const YlRecalculation *book, YlArea area);
/* The cells of @area that stand there, in order. */
typedef struct
{
  YlArea area;
  guint32 row; /* of the cell that was read */
  guint column;
  guint next; /* index in the sheet */
} YlWalk;
YlWalk yl_walk_start (const YlRecalculation *book, YlArea area);
gboolean yl_walk_next (YlRecalculation *book, YlWalk *walk, YlCellValue *out_value);

gboolean yl_recalculation_find_sheet (const YlRecalculation *book, YlText name, guint *out_sheet);
const YlWorksheet *yl_recalculation_get_sheet (const YlRecalculation *book, guint sheet);
/* (nullable): what a defined name stands for. */
const char *yl_recalculation_find_name (const YlRecalculation *book, YlText name);
/* The formula of a cell, "" when it has none. */
const char *yl_recalculation_get_formula (const YlRecalculation *book, YlArea cell);

/* A level deeper: FALSE when there are too many. Each that was entered is left. */
gboolean yl_recalculation_enter (YlRecalculation *book);
void yl_recalculation_leave (YlRecalculation *book);

/* Texts that live as long as the values. */
const char *yl_recalculation_keep (YlRecalculation *book, const char *at, gsize length);
/* In small letters, equal ones at one place. */
const char *yl_recalculation_fold (YlRecalculation *book, const char *text);
const char *yl_recalculation_to_text (YlRecalculation *book, const YlCellValue *value);
