#include "flags-private.h"
#include "sums-private.h"

#include "yanglu/base/keyed-hash.h"
#include "yanglu/calc/counted.h"
#include "yanglu/io/import/beyond.h"
#include "yanglu/io/import/row-label.h"
#include "yanglu/io/import/unmark.h"

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
leave_out (RoadReading *reading,
           YlCode code,
           guint column,
           YlText seen,
           const char *what,
           const char *expected)
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
                                     .effect = loss,
                                     .is_unknown_money = TRUE });
}

#define CLASSES "县道、乡道、村道、专用公路（或X、Y、C、Z）"

/* V, W, L …: the letter of a code in order that is none of a road. */
static void
report_letter (RoadReading *reading)
{
  road_fault_item (reading, YL_COLUMN_ROUTE_CODE, reading->code_seen, "的首字母不是公路的行政等级",
                   "X、Y、C、Z（或J、N）开头的编码", "该行按所填行政等级计入，编码按所写保留");
}

/* 通村公路 is a 乡道 or a 村道: the letter of the code says which. */
static void
take_open_class (RoadReading *reading)
{
  const char *choices =
      yl_road_class_find_choices (reading->import->request.words, reading->class_seen);
  if (reading->letter_reading != YL_CLASS_READ_OK)
    {
      g_autofree char *expected = g_strdup_printf ("%s（以公路名录或路线编码为准）", choices);
      leave_out (reading, YL_E02, YL_COLUMN_CLASS, reading->class_seen,
                 "说的是通到哪里，不是行政等级", expected);
      return;
    }
  reading->out.road.road_class = reading->out.road.letter_class;
  g_autofree char *effect = g_strdup_printf (
      "按路线编码的首字母计为%s", yl_road_class_get_name (reading->out.road.letter_class));
  road_fault (reading, &(RoadFault){ .code = YL_E02,
                                     .severity = YL_SEVERITY_WARNING,
                                     .column = YL_COLUMN_CLASS,
                                     .seen = reading->class_seen,
                                     .what = "说的是通到哪里，不是行政等级",
                                     .expected = choices,
                                     .effect = effect });
}

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
      else if (reading->letter_reading == YL_CLASS_READ_UNKNOWN && reading->code_county != 0)
        report_letter (reading);
    }
  else if (found == YL_CLASS_READ_OPEN)
    take_open_class (reading);
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

/* What the cell should have been, in the unit that it was read in. */
static char *
show_rounded (gboolean is_metre, gint64 m)
{
  return is_metre ? g_strdup_printf ("%" G_GINT64_FORMAT, m) : yl_length_to_km ((YlLength){ m });
}

