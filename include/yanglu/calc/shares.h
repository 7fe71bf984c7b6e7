#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yl_shares_split:
 * @total_fen: the amount to divide, zero or more
 * @weights: (array length=n_weights): what each part counts for, zero or more (ppm, metres)
 *
 * Divides @total_fen in proportion to @weights by largest remainder: the parts
 * are whole fen and add up to exactly @total_fen. Equal remainders are served
 * in the order of @weights, which the caller therefore sorts by the tie rule
 * (payer order; else code, then name).
 *
 * Returns: (transfer full) (nullable): the parts in the order of @weights, or
 *   %NULL with %YL_ERROR_INVALID when every weight is zero
 */
gint64 *yl_shares_split (gint64 total_fen, const gint64 *weights, gsize n_weights, GError **error);

G_END_DECLS
