#pragma once

#include "yanglu/domain/audit.h"
#include "yanglu/domain/stated-budget.h"

G_BEGIN_DECLS

/** yl_stated_turn_findings: findings and places in sheets that were read with rows and columns
 * changed are told where they stand; last of all. */
void yl_stated_turn_findings (const YlStatedBudget *budget, YlAudit *audit);

G_END_DECLS
