#pragma once

#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

/**
 * yl_fill_values: gives every formula of @workbook whose value was not saved (openpyxl drops them)
 * the value that the workbook comes to, so that it reads as if a spreadsheet had saved it; what
 * cannot be computed stays without one.
 *
 * Returns: how many cells got a value
 */
guint yl_fill_values (YlWorkbook *workbook);

G_END_DECLS
