#pragma once

#include "yanglu/domain/policy.h"
#include "yanglu/domain/road.h"

G_BEGIN_DECLS

/** yl_counted_get_m: the metres of @road that count (计入里程): 0 for a duplicate or a dead end. */
guint32 yl_counted_get_m (const YlRoad *road);

/** yl_counted_get_rate_kind: what @road is paid as: track, else urban, else its class. */
YlRateKind yl_counted_get_rate_kind (const YlRoad *road);

/** yl_counted_get_maintained_m: 列养 metres of @road; YL_METRES_UNKNOWN when the list does not say.
 */
guint32 yl_counted_get_maintained_m (const YlRoad *road);

/** yl_counted_get_basis_m: the metres that @basis would pay; YL_METRES_UNKNOWN when the list does
 * not say. */
guint32 yl_counted_get_basis_m (const YlRoad *road, YlMileageBasis basis);

G_END_DECLS
