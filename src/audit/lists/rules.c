#include "yanglu/audit/lists/rules.h"

#include "yanglu/audit/lists/row-group.h"
#include "yanglu/audit/lists/scale-rules.h"
#include "yanglu/calc/counted.h"
#include "yanglu/domain/place-code.h"

/* Micrometres in a metre, times metres in a kilometre. */
#define UM_PER_KM ((gint64) 1000000000)

typedef struct _RowRule RowRule;

/* One row under examination. */
typedef struct
{
  const YlRowContext *context;
  const YlRoad *road;
  const YlRowTexts *texts;
  YlFindings *findings;
  const RowRule *rule; /* that it breaks */
} RowCheck;

/* The rules that one row can break, as bits. */
enum
{
  BREAKS_LENGTH = 1 << 0,
  BREAKS_CLASS = 1 << 1,
  BREAKS_COUNTY = 1 << 2,
  BREAKS_STALE = 1 << 3,
  BREAKS_UNPAID = 1 << 4,
  BREAKS_LISTED = 1 << 5,
  BREAKS_SCALE = 1 << 6,
};

struct _RowRule
{
  guint bit;
  YlCode code;
  YlSeverity severity;
  void (*tell) (const RowCheck *check);
};

static void
report (const RowCheck *check, YlFinding finding)
{
  finding.code = check->rule->code;
  finding.severity = check->rule->severity;
  finding.file = check->texts->file;
  finding.sheet = check->texts->sheet;
  finding.row = check->road->row;
  finding.is_priced = TRUE;
  yl_findings_add (check->findings, &finding);
}

/* Metres of a difference as people read them: whole metres below a kilometre. */
static char *
show_difference (gint64 length_m)
{
  if (length_m < 1000)
    return g_strdup_printf ("%" G_GINT64_FORMAT " 米", length_m);
  g_autofree char *km = yl_length_to_km ((YlLength){ length_m });
  return g_strdup_printf ("%s 公里", km);
}

static char *
describe_length (const RowCheck *check, gint64 by_stakes_m, YlMoney at_stake)
{
  const YlRoad *road = check->road;
  const gint64 difference_m = (gint64) road->length_m - ABS (by_stakes_m);
  g_autofree char *length = yl_length_to_km ((YlLength){ road->length_m });
  g_autofree char *start = yl_length_to_km ((YlLength){ road->start_m });
  g_autofree char *end = yl_length_to_km ((YlLength){ road->end_m });
  g_autofree char *difference = show_difference (ABS (difference_m));
  g_autofree char *yuan = yl_money_to_grouped (at_stake);
  if (difference_m == 0)
    return g_strdup_printf (
        "止点桩号 %s 小于起点桩号 %s，里程 %s 公里与两者之差的大小一致；金额不受影响，"
        "请把起点和止点对调",
        end, start, length);
  g_autofree char *expected = yl_length_to_km ((YlLength){ ABS (by_stakes_m) });
  g_autofree char *effect = at_stake.fen == 0
                                ? g_strdup ("这一行不计付，金额不受影响")
                                : g_strdup_printf ("仍按里程计入，若以桩号为准则%s %s 元",
                                                   difference_m > 0 ? "少" : "多", yuan);
  return g_strdup_printf (
      "里程 %s 公里，但止点桩号 %s 减起点桩号 %s 为 %s%s 公里，相差 %s，且没有注明断链；"
      "%s；请核对里程和桩号，或在“断链”列注明",
      length, end, start, by_stakes_m < 0 ? "-" : "", expected, difference, effect);
}

static void
tell_length (const RowCheck *check)
{
  const YlRoad *road = check->road;
  const gint64 by_stakes_m = (gint64) road->end_m - road->start_m;
  const gint64 difference_m = ABS ((gint64) road->length_m - ABS (by_stakes_m));
  const gboolean is_counted = yl_counted_get_m (road) == road->length_m;
  const YlMoney at_stake =
      yl_list_price_length (check->context->rates, road, is_counted ? difference_m : 0);
  g_autofree char *seen = yl_length_to_km ((YlLength){ road->length_m });
  g_autofree char *expected = yl_length_to_km ((YlLength){ by_stakes_m });
  g_autofree char *message = describe_length (check, by_stakes_m, at_stake);
  report (check, (YlFinding){
                     .column = "里程",
                     .seen = seen,
                     .expected = expected,
                     .message = message,
                     .at_stake = at_stake,
                 });
}

