#include "diagnosis-private.h"

guint
yl_weight_log2 (guint64 n)
{
  guint n_bits = 0;
  while (n_bits < 63 && (G_GUINT64_CONSTANT (1) << n_bits) < n)
    n_bits++;
  return n_bits;
}

/* log2 of the number of ways to choose some of all. */
guint
yl_weight_choose (guint64 n_all, guint64 n_chosen)
{
  const guint64 n_fewer = MIN (n_chosen, n_all - MIN (n_all, n_chosen));
  guint64 ways = 1;
  for (guint64 i = 1; i <= n_fewer; i++)
    if (__builtin_mul_overflow (ways, n_all - i + 1, &ways))
      return 63;
    else
      ways /= i;
  return yl_weight_log2 (ways);
}
