#pragma once

#include <gio/gio.h>

#include "yanglu/domain/entity.h"
#include "yanglu/domain/places.h"

G_BEGIN_DECLS

/** yl_register_load: (transfer full): the places compiled in (templates/places). */
YlPlaces *yl_register_load (GError **error);
/** yl_register_get: (transfer none): the same, loaded once: for who asks again and again. */
const YlPlaces *yl_register_get (GError **error);

/**
 * yl_register_find_zone: a zone (市属开发区) of templates/places/zones.csv.
 * @name: the name of the zone, with or without its own city before it and its office behind it, or
 *   a part that only one zone has ("高新"); or "NAME@FILE" to look it up in a file of the same form
 *
 * Returns: (transfer full) (nullable): an entity with the zone's townships, its is_unverified as
 *   the file says; %NULL with %YL_ERROR_NOT_FOUND, naming the zones that there are, when none or
 *   more than one fits
 */
YlEntity *yl_register_find_zone (const char *name, GError **error);

/** yl_register_list_zones: (transfer full) (element-type YlEntity): all zones of templates/places/zones.csv. */
GPtrArray *yl_register_list_zones (GError **error);

G_END_DECLS
