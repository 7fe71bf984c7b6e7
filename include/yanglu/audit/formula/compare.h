#pragma once

#include "yanglu/audit/formula/token.h"

G_BEGIN_DECLS

/**
 * YlFormulaMap: says where what a found reference means should stand.
 * @reference: (inout): with its sheet filled in; the callback may rewrite rows, columns and sheet
 *
 * Returns: %FALSE when no place is expected for it: the formulas differ
 */
typedef gboolean (*YlFormulaMap) (gpointer data, YlFormulaToken *reference);

/**
 * yl_formula_equal:
 * @found_sheet: the sheet that @found stands in
 * @expected_sheet: the sheet that @expected stands in
 * @map: (nullable) (scope call): leads the references of @found to expected places; %NULL leaves
 *   them as they are
 *
 * Whether two formulas, without their =, do the same by the same words.  What a program may write
 * otherwise when it saves makes no difference: blanks between words, quotes around a sheet, a
 * formula's own sheet named or not, dollars, letter case and prefixes of functions and names, TRUE
 * or TRUE(), 1.0 or 1, A1:A1 or A1.  Texts are compared to the byte.
 */
gboolean yl_formula_equal (const char *found,
                           const char *found_sheet,
                           const char *expected,
                           const char *expected_sheet,
                           YlFormulaMap map,
                           gpointer data);

G_END_DECLS
