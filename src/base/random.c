#include "yanglu/base/random.h"

#define GAMMA 0x9E3779B97F4A7C15u

YlRandom
yl_random_of_seed (guint64 seed)
{
  return (YlRandom){ seed };
}

guint64
yl_random_next (YlRandom *random)
{
  random->state += GAMMA;
  guint64 z = random->state;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

guint64
yl_random_next_below (YlRandom *random, guint64 bound)
{
  g_return_val_if_fail (bound > 0, 0);
  /* The lowest numbers are passed over, so that what is left is a multiple of the bound. */
  const guint64 n_passed = (0 - bound) % bound;
  guint64 drawn = yl_random_next (random);
  while (drawn < n_passed)
    drawn = yl_random_next (random);
  return drawn % bound;
}
