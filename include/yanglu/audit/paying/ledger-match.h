#pragma once

#include "yanglu/domain/ledger.h"

G_BEGIN_DECLS

/** yl_ledger_order_new: (transfer full): the indices of the entries of @ledger until @date, by date,
 * then by their place. */
guint *yl_ledger_order_new (const YlLedger *ledger, YlDate date, guint *out_n);

/** So much of one sum received went into one payment. */
typedef struct
{
  guint receipt; /* index in the ledger */
  guint payment; /* index in the ledger */
  gint64 fen;
} YlLedgerMatch;

/**
 * yl_ledger_match: which money each payment until @date spent. Payments are taken by date, then by
 * their place in the ledger; each spends, oldest sum first,
 * 1. the sums received under its own document (文号);
 * 2. for the rest, those of its own purpose, when its words tell one;
 * 3. for the rest, those that name neither a document nor a purpose; and when the payment itself
 *    names neither, all the others.
 * A sum received later covers a payment made ahead of it. What nothing covers was paid ahead.
 *
 * Returns: (transfer full) (element-type YlLedgerMatch): by payment, no match of 0 fen; both sides
 *   of the sums of matches never pass the entry
 */
GArray *yl_ledger_match (const YlLedger *ledger, YlDate date);

G_END_DECLS
