#pragma once

#include "yanglu/forms/budget/budget-book.h"

/** yl_test_make_book: writes the workbook of @budget to @path; @rows_per_sheet as in YlBookRequest.
 * @findings: (nullable): none. Fails the test when it cannot be written. */
void yl_test_make_book (const YlBudget *budget,
                        const YlFindings *findings,
                        guint32 rows_per_sheet,
                        const char *path);

/** yl_test_write_book: the same into @sink: the sheets of @budget and the copy of its input. */
void yl_test_write_book (const YlBudget *budget,
                         const YlFindings *findings,
                         guint32 rows_per_sheet,
                         const YlCellSink *sink);
/** yl_test_plan_book: (transfer full): the plan of that workbook; its texts in @texts. */
YlPlannedBook *yl_test_plan_book (const YlBudget *budget,
                                  const YlFindings *findings,
                                  guint32 rows_per_sheet,
                                  YlTextPool *texts);
