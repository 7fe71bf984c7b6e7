#pragma once

#include "yanglu/domain/audit/assessment.h"
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
YlAssessment *yl_assessment_import (const YlWorkbook *workbook, const YlWords *words);

G_END_DECLS
