#include "yanglu/forms/formulas.h"

#include "yanglu/base/ratio.h"

/* Fen of a cell in yuan, metres of a cell in km, ppm of a cell that holds a fraction. */
#define FEN "ROUND(%s*100,0)"
#define METRES "ROUND(%s*1000,0)"
#define PPM "ROUND(%s*1000000,0)"

/* "/1000", for a part of the year "*6/12000": whole numbers as far as they go. */
static char *
name_divisor (guint per, YlYearPart part)
{
  return part.of == 0 ? g_strdup_printf ("/%u", per)
                      : g_strdup_printf ("*%u/%u", part.n, per * part.of);
}

char *
yl_formula_road_amount (const char *km, const char *rate, YlYearPart part)
{
  g_autofree char *divisor = name_divisor (1000, part);
  return g_strdup_printf ("=ROUND(" METRES "*" FEN "%s,0)/100", km, rate, divisor);
}

char *
yl_formula_metre_amount (const char *metres, const char *rate)
{
  return g_strdup_printf ("=ROUND(%s,0)*" FEN "/100", metres, rate);
}

char *
yl_formula_centimetre_amount (const char *metres, const char *rate, YlYearPart part)
{
  g_autofree char *divisor = name_divisor (100, part);
  return g_strdup_printf ("=ROUND(ROUND(%s*100,0)*" FEN "%s,0)/100", metres, rate, divisor);
}

char *
yl_formula_bridge_amount (const char *rate, YlYearPart part)
{
  if (part.of == 0)
    return g_strdup_printf ("=ROUND(%s,2)", rate);
  g_autofree char *divisor = name_divisor (1, part);
  return g_strdup_printf ("=ROUND(" FEN "%s,0)/100", rate, divisor);
}

/*
 * fen × ppm passes 2^53 from 9×10^9 fen on; cut into millions of fen and the
 * rest, both products stay below 10^15 for every amount that a file may state.
 */
static char *
millions_of (const char *amount)
{
  return g_strdup_printf ("INT(" FEN "/1000000)", amount);
}

static char *
below_million_of (const char *amount)
{
  g_autofree char *millions = millions_of (amount);
  return g_strdup_printf ("(" FEN "-%s*1000000)", amount, millions);
}

char *
yl_formula_share_of (const char *amount, const char *share)
{
  g_autofree char *millions = millions_of (amount);
  g_autofree char *rest = below_million_of (amount);
  return g_strdup_printf ("=(%s*" PPM "+ROUND(%s*" PPM "/1000000,0))/100", millions, share, rest,
                          share);
}

/* Fen in a hundredth of 万元. */
#define FEN_PER_STEP 10000

char *
yl_formula_in_wan (const char *amount)
{
  return g_strdup_printf ("=ROUND(" FEN "/%d,0)/100", amount, FEN_PER_STEP);
}

gint64
yl_formula_in_wan_value (gint64 fen)
{
  /* What is divided fits always. */
  gint64 steps = 0;
  yl_ratio_scale (fen, 1, FEN_PER_STEP, &steps);
  return steps;
}

char *
yl_formula_is_at_least (
    const char *part, const char *whole, const char *target, const char *yes, const char *no)
{
  return g_strdup_printf ("=IF(" METRES "*1000000>=" METRES "*" PPM ",\"%s\",\"%s\")", part, whole,
                          target, yes, no);
}

char *
yl_formula_split_whole (const char *total, const char *share)
{
  g_autofree char *millions = millions_of (total);
  g_autofree char *rest = below_million_of (total);
  return g_strdup_printf ("=%s*" PPM "+INT(%s*" PPM "/1000000)", millions, share, rest, share);
}

char *
yl_formula_split_rest (const char *total, const char *share)
{
  g_autofree char *rest = below_million_of (total);
  return g_strdup_printf ("=%s*" PPM "-INT(%s*" PPM "/1000000)*1000000", rest, share, rest, share);
}

char *
yl_formula_split_amount (const char *total,
                         const char *whole,
                         const char *wholes,
                         const char *rest,
                         const char *rests,
                         const char *rests_so_far)
{
  return g_strdup_printf ("=(%s+IF(COUNTIF(%s,\">\"&%s)+COUNTIF(%s,%s)<=" FEN "-SUM(%s),1,0))/100",
                          whole, rests, rest, rests_so_far, rest, total, wholes);
}