static void
tell_scale (const RowCheck *check)
{
  const YlScaleSlip slip = yl_scale_slip_find (check->road, check->texts->length_unit);
  const YlFinding place = { .file = check->texts->file, .sheet = check->texts->sheet };
  yl_scale_slip_tell (check->road, slip, check->context->rates, &place, check->findings);
}

/* A duplicate or a dead end is not paid where 列养 or 补助养护 is: what stands there costs nothing. */
static gboolean
is_excess_unpaid (const YlRateTable *rates, const YlRoad *road)
{
  return rates->basis != YL_BASIS_COUNTED && !rates->pays_marked
         && yl_counted_find_mark (road) != YL_MARK_NONE;
}

/* One half of A09: @part_m of @part_name is more than the @whole_m that can be. */
static void
report_excess (const RowCheck *check,
               const char *part_name,
               gint64 part_m,
               const char *whole_name,
               gint64 whole_m)
{
  const YlRateTable *rates = check->context->rates;
  const gint64 claimed_m = is_excess_unpaid (rates, check->road) ? 0 : part_m - whole_m;
  const YlMoney at_stake = yl_list_price_length (rates, check->road, claimed_m);
  g_autofree char *seen = yl_length_to_km ((YlLength){ part_m });
  g_autofree char *expected = yl_length_to_km ((YlLength){ whole_m });
  g_autofree char *excess = show_difference (part_m - whole_m);
  g_autofree char *yuan = yl_money_to_grouped (at_stake);
  g_autofree char *message = g_strdup_printf (
      "%s %s 公里大于%s %s 公里，多出 %s，按标准合 %s 元；请核对后改为不大于 %s 公里", part_name,
      seen, whole_name, expected, excess, yuan, expected);
  report (check, (YlFinding){
                     .column = part_name,
                     .seen = seen,
                     .expected = expected,
                     .message = message,
                     .at_stake = at_stake,
                 });
}

static void
tell_listed (const RowCheck *check)
{
  const YlRoad *road = check->road;
  const guint32 counted_m = yl_counted_get_m (road);
  const guint32 maintained_m = road->maintained_m;
  if (maintained_m != YL_METRES_UNKNOWN && maintained_m > counted_m)
    report_excess (check, "列养里程", maintained_m, "计入里程", counted_m);
  if (road->subsidised_m != YL_METRES_UNKNOWN && road->subsidised_m > road->length_m)
    report_excess (check, "补助养护里程", road->subsidised_m, "里程", road->length_m);
}

/* What the row is worth as its class says, against what its letter says. */
static YlMoney
price_class_difference (const YlRateTable *rates, const YlRoad *road)
{
  const YlRateKind kind = yl_counted_get_rate_kind (road);
  YlRoad other = *road;
  other.road_class = road->letter_class;
  const YlRateKind other_kind = yl_counted_get_rate_kind (&other);
  const guint32 basis_m = yl_rate_table_get_paid_m (rates, road, rates->basis);
  const gint64 difference = rates->rate[kind].fen_per_km - rates->rate[other_kind].fen_per_km;
  YlMoney amount = { 0 };
  if (basis_m != YL_METRES_UNKNOWN)
    yl_money_for_length ((YlLength){ basis_m },
                         (YlRate){ ABS (difference), rates->rate[kind].part }, &amount);
  return amount;
}

static void
tell_class (const RowCheck *check)
{
  const YlRoad *road = check->road;
  const gboolean is_national = road->letter_class == YL_LETTER_NATIONAL;
  const char *seen = yl_road_class_get_name ((YlRoadClass) road->road_class);
  const char *expected =
      is_national ? "国道、省道" : yl_road_class_get_name ((YlRoadClass) road->letter_class);
  const YlMoney at_stake = is_national ? yl_list_price_road (check->context->rates, road)
                                       : price_class_difference (check->context->rates, road);
  g_autofree char *code = yl_text_dup (check->texts->route_code);
  g_autofree char *yuan = yl_money_to_grouped (at_stake);
  g_autofree char *message =
      g_strdup_printf ("行政等级填的是%s，路线编码 %s 的首字母却是%s；仍按%s计入，%s %s "
                       "元；请核对行政等级或路线编码",
                       seen, code, expected, seen,
                       is_national ? "若属国道、省道则全部不应计，涉及" : "两种标准相差", yuan);
  report (check, (YlFinding){
                     .column = "行政等级",
                     .seen = seen,
                     .expected = expected,
                     .message = message,
                     .at_stake = at_stake,
                 });
}