/* More decimals than a metre: said with the difference, which audit prices. */
static void
report_rounding (
    RoadReading *reading, guint column, const RoadLength *length, gint64 lost_um, gboolean is_paid)
{
  if (!road_fault_is_told (reading, YL_E09, YL_SEVERITY_INFO))
    return;
  const gboolean is_metre = road_is_in_metres (reading, column, length->seen);
  g_autofree char *rounded = show_rounded (is_metre, length->m);
  g_autofree char *lost_m = describe_metres (length->lost_um);
  g_autofree char *effect = g_strdup_printf ("已四舍五入为%s%s，原值减去此数为%s米", rounded,
                                             is_metre ? "米" : "公里", lost_m);
  const YlRoad *road = &reading->out.road;
  road_fault (reading, &(RoadFault){ .code = YL_E09,
                                     .severity = YL_SEVERITY_INFO,
                                     .column = column,
                                     .seen = length->seen,
                                     .what = "精度高于1米",
                                     .expected = road_get_precision (is_metre),
                                     .repair = rounded,
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

static void
judge_length (RoadReading *reading)
{
  const RoadLength *length = &reading->length;
  if (length->status == YL_DECIMAL_BLANK)
    judge_length_from_stakes (reading);
  else if (length->status != YL_DECIMAL_OK)
    leave_out (reading, YL_C04, YL_COLUMN_LENGTH, length->seen,
               name_badness (length, "不是有效的数字"),
               length->status == YL_DECIMAL_TOO_LARGE ? NUMBER_WITHIN : "不小于零的数，如12.345");
  else
    reading->out.road.length_m = (guint32) length->m;
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

/* What the cells of a row say about its place. */
typedef struct
{
  guint32 route_county;    /* six digits of the route code; 0 unknown */
  guint32 county;          /* six digits of the division code; 0 unknown */
  guint32 township_digits; /* nine digits of the division code; 0: it names a county only */
  YlText name;             /* as written, trimmed; owned by what is kept */
} PlaceCells;

typedef enum
{
  PLACE_SOUND,
  PLACE_NAME_UNKNOWN, /* E06: no township of the county is called so */
  PLACE_CODE_UNKNOWN, /* E06: no township of the county has the code */
  PLACE_DISAGREES,    /* E07: code and name are different townships; the code wins */
  N_PLACE_FAULTS,
} PlaceFault;

/* A combination of place cells, and the place that they mean. */
typedef struct
{
  PlaceCells cells;
  guint32 county_code;
  guint32 township_code;
  YlText name; /* the register's name, else as written */
  gboolean is_stale;
  PlaceFault fault;
} Place;

static gboolean
equal_cells (const PlaceCells *a, const PlaceCells *b)
{
  return a->route_county == b->route_county && a->county == b->county
         && a->township_digits == b->township_digits && yl_text_equal (a->name, b->name);
}

static gboolean
equal_places (gconstpointer a, gconstpointer b)
{
  return equal_cells (a, b);
}

static guint
hash_cells (gconstpointer key)
{
  const PlaceCells *cells = key;
  const guint32 codes[] = { cells->township_digits, cells->county, cells->route_county };
  return yl_keyed_hash (cells->name)
         ^ yl_keyed_hash ((YlText){ (const char *) codes, sizeof codes });
}
G_STATIC_ASSERT (G_STRUCT_OFFSET (Place, cells) == 0);

static void
free_place (gpointer data)
{
  Place *place = data;
  g_free ((char *) place->cells.name.at);
  g_free (place);
}

GHashTable *
road_places_new (void)
{
  return g_hash_table_new_full (hash_cells, equal_places, free_place, NULL);
}

/* A cheap mix of the codes and the middle of the name, where names differ. */
static guint
mix_cells (const PlaceCells *cells)
{
  guint32 mix = cells->township_digits * 31u + cells->route_county + cells->county * 7u;
  if (cells->name.length >= 4)
    {
      guint32 word;
      memcpy (&word, cells->name.at + 1, sizeof word);
      mix ^= word * 2654435761u;
    }
  return mix ^ (mix >> 15) ^ (guint32) cells->name.length;
}

static const YlTownship *
find_named (const YlPlaces *places, guint32 county_code, YlText name)
{
  const YlTownship *township = yl_places_find_township_named (places, county_code, name);
  if (township != NULL || name.length == 0)
    return township;
  g_autofree char *clean = yl_text_squeeze (name);
  return yl_places_find_township_named (places, county_code, yl_text_of (clean));
}

static void
take_township (Place *place, const YlTownship *township, PlaceFault fault)
{
  place->township_code = township->code;
  place->name = yl_text_of (township->name);
  place->fault = fault;
}

/* @digits: the township's code of today; 0: none is written. */
static void
resolve_in_county (Place *place, const YlPlaces *places, guint32 digits)
{
  gsize n = 0;
  const YlText name = place->cells.name;
  if (place->county_code != 0)
    yl_places_get_townships (places, place->county_code, &n);
  /* Without the county's townships nothing can be said against code or name. */
  if (n == 0)
    {
      place->township_code = digits;
      return;
    }
  const YlTownship *by_code = digits == 0 ? NULL : yl_places_find_township (places, digits);
  const YlTownship *by_name =
      name.length == 0 ? NULL : find_named (places, place->county_code, name);
  if (by_code != NULL)
    take_township (place, by_code,
                   name.length > 0 && by_name != by_code ? PLACE_DISAGREES : PLACE_SOUND);
  else if (by_name != NULL)
    take_township (place, by_name, digits != 0 ? PLACE_CODE_UNKNOWN : PLACE_SOUND);
  else if (digits != 0)
    place->fault = PLACE_CODE_UNKNOWN;
  else if (name.length > 0)
    place->fault = PLACE_NAME_UNKNOWN;
}

static const Place *
add_place (YlRoadImport *import, const PlaceCells *cells)
{
  const YlPlaces *places = import->request.places;
  const guint32 named = cells->county != 0 ? cells->county : cells->route_county;
  const guint32 written = named != 0 ? named : import->request.county_code;
  Place *place = g_new0 (Place, 1);
  place->cells = *cells;
  place->cells.name = (YlText){ yl_text_dup (cells->name), cells->name.length };
  place->name = place->cells.name;
  place->county_code = written == 0 ? 0 : yl_places_renew (places, written);
  place->is_stale = place->county_code != written;
  resolve_in_county (place, places, yl_places_renew_township (places, cells->township_digits));
  g_hash_table_add (import->places, place);
  return place;
}

/* Rows of one township mostly stand together: a table of the last places met, looked up by a cheap
 * mix of the cells, spares nearly every row the hash over its text. */
static const Place *
find_place (YlRoadImport *import, const PlaceCells *cells)
{
  const guint slot = mix_cells (cells) % G_N_ELEMENTS (import->recent_places);
  const Place *recent = import->recent_places[slot];
  if (recent != NULL && equal_cells (&recent->cells, cells))
    return recent;
  const Place *place = g_hash_table_lookup (import->places, cells);
  if (place == NULL)
    place = add_place (import, cells);
  import->recent_places[slot] = place;
  return place;
}

/* (transfer full): the townships of a county, for `expected`. */
static char *
list_townships (const YlPlaces *places, guint32 county_code)
{
  gsize n;
  const YlTownship *townships = yl_places_get_townships (places, county_code, &n);
  GString *names = g_string_new (NULL);
  for (gsize i = 0; i < n; i++)
    g_string_append_printf (names, "%s%s", i == 0 ? "" : "、", townships[i].name);
  return g_string_free (names, FALSE);
}

static void
report_place (RoadReading *reading, const Place *place, YlText written)
{
  const YlCode code = place->fault == PLACE_DISAGREES ? YL_E07 : YL_E06;
  if (!road_fault_is_told (reading, code, YL_SEVERITY_WARNING))
    return;
  g_autofree char *names = list_townships (reading->import->request.places, place->county_code);
  g_autofree char *register_name = yl_text_dup (place->name);
  g_autofree char *chosen = g_strdup_printf ("按行政区划代码归入%s", register_name);
  g_autofree char *by_name = g_strdup_printf ("按名称归入%s", register_name);
  const char *unplaced = "该行不因此剔除，乡镇按所写汇总";
  const gboolean is_found = place->township_code != 0;
  const RoadFault faults[] = {
    [PLACE_SOUND] = { .code = YL_E06 },
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
  G_STATIC_ASSERT (G_N_ELEMENTS (faults) == N_PLACE_FAULTS);
  RoadFault fault = faults[place->fault];
  fault.severity = YL_SEVERITY_WARNING;
  road_fault (reading, &fault);
}

static void
judge_place (RoadReading *reading)
{
  const YlText written = reading->out.township;
  /* A row without any code is of the county that the code above the heads names. */
  const gboolean has_code = reading->division_county != 0 || reading->code_county != 0;
  const PlaceCells cells = {
    .route_county = reading->division_county != 0 ? 0 : reading->code_county,
    .county = has_code ? reading->division_county : reading->import->fill.sender.county,
    .township_digits = reading->township_digits,
    .name = written,
  };
  const Place *place = find_place (reading->import, &cells);
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

/* What the cells come to together. */
static void
judge (RoadReading *reading)
{
  road_fill_blanks (reading);
  judge_class (reading);
  judge_length (reading);
  judge_stake (reading, YL_COLUMN_START, &reading->start, &reading->out.road.start_m);
  judge_stake (reading, YL_COLUMN_END, &reading->end, &reading->out.road.end_m);
  if (!reading->is_left_out)
    road_judge_duplicate (reading);
  judge_maintained (reading);
  if (!reading->is_left_out)
    {
      judge_rounding (reading);
      judge_place (reading);
    }
}

static void
begin (RoadReading *reading, YlRoadImport *import, YlRowId row, gboolean is_reporting)
{
  const RoadLength none = { .status = YL_DECIMAL_BLANK };
  reading->import = import;
  reading->row = row;
  reading->is_reporting = is_reporting;
  reading->is_odd = FALSE;
  reading->is_left_out = FALSE;
  reading->is_class_filled = FALSE;
  reading->is_township_filled = FALSE;
  reading->out = import->blank;
  reading->out.road.row = row;
  reading->class_seen = YL_TEXT_EMPTY;
  reading->code_seen = YL_TEXT_EMPTY;
  reading->division_seen = YL_TEXT_EMPTY;
  reading->class_reading = YL_CLASS_READ_BLANK;
  reading->letter_reading = YL_CLASS_READ_BLANK;
  reading->length = none;
  reading->start = none;
  reading->end = none;
  reading->code_county = 0;
  reading->division_county = 0;
  reading->township_digits = 0;
  reading->duplicate_said = YL_TEXT_EMPTY;
  reading->is_no_duplicate = FALSE;
  reading->is_maintained = FALSE;
}

static void
look (RoadReading *reading,
      YlRoadImport *import,
      YlRowId row,
      const YlText *cells,
      guint n_cells,
      gboolean is_reporting)
{
  begin (reading, import, row, is_reporting);
  const RoadField *end = import->fields + import->n_fields;
  for (const RoadField *field = import->fields; field < end; field++)
    {
      if (field->cell < n_cells && cells[field->cell].length > 0)
        field->read (reading, field->column, cells[field->cell]);
    }
  judge (reading);
}

static gboolean
ends_like_sum (YlText text)
{
  return text.length >= 3 && memcmp (text.at + text.length - 3, "计", 3) == 0;
}

/* Sums mostly have no code, or 小计 in its place; one that has says 小计 where a name stands. */
static gboolean
may_be_sum (const RoadReading *reading)
{
  return reading->is_left_out || reading->code_county == 0
         || ends_like_sum (reading->out.route_name) || ends_like_sum (reading->out.township)
         || ends_like_sum (reading->out.village);
}

static guint
count_filled (const YlText *cells, guint n_cells, YlText *out_first)
{
  guint n = 0;
  for (guint i = 0; i < n_cells; i++)
    if (!yl_text_is_blank (cells[i]) && n++ == 0)
      *out_first = yl_text_trim (cells[i]);
  return n;
}

/* What the metres of the road do not say of its length. */
static void
keep_lost (YlRoadImport *import, const RoadReading *reading)
{
  const YlRoad *road = &reading->out.road;
  if (import->request.inventory != NULL && yl_counted_find_mark (road) == YL_MARK_NONE)
    yl_inventory_edit_origin (import->request.inventory, road->origin)
        ->lost_um[yl_counted_get_rate_kind (road)] += reading->length.lost_um;
}

static void
keep_stated (YlRoadImport *import, const RoadReading *reading)
{
  if (import->request.inventory == NULL || reading->length.status != YL_DECIMAL_OK)
    return;
  YlOrigin *origin = yl_inventory_edit_origin (import->request.inventory, reading->out.road.origin);
  origin->stated_m = MAX (origin->stated_m, reading->length.m);
}

/* A row that nobody sees and that is paid. */
static void
report_hidden (YlRoadImport *import, RoadReading *reading)
{
  const guint32 counted_m = yl_counted_get_m (&reading->out.road);
  if (counted_m == 0)
    return;
  if (import->taking.table != NULL)
    {
      import->taking.table->n_hidden++;
      import->taking.table->hidden_m += counted_m;
    }
  reading->is_reporting = TRUE;
  if (!road_fault_is_told (reading, YL_C11, YL_SEVERITY_WARNING))
    return;
  g_autofree char *km = yl_length_to_km ((YlLength){ counted_m });
  g_autofree char *effect =
      g_strdup_printf ("仍读入并计入%s公里；请取消隐藏或筛选后核对，不应计入的请删去该行", km);
  road_fault (reading,
              &(RoadFault){ .code = YL_C11,
                            .severity = YL_SEVERITY_WARNING,
                            .column = ROAD_N_COLUMNS,
                            .what = "该行在表里看不见（隐藏或被筛选掉）",
                            .effect = effect,
                            .stake = { (gint64) counted_m * 1000000,
                                       yl_counted_get_rate_kind (&reading->out.road), TRUE } });
}

static void
deliver (YlRoadImport *import, RoadReading *reading)
{
  import->tally.n_roads++;
  if (G_UNLIKELY (yl_taking_is_hidden (&import->taking, reading->row)))
    report_hidden (import, reading);
  if (reading->length.lost_um != 0)
    keep_lost (import, reading);
  road_sums_add (import->sums, reading->out.road.length_m, yl_counted_get_m (&reading->out.road),
                 reading->length.lost_um != 0);
  if (import->taking.table != NULL)
    {
      import->taking.table->n_class_filled += reading->is_class_filled ? 1 : 0;
      import->taking.table->n_township_filled += reading->is_township_filled ? 1 : 0;
    }
  import->request.roads.take (import->request.roads.self, &reading->out);
}

/* Behind the length of a road that wants nothing stand remarks: 与支线合计 makes it no sum; 合计 for a code does. */
static guint
count_labels (const RoadReading *reading, guint n_cells)
{
  const guint length = yl_head_finder_get (reading->import->finder, YL_COLUMN_LENGTH)->cell;
  const gboolean has_no_code = reading->code_seen.length > 0 && reading->code_county == 0;
  return reading->is_left_out || has_no_code ? n_cells : MIN (n_cells, length);
}

/* 小计 for a township or a name is one wherever its column stands: below a band of a class nothing is left out
 * for want of one. */
static gboolean
is_called_sum (const RoadReading *reading, const YlText *cells, guint n_cells)
{
  static const guint columns[] = { YL_COLUMN_TOWNSHIP, YL_COLUMN_ROUTE_NAME, YL_COLUMN_CLASS };
  const YlRoadImport *import = reading->import;
  for (gsize i = 0; reading->code_seen.length == 0 && i < G_N_ELEMENTS (columns); i++)
    {
      const YlText cell = yl_head_finder_cell (import->finder, columns[i], cells, n_cells);
      if (yl_row_is_sum (import->request.words, &cell, 1))
        return TRUE;
    }
  return FALSE;
}

static void
take_sum (YlRoadImport *import, const RoadReading *reading, const YlText *cells, guint n_labels)
{
  import->tally.n_rows++;
  import->tally.n_sums++;
  if (reading->length.status != YL_DECIMAL_OK)
    return;
  keep_stated (import, reading);
  road_sums_take (import->sums, reading,
                  yl_row_is_bare_sum (import->request.words, cells, n_labels));
}

static void
leave_behind (YlRoadImport *import, const RoadReading *reading)
{
  import->tally.n_left_out++;
  if (reading->length.status == YL_DECIMAL_OK)
    road_sums_leave_out (import->sums, reading->length.m);
  YlIntakeTable *table = import->taking.table;
  if (table == NULL)
    return;
  table->n_left_out++;
  yl_intake_add_left_out (import->taking.intake, table, reading->row, &reading->out);
  if (reading->length.status != YL_DECIMAL_OK)
    return;
  table->n_left_out_measured++;
  table->left_out_m += reading->length.m;
}

/* 其中：机耕道 12 km below 30 km of 村道: they are in those already. */
static void
leave_part (YlRoadImport *import, RoadReading *reading)
{
  reading->is_reporting = TRUE;
  import->tally.n_rows++;
  leave_behind (import, reading);
  if (!road_fault_is_told (reading, YL_C04, YL_SEVERITY_WARNING))
    return;
  const gboolean is_road = !reading->is_left_out;
  g_autofree char *loss = describe_loss (reading);
  g_autofree char *effect = g_strconcat (loss, "；如是另一条路，请去掉“其中”二字", NULL);
  road_fault (reading,
              &(RoadFault){ .code = YL_C04,
                            .severity = YL_SEVERITY_WARNING,
                            .column = ROAD_N_COLUMNS,
                            .what = "写明“其中”，是上面各行的一部分",
                            .effect = effect,
                            .is_unknown_money = !is_road,
                            .stake = { is_road ? (gint64) reading->length.m * 1000000 : 0,
                                       yl_counted_get_rate_kind (&reading->out.road), is_road } });
}

/* Whether the row is none of the table's: blank, a sum, heads again, a note. */
static gboolean
is_passed_over (RoadReading *reading, YlRoadImport *import, const YlText *cells, guint n_cells)
{
  YlText first = YL_TEXT_EMPTY;
  const guint n_filled = count_filled (cells, n_cells, &first);
  if (road_says_nothing (cells, n_cells))
    return TRUE;
  const guint n_labels = count_labels (reading, n_cells);
  if (may_be_sum (reading)
      && (yl_row_is_sum (import->request.words, cells, n_labels)
          || is_called_sum (reading, cells, n_cells)))
    {
      take_sum (import, reading, cells, n_labels);
      return TRUE;
    }
  if (import->tally.n_roads > 0 && reading->length.status == YL_DECIMAL_OK
      && reading->code_county == 0 && yl_row_is_part (import->request.words, cells, n_labels))
    {
      leave_part (import, reading);
      return TRUE;
    }
  if (road_fill_is_band (import, reading, n_filled, first))
    {
      import->tally.n_sums += n_filled - 1;
      import->tally.n_rows += n_filled - 1;
      return TRUE;
    }
  /* Heads again have words where the figures stand; most rows left out do not. */
  if (!reading->is_left_out || reading->length.status == YL_DECIMAL_OK
      || reading->start.status == YL_DECIMAL_OK)
    return FALSE;
  if (yl_head_finder_take (import->finder, reading->row, cells, n_cells) == YL_HEADS_HEAD)
    {
      import->is_below_heads = FALSE;
      return TRUE;
    }
  return road_is_note (reading, cells, n_cells, first, n_filled);
}

static void
check_beyond (YlRoadImport *import, YlRowId row, const YlText *cells, guint n_cells)
{
  const YlBeyond beyond = { import->finder, &yl_road_table, import->request.file,
                            import->request.findings };
  yl_beyond_check (&beyond, row, cells, n_cells);
}

/* Class and township of a row may stand above it, or in the name of its sheet. */
static void
tell_typed (const YlRoadImport *import,
            const RoadReading *reading,
            const YlText *cells,
            guint n_cells)
{
  GArray *typed = yl_typed_begin (import->finder, &yl_road_table, cells, n_cells);
  if (reading->is_class_filled)
    yl_typed_add (typed, yl_road_table.columns[YL_COLUMN_CLASS].key,
                  yl_text_of (yl_road_class_get_name (reading->out.road.road_class)));
  if (reading->is_township_filled)
    yl_typed_add (typed, yl_road_table.columns[YL_COLUMN_TOWNSHIP].key, reading->out.township);
  const YlTypedRow told = {
    .sheet = YL_LIST_ROADS, .source = import->sheet, .is_more = TRUE, .row = reading->row
  };
  yl_typed_end (&import->request.typed, &told, typed);
}

void
road_read_row (YlRoadImport *import, YlRowId row, const YlText *cells, guint n_cells)
{
  RoadReading reading;
  road_fill_row (import, row, &cells, &n_cells);
  look (&reading, import, row, cells, n_cells, FALSE);
  if (reading.is_odd && yl_cells_unmark (import->unmarked, &cells, n_cells))
    look (&reading, import, row, cells, n_cells, FALSE);
  if ((reading.is_odd || may_be_sum (&reading))
      && is_passed_over (&reading, import, cells, n_cells))
    return;
  import->tally.n_rows++;
  yl_taking_take_row (&import->taking, cells, n_cells);
  if (import->request.typed.take != NULL)
    tell_typed (import, &reading, cells, n_cells);
  if (G_UNLIKELY (n_cells > import->n_heads) && import->n_heads > 0)
    check_beyond (import, row, cells, n_cells);
  if (reading.is_odd)
    look (&reading, import, row, cells, n_cells, TRUE);
  if (reading.is_left_out)
    leave_behind (import, &reading);
  else
    deliver (import, &reading);
}
