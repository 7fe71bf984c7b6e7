#include "allotment-private.h"

#include <string.h>

/* A route code: letter, three characters, six digits; longer section codes begin with it. */
#define ROUTE_CODE_LENGTH 10

static guint32
place_township (YlGroups *groups, guint32 code, YlTextId id, const char *name)
{
  return code != 0 ? yl_groups_find_code (groups, code, name)
                   : yl_groups_find_text (groups, id, name);
}

/* S11: county roads are the county's; what has no class falls to the county, which closes the gap.
 */
static gboolean
is_of_county (guint road_class)
{
  return road_class != YL_CLASS_TOWNSHIP && road_class != YL_CLASS_VILLAGE;
}

static guint32
find_payee_by_class (YlGroups *payees,
                     guint road_class,
                     guint32 township_code,
                     const char *township)
{
  if (is_of_county (road_class))
    return yl_groups_find_name (payees, YL_COUNTY_AGENCY);
  if (township_code != 0)
    return yl_groups_find_code (payees, township_code, township);
  return yl_groups_find_name (payees, township[0] != '\0' ? township : YL_UNNAMED_TOWNSHIP);
}

static void
place_road (YlAllotment *allotment,
            const YlInventory *inventory,
            const YlRoad *road,
            YlPlacement *out)
{
  const char *township = yl_inventory_get_text (inventory, road->township);
  out->township =
      place_township (allotment->townships, road->township_code, road->township, township);
  if (road->payee != 0)
    out->payee = yl_groups_find_text (allotment->payees, road->payee,
                                      yl_inventory_get_text (inventory, road->payee));
  else
    out->payee =
        find_payee_by_class (allotment->payees, road->road_class, road->township_code, township);
  out->package = yl_groups_find_text (allotment->packages, road->package,
                                      yl_inventory_get_text (inventory, road->package));
}

static guint
hash_route (gconstpointer key)
{
  guint hash = 5381;
  const char *code = key;
  for (guint i = 0; i < ROUTE_CODE_LENGTH && code[i] != '\0'; i++)
    hash = hash * 33 + (guchar) code[i];
  return hash;
}

static gboolean
is_same_route (gconstpointer a, gconstpointer b)
{
  return strncmp (a, b, ROUTE_CODE_LENGTH) == 0;
}

/* Marks a route whose sections stand in different packages. */
#define MANY_PACKAGES G_MAXUINT32

/* The one package of each route that has a bridge; sections without a package count as one more. */
static GHashTable *
find_route_packages (const YlWork *work)
{
  const GArray *bridges = work->entry->bridges;
  GHashTable *packages = g_hash_table_new (hash_route, is_same_route);
  for (guint i = 0; i < bridges->len; i++)
    {
      const YlBridge *bridge = &g_array_index (bridges, YlBridge, i);
      if (bridge->route_code[0] != '\0')
        g_hash_table_insert (packages, bridge->route_code, NULL);
    }
  for (gsize i = 0; i < work->n_roads && bridges->len > 0; i++)
    {
      const YlRoad *road = yl_inventory_get_road (work->inventory, i);
      const guint32 package = work->roads[i].placement.package + 1;
      gpointer route, seen;
      if (!g_hash_table_lookup_extended (
              packages, yl_inventory_get_text (work->inventory, road->route_code), &route, &seen))
        continue;
      const gboolean is_first = seen == NULL;
      if (is_first || GPOINTER_TO_UINT (seen) != package)
        g_hash_table_insert (packages, route,
                             GUINT_TO_POINTER (is_first ? package : MANY_PACKAGES));
    }
  return packages;
}

static void
place_bridge (YlAllotment *allotment,
              const YlBridge *bridge,
              guint package,
              YlBridgeWorking *working)
{
  const guint32 code = bridge->township_code;
  const gboolean is_paid = working->by_size_fen != 0 || working->by_metre_fen != 0;
  YlPlacement *out = &working->placement;
  out->township = code != 0 ? yl_groups_find_code (allotment->townships, code, bridge->township)
                            : yl_groups_find_name (allotment->townships, bridge->township);
  out->payee = find_payee_by_class (allotment->payees, bridge->road_class, code, bridge->township);
  if (package != 0 && package != MANY_PACKAGES)
    out->package = package - 1;
  else if (is_paid)
    out->package = yl_groups_find_name (allotment->packages, "");
}

void
yl_allotment_place (YlAllotment *allotment, YlWork *work)
{
  for (gsize i = 0; i < work->n_roads; i++)
    place_road (allotment, work->inventory, yl_inventory_get_road (work->inventory, i),
                &work->roads[i].placement);
  g_autoptr (GHashTable) packages = find_route_packages (work);
  for (guint i = 0; i < work->entry->bridges->len; i++)
    {
      const YlBridge *bridge = &g_array_index (work->entry->bridges, YlBridge, i);
      const guint package = GPOINTER_TO_UINT (g_hash_table_lookup (packages, bridge->route_code));
      place_bridge (allotment, bridge, package, &work->bridges[i]);
    }
}
