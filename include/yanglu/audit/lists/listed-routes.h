#pragma once

#include "yanglu/domain/inventory.h"
#include "yanglu/domain/places.h"

G_BEGIN_DECLS

/** YlListedRoutes: the routes of a list by their ten characters, the old code of a county as the present one. */
typedef struct _YlListedRoutes YlListedRoutes;

/** yl_listed_routes_new: borrows both; the routes are learnt where they are first asked for. */
YlListedRoutes *yl_listed_routes_new (const YlInventory *inventory, const YlPlaces *places);
void yl_listed_routes_free (YlListedRoutes *routes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlListedRoutes, yl_listed_routes_free)

/** yl_listed_routes_is_empty: whether no road of the list has a whole code. */
gboolean yl_listed_routes_is_empty (YlListedRoutes *routes);

/** yl_listed_routes_has: whether a road of the list is of the route @code, or of a section of it. %FALSE for
 * what is no whole code. */
gboolean yl_listed_routes_has (YlListedRoutes *routes, YlText code);

/** yl_route_code_renew: (transfer full) (nullable): the ten characters of @code with its county's present code;
 * %NULL for what is no whole code. */
char *yl_route_code_renew (const YlPlaces *places, YlText code);

G_END_DECLS
