#pragma once

#include "yanglu/audit/paying/ledger-sum.h"

G_BEGIN_DECLS

/* Whom the payments of a ledger go to; finds each in constant time. */
typedef struct _YlLedgerPayees YlLedgerPayees;

/* Adds the payees of the budget, where there is one, to @paying, which must outlive the result. */
YlLedgerPayees *yl_ledger_payees_new (const YlPayingRequest *request, YlPaying *paying);
void yl_ledger_payees_free (YlLedgerPayees *payees);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlLedgerPayees, yl_ledger_payees_free)

/* The row of @payment: that of the payee whom its 对方 means, that of its purpose when this is another
 * than daily maintenance, else a new one. Valid until the next call. */
YlPayeePaying *yl_ledger_payees_get (YlLedgerPayees *payees, const YlLedgerEntry *payment);

G_END_DECLS
