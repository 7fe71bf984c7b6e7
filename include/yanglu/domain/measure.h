#pragma once

#include "yanglu/base/fixed.h"

G_BEGIN_DECLS

/** What a number counts, and so how its cell looks. Integers become decimals only in a file. */
typedef enum
{
  YL_MEASURE_FEN,    /* yuan: #,##0.00 */
  YL_MEASURE_KM,     /* metres in, km shown: 0.000 */
  YL_MEASURE_CM,     /* centimetres in, metres shown: 0.00 */
  YL_MEASURE_COUNT,  /* how many */
  YL_MEASURE_PPM,    /* parts per million in, per cent shown */
  YL_MEASURE_NUMBER, /* an ordinal, a year, a code: no separators, centred */
} YlMeasure;
#define YL_N_MEASURES (YL_MEASURE_NUMBER + 1)

/** yl_measure_get_decimals: how many decimals of the number in a cell one unit stands for: 2 for
 * fen in yuan, 3 for metres in km, 2 for
 * centimetres in metres, 6 for parts per million, else 0. */
guint yl_measure_get_decimals (YlMeasure measure);

/** yl_measure_to_text: (transfer full): the @number of a cell as it is read: yuan "1,234.50", km "1.500",
 * per cent "30%"; what has more decimals keeps them. */
char *yl_measure_to_text (YlMeasure measure, YlFixed number);

G_END_DECLS
