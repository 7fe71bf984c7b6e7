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

char *
yl_measure_to_text (YlMeasure measure, YlFixed number)
{
  const gboolean is_grouped = measure != YL_MEASURE_KM && measure != YL_MEASURE_NUMBER;
  YlFixed per_cent = { 0 };
  if (measure != YL_MEASURE_PPM || !yl_fixed_multiply (number, yl_fixed_of (100), &per_cent))
    return yl_fixed_to_text (
        number, measure == YL_MEASURE_PPM ? 0 : yl_measure_get_decimals (measure), is_grouped);
  g_autofree char *text = yl_fixed_to_text (per_cent, 0, FALSE);
  return g_strconcat (text, "%", NULL);
}
