#include "yanglu/audit/lists/row-check.h"

#include "yanglu/calc/counted.h"

/* What the row is worth as its class says, against what its letter says. */
static YlMoney
price_class_difference (const YlRateTable *rates, const YlRoad *road)
{
  const YlRateKind kind = yl_counted_get_rate_kind (road);
  YlRoad other = *road;
  other.road_class = road->letter_class;
  const YlRateKind other_kind = yl_counted_get_rate_kind (&other);
  const guint32 basis_m = yl_counted_get_basis_m (road, rates->basis);
  const gint64 difference = rates->rate[kind].fen_per_km - rates->rate[other_kind].fen_per_km;
  YlMoney amount = { 0 };
  if (basis_m != YL_METRES_UNKNOWN)
    yl_money_for_length ((YlLength){ basis_m }, (YlRate){ ABS (difference) }, &amount);
  return amount;
}

void
yl_row_check_class (const YlRowCheck *check)
{
  if (!yl_findings_would_keep (check->findings, YL_A06))
    {
      yl_findings_count (check->findings, YL_A06, YL_SEVERITY_ERROR);
      return;
    }
  const YlRoad *road = check->road;
  const char *seen = yl_road_class_get_name ((YlRoadClass) road->road_class);
  const char *expected = yl_road_class_get_name ((YlRoadClass) road->letter_class);
  const YlMoney at_stake = price_class_difference (check->context->rates, road);
  g_autofree char *code = yl_text_dup (check->texts->route_code);
  g_autofree char *yuan = yl_money_to_grouped (at_stake);
  g_autofree char *message =
      g_strdup_printf ("行政等级填的是%s，路线编码 %s 的首字母却是%s；仍按%s计入，两种标准相差 %s "
                       "元；请核对行政等级或路线编码",
                       seen, code, expected, seen, yuan);
  yl_row_check_report (check,
                       (YlFinding){
                           .code = YL_A06,
                           .severity = YL_SEVERITY_ERROR,
                           .column = "行政等级",
                           .seen = seen,
                           .expected = expected,
                           .message = message,
                       },
                       at_stake);
}

/* "371521 阳谷县", or the code alone when the register does not hold it. */
static char *
show_county (const YlPlaces *places, guint32 code)
{
  const YlCounty *county = places == NULL ? NULL : yl_places_find_county (places, code);
  return county == NULL ? g_strdup_printf ("%06u", code)
                        : g_strdup_printf ("%06u（%s）", code, county->name);
}

void
yl_row_check_county (const YlRowCheck *check)
{
  if (!yl_findings_would_keep (check->findings, YL_A07))
    {
      yl_findings_count (check->findings, YL_A07, YL_SEVERITY_ERROR);
      return;
    }
  const YlRoad *road = check->road;
  const YlPlaces *places = check->context->places;
  const guint32 own = (guint32) g_ascii_strtoull (check->context->entity->code, NULL, 10);
  const guint32 old = yl_route_code_find_county (check->texts->route_code);
  const guint32 in_code = old == 0 || places == NULL ? old : yl_places_renew (places, old);
  const gboolean is_by_code =
      road->county_code == 0 || road->county_code == own || road->county_code == in_code;
  const guint32 foreign = is_by_code ? in_code : road->county_code;
  const YlMoney at_stake = yl_row_check_get_amount (check->context->rates, road);
  g_autofree char *seen = show_county (places, foreign);
  g_autofree char *expected = show_county (places, own);
  g_autofree char *code = yl_text_dup (check->texts->route_code);
  g_autofree char *yuan = yl_money_to_grouped (at_stake);
  g_autofree char *message =
      g_strdup_printf ("%s里的县级代码是 %s，编制单位是 %s；该行仍计入，涉及 %s "
                       "元；请确认是否外县路段误列，或更正代码（路线 %s）",
                       is_by_code ? "路线编码" : "行政区划", seen, expected, yuan,
                       code[0] == '\0' ? "无编码" : code);
  yl_row_check_report (check,
                       (YlFinding){
                           .code = YL_A07,
                           .severity = YL_SEVERITY_ERROR,
                           .column = is_by_code ? "路线编码" : "行政区划",
                           .seen = seen,
                           .expected = expected,
                           .message = message,
                       },
                       at_stake);
}

/* The route code with the county's present digits: a certain repair. */
static char *
renew_code (YlText route_code, guint32 present)
{
  return g_strdup_printf ("%.4s%06u%.*s", route_code.at, present, (int) (route_code.length - 10),
                          route_code.at + 10);
}

void
yl_row_check_stale (const YlRowCheck *check)
{
  const YlText route_code = check->texts->route_code;
  const guint32 old = yl_route_code_find_county (route_code);
  const YlPlaces *places = check->context->places;
  const guint32 present = old == 0 || places == NULL ? old : yl_places_renew (places, old);
  if (!yl_findings_would_keep (check->findings, YL_A07) || present == old)
    {
      yl_findings_count (check->findings, YL_A07, YL_SEVERITY_WARNING);
      return;
    }
  g_autofree char *seen = yl_text_dup (route_code);
  g_autofree char *repair = renew_code (route_code, present);
  g_autofree char *county = show_county (places, present);
  g_autofree char *message = g_strdup_printf (
      "路线编码 %s 里的县级代码 %06u 已停用，现为 %s；该行照常计入，金额不受影响；请改为 %s", seen,
      old, county, repair);
  yl_row_check_report (check,
                       (YlFinding){
                           .code = YL_A07,
                           .severity = YL_SEVERITY_WARNING,
                           .column = "路线编码",
                           .seen = seen,
                           .expected = repair,
                           .repair = repair,
                           .message = message,
                       },
                       (YlMoney){ 0 });
}
