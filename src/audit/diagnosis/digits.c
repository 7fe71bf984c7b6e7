#include "diagnosis-private.h"

/* 10^17 is above the largest amount, 10^15 fen in 万元 with six decimals included. */
#define MAX_DIGITS 17

static const gint64 powers[MAX_DIGITS + 2] = {
  G_GINT64_CONSTANT (1),
  G_GINT64_CONSTANT (10),
  G_GINT64_CONSTANT (100),
  G_GINT64_CONSTANT (1000),
  G_GINT64_CONSTANT (10000),
  G_GINT64_CONSTANT (100000),
  G_GINT64_CONSTANT (1000000),
  G_GINT64_CONSTANT (10000000),
  G_GINT64_CONSTANT (100000000),
  G_GINT64_CONSTANT (1000000000),
  G_GINT64_CONSTANT (10000000000),
  G_GINT64_CONSTANT (100000000000),
  G_GINT64_CONSTANT (1000000000000),
  G_GINT64_CONSTANT (10000000000000),
  G_GINT64_CONSTANT (100000000000000),
  G_GINT64_CONSTANT (1000000000000000),
  G_GINT64_CONSTANT (10000000000000000),
  G_GINT64_CONSTANT (100000000000000000),
  G_GINT64_CONSTANT (1000000000000000000),
};

static guint
count_digits (gint64 number, guint n_decimals)
{
  guint n = n_decimals + 1;
  while (n < MAX_DIGITS && number >= powers[n])
    n++;
  return n;
}

static gint64
digit_at (gint64 number, guint place)
{
  return number / powers[place] % 10;
}

/* Nobody writes a number that begins with the zero of a swap: that is a digit lost. */
static gboolean
would_begin_with_zero (gint64 right, guint low, guint high, guint n_digits, guint n_decimals)
{
  return high + 1 == n_digits && high > n_decimals && digit_at (right, low) == 0;
}

static gboolean
is_swapped (gint64 right, gint64 wrong, guint n_digits, guint n_decimals, gboolean are_neighbours)
{
  const gint64 difference = wrong - right;
  if (difference % 9 != 0)
    return FALSE;
  for (guint low = 0; low + 1 < n_digits; low++)
    for (guint high = low + 1; high < n_digits; high++)
      if ((high == low + 1) == are_neighbours
          && !would_begin_with_zero (right, low, high, n_digits, n_decimals)
          && (digit_at (right, low) - digit_at (right, high)) * (powers[high] - powers[low])
                 == difference)
        return TRUE;
  return FALSE;
}

/* Left of the point the higher digits close up, right of it the lower ones. */
static gboolean
is_lost (gint64 right, gint64 wrong, guint n_digits, guint n_decimals)
{
  for (guint place = 0; place < n_digits; place++)
    {
      const gint64 above = right / powers[place + 1];
      const gint64 below = right % powers[place];
      const gint64 without = place >= n_decimals ? above * powers[place] + below
                                                 : above * powers[place + 1] + below * 10;
      if (without == wrong)
        return TRUE;
    }
  return FALSE;
}

/* A digit twice right of the point is one decimal too many, rounded half up. */
static gboolean
is_doubled (gint64 right, gint64 wrong, guint n_digits, guint n_decimals)
{
  for (guint place = 0; place < n_digits && n_digits < MAX_DIGITS; place++)
    {
      const gint64 above = right / powers[place];
      const gint64 below = right % powers[place];
      const gint64 with =
          above * powers[place + 1] + digit_at (right, place) * powers[place] + below;
      if ((place >= n_decimals ? with : (with + 5) / 10) == wrong)
        return TRUE;
    }
  return FALSE;
}

/* The same digits but for one. */
static gboolean
is_one_wrong (gint64 right, gint64 wrong, guint n_digits)
{
  guint n = 0;
  for (guint place = 0; place < n_digits; place++)
    n += digit_at (right, place) != digit_at (wrong, place) ? 1 : 0;
  return n == 1 && wrong < powers[n_digits] && wrong >= powers[n_digits - 1];
}

gboolean
yl_digits_compare (gint64 right, gint64 wrong, guint n_decimals, YlPrivate *cause)
{
  if (right == wrong || right <= 0 || wrong < 0 || right >= powers[MAX_DIGITS])
    return FALSE;
  const guint n_digits = count_digits (right, n_decimals);
  const guint bits = yl_weight_log2 (n_digits);
  const gboolean are_neighbours = is_swapped (right, wrong, n_digits, n_decimals, TRUE);
  guint more_bits = bits;
  if (are_neighbours || is_swapped (right, wrong, n_digits, n_decimals, FALSE))
    {
      cause->kind = YL_CAUSE_DIGITS_SWAPPED;
      more_bits = are_neighbours ? bits : 2 * bits + 2;
    }
  else if (is_lost (right, wrong, n_digits, n_decimals))
    cause->kind = YL_CAUSE_DIGIT_LOST;
  else if (is_doubled (right, wrong, n_digits, n_decimals))
    cause->kind = YL_CAUSE_DIGIT_DOUBLED;
  else if (is_one_wrong (right, wrong, n_digits))
    {
      cause->kind = YL_CAUSE_DIGIT_WRONG;
      more_bits = bits + 3; /* which of nine it became */
    }
  else
    return FALSE;
  cause->bits = (guint8) (cause->bits + more_bits);
  return TRUE;
}
