#include "reading-private.h"

#include "yanglu/io/import/repair.h"

#include "yanglu/calc/counted.h"

#include <string.h>

/* "该行未计入，涉及12.345公里": with the length where the row says one. */
static char *
describe_loss (const RoadReading *reading)
{
  if (reading->length.status != YL_DECIMAL_OK)
    return g_strdup ("该行未计入");
  g_autofree char *km = yl_length_to_km ((YlLength){ reading->length.m });
  return g_strdup_printf ("该行未计入，涉及%s公里", km);
}

#define NUMBER_WITHIN "不大于4000000的公里数"
G_STATIC_ASSERT (YL_LENGTH_MAX_M == 4000000 * G_GINT64_CONSTANT (1000));

static void
leave_out_with_repair (RoadReading *reading,
                       YlCode code,
                       guint column,
                       YlText seen,
                       const char *what,
                       const char *expected,
                       const char *repair)
{
  reading->is_left_out = TRUE;
  if (!road_fault_is_told (reading, code, YL_SEVERITY_ERROR))
    return;
  g_autofree char *loss = describe_loss (reading);
  road_fault (reading, &(RoadFault){ .code = code,
                                     .severity = YL_SEVERITY_ERROR,
                                     .column = column,
                                     .seen = seen,
                                     .what = what,
                                     .expected = expected,
                                     .repair = repair,
                                     .effect = loss,
                                     .is_unknown_money = TRUE });
}

static void
leave_out (RoadReading *reading,
           YlCode code,
           guint column,
           YlText seen,
           const char *what,
           const char *expected)
{
  leave_out_with_repair (reading, code, column, seen, what, expected, NULL);
}

#define CLASSES "县道、乡道、村道、专用公路（或X、Y、C、Z）"

/* The class column before the letter of the code; national and provincial roads are named. */
static void
judge_class (RoadReading *reading)
{
  const gboolean is_by_letter = reading->class_reading == YL_CLASS_READ_BLANK;
  const YlClassReading found = is_by_letter ? reading->letter_reading : reading->class_reading;
  const YlText seen = is_by_letter ? reading->code_seen : reading->class_seen;
  const gboolean has_column = (reading->import->columns & (1U << YL_COLUMN_CLASS)) != 0;
  const guint column = is_by_letter && (!has_column || reading->code_seen.length > 0)
                           ? YL_COLUMN_ROUTE_CODE
                           : YL_COLUMN_CLASS;
  if (found == YL_CLASS_READ_OK || found == YL_CLASS_READ_TRACK)
    {
      if (is_by_letter)
        reading->out.road.road_class = reading->out.road.letter_class;
    }
  else if (found == YL_CLASS_READ_NATIONAL)
    leave_out (reading, YL_E02, column, seen, "属国道、省道，不是农村公路", CLASSES);
  else if (found == YL_CLASS_READ_UNKNOWN)
    leave_out (reading, YL_E02, column, seen, is_by_letter ? "看不出行政等级" : "不是行政等级",
               CLASSES);
  else
    leave_out (reading, YL_E02, column, seen, "没有行政等级，也没有路线编码", CLASSES);
}

static gboolean
is_bad (const RoadLength *length)
{
  return length->status == YL_DECIMAL_MALFORMED || length->status == YL_DECIMAL_TOO_LARGE;
}

static const char *
name_badness (const RoadLength *length, const char *malformed)
{
  return length->status == YL_DECIMAL_TOO_LARGE ? "过大" : malformed;
}

/* Millionths of a metre as metres, without superfluous zeros. */
static char *
describe_metres (gint64 um)
{
  char *metres = yl_decimal_format (um, 6, FALSE);
  for (gsize n = strlen (metres); metres[n - 1] == '0'; n--)
    metres[n - 1] = '\0';
  return metres;
}

