#pragma once

#include "yanglu/base/decimal.h"

G_BEGIN_DECLS

/** A length in whole metres. */
typedef struct
{
  gint64 m;
} YlLength;

/** Longest length that one row may state: four million km (a nation's roads of one class). */
#define YL_LENGTH_MAX_M ((gint64) 4000000000)

/** Longest stake: fits the 32 bits it has in a road. */
#define YL_STAKE_MAX_M ((gint64) 2000000000)

/** yl_length_parse_km: "12.345" is 12 345 m; @out_lost as in yl_decimal_parse(), so millimetre /
 * 1000. */
YlDecimalStatus yl_length_parse_km (YlText text, YlLength *out_length, gint32 *out_lost);

/** yl_length_parse_m: the same for a column in metres. */
YlDecimalStatus yl_length_parse_m (YlText text, YlLength *out_length, gint32 *out_lost);

/**
 * yl_length_parse_stake: a stake (桩号), as km ("12.345") or as kilometre and
 * metres ("K12+345", "k12+345.5", "12+345").  Negative stakes are malformed.
 */
YlDecimalStatus yl_length_parse_stake (YlText text, YlLength *out_length, gint32 *out_lost);

/** yl_length_to_km: Returns: (transfer full): "12.345", always three decimals. */
char *yl_length_to_km (YlLength length);

G_END_DECLS
