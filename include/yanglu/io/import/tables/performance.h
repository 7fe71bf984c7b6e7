#pragma once

#include "yanglu/domain/audit/performance.h"
#include "yanglu/domain/words.h"
#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

/**
 * yl_performance_import: the indicators in @workbook: below a row of heads with 三级指标 (绩效指标,
 * 指标名称), 指标值 (目标值) and 实际 (完成值); 二级指标 and 判定 (自评) where they stand. A row without a
 * name or a target is none.
 * @planned: (nullable): the workbook as it should be, of the same texts: what a formula comes to
 *   whose value was not saved
 *
 * Returns: (transfer full): without rows when no sheet holds such a table
 */
YlPerformance *
yl_performance_import (const YlWorkbook *workbook, const YlWorkbook *planned, const YlWords *words);

G_END_DECLS
