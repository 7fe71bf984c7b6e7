#pragma once

#include "yanglu/domain/audit/audit.h"
#include "yanglu/domain/audit/found-budget.h"
#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

/**
 * yl_found_tell_outside: numbers that stand in no table: in a sheet without one, beside or below the
 * tables, in rows between them that were left out. Each sheet is named in a reading and is a gap of the
 * coverage. What stands above the first heads of a sheet is its title; years, dates and page numbers
 * below a table are numbers like others: nobody knows what they are.
 * @workbook: what @budget was read from, as it stood
 */
void
yl_found_tell_outside (const YlWorkbook *workbook, const YlFoundBudget *budget, YlAudit *audit);

G_END_DECLS