static void
tell_county (const RowCheck *check)
{
  const YlRoad *road = check->road;
  const YlPlaces *places = check->context->places;
  const guint32 own = (guint32) g_ascii_strtoull (check->context->entity->code, NULL, 10);
  const guint32 old = yl_route_code_find_county (check->texts->route_code);
  const guint32 in_code = yl_places_renew (places, old);
  const gboolean is_by_code =
      road->county_code == 0 || road->county_code == own || road->county_code == in_code;
  const guint32 foreign = is_by_code ? in_code : road->county_code;
  const YlMoney at_stake = yl_list_price_road (check->context->rates, road);
  g_autofree char *seen = yl_county_show (places, foreign);
  g_autofree char *expected = yl_county_show (places, own);
  g_autofree char *code = yl_text_dup (check->texts->route_code);
  g_autofree char *yuan = yl_money_to_grouped (at_stake);
  g_autofree char *renewed =
      is_by_code && in_code != old ? g_strdup_printf ("（所写 %06u 已停用）", old) : g_strdup ("");
  g_autofree char *message =
      g_strdup_printf ("%s里的县级代码是 %s%s，编制单位是 %s；该行仍计入，涉及 %s "
                       "元；请确认是否外县路段误列，或更正代码（路线 %s）",
                       is_by_code ? "路线编码" : "行政区划", seen, renewed, expected, yuan,
                       code[0] == '\0' ? "无编码" : code);
  report (check, (YlFinding){
                     .column = is_by_code ? "路线编码" : "行政区划",
                     .seen = seen,
                     .expected = expected,
                     .message = message,
                     .at_stake = at_stake,
                 });
}

/* The route code with the county's present digits: a certain repair. */
static char *
renew_code (YlText route_code, guint32 present)
{
  return g_strdup_printf ("%.4s%06u%.*s", route_code.at, present, (int) (route_code.length - 10),
                          route_code.at + 10);
}

static void
tell_stale (const RowCheck *check)
{
  const YlText route_code = check->texts->route_code;
  const guint32 old = yl_route_code_find_county (route_code);
  const YlPlaces *places = check->context->places;
  const guint32 present = yl_places_renew (places, old);
  if (present == old)
    {
      yl_findings_count (check->findings, check->rule->code, check->rule->severity);
      return;
    }
  g_autofree char *seen = yl_text_dup (route_code);
  g_autofree char *repair = renew_code (route_code, present);
  g_autofree char *county = yl_county_show (places, present);
  g_autofree char *message = g_strdup_printf (
      "路线编码 %s 里的县级代码 %06u 已停用，现为 %s；该行照常计入，金额不受影响；请改为 %s", seen,
      old, county, repair);
  report (check, (YlFinding){
                     .column = "路线编码",
                     .seen = seen,
                     .expected = repair,
                     .repair = repair,
                     .message = message,
                 });
}

/* Class roads always have a rate or the policy has none for a whole class; these three kinds are
 * the ones that policies leave out. */
static gboolean
breaks_unpaid (const YlRateTable *rates, const YlRoad *road)
{
  /* Nearly every road ends here. */
  if (road->road_class != YL_CLASS_SPECIAL && !(road->flags & (YL_ROAD_URBAN | YL_ROAD_TRACK)))
    return FALSE;
  const YlRateKind kind = yl_counted_get_rate_kind (road);
  return kind >= YL_RATE_SPECIAL && !rates->has_rate[kind] && yl_counted_get_m (road) > 0;
}

G_STATIC_ASSERT (YL_RATE_SPECIAL < YL_RATE_URBAN && YL_RATE_SPECIAL < YL_RATE_TRACK
                 && YL_RATE_SPECIAL > YL_RATE_VILLAGE);

static const char *
get_column (YlRateKind kind)
{
  return kind == YL_RATE_URBAN ? "城管路段" : "行政等级";
}

