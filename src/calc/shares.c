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

gint64 *
yl_shares_split (gint64 total_fen, const gint64 *weights, gsize n_weights, GError **error)
{
  g_return_val_if_fail (total_fen >= 0, NULL);
  __int128 whole = 0;
  for (gsize i = 0; i < n_weights; i++)
    {
      g_return_val_if_fail (weights[i] >= 0, NULL);
      whole += weights[i];
    }
  if (whole == 0)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_INVALID,
                   "无法分摊：各方的比例都是 0，请在政策中写明承担比例");
      return NULL;
    }

  g_autofree gint64 *parts = g_new (gint64, n_weights);
  g_autofree Claim *claims = g_new (Claim, n_weights);
  gint64 left_fen = total_fen;
  for (gsize i = 0; i < n_weights; i++)
    {
      /* Below 2^126: both are below 2^63. */
      const __int128 product = (__int128) total_fen * weights[i];
      parts[i] = (gint64) (product / whole);
      claims[i] = (Claim){ product % whole, i };
      left_fen -= parts[i];
    }
  qsort (claims, n_weights, sizeof *claims, compare_claims);
  for (gsize i = 0; left_fen > 0; i++, left_fen--)
    parts[claims[i].index]++;
  return g_steal_pointer (&parts);
}
