#include "yanglu/audit/lists/rules.h"

#include "yanglu/domain/place-code.h"

/* Routes of a list by their ten characters, the old code of a county as the present one. */
typedef struct
{
  const YlInventory *inventory;
  const YlPlaces *places;
  GHashTable *codes; /* (nullable) (element-type utf8): made where it is first asked */
} Routes;

/* (transfer full) (nullable): NULL for what is not whole */
static char *
normalise (const Routes *routes, YlText code)
{
  const guint32 county = yl_route_code_find_county (code);
  if (county == 0)
    return NULL;
  return g_strdup_printf ("%.4s%06u", code.at, yl_places_renew (routes->places, county));
}

static void
learn (Routes *routes)
{
  const gsize n_roads = yl_inventory_get_n_roads (routes->inventory);
  routes->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (gsize i = 0; i < n_roads; i++)
    {
      const YlRoad *road = yl_inventory_get_road (routes->inventory, i);
      char *code = normalise (
          routes, yl_text_of (yl_inventory_get_text (routes->inventory, road->route_code)));
      if (code != NULL)
        g_hash_table_add (routes->codes, code);
    }
}

static gboolean
is_listed (Routes *routes, const char *code)
{
  if (routes->codes == NULL)
    learn (routes);
  return g_hash_table_contains (routes->codes, code);
}

/* National and provincial routes, and those of another county, stand in no list of this one. */
static gboolean
is_of_county (const Routes *routes, YlText code, guint32 county)
{
  YlRoadClass road_class;
  return yl_road_class_parse_letter ((YlText){ code.at, 1 }, &road_class) == YL_CLASS_READ_OK
         && yl_places_renew (routes->places, yl_route_code_find_county (code)) == county;
}

static void
report_unlisted (const Routes *routes, const YlRoad *road, const char *code, YlFindings *findings)
{
  const YlOrigin *origin = yl_inventory_get_origin (routes->inventory, road->origin);
  g_autofree char *message = g_strdup_printf (
      "所重复的路线 %s 是本县的编码，但名单中没有这条路线；该行仍按重复路段不计入，请核对编码",
      code);
  const YlFinding finding = {
    .code = YL_C04,
    .severity = YL_SEVERITY_INFO,
    .file = origin->file,
    .sheet = origin->sheet,
    .row = road->row,
    .column = "重复路线编码",
    .seen = code,
    .expected = "名单中另一条路线的编码",
    .message = message,
    .is_priced = TRUE,
  };
  yl_findings_add (findings, &finding);
}

void
yl_list_check_shared (const YlInventory *inventory,
                      const YlRowContext *context,
                      YlFindings *findings)
{
  Routes routes = { .inventory = inventory, .places = context->places };
  const gsize n_roads = yl_inventory_get_n_roads (inventory);
  for (gsize i = 0; i < n_roads; i++)
    {
      const YlRoad *road = yl_inventory_get_road (inventory, i);
      if (road->duplicate_of == 0)
        continue;
      g_autofree char *folded =
          yl_route_code_fold (yl_text_of (yl_inventory_get_text (inventory, road->duplicate_of)));
      const YlText named = yl_route_code_find_inside (folded);
      g_autofree char *code = normalise (&routes, named);
      if (code != NULL && is_of_county (&routes, named, road->county_code)
          && !is_listed (&routes, code) && yl_findings_want (findings, YL_C04, YL_SEVERITY_INFO))
        report_unlisted (&routes, road, code, findings);
    }
  g_clear_pointer (&routes.codes, g_hash_table_unref);
}
