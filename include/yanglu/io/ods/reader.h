#pragma once

#include "yanglu/domain/finding.h"
#include "yanglu/domain/workbook.h"
#include "yanglu/io/book-limits.h"
#include "yanglu/io/input.h"
#include "yanglu/io/rows.h"

G_BEGIN_DECLS

/**
 * yl_ods_read: hands every table of an OpenDocument spreadsheet (.ods) to @sink, in the order of the
 * document.
 * @limits: (nullable): the default limits
 *
 * Values are as yl_xlsx_read() gives them; a time of day is the text that is
 * shown. A cell or row that stands for many is handed on as often as it says,
 * where it is filled. What is covered by a merged cell is handed on too. Notes,
 * drawings and the history of changes are passed over; macros and links are
 * ignored and named (E05).
 *
 * A document with a password has a message of its own. A limit reached within a
 * table is E08 in @findings and ends the reading; damage is an error.
 * (ODF 1.3 part 3, chapter 9.)
 *
 * Returns: %FALSE when it is no spreadsheet, or could not be read at all
 */
gboolean yl_ods_read (const YlInput *input,
                      const YlBookLimits *limits,
                      const YlRowSink *sink,
                      YlFindings *findings,
                      void (*progress) (goffset done, goffset all),
                      GError **error);

/**
 * yl_ods_load: the workbook as it was found: values, what is hidden, merged and filtered; formulas
 * are their stored values. For the rest see yl_xlsx_load().
 *
 * Returns: (transfer full): %NULL when it is no spreadsheet, or could not be read at all
 */
YlWorkbook *yl_ods_load (const YlInput *input,
                         const YlBookLimits *limits,
                         YlTextPool *texts,
                         YlFindings *findings,
                         void (*progress) (goffset done, goffset all),
                         GError **error);

G_END_DECLS
