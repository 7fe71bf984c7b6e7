#pragma once

#include "yanglu/app/options.h"
#include "yanglu/domain/finding.h"
#include "yanglu/domain/workbook.h"
#include "yanglu/io/input.h"
#include "yanglu/io/rows.h"

G_BEGIN_DECLS

/** yl_workbooks_read: the rows of a workbook, .xlsx, .xls or .ods by its first bytes, into @sink. It
 * is read in a child: see yl_child_read(); rows that are no file are handed on as they are. */
gboolean yl_workbooks_read (const YlInput *input,
                            const YlRowSink *sink,
                            YlFindings *findings,
                            YlProgress progress,
                            GError **error);

/** yl_workbooks_list_sheets: (transfer full) (nullable): see yl_child_list_sheets(). */
GPtrArray *yl_workbooks_list_sheets (const YlInput *input, GError **error);

/**
 * yl_workbooks_load: a workbook as it was found, of any of these forms. Only an .xlsx gives its
 * formulas, the others their stored values.
 *
 * Returns: (transfer full): see yl_child_load()
 */
YlWorkbook *yl_workbooks_load (const YlInput *input,
                               YlTextPool *texts,
                               YlFindings *findings,
                               YlProgress progress,
                               GError **error);

/** yl_workbooks_load_table: (transfer full): a file of one table, CSV, as a workbook of one sheet. */
YlWorkbook *yl_workbooks_load_table (const YlInput *input,
                                     YlTextPool *texts,
                                     YlFindings *findings,
                                     YlProgress progress,
                                     GError **error);

/** yl_workbooks_check_formulas: refuses a budget of ours that was saved in a form whose formulas are
 * not read: it cannot be held against what it should be cell by cell. */
gboolean yl_workbooks_check_formulas (const YlInput *input, GError **error);

/** yl_workbooks_answer: does what such a child is for, and ends the process, if it is one. The first
 * thing in the main() of every program that reads workbooks. */
void yl_workbooks_answer (int argc, char **argv);

G_END_DECLS
