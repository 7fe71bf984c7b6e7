#include "yanglu/calc/counted.h"

guint32
yl_counted_get_m (const YlRoad *road)
{
  return yl_counted_find_mark (road) == YL_MARK_NONE ? road->length_m : 0;
}

YlRateKind
yl_counted_get_rate_kind (const YlRoad *road)
{
  if (road->flags & YL_ROAD_TRACK)
    return YL_RATE_TRACK;
  if (road->flags & YL_ROAD_URBAN)
    return YL_RATE_URBAN;
  return (YlRateKind) road->road_class;
}

/* A class is paid by the rate of its own number. */
G_STATIC_ASSERT (YL_RATE_COUNTY == (int) YL_CLASS_COUNTY);
G_STATIC_ASSERT (YL_RATE_TOWNSHIP == (int) YL_CLASS_TOWNSHIP);
G_STATIC_ASSERT (YL_RATE_VILLAGE == (int) YL_CLASS_VILLAGE);
G_STATIC_ASSERT (YL_RATE_SPECIAL == (int) YL_CLASS_SPECIAL);

guint32
yl_counted_get_basis_m (const YlRoad *road, YlMileageBasis basis)
{
  switch (basis)
    {
    case YL_BASIS_MAINTAINED:
      return road->maintained_m;
    case YL_BASIS_SUBSIDISED:
      return road->subsidised_m;
    case YL_BASIS_COUNTED:
    default:
      return yl_counted_get_m (road);
    }
}
