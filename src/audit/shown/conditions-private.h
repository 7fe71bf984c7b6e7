#pragma once

#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

/** YlPageConditions: the conditional formats of a sheet, worked out for its numbers. */
typedef struct _YlPageConditions YlPageConditions;

/** So many formats of so many numbers are worked out; what is beyond looks as without any. */
#define YL_PAGE_MAX_CONDITIONS 200000u
/** So often a format is held against a number, whether or not it is for it. */
#define YL_PAGE_MAX_LOOKS 50000000u

/** yl_page_conditions_new: (nullable): %NULL when none of them could keep a number from being read. */
YlPageConditions *yl_page_conditions_new (const YlWorkbook *workbook, const YlWorksheet *sheet);
void yl_page_conditions_free (YlPageConditions *conditions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlPageConditions, yl_page_conditions_free)

/** yl_page_conditions_apply: changes @look of a number as they do; asked once for each number of the
 * sheet, in their order. Returns: whether a bar or an icon stands in its place */
gboolean
yl_page_conditions_apply (YlPageConditions *conditions, const YlCell *cell, YlCellLook *look);

/** yl_page_is_number: whether a cell shows a number, or would if its value had been saved. */
gboolean yl_page_is_number (const YlCell *cell);

G_END_DECLS
