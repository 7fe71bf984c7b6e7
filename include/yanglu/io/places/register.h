#pragma once

#include <gio/gio.h>

#include "yanglu/domain/entry.h"
#include "yanglu/domain/places.h"

G_BEGIN_DECLS

/** yl_register_load: (transfer full): the places compiled in. */
YlPlaces *yl_register_load (GError **error);

/**
 * yl_register_find_zone: a zone (市属开发区) of templates/places/zones.csv by name.
 * Returns: (transfer full) (nullable): an entity with the zone's townships, or %NULL
 */
YlEntity *yl_register_find_zone (const char *name, GError **error);

G_END_DECLS
