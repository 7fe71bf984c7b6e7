#pragma once

#include "yanglu/domain/ledger.h"

G_BEGIN_DECLS

/* The indices of the entries of @ledger until @date, by date, then by their place. */
guint *yl_ledger_order_new (const YlLedger *ledger, YlDate date, guint *out_n);

G_END_DECLS
