#pragma once

#include "yanglu/audit/paying/ledger-sum.h"
#include "yanglu/domain/audit/approval.h"
#include "yanglu/domain/finding.h"

G_BEGIN_DECLS

/**
 * yl_approval_make: the payees and the other lines of @request's budget beside the table as approved,
 * matched as the published table is.
 *
 * @approved: a ledger whose notices are that table
 *
 * Returns: (transfer full)
 */
YlApproval *yl_approval_make (const YlPayingRequest *request, const YlLedger *approved);

/**
 * yl_approval_check: what of the budget is not as approved, but for the rounding of the table.
 * C10: a payee or purpose that was approved otherwise, not at all, or alone; its difference. A table
 * without any other purpose than daily maintenance says nothing of the others.
 * C08: where the table has one sum and names nobody: the payees of the budget together (or all its
 * lines, when the sum says no purpose) do not make it; the difference.
 * C01: the parts of the table do not make its total.
 */
void yl_approval_check (const YlApproval *approval, const YlLedger *approved, YlFindings *findings);

G_END_DECLS