static void
tell_unpaid (const RowCheck *check)
{
  const YlRateKind kind = yl_counted_get_rate_kind (check->road);
  const char *name = yl_rate_kind_get_name (kind);
  g_autofree char *km = yl_length_to_km ((YlLength){ yl_counted_get_m (check->road) });
  g_autofree char *message =
      g_strdup_printf ("%s %s 公里计入里程，但政策没有这一类的标准，按 0 元计", name, km);
  report (check, (YlFinding){ .column = get_column (kind), .seen = name, .message = message });
}

/* The county whose codes the rows must have; 0: any. A zone has no county of its own: its rows were
 * chosen by township. */
static guint32
get_own_county (const YlRowContext *context)
{
  const YlEntity *entity = context->entity;
  if (entity == NULL || entity->code == NULL || entity->n_townships > 0)
    return 0;
  return (guint32) g_ascii_strtoull (entity->code, NULL, 10);
}

/* Whether @code, renewed where it can be, is that of another county than @own, nor one that it had. */
static gboolean
is_other (const YlRowContext *context, guint32 code, guint32 own)
{
  return code != 0 && code != own
         && (context->former == NULL
             || yl_former_codes_get_successor (context->former, code) != own);
}

/* Whether the row or its route code names another county than the entity's. */
static gboolean
is_foreign (const YlRowContext *context, const YlRoad *road, YlText route_code)
{
  const guint32 own = get_own_county (context);
  if (own == 0)
    return FALSE;
  const guint32 written = yl_route_code_find_county (route_code);
  const guint32 in_code = yl_places_renew (context->places, written);
  return is_other (context, road->county_code, own) || is_other (context, in_code, own);
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
  const guint32 maintained_m = road->maintained_m;
  return (maintained_m != YL_METRES_UNKNOWN && maintained_m > yl_counted_get_m (road))
         || (road->subsidised_m != YL_METRES_UNKNOWN && road->subsidised_m > road->length_m);
}

/* Another unit explains a thousandfold difference. */
static guint
find_length_break (const YlRoad *road, YlHeadUnit length_unit)
{
  if (!yl_list_has_wrong_length (road))
    return 0;
  return yl_scale_slip_find (road, length_unit) == YL_SLIP_NONE ? BREAKS_LENGTH : BREAKS_SCALE;
}

/* A handful of comparisons, as it is asked of millions of rows. */
static guint
find_breaks (const YlRowContext *context,
             const YlRoad *road,
             YlText route_code,
             YlHeadUnit length_unit)
{
  guint breaks = find_length_break (road, length_unit);
  if (breaks_class (road))
    breaks |= BREAKS_CLASS;
  if (is_foreign (context, road, route_code))
    breaks |= BREAKS_COUNTY;
  if (road->flags & YL_ROAD_STALE_CODE)
    breaks |= BREAKS_STALE;
  if (breaks_unpaid (context->rates, road))
    breaks |= BREAKS_UNPAID;
  if (breaks_listed (road))
    breaks |= BREAKS_LISTED;
  return breaks;
}

static const RowRule row_rules[] = {
  { BREAKS_LENGTH, YL_A03, YL_SEVERITY_ERROR, tell_length },
  { BREAKS_CLASS, YL_A06, YL_SEVERITY_ERROR, tell_class },
  { BREAKS_COUNTY, YL_A07, YL_SEVERITY_ERROR, tell_county },
  { BREAKS_STALE, YL_A07, YL_SEVERITY_WARNING, tell_stale },
  { BREAKS_UNPAID, YL_A08, YL_SEVERITY_WARNING, tell_unpaid },
  { BREAKS_LISTED, YL_A09, YL_SEVERITY_WARNING, tell_listed },
  { BREAKS_SCALE, YL_C03, YL_SEVERITY_ERROR, tell_scale },
};

static void
tell_breaks (const YlRowContext *context,
             const YlRoad *road,
             const YlRowTexts *texts,
             guint breaks,
             YlFindings *findings)
{
  for (gsize i = 0; i < G_N_ELEMENTS (row_rules); i++)
    {
      const RowRule *rule = &row_rules[i];
      const RowCheck check = { context, road, texts, findings, rule };
      if ((breaks & rule->bit) && yl_findings_want (findings, rule->code, rule->severity))
        rule->tell (&check);
    }
}

