#pragma once

#include "yanglu/domain/workbook.h"
#include "yanglu/io/xlsx/reader.h"

G_BEGIN_DECLS

/**
 * yl_xlsx_load: a workbook as it was found: the cells of every sheet with their formulas and stored
 * values, what is hidden, merged and filtered, and the defined names.
 * @limits: (nullable): the default limits
 * @texts: what the workbook's texts are kept in; must outlive it
 *
 * Shared formulas are written out for each of their cells. What a limit keeps from being read, and
 * what is ignored, is in @findings as yl_xlsx_read() tells it.
 *
 * Returns: (transfer full): %NULL when it is no workbook, or could not be read at all
 */
YlWorkbook *yl_xlsx_load (const YlInput *input,
                          const YlXlsxLimits *limits,
                          YlTextPool *texts,
                          YlFindings *findings,
                          void (*progress) (goffset done, goffset all),
                          GError **error);

G_END_DECLS
