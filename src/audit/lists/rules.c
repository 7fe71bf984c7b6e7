#include "yanglu/audit/lists/rules.h"

#include "yanglu/audit/lists/row-check.h"

#include "yanglu/calc/counted.h"

/* Micrometres in a metre, times metres in a kilometre. */
#define UM_PER_KM ((gint64) 1000000000)

typedef struct
{
  YlRowBreaks bit;
  void (*check) (const YlRowCheck *check);
} RowRule;

static const RowRule row_rules[] = {
  { YL_BREAKS_A03, yl_row_check_length }, { YL_BREAKS_A06, yl_row_check_class },
  { YL_BREAKS_A07, yl_row_check_county }, { YL_BREAKS_STALE, yl_row_check_stale },
  { YL_BREAKS_A08, yl_row_check_unpaid }, { YL_BREAKS_A09, yl_row_check_listed },
};

/* Whether the row or its route code names another county than the entity's. A zone has no county
 * of its own: its rows were chosen by township. */
static gboolean
is_foreign (const YlRowContext *context, const YlRoad *road, YlText route_code)
{
  const YlEntity *entity = context->entity;
  if (entity == NULL || entity->code == NULL || entity->n_townships > 0)
    return FALSE;
  const guint32 own = (guint32) g_ascii_strtoull (entity->code, NULL, 10);
  const guint32 written = yl_route_code_find_county (route_code);
  const guint32 in_code = written == 0 || context->places == NULL
                              ? written
                              : yl_places_renew (context->places, written);
  return (road->county_code != 0 && road->county_code != own) || (in_code != 0 && in_code != own);
}

static gboolean
breaks_length (const YlRoad *road)
{
  if (road->start_m == YL_STAKE_UNKNOWN || road->end_m == YL_STAKE_UNKNOWN)
    return FALSE;
  const gint64 by_stakes = (gint64) road->end_m - road->start_m;
  return by_stakes != (gint64) road->length_m
         && !(road->flags & (YL_ROAD_BREAK | YL_ROAD_FROM_STAKES));
}

static gboolean
breaks_class (const YlRoad *road)
{
  /* 机耕道 in the class column leaves the class open: a village road is only how it is counted. */
  const gboolean is_class_open =
      (road->flags & YL_ROAD_TRACK) && road->road_class == YL_CLASS_VILLAGE;
  return road->letter_class != road->road_class && road->letter_class != YL_N_CLASSES
         && !is_class_open;
}

static gboolean
breaks_listed (const YlRoad *road)
{
  const guint32 maintained_m = yl_counted_get_maintained_m (road);
  return (maintained_m != YL_METRES_UNKNOWN && maintained_m > yl_counted_get_m (road))
         || (road->subsidised_m != YL_METRES_UNKNOWN && road->subsidised_m > road->length_m);
}

guint
yl_row_check_find (const YlRowContext *context, const YlRoad *road, YlText route_code)
{
  guint breaks = breaks_length (road) ? YL_BREAKS_A03 : 0;
  if (breaks_class (road))
    breaks |= YL_BREAKS_A06;
  if (is_foreign (context, road, route_code))
    breaks |= YL_BREAKS_A07;
  if (road->flags & YL_ROAD_STALE_CODE)
    breaks |= YL_BREAKS_STALE;
  if (yl_row_is_unpaid (context->rates, road))
    breaks |= YL_BREAKS_A08;
  if (breaks_listed (road))
    breaks |= YL_BREAKS_A09;
  return breaks;
}

static void
check_row (const YlRowCheck *check, guint breaks)
{
  for (gsize i = 0; i < G_N_ELEMENTS (row_rules); i++)
    if (breaks & row_rules[i].bit)
      row_rules[i].check (check);
}

void
yl_list_check_row (const YlRowContext *context,
                   const YlRoad *road,
                   const YlRowTexts *texts,
                   YlFindings *findings)
{
  const guint breaks = yl_row_check_find (context, road, texts->route_code);
  if (breaks == 0)
    return;
  const YlRowCheck check = { context, road, texts, findings };
  check_row (&check, breaks);
}

void
yl_list_check (const YlInventory *inventory, const YlRowContext *context, YlFindings *findings)
{
  const gsize n_roads = yl_inventory_get_n_roads (inventory);
  for (gsize i = 0; i < n_roads; i++)
    {
      const YlRoad *road = yl_inventory_get_road (inventory, i);
      const YlText route_code = yl_text_of (yl_inventory_get_text (inventory, road->route_code));
      const guint breaks = yl_row_check_find (context, road, route_code) & ~(guint) YL_BREAKS_A08;
      if (breaks == 0)
        continue;
      const YlRowTexts texts = yl_list_get_texts (inventory, road);
      const YlRowCheck check = { context, road, &texts, findings };
      check_row (&check, breaks);
    }
  yl_list_check_unpaid (inventory, context, findings);
  yl_list_check_routes (inventory, context, findings);
}

void
yl_list_price (YlFindings *findings, const YlRateTable *rates)
{
  const gsize n_findings = yl_findings_get_n (findings);
  for (gsize i = 0; i < n_findings; i++)
    {
      const YlFinding *finding = yl_findings_get (findings, i);
      if (!finding->stake_length.is_set || finding->is_priced)
        continue;
      const gint64 length_um = ABS (finding->stake_length.length_um);
      const YlRate rate = rates->rate[finding->stake_length.rate];
      YlMoney at_stake;
      if (yl_ratio_scale (length_um, rate.fen_per_km, UM_PER_KM, &at_stake.fen))
        yl_findings_price (findings, i, at_stake);
    }
}
