#pragma once

#include "yanglu/domain/workbook.h"

/**
 * yl_test_add_sheet: a sheet written as text: rows end with a newline, cells are parted by |; a
 * number is one, "=A1*2" a formula without its value, "=A1*2 -> 4" one with it.
 *
 * Returns: (transfer none)
 */
YlWorksheet *yl_test_add_sheet (YlWorkbook *workbook, const char *name, const char *rows);

/** yl_test_merge: merges "B2:D2". */
void yl_test_merge (YlWorksheet *sheet, const char *range);
