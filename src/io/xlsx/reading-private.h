#pragma once

#include "tables-private.h"

#include "yanglu/io/book-target.h"

G_BEGIN_DECLS

/** Excel's longest formula has 8192 characters; in UTF-8 at most four times as many bytes. */
#define YL_XLSX_FORMULA_BYTES ((gsize) 4 * 8192)

/** YlPageReading: what a sheet says beside its cells, on its way. */
typedef struct
{
  const YlXlsxStyles *styles;
  GArray *ranges; /* of YlCellRange: of the open conditional formats */
  YlLookCondition rule;
  gboolean has_look; /* the open rule */
  const char *compare;
  GString *implied; /* of the open rule: its formula, where its type says what others write out */
  guint n_formulas;
  GString *first;
  GString *second;
  /* Of the extension of Excel 2010 (x14): rules come before their ranges, with their looks in them. */
  gboolean is_extended;
  gboolean is_changing; /* within such a look */
  gboolean is_range;    /* the text that is read */
  YlXlsxDifference difference;
  GArray *waiting; /* of YlLookCondition: for their ranges */
} YlPageReading;

void yl_page_init (YlPageReading *self);
void yl_page_clear (YlPageReading *self);
/** yl_page_start: an element of a sheet. Returns: whether its text is wanted */
gboolean yl_page_start (YlPageReading *self,
                        YlSheetPage *page,
                        const char *name,
                        const XML_Char **attributes);
/** yl_page_start_rule: of a rule of a conditional format, in the sheet or in its extension. */
void yl_page_start_rule (YlPageReading *self, const XML_Char **attributes);
/** yl_page_keep_rule: the open rule with its formulas, without a range. FALSE: it changes nothing that is
 * known of, and counts as not read where it should. */
gboolean yl_page_keep_rule (YlPageReading *self, YlWorkbook *workbook, YlSheetPage *page);
/** yl_page_put_rule: in all its ranges. */
void yl_page_put_rule (const YlPageReading *self, YlSheetPage *page, const YlLookCondition *rule);
/** yl_page_set_ranges: "A1:C4 F7". */
void yl_page_set_ranges (YlPageReading *self, const char *text);
/** yl_page_start_symbol: of a bar or icons. */
void yl_page_start_symbol (YlPageReading *self, const XML_Char **attributes);

/** What an element of an extension is. */
typedef enum
{
  YL_EXTENDED_NOT, /* none of conditional formats */
  YL_EXTENDED_ELEMENT,
  YL_EXTENDED_TEXT, /* and its text is wanted */
} YlExtended;

/** yl_extended_start, yl_extended_end: @name with its prefix. Returns (the latter): whether it was one */
YlExtended yl_extended_start (YlPageReading *self, const char *name, const XML_Char **attributes);
gboolean
yl_extended_end (YlPageReading *self, YlWorkbook *workbook, YlSheetPage *page, const char *name);

void yl_page_add_text (YlPageReading *self, const char *at, gsize length);
void yl_page_end (YlPageReading *self, YlWorkbook *workbook, YlSheetPage *page, const char *name);
/** yl_page_add_height: of @row, as its attribute says; @text is (nullable). */
void yl_page_add_height (YlSheetPage *page, guint32 row, const char *text);
/** yl_page_set_print_areas: the reference of a name _xlnm.Print_Area. */
void yl_page_set_print_areas (YlSheetPage *page, const char *text);

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
  guint64 n_shared;   /* bytes that were written out of them, in all sheets */
  YlPageReading page;
} YlLoadedSheet;

void yl_loaded_sheet_init (YlLoadedSheet *loaded, YlWorkbook *workbook);
void yl_loaded_sheet_clear (YlLoadedSheet *loaded);
/** yl_loaded_sheet_begin: a new last sheet of the workbook. */
void yl_loaded_sheet_begin (YlLoadedSheet *loaded, const char *name, YlSheetState state);
void yl_loaded_sheet_end (YlLoadedSheet *loaded);

/** yl_loaded_sheet_element: what an element beside the cells says: cols, mergeCells, autoFilter, how the
 * sheet is shown. Returns: whether its text is wanted */
gboolean
yl_loaded_sheet_element (YlLoadedSheet *loaded, const char *name, const XML_Char **attributes);
/** yl_xlsx_row_is_hidden: whether the attributes of a row say so. */
gboolean yl_xlsx_row_is_hidden (const XML_Char **attributes);
void yl_loaded_sheet_hide_row (YlLoadedSheet *loaded, guint32 row);
void yl_loaded_sheet_start_formula (YlLoadedSheet *loaded, const XML_Char **attributes);
/** yl_loaded_sheet_add_formula: more of its text. */
void yl_loaded_sheet_add_formula (YlLoadedSheet *loaded, const char *at, gsize length);
/** yl_loaded_sheet_cell: the open cell is whole; @cell lacks its formula; @look is how its style shows a
 * number. Nothing is kept of a cell without value and formula. */
void yl_loaded_sheet_cell (YlLoadedSheet *loaded, const YlCell *cell, YlText value, guint16 look);

/** yl_xlsx_drawing_read: adds what the pictures, charts and filled shapes of @part hide to @page, whose
 * widths and heights are known. */
gboolean
yl_xlsx_drawing_read (YlArchive *archive, const char *part, YlSheetPage *page, GError **error);

/** What a sheet prints, by the number of its tab. */
typedef struct
{
  guint tab;
  const char *reference;
} YlPrintArea;

/** YlXlsxReading: one workbook on its way. */
typedef struct
{
  const YlInput *input;
  YlBookTarget *target;
  YlArchive *archive;
  YlXlsxStyles styles;
  YlStringTable strings;
  gboolean is_1904;
  GArray *print_areas;   /* of YlPrintArea */
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
