#include "diagnosis-private.h"

/*
 * How rare a kind is, in bits: one more bit is half as often. domain.md §2 calls
 * 元 and 万元 the commonest slip; there are no counts of the others, so the order
 * is a judgement: mistakes in how a budget is made (rates, which roads count)
 * recur from year to year and come before slips of the hand.
 */
static const guint8 bits[] = {
  [YL_CAUSE_AMOUNT_UNIT] = 1,   [YL_CAUSE_ROUNDING] = 2,       [YL_CAUSE_GRANT_NETTED] = 2,
  [YL_CAUSE_INCOME_SHARE] = 2,  [YL_CAUSE_LAND_SHARE] = 2,     [YL_CAUSE_OLD_RATE] = 3,
  [YL_CAUSE_NOT_COUNTED] = 3,   [YL_CAUSE_ROAD_TWICE] = 3,     [YL_CAUSE_ROAD_MISSING] = 3,
  [YL_CAUSE_RATES_SWAPPED] = 3, [YL_CAUSE_WRONG_CLASS] = 4,    [YL_CAUSE_LENGTH_UNIT] = 4,
  [YL_CAUSE_ROW_SHIFTED] = 4,   [YL_CAUSE_DIGITS_SWAPPED] = 5, [YL_CAUSE_DIGIT_LOST] = 5,
  [YL_CAUSE_DIGIT_DOUBLED] = 5,
};
G_STATIC_ASSERT (G_N_ELEMENTS (bits) == YL_N_CAUSE_KINDS);

guint
yl_weight_get_bits (YlCauseKind kind)
{
  return bits[kind];
}

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