/* More decimals than a metre: said with the difference, which audit prices. */
static void
report_rounding (
    RoadReading *reading, guint column, const RoadLength *length, gint64 lost_um, gboolean is_paid)
{
  if (!road_fault_is_told (reading, YL_E09, YL_SEVERITY_INFO))
    return;
  g_autofree char *km = yl_length_to_km ((YlLength){ length->m });
  g_autofree char *lost_m = describe_metres (length->lost_um);
  g_autofree char *effect = g_strdup_printf ("已四舍五入为%s公里，原值减去此数为%s米", km, lost_m);
  const YlRoad *road = &reading->out.road;
  road_fault (reading, &(RoadFault){ .code = YL_E09,
                                     .severity = YL_SEVERITY_INFO,
                                     .column = column,
                                     .seen = length->seen,
                                     .what = "精度高于1米",
                                     .expected = "最多三位小数的公里数（精确到米）",
                                     .repair = km,
                                     .effect = effect,
                                     .stake = { lost_um, yl_counted_get_rate_kind (road),
                                                is_paid && yl_counted_get_m (road) > 0 } });
}

/* The length is blank: it follows from the stakes, or the row has none. */
static void
judge_length_from_stakes (RoadReading *reading)
{
  const RoadLength *start = &reading->start;
  const RoadLength *end = &reading->end;
  const guint column = (reading->import->columns & (1U << YL_COLUMN_LENGTH)) != 0 ? YL_COLUMN_LENGTH
                                                                                  : YL_COLUMN_START;
  if (is_bad (start) || is_bad (end))
    leave_out (reading, YL_C04, is_bad (start) ? YL_COLUMN_START : YL_COLUMN_END,
               is_bad (start) ? start->seen : end->seen,
               name_badness (is_bad (start) ? start : end, "不是桩号，里程又是空白"),
               "公里数或K12+345");
  else if (start->status != YL_DECIMAL_OK || end->status != YL_DECIMAL_OK)
    leave_out (reading, YL_E03, column, YL_TEXT_EMPTY, "空白，起止桩号也不全",
               "里程，或起点桩号与止点桩号");
  else if (end->m < start->m)
    leave_out (reading, YL_E03, YL_COLUMN_END, end->seen, "小于起点桩号，里程又是空白",
               "不小于起点桩号的数");
  else
    {
      reading->out.road.length_m = (guint32) (end->m - start->m);
      reading->out.road.flags |= YL_ROAD_FROM_STAKES;
    }
}

/* "5公里" can only mean 5: the repair is certain, and still the clerk's to make. */
static void
leave_out_length (RoadReading *reading)
{
  const RoadLength *length = &reading->length;
  const gboolean is_too_large = length->status == YL_DECIMAL_TOO_LARGE;
  const YlHeadUnit unit = reading->import->units[YL_COLUMN_LENGTH];
  g_autofree char *repair = is_too_large ? NULL : yl_repair_length (length->seen, unit);
  leave_out_with_repair (reading, YL_C04, YL_COLUMN_LENGTH, length->seen,
                         name_badness (length, "不是有效的数字"),
                         is_too_large ? NUMBER_WITHIN : "不小于零的数，如12.345", repair);
}

static void
judge_length (RoadReading *reading)
{
  const RoadLength *length = &reading->length;
  if (length->status == YL_DECIMAL_OK)
    reading->out.road.length_m = (guint32) length->m;
  else if (length->status == YL_DECIMAL_BLANK)
    judge_length_from_stakes (reading);
  else
    leave_out_length (reading);
}

static void
judge_stake (RoadReading *reading, guint column, const RoadLength *stake, gint32 *out_m)
{
  if (stake->status == YL_DECIMAL_OK)
    *out_m = (gint32) stake->m;
  else if (is_bad (stake) && reading->length.status != YL_DECIMAL_BLANK)
    road_fault_item (reading, column, stake->seen, name_badness (stake, "不是桩号"),
                     "公里数或K12+345", "该行按里程计入，桩号按空白处理");
}

