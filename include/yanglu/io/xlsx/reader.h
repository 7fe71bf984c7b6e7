#pragma once

#include "yanglu/domain/finding.h"
#include "yanglu/domain/workbook.h"
#include "yanglu/io/book-limits.h"
#include "yanglu/io/input.h"
#include "yanglu/io/rows.h"

G_BEGIN_DECLS

/**
 * yl_xlsx_read: hands every sheet of the workbook, in the order of its tabs, to @sink.
 * @limits: (nullable): the default limits
 *
 * Formulas give their stored value, booleans are 1 and 0, errors their text
 * ("#N/A"). Chart sheets and dialogs are passed over. Macros, external links,
 * connections and DDE are ignored and named (E05); DOCTYPE is refused. Nothing
 * is written to disk. Memory grows with the shared strings, not with the sheet.
 *
 * A limit reached within a sheet ends that sheet with E08 in @findings; the
 * other sheets are read. Damage (a wrong checksum, broken XML) is an error, for
 * a list that lacks an unknown part of its rows is worse than none.
 *
 * Returns: %FALSE when it is no workbook, or could not be read at all
 */
gboolean yl_xlsx_read (const YlInput *input,
                       const YlBookLimits *limits,
                       const YlRowSink *sink,
                       YlFindings *findings,
                       void (*progress) (goffset done, goffset all),
                       GError **error);

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
                          const YlBookLimits *limits,
                          YlTextPool *texts,
                          YlFindings *findings,
                          void (*progress) (goffset done, goffset all),
                          GError **error);

G_END_DECLS
