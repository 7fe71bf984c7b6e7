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

/** One part of a split with its working. */
typedef struct
{
  gint64 part;  /* whole, and one more where it got a left-over fen */
  gint64 whole; /* total × weight ÷ sum of the weights, cut off */
  gint64 rest;  /* what was cut off, in parts of the sum of the weights (which is below 2^63) */
} YlSharePart;

/** yl_shares_work: yl_shares_split() with its working. Returns: (transfer full) (nullable) */
YlSharePart *
yl_shares_work (gint64 total_fen, const gint64 *weights, gsize n_weights, GError **error);

G_END_DECLS
