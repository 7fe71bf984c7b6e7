#pragma once

#include "yanglu/audit/paying/ledger-sum.h"
#include "yanglu/domain/audit/approval.h"
#include "yanglu/domain/finding.h"
#include "yanglu/domain/audit/three-tables.h"

G_BEGIN_DECLS

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
YlThreeTables *yl_three_tables_make (const YlPayingRequest *request,
                                     const YlPaying *paying,
                                     gboolean has_paid,
                                     const YlApproval *approval,
                                     const YlLedger *published);

/**
 * yl_three_tables_check: what the published table gets wrong; what was paid otherwise than approved
 * D02 tells.
 * C01: its parts do not make its total. C03: ten thousand times too much or too little. C10: neither
 * what was approved nor what was paid, nor that rounded. D04: approved and not published, or
 * published without a day.
 */
void yl_three_tables_check (const YlThreeTables *tables,
                            const YlLedger *published,
                            YlFindings *findings);

G_END_DECLS
