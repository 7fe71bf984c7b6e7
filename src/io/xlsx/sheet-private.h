#pragma once

#include "reading-private.h"
#include "row-private.h"
#include "xml-private.h"

G_BEGIN_DECLS

/** How the value of a cell is written: attribute t (ECMA-376 part 1, 18.18.11). */
typedef enum
{
  YL_CELL_NUMBER,
  YL_CELL_SHARED,
  YL_CELL_TEXT,
  YL_CELL_BOOLEAN,
  YL_CELL_ERROR,
  YL_CELL_DATE,
} YlCellKind;

/** Where character data goes. */
typedef enum
{
  YL_COLLECT_NOTHING,
  YL_COLLECT_VALUE,
  YL_COLLECT_FORMULA,
} YlCollect;

/** Faults that a sheet may hold in every cell: told where they stand first. */
typedef enum
{
  YL_FAULT_ROW_LIMIT = 1 << 0,
  YL_FAULT_ROW_ORDER = 1 << 1,
  YL_FAULT_COLUMN_LIMIT = 1 << 2,
  YL_FAULT_REFERENCE = 1 << 3,
  YL_FAULT_REPEATED = 1 << 4,
  YL_FAULT_LONG_TEXT = 1 << 5,
  YL_FAULT_STRING = 1 << 6,
  YL_FAULT_DDE = 1 << 7,
} YlSheetFault;

/** The state of the sheet parser. */
typedef struct
{
  YlXmlPart xml;
  YlXlsxReading *reading;
  const char *sheet;
  YlXlsxRow row;
  guint32 row_number;
  guint column;     /* of the open cell, or the next one */
  gsize text_start; /* of the open cell in the row's text */
  guint32 style;
  YlCellKind kind;
  YlCollect collect;
  gboolean is_data;         /* within sheetData */
  gboolean is_row_open;     /* within a row that is read */
  gboolean is_row_numbered; /* the row, or a cell of it, has said its number */
  gboolean is_cell_open;    /* within a cell that is read */
  gboolean has_value;       /* the open cell has a value, be it empty */
  gboolean is_inline;
  gboolean is_phonetic;
  char formula_quote;
  gint formula_depth;
  guint faults_told;
} YlXlsxSheet;

/** yl_xlsx_sheet_report: the first fault of its kind in the sheet, at the open cell or row. */
void yl_xlsx_sheet_report (
    YlXlsxSheet *self, YlSheetFault fault, YlCode code, const char *seen, const char *message);

/** yl_xlsx_cell_finish: turns what was collected into the text of the open cell. */
void yl_xlsx_cell_finish (YlXlsxSheet *self);

G_END_DECLS