static void
judge_rounding (RoadReading *reading)
{
  if (reading->is_left_out)
    return;
  const gboolean is_staked = (reading->out.road.flags & YL_ROAD_FROM_STAKES) != 0;
  if (reading->length.lost_um != 0)
    report_rounding (reading, YL_COLUMN_LENGTH, &reading->length, reading->length.lost_um, TRUE);
  if (reading->start.lost_um != 0)
    report_rounding (reading, YL_COLUMN_START, &reading->start, -reading->start.lost_um, is_staked);
  if (reading->end.lost_um != 0)
    report_rounding (reading, YL_COLUMN_END, &reading->end, reading->end.lost_um, is_staked);
}

static void
report_place (RoadReading *reading, const RoadPlace *place, YlText written)
{
  const YlCode code = place->fault == PLACE_DISAGREES ? YL_E07 : YL_E06;
  if (!road_fault_is_told (reading, code, YL_SEVERITY_WARNING))
    return;
  g_autofree char *names = road_places_list_names (reading->import->places, place->county_code);
  g_autofree char *register_name = yl_text_dup (place->name);
  g_autofree char *chosen = g_strdup_printf ("按行政区划代码归入%s", register_name);
  g_autofree char *by_name = g_strdup_printf ("按名称归入%s", register_name);
  const char *unplaced = "该行照常计入，乡镇按所写汇总";
  const gboolean is_found = place->township_code != 0;
  const RoadFault faults[] = {
    [PLACE_NAME_UNKNOWN] = { .code = YL_E06,
                             .column = YL_COLUMN_TOWNSHIP,
                             .seen = written,
                             .what = "不是该县的乡镇",
                             .expected = names,
                             .effect = unplaced },
    [PLACE_CODE_UNKNOWN] = { .code = YL_E06,
                             .column = YL_COLUMN_DIVISION_CODE,
                             .seen = reading->division_seen,
                             .what = "不是该县乡镇的代码",
                             .expected = names,
                             .effect = is_found ? by_name : unplaced },
    [PLACE_DISAGREES] = { .code = YL_E07,
                          .column = YL_COLUMN_TOWNSHIP,
                          .seen = written,
                          .what = "与行政区划代码不是同一乡镇",
                          .expected = register_name,
                          .effect = chosen },
  };
  RoadFault fault = faults[place->fault];
  fault.severity = YL_SEVERITY_WARNING;
  road_fault (reading, &fault);
}

static void
judge_place (RoadReading *reading)
{
  const YlText written = reading->out.township;
  const RoadPlaceCells cells = {
    .route_county = reading->division_county != 0 ? 0 : reading->code_county,
    .county = reading->division_county,
    .township_digits = reading->township_digits,
    .name = written,
  };
  const RoadPlace *place = road_places_find (reading->import->places, &cells);
  YlRoad *road = &reading->out.road;
  road->county_code = place->county_code;
  road->township_code = place->township_code;
  reading->out.township = place->name;
  if (place->is_stale)
    road->flags |= YL_ROAD_STALE_CODE;
  if (place->fault != PLACE_SOUND)
    report_place (reading, place, written);
}

/* A plain yes in 列养 maintains what counts; a column that is there and silent says no. */
static void
judge_maintained (RoadReading *reading)
{
  YlRoad *road = &reading->out.road;
  const guint64 columns = (1U << YL_COLUMN_MAINTAINED) | (1U << YL_COLUMN_MAINTAINED_LENGTH);
  if (road->maintained_m != YL_METRES_UNKNOWN || (reading->import->columns & columns) == 0)
    return;
  road->maintained_m = reading->is_maintained ? yl_counted_get_m (road) : 0;
}

void
road_judge (RoadReading *reading)
{
  judge_class (reading);
  judge_length (reading);
  judge_stake (reading, YL_COLUMN_START, &reading->start, &reading->out.road.start_m);
  judge_stake (reading, YL_COLUMN_END, &reading->end, &reading->out.road.end_m);
  judge_maintained (reading);
  if (!reading->is_left_out)
    {
      judge_rounding (reading);
      judge_place (reading);
    }
}
