#pragma once

#include "yanglu/domain/finding.h"
#include "yanglu/domain/workbook.h"
#include "yanglu/io/book-limits.h"
#include "yanglu/io/input.h"
#include "yanglu/io/rows.h"

G_BEGIN_DECLS

/**
 * yl_xls_read: hands every sheet of a workbook of Excel 5 to 2003 (.xls, and
 * .et of WPS, which is the same) to @sink, in the order of its tabs.
 * @limits: (nullable): the default limits
 *
 * Values are as yl_xlsx_read() gives them: formulas give their stored value,
 * booleans are 1 and 0, errors their text ("#N/A"), numbers decimals of at most
 * 15 digits, dates "2021-01-31". Macros and links are ignored and named (E05); a
 * limit reached within a sheet is E08 in @findings.
 *
 * A workbook with a password has a message of its own. Damage is an error, for a
 * list that lacks an unknown part of its rows is worse than none.
 * (Compound file: [MS-CFB]; records: [MS-XLS], of Excel 5 and 95: the OpenOffice
 * documentation of the Excel file format.)
 *
 * Returns: %FALSE when it is no workbook, or could not be read at all
 */
gboolean yl_xls_read (const YlInput *input,
                      const YlBookLimits *limits,
                      const YlRowSink *sink,
                      YlFindings *findings,
                      void (*progress) (goffset done, goffset all),
                      GError **error);

/**
 * yl_xls_load: the workbook as it was found: values, what is hidden, merged and filtered; formulas
 * are their stored values. For the rest see yl_xlsx_load().
 *
 * Returns: (transfer full): %NULL when it is no workbook, or could not be read at all
 */
YlWorkbook *yl_xls_load (const YlInput *input,
                         const YlBookLimits *limits,
                         YlTextPool *texts,
                         YlFindings *findings,
                         void (*progress) (goffset done, goffset all),
                         GError **error);

G_END_DECLS
