#pragma once

#include "yanglu/domain/audit/filled-table.h"
#include "yanglu/domain/words.h"
#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

/**
 * yl_assessment_import: the assessments in @workbook: below a row of heads with 考核得分, 得分 or 考核分数
 * and with 等级 or an amount. Read are 乡镇 or 单位, the points (at most three decimals), the grade,
 * what was paid (实拨, 拨付, 金额, 资金) and what 100% would be (应拨, 应分配, 基数, 核定); 万元 where a head
 * says so. A row without points, and one of 合计 or 平均, is none.
 *
 * Returns: (transfer full): without rows when no sheet holds an assessment
 */
YlFilledTable *yl_assessment_import (const YlWorkbook *workbook, const YlWords *words);

/**
 * yl_performance_import: the indicators in @workbook: below a row of heads with 三级指标 (绩效指标,
 * 指标名称), 指标值 (目标值) and 实际 (完成值); 二级指标 and 判定 (自评) where they stand. A row without a
 * name or a target is none.
 * @planned: (nullable): the workbook as it should be, of the same texts: what a formula comes to
 *   whose value was not saved
 *
 * Returns: (transfer full): without rows when no sheet holds such a table
 */
YlFilledTable *
yl_performance_import (const YlWorkbook *workbook, const YlWorkbook *planned, const YlWords *words);

G_END_DECLS
