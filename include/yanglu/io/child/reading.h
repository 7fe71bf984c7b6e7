#pragma once

#include "yanglu/domain/finding.h"
#include "yanglu/domain/workbook.h"
#include "yanglu/io/input.h"
#include "yanglu/io/rows.h"

G_BEGIN_DECLS

/**
 * A workbook comes from strangers, and what takes it apart is much code: it is read in a process of
 * its own, this program started anew (see io/child/answer.h). What comes back is believed only as
 * far as it was checked; a child that dies, stalls or sends anything else than it should is
 * %YL_ERROR_IO, and so is a child that cannot be started.
 *
 * What was said of it before stays said: rows in the sink, findings.
 */

/** yl_child_read: hands every sheet of a workbook, in the order of its tabs, to @sink, as its reader
 * does: see yl_book_read(). Its error is given back with its code. What the child said is kept with
 * @input, up to 32 MiB, for the next who asks; of a larger workbook each has a child of his own. */
gboolean yl_child_read (const YlInput *input,
                        const YlRowSink *sink,
                        YlFindings *findings,
                        void (*progress) (goffset done, goffset all),
                        GError **error);

/** yl_child_list_sheets: (transfer full) (nullable) (element-type utf8): the names of the sheets in the
 * order of their tabs, of which no cell is read; whatever is wrong with the workbook is told by who reads
 * it. */
GPtrArray *yl_child_list_sheets (const YlInput *input, GError **error);

/**
 * yl_child_load: a workbook as it was found: see yl_book_load().
 *
 * Returns: (transfer full): %NULL when it is no workbook, or could not be read at all
 */
YlWorkbook *yl_child_load (const YlInput *input,
                           YlTextPool *texts,
                           YlFindings *findings,
                           void (*progress) (goffset done, goffset all),
                           GError **error);

G_END_DECLS
