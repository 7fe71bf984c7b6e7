#pragma once

#include "yanglu/domain/finding.h"
#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

/* What could not be read is a finding, not an end: the rest is still looked at. */

/** yl_unread_file: E01 of a file in which no budget was found. @message says why. */
void yl_unread_file (YlFindings *findings, const char *file, const char *message);
/** yl_unread_budget: E01 of a budget of ours that was given as a road list: of its sheets the roads were read. */
void yl_unread_budget (YlFindings *findings, const char *file);
/** yl_unread_budget_as: E01 of a budget of ours given by @option in the place of @wanted, such as 资金来源表: nothing
 * of it was read. */
void yl_unread_budget_as (YlFindings *findings,
                          const char *file,
                          const char *wanted,
                          const char *option);
/** yl_unread_last_year: E01 of a file of --last-year that is neither a budget nor a road list. */
void yl_unread_last_year (YlFindings *findings, const char *file);
/**
 * yl_unread_copy: E04 of a workbook of ours that its own inputs do not tell of.
 * @sheet: where the copy of the inputs is kept
 * @message: (nullable): what is damaged; %NULL: the sheet was deleted
 */
void
yl_unread_copy (YlFindings *findings, const char *file, const char *sheet, const char *message);
/**
 * yl_unread_foreign_copy: E04 of a workbook of ours whose copy of the inputs is another's.
 * @sheet: where the copy is kept
 * @printed: the cell of its cover that names other files, of @found
 * @copied: the fingerprint of the copy
 */
void yl_unread_foreign_copy (YlFindings *findings,
                             const YlWorkbook *found,
                             const char *sheet,
                             const YlCell *printed,
                             const char *copied);
/** yl_unread_formulas: E08 of @workbook when its formulas were more work than its effort allows. */
void yl_unread_formulas (YlFindings *findings, const YlWorkbook *workbook);

G_END_DECLS
