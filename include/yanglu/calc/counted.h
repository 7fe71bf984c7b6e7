#pragma once

#include "yanglu/domain/policy.h"
#include "yanglu/domain/road.h"

G_BEGIN_DECLS

/** Why a road does not count: it shares another route's road (重复路段), or ends nowhere (断头路). */
typedef enum
{
  YL_MARK_NONE,
  YL_MARK_DUPLICATE,
  YL_MARK_DEAD_END,
} YlMark;

/** yl_counted_find_mark: marked both, a road is a dead end. */
static inline YlMark
yl_counted_find_mark (const YlRoad *road)
{
  if (road->flags & YL_ROAD_DEAD_END)
    return YL_MARK_DEAD_END;
  return road->flags & YL_ROAD_DUPLICATE ? YL_MARK_DUPLICATE : YL_MARK_NONE;
}

/** yl_counted_get_m: the metres of @road that count (计入里程): 0 for a duplicate or a dead end. */
guint32 yl_counted_get_m (const YlRoad *road);

/** yl_counted_get_rate_kind: what @road is paid as: track, else urban, else its class. */
YlRateKind yl_counted_get_rate_kind (const YlRoad *road);

/** yl_counted_get_basis_m: the metres that the column of @basis states; YL_METRES_UNKNOWN when the list
 * does not say. */
guint32 yl_counted_get_basis_m (const YlRoad *road, YlMileageBasis basis);

G_END_DECLS
