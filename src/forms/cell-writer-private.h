#pragma once

#include "form-private.h"

/*
 * The only writers of cells: into the file, or into the plan of a workbook that is never written.
 * The row is the sheet's current one; formulas come as libxlsxwriter takes them, with their rows
 * filled in.
 */
void yl_put_text (YlSheet *sheet, guint column, const char *text, lxw_format *format);
void yl_put_blank (YlSheet *sheet, guint column, lxw_format *format);
/** yl_put_merge: one cell over the columns @first to @last. */
void yl_put_merge (YlSheet *sheet, guint first, guint last, const char *text, lxw_format *format);
void
yl_put_number (YlSheet *sheet, guint column, YlMeasure measure, gint64 units, lxw_format *format);
void yl_put_decimal (YlSheet *sheet, guint column, const char *decimal, lxw_format *format);
void yl_put_formula (YlSheet *sheet,
                     guint column,
                     YlMeasure measure,
                     const char *formula,
                     gint64 units,
                     lxw_format *format);
void yl_put_array (YlSheet *sheet,
                   guint column,
                   YlMeasure measure,
                   const char *formula,
                   gint64 units,
                   lxw_format *format);
void yl_put_text_formula (
    YlSheet *sheet, guint column, const char *formula, const char *cached_text, lxw_format *format);
/** yl_put_height: of the current row, in points. */
void yl_put_height (YlSheet *sheet, double height);
