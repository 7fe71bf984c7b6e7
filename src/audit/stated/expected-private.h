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
} StatedTerm;
/** stated_terms: what the amount of @column in @row comes from; 0: it cannot be told. */
guint stated_terms (const StatedCheck *check, guint row, guint column, StatedTerm out[YL_N_RATES]);
/** stated_terms_price: Σ length × rate; FALSE when it does not fit. */
gboolean stated_terms_price (const StatedTerm *terms, guint n, gint64 *out_fen);
/** stated_tolerance: what an amount may differ by rounding. */
gint64 stated_tolerance (
    const StatedCheck *check, guint row, guint column, const StatedTerm *terms, guint n);

G_END_DECLS
