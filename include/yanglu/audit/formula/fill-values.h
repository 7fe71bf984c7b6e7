#pragma once

#include "yanglu/domain/filled-cell.h"

G_BEGIN_DECLS

/**
 * yl_fill_values: gives every formula of @workbook whose value was not saved (openpyxl drops them)
 * the value that the workbook comes to, so that it reads as if a spreadsheet had saved it; what
 * cannot be computed stays without one. Where every formula was saved as 0, two at least, nobody
 * calculated (XlsxWriter), and they are filled, too.
 *
 * Returns: how many cells got a value
 */
guint yl_fill_values (YlWorkbook *workbook);

/**
 * yl_fill_find: (transfer full) (element-type YlFilledCell): what yl_fill_values() would do, by sheet
 * and place, and what it could not; a column whose formulas are all 0 was not calculated either, so
 * those of them that come to something else are there, too. Values that were saved are believed, and are not
 * worked out again for the others.
 */
GArray *yl_fill_find (const YlWorkbook *workbook);

G_END_DECLS
