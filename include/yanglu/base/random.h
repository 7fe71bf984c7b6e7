#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YlRandom: numbers that look drawn by chance but follow from a seed: SplitMix64 (Steele, Lea and
 * Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014). The same seed gives the
 * same numbers on every machine. Not for secrets.
 */
typedef struct
{
  guint64 state;
} YlRandom;

YlRandom yl_random_of_seed (guint64 seed);
guint64 yl_random_next (YlRandom *random);
/** yl_random_next_below: 0 to @bound − 1, each equally often. @bound: 1 or more */
guint64 yl_random_next_below (YlRandom *random, guint64 bound);

G_END_DECLS
