#include "yanglu/audit/lists/row.h"

#include "yanglu/calc/counted.h"

#include <string.h>

YlMoney
yl_list_price_length (const YlRateTable *rates, const YlRoad *road, gint64 length_m)
{
  YlMoney amount = { 0 };
  /* A length of 32 bits at the highest rate fits; what does not stays 0 rather than wrap. */
  yl_money_for_length ((YlLength){ length_m }, rates->rate[yl_counted_get_rate_kind (road)],
                       &amount);
  return amount;
}

YlMoney
yl_list_price_road (const YlRateTable *rates, const YlRoad *road)
{
  YlRoadWorking working = { 0 };
  yl_road_price (rates, road, &working);
  return (YlMoney){ working.amount_fen };
}

YlMoney
yl_list_price_shared (const YlRateTable *rates, const YlRoad *a, const YlRoad *b, gint64 length_m)
{
  const YlMoney by_a = yl_list_price_length (rates, a, length_m);
  const YlMoney by_b = yl_list_price_length (rates, b, length_m);
  return by_a.fen < by_b.fen ? by_a : by_b;
}

gboolean
yl_list_has_wrong_length (const YlRoad *road)
{
  if (road->start_m == YL_STAKE_UNKNOWN || road->end_m == YL_STAKE_UNKNOWN)
    return FALSE;
  const gint64 by_stakes = (gint64) road->end_m - road->start_m;
  return by_stakes != (gint64) road->length_m
         && !(road->flags & (YL_ROAD_BREAK | YL_ROAD_FROM_STAKES));
}

char *
yl_list_show_row (const YlInventory *inventory, const YlRoad *from, const YlRoad *road)
{
  if (road->origin == from->origin)
    return g_strdup_printf ("第 %" YL_ROW_ID_FORMAT " 行", road->row);
  const YlOrigin *origin = yl_inventory_get_origin (inventory, road->origin);
  const YlOrigin *own = yl_inventory_get_origin (inventory, from->origin);
  const gboolean has_sheet = origin->sheet != NULL && origin->sheet[0] != '\0';
  const gboolean is_of_file = strcmp (origin->file, own->file) == 0;
  if (!is_of_file && has_sheet)
    return g_strdup_printf ("%s 工作表“%s” 第 %" YL_ROW_ID_FORMAT " 行", origin->file,
                            origin->sheet, road->row);
  return g_strdup_printf ("%s 第 %" YL_ROW_ID_FORMAT " 行",
                          has_sheet ? origin->sheet : origin->file, road->row);
}

const YlFindingTwin *
yl_list_find_twin (const YlInventory *inventory,
                   const YlRoad *from,
                   const YlRoad *road,
                   YlFindingTwin *twin)
{
  const YlOrigin *own = yl_inventory_get_origin (inventory, from->origin);
  const YlOrigin *other = yl_inventory_get_origin (inventory, road->origin);
  twin->file = other->file;
  twin->sheet = other->sheet;
  twin->row = road->row;
  return strcmp (own->file, other->file) == 0 ? NULL : twin;
}

void
yl_list_report (const YlInventory *inventory,
                const YlRoad *road,
                YlFinding finding,
                YlFindings *findings)
{
  const YlOrigin *origin = yl_inventory_get_origin (inventory, road->origin);
  finding.severity = yl_code_get_severity (finding.code);
  finding.file = origin->file;
  finding.sheet = origin->sheet;
  finding.row = road->row;
  finding.is_priced = TRUE;
  yl_findings_add (findings, &finding);
}

char *
yl_county_show (const YlPlaces *places, guint32 county_code)
{
  if (county_code == 0)
    return g_strdup ("未知县");
  const YlCounty *county = places == NULL ? NULL : yl_places_find_county (places, county_code);
  const YlCounty *former = places == NULL ? NULL : yl_places_find_former (places, county_code);
  if (county != NULL)
    return g_strdup_printf ("%06u（%s）", county_code, county->name);
  return former == NULL ? g_strdup_printf ("%06u", county_code)
                        : g_strdup_printf ("%06u（原%s）", county_code, former->name);
}
