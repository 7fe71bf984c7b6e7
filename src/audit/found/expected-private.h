#pragma once

#include "check-private.h"

G_BEGIN_DECLS

/** One class of a row that has an amount. */
typedef struct
{
  guint8 rate;
  guint column; /* of the length */
  gint64 length_m;
  gint64 rate_fen_per_km;
} FoundTerm;
/** found_terms: what the amount of @column in @row comes from; 0: it cannot be told. */
guint found_terms (const FoundCheck *check, guint row, guint column, FoundTerm out[YL_N_RATES]);
/** found_terms_price: Σ length × rate; FALSE when it does not fit. */
gboolean found_terms_price (const FoundTerm *terms, guint n, gint64 *out_fen);
/** found_tolerance: what an amount may differ by rounding. */
gint64
found_tolerance (const FoundCheck *check, guint row, guint column, const FoundTerm *terms, guint n);

G_END_DECLS
