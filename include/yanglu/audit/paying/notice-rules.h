#pragma once

#include "yanglu/audit/paying/ledger-sum.h"
#include "yanglu/domain/audit/comparison.h"
#include "yanglu/domain/finding.h"

G_BEGIN_DECLS

/**
 * yl_approval_make: the payees and the other lines of @request's budget beside the table as approved,
 * matched as the published table is.
 *
 * @approved: (nullable): a ledger whose notices are that table; without one nothing is approved
 *
 * Returns: (transfer full)
 */
YlComparison *yl_approval_make (const YlPayingRequest *request, const YlLedger *approved);

/**
 * yl_approval_check: what of the budget is not as approved, but for the rounding of the table.
 * C10: a payee or purpose that was approved otherwise, not at all, or alone; its difference. A table
 * without any other purpose than daily maintenance says nothing of the others.
 * C08: where the table has one sum and names nobody: the payees of the budget together (or all its
 * lines, when the sum says no purpose) do not make it; the difference.
 * C01: the parts of the table do not make its total.
 */
void
yl_approval_check (const YlComparison *approval, const YlLedger *approved, YlFindings *findings);

/**
 * yl_three_tables_make: the budget's payees and lines beside what was paid and what was published.
 * @approval: (nullable): of the table as approved; without one the budget itself is taken as approved
 * @published: a ledger whose notices are the published table
 * @has_paid: whether @paying comes from a ledger, and not from an empty one
 *
 * The bridge adds up exactly: approved, then each row paid otherwise, then paid; from there (without
 * a ledger from approved) each row published otherwise, what 元/万元 makes, what was not published,
 * what only the published table has, and in one step what rounding makes, to the published total.
 *
 * Returns: (transfer full)
 */
YlComparison *yl_three_tables_make (const YlPayingRequest *request,
                                    const YlPaying *paying,
                                    gboolean has_paid,
                                    const YlComparison *approval,
                                    const YlLedger *published);

/**
 * yl_three_tables_check: what the published table gets wrong; what was paid otherwise than approved
 * D02 tells.
 * C01: its parts do not make its total. C03: ten thousand times too much or too little. C10: neither
 * what was approved nor what was paid, nor that rounded. D04: approved and not published, or
 * published without a day.
 */
void
yl_three_tables_check (const YlComparison *tables, const YlLedger *published, YlFindings *findings);

G_END_DECLS
