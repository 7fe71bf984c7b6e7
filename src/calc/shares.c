#include "yanglu/calc/shares.h"

#include "yanglu/base/error.h"

#include <stdlib.h>

typedef struct
{
  __int128 remainder;
  gsize index;
} Claim;

/* Largest remainder first; equal ones in the order of the weights. */
static int
compare_claims (gconstpointer a, gconstpointer b)
{
  const Claim *left = a;
  const Claim *right = b;
  if (left->remainder != right->remainder)
    return left->remainder > right->remainder ? -1 : 1;
  return left->index < right->index ? -1 : left->index > right->index;
}

/* The sum of the weights; 0 when there is nothing to divide by. */
static __int128
sum_weights (const gint64 *weights, gsize n_weights, GError **error)
{
  __int128 whole = 0;
  for (gsize i = 0; i < n_weights; i++)
    {
      g_return_val_if_fail (weights[i] >= 0, 0);
      whole += weights[i];
    }
  if (whole == 0)
    g_set_error (error, YL_ERROR, YL_ERROR_INVALID,
                 "无法分摊：各方的比例都是 0，请在政策中写明承担比例");
  return whole;
}

YlSharePart *
yl_shares_work (gint64 total_fen, const gint64 *weights, gsize n_weights, GError **error)
{
  g_return_val_if_fail (total_fen >= 0, NULL);
  const __int128 whole = sum_weights (weights, n_weights, error);
  if (whole == 0)
    return NULL;

  g_autofree YlSharePart *parts = g_new (YlSharePart, n_weights);
  g_autofree Claim *claims = g_new (Claim, n_weights);
  gint64 left_fen = total_fen;
  for (gsize i = 0; i < n_weights; i++)
    {
      /* Below 2^126: both are below 2^63. */
      const __int128 product = (__int128) total_fen * weights[i];
      const gint64 cut_fen = (gint64) (product / whole);
      claims[i] = (Claim){ product % whole, i };
      parts[i] = (YlSharePart){ cut_fen, cut_fen, (gint64) claims[i].remainder };
      left_fen -= cut_fen;
    }
  qsort (claims, n_weights, sizeof *claims, compare_claims);
  for (gsize i = 0; left_fen > 0; i++, left_fen--)
    parts[claims[i].index].part++;
  return g_steal_pointer (&parts);
}

gint64 *
yl_shares_split (gint64 total_fen, const gint64 *weights, gsize n_weights, GError **error)
{
  g_autofree YlSharePart *work = yl_shares_work (total_fen, weights, n_weights, error);
  if (work == NULL)
    return NULL;
  gint64 *parts = g_new (gint64, n_weights);
  for (gsize i = 0; i < n_weights; i++)
    parts[i] = work[i].part;
  return parts;
}
