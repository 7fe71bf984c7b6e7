#pragma once

#include "yanglu/domain/audit/audit.h"
#include "yanglu/domain/audit/found-budget.h"
#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

/** yl_found_check_unseen: figures of the tables of @budget that the pages of @workbook do not show as they
 * are: C11, one finding an act, with the money of its rows, or of the total where that alone is unseen. */
void
yl_found_check_unseen (const YlWorkbook *workbook, const YlFoundBudget *budget, YlAudit *audit);

G_END_DECLS
