#pragma once

#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

/** A place that a formula reads. */
typedef struct
{
  const YlWorksheet *sheet; /* (nullable): in another workbook, or there is no such sheet */
  YlCellRange range;
  const char *name; /* the defined name that stands for it; "" where the place itself is written */
  gboolean is_position; /* not what stands there, but where: ROW(A1) */
  gboolean is_summed;   /* SUM adds up what stands there, all of it */
} YlFormulaSource;

/** So many are told of one formula, so many names are looked up for it, and names that stand for names
 * so far. */
#define YL_FORMULA_MAX_SOURCES 64u
#define YL_FORMULA_MAX_NAMES 4u

/**
 * yl_formula_find_sources:
 * @formula: without its =
 * @sheet: where it stands
 *
 * The places that @formula names, in its order, each once; OFFSET(a,0,0,ROW(b)-ROW(a),1), as our totals
 * write it, is the cells from a to the one above b.
 *
 * Returns: (transfer full) (element-type YlFormulaSource): it borrows from @workbook; at most
 *   %YL_FORMULA_MAX_SOURCES
 */
GArray *
yl_formula_find_sources (const YlWorkbook *workbook, const YlWorksheet *sheet, const char *formula);

G_END_DECLS
