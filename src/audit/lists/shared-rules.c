#include "yanglu/audit/lists/rules.h"

#include "yanglu/audit/lists/listed-routes.h"
#include "yanglu/domain/place-code.h"

/* National and provincial routes, and those of another county, stand in no list of this one. */
static gboolean
is_of_county (const YlPlaces *places, YlText code, guint32 county)
{
  YlRoadClass road_class;
  return yl_road_class_parse_letter ((YlText){ code.at, 1 }, &road_class) == YL_CLASS_READ_OK
         && yl_places_renew (places, yl_route_code_find_county (code)) == county;
}

static void
report_unlisted (const YlInventory *inventory,
                 const YlRoad *road,
                 const char *code,
                 YlFindings *findings)
{
  const YlOrigin *origin = yl_inventory_get_origin (inventory, road->origin);
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
  const YlPlaces *places = context->places;
  g_autoptr (YlListedRoutes) routes = yl_listed_routes_new (inventory, places);
  const gsize n_roads = yl_inventory_get_n_roads (inventory);
  for (gsize i = 0; i < n_roads; i++)
    {
      const YlRoad *road = yl_inventory_get_road (inventory, i);
      if (road->duplicate_of == 0)
        continue;
      g_autofree char *folded =
          yl_route_code_fold (yl_text_of (yl_inventory_get_text (inventory, road->duplicate_of)));
      const YlText named = yl_route_code_find_inside (folded);
      g_autofree char *code = yl_route_code_renew (places, named);
      if (code != NULL && is_of_county (places, named, road->county_code)
          && !yl_listed_routes_has (routes, named)
          && yl_findings_want (findings, YL_C04, YL_SEVERITY_INFO))
        report_unlisted (inventory, road, code, findings);
    }
}
