#pragma once

#include "yanglu/domain/audit/audit.h"
#include "yanglu/domain/audit/found-budget.h"

G_BEGIN_DECLS

/** yl_found_turn_findings: findings and places in sheets that were read with rows and columns
 * changed are told where they stand; last of all. */
void yl_found_turn_findings (const YlFoundBudget *budget, YlAudit *audit);

G_END_DECLS