void
yl_list_check_row (const YlRowContext *context,
                   const YlRoad *road,
                   const YlRowTexts *texts,
                   YlFindings *findings)
{
  const guint breaks = find_breaks (context, road, texts->route_code, texts->length_unit);
  if (breaks != 0)
    tell_breaks (context, road, texts, breaks, findings);
}

/* The unpaid rows of one table and kind. */
typedef struct
{
  YlRowGroup rows;
  gint64 length_m;
} Unpaid;

static void
report_unpaid (const Unpaid *unpaid, const YlOrigin *origin, YlRateKind kind, YlFindings *findings)
{
  const char *name = yl_rate_kind_get_name (kind);
  g_autofree char *km = yl_length_to_km ((YlLength){ unpaid->length_m });
  g_autofree char *rows = yl_row_group_show (&unpaid->rows);
  g_autofree char *message =
      g_strdup_printf ("%s共 %" G_GUINT64_FORMAT
                       " 行、%s 公里计入里程，但政策没有这一类的标准，按 0 元计；所在行：%s",
                       name, unpaid->rows.n_rows, km, rows);
  yl_findings_add (findings, &(YlFinding){
                                 .code = YL_A08,
                                 .severity = YL_SEVERITY_WARNING,
                                 .file = origin->file,
                                 .sheet = origin->sheet,
                                 .row = unpaid->rows.first_row,
                                 .column = get_column (kind),
                                 .seen = name,
                                 .message = message,
                                 .is_priced = TRUE,
                             });
}

/* A08 of a whole list: one finding a table and kind. */
static void
check_unpaid (const YlInventory *inventory, const YlRowContext *context, YlFindings *findings)
{
  const guint n_origins = yl_inventory_get_n_origins (inventory);
  const gsize n_roads = yl_inventory_get_n_roads (inventory);
  g_autofree Unpaid *unpaid = g_new0 (Unpaid, (gsize) n_origins * YL_N_RATES);
  for (gsize i = 0; i < n_roads; i++)
    {
      const YlRoad *road = yl_inventory_get_road (inventory, i);
      if (!breaks_unpaid (context->rates, road))
        continue;
      Unpaid *kind = &unpaid[road->origin * YL_N_RATES + yl_counted_get_rate_kind (road)];
      yl_row_group_add (&kind->rows, road->row);
      kind->length_m += yl_counted_get_m (road);
    }
  for (gsize i = 0; i < (gsize) n_origins * YL_N_RATES; i++)
    if (unpaid[i].rows.n_rows > 0)
      {
        const guint origin = (guint) (i / YL_N_RATES);
        report_unpaid (&unpaid[i], yl_inventory_get_origin (inventory, origin),
                       (YlRateKind) (i % YL_N_RATES), findings);
        yl_row_group_clear (&unpaid[i].rows);
      }
}

/* What a whole list tells once a table. */
#define TOLD_OF_TABLES (BREAKS_UNPAID | BREAKS_SCALE)

void
yl_list_check (const YlInventory *inventory, const YlRowContext *context, YlFindings *findings)
{
  g_autoptr (YlFormerCodes) former = yl_former_codes_find (inventory, context->places);
  YlRowContext own = *context;
  own.former = former;
  const gsize n_roads = yl_inventory_get_n_roads (inventory);
  for (gsize i = 0; i < n_roads; i++)
    {
      const YlRoad *road = yl_inventory_get_road (inventory, i);
      const YlText route_code = yl_text_of (yl_inventory_get_text (inventory, road->route_code));
      const YlOrigin *origin = yl_inventory_get_origin (inventory, road->origin);
      const guint breaks =
          find_breaks (&own, road, route_code, origin->length_unit) & ~(guint) TOLD_OF_TABLES;
      if (breaks == 0)
        continue;
      const YlRowTexts texts = { origin->file, origin->sheet, route_code, origin->length_unit };
      tell_breaks (&own, road, &texts, breaks, findings);
    }
  yl_former_codes_tell (former, get_own_county (context), findings);
  check_unpaid (inventory, context, findings);
  yl_list_check_scales (inventory, context->rates, findings);
  yl_list_check_routes (inventory, context, findings);
  yl_list_check_shared (inventory, context, findings);
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
      if (yl_money_for_part (length_um, rate.fen_per_km, UM_PER_KM, rate.part, &at_stake))
        yl_findings_price (findings, i, at_stake);
    }
}
