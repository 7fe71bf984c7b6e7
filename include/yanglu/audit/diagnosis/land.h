#pragma once

#include "yanglu/domain/audit/audit.h"
#include "yanglu/domain/budget.h"
#include "yanglu/domain/policy.h"
#include "yanglu/domain/audit/found-land.h"

G_BEGIN_DECLS

/**
 * yl_diagnosis_report_land: explains what was drawn of land-transfer revenue where it is not the share
 * of the net revenue (S3): a share of the income, a cost that was not taken off, the other end of the
 * range, 元 and 万元, a slip. The places of the amount and of what was mistaken stand with it.
 * @lands: (element-type YlFoundLand)
 * @budget: (nullable): a budget whose entry is the record for the payers of @lands; without it what
 *   the table states is: its share where that is within the range, the nearer end of the range where
 *   it is not, and where none stands the share that makes the shortest story
 * @area: division code, "" when unknown
 *
 * Says nothing where the amount is right, or where no mistake explains it: the finding stands alone.
 */
void yl_diagnosis_report_land (const GPtrArray *lands,
                               const YlBudget *budget,
                               const YlPolicy *policy,
                               const char *area,
                               YlAudit *audit);

G_END_DECLS
