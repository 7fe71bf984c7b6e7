#pragma once

#include "yanglu/domain/finding.h"
#include "yanglu/domain/ledger.h"

G_BEGIN_DECLS

/** What the reversals (红字冲销) of a ledger came to until a day. */
typedef struct
{
  guint n;             /* all of them */
  guint n_unmatched;   /* those that take back nothing */
  gint64 received_fen; /* taken back of sums received */
  gint64 paid_fen;     /* taken back of payments */
} YlReversals;

/**
 * yl_ledger_reverse: the ledger as it stands after its reversals until @date. An entry that was taken
 * back never was: it is no payment by any day, spends nothing, is not idle.
 *
 * A reversal takes back, of the entries on or before its own day, the latest
 * 1. whose voucher its words name ("冲销记-0012号凭证"), of the same 对方 where both have one, and
 *    of its amount or more: that much is taken back;
 * 2. else of the same 收/支, 对方, 文号 and amount, not yet taken back by another;
 * 3. else, where its amount is positive and only its words say that it reverses, the same on the
 *    other side: money that came back is often entered as received.
 * One that finds nothing is left out and told (C04), its amount at stake.
 *
 * @findings: gets what finds nothing
 * @out_reversals: meaningful afterwards
 *
 * Returns: (transfer full) (nullable): %NULL when the ledger has no reversal at all
 */
YlLedger *yl_ledger_reverse (const YlLedger *ledger,
                             YlDate date,
                             YlFindings *findings,
                             YlReversals *out_reversals);

G_END_DECLS
