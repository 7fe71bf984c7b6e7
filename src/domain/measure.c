#include "yanglu/domain/measure.h"

guint
yl_measure_get_decimals (YlMeasure measure)
{
  static const guint8 decimals[] = {
    [YL_MEASURE_FEN] = 2,   [YL_MEASURE_KM] = 3,  [YL_MEASURE_CM] = 2,
    [YL_MEASURE_COUNT] = 0, [YL_MEASURE_PPM] = 6, [YL_MEASURE_NUMBER] = 0,
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (decimals) == YL_N_MEASURES);
  return decimals[measure];
}
