#pragma once

#include "tables-private.h"

#include "yanglu/io/book-target.h"

G_BEGIN_DECLS

/** Excel's longest formula has 8192 characters; in UTF-8 at most four times as many bytes. */
#define YL_XLSX_FORMULA_BYTES ((gsize) 4 * 8192)

/** YlLoadedSheet: a sheet on its way into a YlWorkbook. */
typedef struct
{
  YlWorkbook *workbook;
  YlWorksheet *sheet;
  struct
  {
    GString *text;
    gboolean is_shared;
    gboolean is_array;
    guint32 share;    /* attribute si */
  } formula;          /* of the open cell while it is read (ECMA-376 part 1, 18.3.1.40) */
  GHashTable *shares; /* si → SharedFormula */
} YlLoadedSheet;

void yl_loaded_sheet_init (YlLoadedSheet *loaded, YlWorkbook *workbook);
void yl_loaded_sheet_clear (YlLoadedSheet *loaded);
/** yl_loaded_sheet_begin: a new last sheet of the workbook. */
void yl_loaded_sheet_begin (YlLoadedSheet *loaded, const char *name, YlSheetState state);

/** yl_loaded_sheet_element: what an element beside the cells says: cols, mergeCells, autoFilter. */
void yl_loaded_sheet_element (YlLoadedSheet *loaded, const char *name, const XML_Char **attributes);
/** yl_xlsx_row_is_hidden: whether the attributes of a row say so. */
gboolean yl_xlsx_row_is_hidden (const XML_Char **attributes);
/** yl_loaded_sheet_hide_row: rows that go back are not kept again. */
void yl_loaded_sheet_hide_row (YlLoadedSheet *loaded, guint32 row);
void yl_loaded_sheet_start_formula (YlLoadedSheet *loaded, const XML_Char **attributes);
/** yl_loaded_sheet_add_formula: more of its text. */
void yl_loaded_sheet_add_formula (YlLoadedSheet *loaded, const char *at, gsize length);
/** yl_loaded_sheet_cell: the open cell is whole; @cell lacks its formula; @mask is what its style does
 * to a number. Nothing is kept of a cell without value and formula. */
void yl_loaded_sheet_cell (YlLoadedSheet *loaded, const YlCell *cell, YlText value, YlMask mask);

/** YlXlsxReading: one workbook on its way. */
typedef struct
{
  const YlInput *input;
  YlBookTarget *target;
  YlArchive *archive;
  GArray *styles; /* of YlCellStyle */
  YlStringTable strings;
  gboolean is_1904;
  YlLoadedSheet *loaded; /* (nullable): where the workbook is kept, whole or its layouts alone */
  YlArena *arena;        /* tabs and relationships, while it is read */
} YlXlsxReading;

/** yl_xlsx_sheet_read: hands the rows of one sheet to the sink.
 * @out_n_unsaved: formulas whose value was not saved: those without one, and those of a column whose
 *   formulas are all 0, as programs write them that calculate nothing */
gboolean yl_xlsx_sheet_read (YlXlsxReading *reading,
                             const char *part,
                             const char *sheet,
                             guint *out_n_unsaved,
                             GError **error);

G_END_DECLS
