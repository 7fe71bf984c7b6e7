#pragma once

#include "yanglu/domain/audit/audit.h"
#include "yanglu/domain/audit/found-budget.h"
#include "yanglu/domain/budget.h"

G_BEGIN_DECLS

/**
 * yl_diagnosis_report_gap: explains the county's part in the total of @table, where that is not what
 * the superior levels' daily money in the same row leaves of the standard (S2): an engineering
 * grant taken off, another unit, a slip. Says nothing when there is no such column, or nothing
 * explains it.
 * @budget: (nullable): its engineering grants are those that may have been taken off, when the table
 *   has none
 */
void yl_diagnosis_report_gap (const YlFoundTable *table, const YlBudget *budget, YlAudit *audit);

G_END_DECLS
