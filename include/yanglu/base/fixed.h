#pragma once

#include "yanglu/base/text.h"

G_BEGIN_DECLS

/**
 * YlFixed: a number of a spreadsheet in units of 10^-15, exactly: sums, differences and products of
 * money, kilometres, rates and shares lose nothing. Only a division, and a product with more than
 * 15 decimals, is rounded, half away from zero, at the fifteenth: a share of one fen in ten thousand
 * billion yuan still has its first digit.
 */
typedef struct
{
  __int128 units;
} YlFixed;

#define YL_FIXED_DECIMALS 15
#define YL_FIXED_UNITS ((gint64) 1000000000000000)

/** Largest magnitude: 10^21, the product of the largest amount in fen and a share in ppm. */
#define YL_FIXED_MAX_UNITS ((__int128) YL_FIXED_UNITS * YL_FIXED_UNITS * 1000000)

/** Decimals that yl_fixed_settle() keeps. */
#define YL_FIXED_SETTLED_DECIMALS 12

static inline YlFixed
yl_fixed_of (gint64 whole)
{
  return (YlFixed){ (__int128) whole * YL_FIXED_UNITS };
}

/** yl_fixed_compare: below, at or above zero. */
static inline int
yl_fixed_compare (YlFixed a, YlFixed b)
{
  return (a.units > b.units) - (a.units < b.units);
}

/* Each returns %FALSE, and leaves the result untouched, when it is beyond %YL_FIXED_MAX_UNITS. */
gboolean yl_fixed_add (YlFixed a, YlFixed b, YlFixed *out_sum);
gboolean yl_fixed_subtract (YlFixed a, YlFixed b, YlFixed *out_difference);
gboolean yl_fixed_multiply (YlFixed a, YlFixed b, YlFixed *out_product);
/** yl_fixed_divide: @divisor is not zero. */
gboolean yl_fixed_divide (YlFixed a, YlFixed divisor, YlFixed *out_quotient);

/** yl_fixed_round: to @decimals (below zero: to tens, hundreds …), half away from zero. */
gboolean yl_fixed_round (YlFixed number, gint decimals, YlFixed *out_rounded);
/** yl_fixed_cut: the same towards zero. */
YlFixed yl_fixed_cut (YlFixed number, gint decimals);

/**
 * yl_fixed_settle: @number at 12 decimals, so that 1÷3×3 is 1. A spreadsheet shows 15 digits and
 * compares no finer; look at a number through this before it is cut or compared.
 */
YlFixed yl_fixed_settle (YlFixed number);

/** yl_fixed_to_whole: %FALSE when @number has decimals or does not fit. */
gboolean yl_fixed_to_whole (YlFixed number, gint64 *out_whole);

/** yl_fixed_parse: "-12.50", "1.5E-3"; more than 15 decimals are rounded. %FALSE for all else and
 * beyond %YL_FIXED_MAX_UNITS. */
gboolean yl_fixed_parse (YlText text, YlFixed *out_number);

/** Room for any number as text. */
#define YL_FIXED_TEXT_SIZE 48

/** yl_fixed_write: the settled number, as "12.5", without superfluous zeros: the bytes written. */
gsize yl_fixed_write (YlFixed number, char out_text[YL_FIXED_TEXT_SIZE]);

/** yl_fixed_to_text: (transfer full): the settled number with @n_decimals, and with more where it has
 * more: "1234.50", "0.005"; with thousands separators when @grouped. */
char *yl_fixed_to_text (YlFixed number, guint n_decimals, gboolean grouped);

G_END_DECLS
