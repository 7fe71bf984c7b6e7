#include "yanglu/audit/lists/listed-routes.h"

#include "yanglu/base/keyed-hash.h"
#include "yanglu/domain/place-code.h"

/* A letter, three digits and the county's. */
#define CODE_BYTES 10
#define COUNTY_DIGITS 6

struct _YlListedRoutes
{
  const YlInventory *inventory;
  const YlPlaces *places;
  GHashTable *codes; /* (nullable) (element-type utf8) */
};

YlListedRoutes *
yl_listed_routes_new (const YlInventory *inventory, const YlPlaces *places)
{
  YlListedRoutes *routes = g_new0 (YlListedRoutes, 1);
  *routes = (YlListedRoutes){ .inventory = inventory, .places = places };
  return routes;
}

void
yl_listed_routes_free (YlListedRoutes *routes)
{
  g_clear_pointer (&routes->codes, g_hash_table_unref);
  g_free (routes);
}

char *
yl_route_code_renew (const YlPlaces *places, YlText code)
{
  guint32 county = yl_route_code_find_county (code);
  if (county == 0)
    return NULL;
  char *renewed = g_strndup (code.at, CODE_BYTES);
  county = yl_places_renew (places, county);
  for (gsize i = CODE_BYTES; i-- > CODE_BYTES - COUNTY_DIGITS; county /= 10)
    renewed[i] = (char) ('0' + county % 10);
  return renewed;
}

static void
learn (YlListedRoutes *routes)
{
  if (routes->codes != NULL)
    return;
  const gsize n_roads = yl_inventory_get_n_roads (routes->inventory);
  routes->codes = g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  guint32 before = 0; /* sections of a route stand together, as a rule */
  for (gsize i = 0; i < n_roads; i++)
    {
      const YlRoad *road = yl_inventory_get_road (routes->inventory, i);
      if (road->route_code == before)
        continue;
      before = road->route_code;
      char *code = yl_route_code_renew (
          routes->places, yl_text_of (yl_inventory_get_text (routes->inventory, road->route_code)));
      if (code != NULL)
        g_hash_table_add (routes->codes, code);
    }
}

gboolean
yl_listed_routes_is_empty (YlListedRoutes *routes)
{
  learn (routes);
  return g_hash_table_size (routes->codes) == 0;
}

gboolean
yl_listed_routes_has (YlListedRoutes *routes, YlText code)
{
  g_autofree char *renewed = yl_route_code_renew (routes->places, code);
  if (renewed == NULL)
    return FALSE;
  learn (routes);
  return g_hash_table_contains (routes->codes, renewed);
}
