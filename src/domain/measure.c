#include "yanglu/domain/measure.h"

guint
yl_measure_get_decimals (YlMeasure measure)
{
  static const guint8 decimals[YL_N_MEASURES] = {
    [YL_MEASURE_FEN] = 2,
    [YL_MEASURE_KM] = 3,
    [YL_MEASURE_PPM] = 6,
  };
  return decimals[measure];
}
