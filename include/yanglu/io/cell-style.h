#pragma once

#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

/** What a cell style does to a number. */
typedef struct
{
  guint8 is_date;
  guint8 mask; /* YlMask */
} YlCellStyle;

/** yl_cell_style_of: a custom number format: of a date, or what it does to the number of an amount. */
YlCellStyle yl_cell_style_of (const char *code);

G_END_DECLS
