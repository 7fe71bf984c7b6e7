#include "yanglu/audit/years/rules.h"

#include "yanglu/audit/lists/row.h"
#include "yanglu/audit/years/townships.h"
#include "yanglu/base/order.h"
#include "yanglu/calc/counted.h"
#include "yanglu/domain/place-code.h"

#include <stdlib.h>
#include <string.h>

/* What B10 is of when last year is known by its total only. */
#define WHOLE "预算合计"

/* (nullable): the township of @road. */
static const char *
get_gainer (const YlYearCheck *check, const YlRoad *road)
{
  const char *township = yl_inventory_get_text (check->new_budget->inventory, road->township);
  return township[0] == '\0' ? NULL : township;
}

static void
report_drop (
    const char *file, const char *what, gint64 old_fen, gint64 new_fen, YlFindings *findings)
{
  g_autofree char *seen = yl_money_to_grouped ((YlMoney){ new_fen });
  g_autofree char *expected = yl_money_to_grouped ((YlMoney){ old_fen });
  g_autofree char *drop = yl_money_to_grouped ((YlMoney){ old_fen - new_fen });
  g_autofree char *message =
      g_strdup_printf ("%s本年 %s 元，低于上年的 %s 元，减少 %s 元；请说明减少的原因，"
                       "逐步分解见 yanglu diff",
                       what, seen, expected, drop);
  yl_findings_add (findings, &(YlFinding){
                                 .code = YL_B10,
                                 .severity = yl_code_get_severity (YL_B10),
                                 .file = file,
                                 .column = what,
                                 .seen = seen,
                                 .expected = expected,
                                 .message = message,
                                 .at_stake = { old_fen - new_fen },
                                 .is_priced = TRUE,
                             });
}

/* B10 of @what, the whole or the townships together; nothing when there is one already. */
static void
check_part (
    const char *file, const char *what, gint64 old_fen, gint64 new_fen, YlFindings *findings)
{
  if (new_fen < old_fen && yl_findings_get_n_of_code (findings, YL_B10) == 0)
    report_drop (file, what, old_fen, new_fen, findings);
}

typedef struct
{
  gint64 m;
  gint64 fen;
} Change;

/* What a route was, and what nobody explains of what it is now. */
typedef struct
{
  gint64 listed_m[YL_N_SIDES];
  Change grown;         /* without works */
  Change lost;          /* explained when the route has works anywhere */
  Change fresh;         /* as grown, of rows that say nothing of their age where all is new */
  const YlRoad *grower; /* the first row that has grown */
  const YlRoad *first;  /* the first row of the new list */
  gboolean has_works;
} RouteChange;

typedef struct
{
  const YlYearCheck *check;
  const YlInventory *lists[YL_N_SIDES];
  YlRateTable rates[YL_N_SIDES];
  guint first_year; /* works from here to last_year explain a change */
  guint last_year;
  RouteChange *changes; /* one a route */
} Lengths;

static gboolean
is_in_between (const Lengths *lengths, guint year)
{
  return year >= lengths->first_year && year <= lengths->last_year;
}

static gboolean
has_works (const Lengths *lengths, const YlRoad *road)
{
  return is_in_between (lengths, road->built) || is_in_between (lengths, road->rebuilt);
}

static void
add_change (const Lengths *lengths, Change *change, YlSide side, const YlRoad *road, gint64 m)
{
  const gboolean is_counted = yl_counted_find_mark (road) == YL_MARK_NONE;
  change->m += m;
  change->fen += is_counted ? yl_list_price_length (&lengths->rates[side], road, m).fen : 0;
}

/* A row of a new route that does not say how old it is may well be new. */
static void
add_growth (
    const Lengths *lengths, RouteChange *change, const YlRoad *road, gint64 m, gboolean is_new)
{
  if (m <= 0 || has_works (lengths, road))
    return;
  const gboolean is_fresh = is_new && road->built == 0 && road->rebuilt == 0;
  add_change (lengths, is_fresh ? &change->fresh : &change->grown, YL_NEW, road, m);
  if (change->grower == NULL)
    change->grower = road;
}

static void
add_link_change (const Lengths *lengths, const YlRoadLink *link)
{
  RouteChange *change = &lengths->changes[link->route];
  const YlRoad *roads[YL_N_SIDES] = { NULL };
  const gboolean is_known = link->kind != YL_LINK_UNREAD;
  const gint64 more_m = (gint64) link->m[YL_NEW] - (gint64) link->m[YL_OLD];
  for (guint side = 0; side < YL_N_SIDES; side++)
    {
      change->listed_m[side] += link->m[side];
      if (link->road[side] != YL_LINK_NONE)
        roads[side] = yl_inventory_get_road (lengths->lists[side], link->road[side]);
    }
  if (roads[YL_NEW] != NULL)
    {
      change->has_works = change->has_works || has_works (lengths, roads[YL_NEW]);
      change->first = change->first == NULL ? roads[YL_NEW] : change->first;
      if (is_known)
        add_growth (lengths, change, roads[YL_NEW], more_m, link->kind == YL_LINK_NEW);
    }
  if (roads[YL_OLD] != NULL && more_m < 0 && is_known)
    add_change (lengths, &change->lost, YL_OLD, roads[YL_OLD], -more_m);
}

static void
report_change (const Lengths *lengths,
               const RouteChange *change,
               const char *code,
               gint64 net_m,
               gint64 most_m,
               YlFindings *findings)
{
  const YlRoad *road = net_m > 0 ? change->grower : change->first;
  const gint64 net_fen = ABS (change->grown.fen - change->lost.fen);
  g_autofree char *seen = yl_length_to_km ((YlLength){ change->listed_m[YL_NEW] });
  g_autofree char *expected = yl_length_to_km ((YlLength){ change->listed_m[YL_OLD] });
  g_autofree char *net = yl_length_to_km ((YlLength){ ABS (net_m) });
  g_autofree char *most = yl_length_to_km ((YlLength){ most_m });
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ net_fen });
  g_autofree char *message =
      g_strdup_printf ("路线 %s 上年 %s 公里，本年 %s 公里，其中%s的 %s 公里没有 %u–%u "
                       "年的修建或改建年度，超过允许的 "
                       "%s 公里；按标准合 %s 元；请提供改建依据，或核对里程",
                       code, expected, seen, net_m > 0 ? "增加" : "减少", net, lengths->first_year,
                       lengths->last_year, most, yuan);
  yl_list_report (lengths->lists[YL_NEW], road,
                  (YlFinding){
                      .code = YL_A10,
                      .column = "里程",
                      .seen = seen,
                      .expected = expected,
                      .gainer = net_m > 0 ? get_gainer (lengths->check, road) : NULL,
                      .message = message,
                      .at_stake = { net_fen },
                  },
                  findings);
}

static void
check_route (const Lengths *lengths, guint32 route, YlFindings *findings)
{
  RouteChange *change = &lengths->changes[route];
  if (change->has_works)
    change->lost = (Change){ 0 };
  if (change->listed_m[YL_OLD] > 0)
    {
      change->grown.m += change->fresh.m;
      change->grown.fen += change->fresh.fen;
    }
  const gint64 net_m = change->grown.m - change->lost.m;
  gint64 most_m = 0;
  yl_ratio_scale (change->listed_m[YL_OLD], lengths->check->change.ppm, YL_SHARE_WHOLE, &most_m);
  most_m = MAX (most_m, lengths->check->length.m);
  if (change->first != NULL && ABS (net_m) > most_m)
    report_change (lengths, change, yl_road_links_get_route_code (lengths->check->links, route),
                   net_m, most_m, findings);
}

/* The order of the routes is that of their first rows. */
static void
check_lengths (const YlYearCheck *check, YlFindings *findings)
{
  const guint32 n_routes = check->links->routes->len;
  g_autofree RouteChange *changes = g_new0 (RouteChange, n_routes + 1);
  Lengths lengths = {
    .check = check,
    .lists = { check->old_budget->inventory, check->new_budget->inventory },
    .first_year = check->old_budget->figures->year - 1,
    .last_year = check->new_budget->figures->year,
    .changes = changes,
  };
  yl_rate_table_init (&lengths.rates[YL_OLD], check->old_budget->policy);
  yl_rate_table_init (&lengths.rates[YL_NEW], check->new_budget->policy);
  for (gsize i = 0; i < check->links->links->len; i++)
    add_link_change (&lengths, &g_array_index (check->links->links, YlRoadLink, i));
  for (guint32 route = 0; route < n_routes; route++)
    check_route (&lengths, route, findings);
}

/* A counted row of the new list, where last year's list would have it. */
typedef struct
{
  const YlRoad *road;
  guint32 place; /* the route there when it has stakes, else the whole code */
  guint32 own;   /* the same of its own code */
  gint32 start_m;
  gint32 end_m;
  gboolean is_moved;
} PlaceClaim;

typedef struct
{
  const YlYearCheck *check;
  const YlInventory *list;
  YlFindings *findings;
  YlRateTable rates;
  YlTextPool *places;
  GArray *staked; /* of PlaceClaim */
  GArray *unstaked;
} Claims;

/* Letter, three characters, six digits of the county; a longer section code begins with it. */
static guint32
number_place (const Claims *claims, const char *code, gboolean is_staked)
{
  YlText text = yl_text_of (code);
  if (is_staked && yl_route_code_find_county (text) != 0)
    text.length = 10;
  return yl_text_pool_add (claims->places, text);
}

static void
set_stakes (PlaceClaim *claim, gint32 start_m, gint32 end_m)
{
  claim->start_m = MIN (start_m, end_m);
  claim->end_m = MAX (start_m, end_m);
}

static gboolean
is_stretch (gint32 start_m, gint32 end_m)
{
  return start_m != YL_STAKE_UNKNOWN && end_m != YL_STAKE_UNKNOWN && start_m != end_m;
}

static void
add_claim (Claims *claims, const YlRoad *road)
{
  const char *own = yl_inventory_get_text (claims->list, road->route_code);
  const char *previous = yl_inventory_get_text (claims->list, road->previous_code);
  const gboolean has_previous = is_stretch (road->previous_start_m, road->previous_end_m);
  const gboolean is_named = previous[0] != '\0';
  PlaceClaim claim = { .road = road };
  if (is_named && has_previous)
    set_stakes (&claim, road->previous_start_m, road->previous_end_m);
  else if (is_stretch (road->start_m, road->end_m))
    set_stakes (&claim, road->start_m, road->end_m);
  const gboolean is_staked = claim.end_m > 0;
  const char *code = is_named ? previous : own;
  claim.place = number_place (claims, code, is_staked);
  claim.own = number_place (claims, own, is_staked);
  claim.is_moved = is_named
                   && (claim.place != claim.own
                       || (has_previous
                           && (claim.start_m != MIN (road->start_m, road->end_m)
                               || claim.end_m != MAX (road->start_m, road->end_m))));
  if (code[0] != '\0')
    g_array_append_val (is_staked ? claims->staked : claims->unstaked, claim);
}

static int
compare_claims (gconstpointer a, gconstpointer b)
{
  const PlaceClaim *left = a;
  const PlaceClaim *right = b;
  const gint64 keys[][2] = { { left->place, right->place },
                             { left->start_m, right->start_m },
                             { left->end_m, right->end_m },
                             { left->road->row, right->road->row } };
  return yl_compare_keys (keys, G_N_ELEMENTS (keys));
}

/* "第 12 行", with the file when it is another one. */
static char *
show_row (const Claims *claims, const YlRoad *from, const YlRoad *road)
{
  const YlOrigin *origin = yl_inventory_get_origin (claims->list, road->origin);
  return road->origin == from->origin
             ? g_strdup_printf ("第 %" YL_ROW_ID_FORMAT " 行", road->row)
             : g_strdup_printf ("%s 第 %" YL_ROW_ID_FORMAT " 行", origin->file, road->row);
}

static void
report_claim (const Claims *claims,
              const PlaceClaim *earlier,
              const PlaceClaim *later,
              const char *stakes,
              gint64 m)
{
  const YlMoney at_stake = yl_list_price_shared (&claims->rates, later->road, earlier->road, m);
  const char *code = yl_inventory_get_text (claims->list, later->road->route_code);
  const char *place = yl_text_pool_get (claims->places, later->place);
  g_autofree char *where = show_row (claims, later->road, earlier->road);
  g_autofree char *km = yl_length_to_km ((YlLength){ m });
  g_autofree char *yuan = yl_money_to_grouped (at_stake);
  g_autofree char *message = g_strdup_printf (
      "路线 %s 由上年的 %s%s 而来，这 %s 公里与%s重复申报，两行都已计入，多计 %s 元；请核对上年"
      "路线编码和桩号，删去重复的一行",
      code, place, stakes, km, where, yuan);
  yl_list_report (claims->list, later->road,
                  (YlFinding){
                      .code = YL_A11,
                      .column = later->is_moved ? "上年路线编码" : "路线编码",
                      .seen = later->is_moved ? place : code,
                      .gainer = get_gainer (claims->check, later->road),
                      .message = message,
                      .at_stake = at_stake,
                  },
                  claims->findings);
}

/* A01 and A02 tell what overlaps by its own code and stakes. */
static gboolean
is_told_by_its_own_stakes (const PlaceClaim *a, const PlaceClaim *b)
{
  const YlRoad *left = a->road;
  const YlRoad *right = b->road;
  return a->own == b->own && is_stretch (left->start_m, left->end_m)
         && is_stretch (right->start_m, right->end_m)
         && MAX (MIN (left->start_m, left->end_m), MIN (right->start_m, right->end_m))
                < MIN (MAX (left->start_m, left->end_m), MAX (right->start_m, right->end_m));
}

static void
check_pair (const Claims *claims, const PlaceClaim *a, const PlaceClaim *b)
{
  const gint32 from_m = MAX (a->start_m, b->start_m);
  const gint32 to_m = MIN (a->end_m, b->end_m);
  if (from_m >= to_m || (!a->is_moved && !b->is_moved) || is_told_by_its_own_stakes (a, b))
    return;
  const PlaceClaim *later = a->road > b->road ? a : b;
  g_autofree char *start = yl_length_to_km ((YlLength){ from_m });
  g_autofree char *end = yl_length_to_km ((YlLength){ to_m });
  g_autofree char *stakes = g_strdup_printf (" 桩号 %s–%s", start, end);
  report_claim (claims, later == a ? b : a, later, stakes, (gint64) to_m - from_m);
}

/* Each row against the one before it that reaches farthest, so that a metre is told once. */
static void
check_staked (const Claims *claims)
{
  const PlaceClaim *farthest = NULL;
  for (guint i = 0; i < claims->staked->len; i++)
    {
      const PlaceClaim *claim = &g_array_index (claims->staked, PlaceClaim, i);
      if (farthest != NULL && farthest->place != claim->place)
        farthest = NULL;
      if (farthest != NULL)
        check_pair (claims, farthest, claim);
      if (farthest == NULL || claim->end_m > farthest->end_m)
        farthest = claim;
    }
}

/* Metres that the old list has of each code; codes as numbers of `places`. */
static GHashTable *
sum_old_codes (const Claims *claims)
{
  const YlInventory *old_list = claims->check->old_budget->inventory;
  GHashTable *sums = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
  for (gsize i = 0; i < yl_inventory_get_n_roads (old_list) && claims->unstaked->len > 0; i++)
    {
      const YlRoad *road = yl_inventory_get_road (old_list, i);
      const char *code = yl_inventory_get_text (old_list, road->route_code);
      const gpointer key = GUINT_TO_POINTER (number_place (claims, code, FALSE));
      gint64 *sum_m = g_hash_table_lookup (sums, key);
      if (sum_m == NULL)
        {
          sum_m = g_new0 (gint64, 1);
          g_hash_table_insert (sums, key, sum_m);
        }
      *sum_m += road->length_m;
    }
  return sums;
}

/* In the order of the file, once what is there is spoken for, a row more is one too many. */
static void
check_unstaked (const Claims *claims)
{
  g_autoptr (GHashTable) sums = sum_old_codes (claims);
  const PlaceClaim *before = NULL;
  gint64 open_m = 0;
  for (guint i = 0; i < claims->unstaked->len; i++)
    {
      const PlaceClaim *claim = &g_array_index (claims->unstaked, PlaceClaim, i);
      const gint64 *sum_m = g_hash_table_lookup (sums, GUINT_TO_POINTER (claim->place));
      if (sum_m == NULL)
        continue;
      if (before == NULL || before->place != claim->place)
        {
          before = NULL;
          open_m = *sum_m;
        }
      if (before != NULL && open_m <= 0 && (claim->is_moved || before->is_moved)
          && claim->road->length_m > 0)
        report_claim (claims, before, claim, "", claim->road->length_m);
      open_m -= claim->road->length_m;
      before = claim;
    }
}

static void
check_claims (const YlYearCheck *check, YlFindings *findings)
{
  g_autoptr (YlTextPool) places = yl_text_pool_new ();
  g_autoptr (GArray) staked = g_array_new (FALSE, FALSE, sizeof (PlaceClaim));
  g_autoptr (GArray) unstaked = g_array_new (FALSE, FALSE, sizeof (PlaceClaim));
  Claims claims = {
    .check = check,
    .list = check->new_budget->inventory,
    .findings = findings,
    .places = places,
    .staked = staked,
    .unstaked = unstaked,
  };
  yl_rate_table_init (&claims.rates, check->new_budget->policy);
  for (gsize i = 0; i < yl_inventory_get_n_roads (claims.list); i++)
    {
      const YlRoad *road = yl_inventory_get_road (claims.list, i);
      if (yl_counted_find_mark (road) == YL_MARK_NONE)
        add_claim (&claims, road);
    }
  g_array_sort (staked, compare_claims);
  g_array_sort (unstaked, compare_claims);
  check_staked (&claims);
  check_unstaked (&claims);
}

static void
check_amounts (const YlYearCheck *check, YlFindings *findings)
{
  const YlFigures *old_figures = check->old_budget->figures;
  const YlFigures *new_figures = check->new_budget->figures;
  if (yl_findings_get_n_of_code (findings, YL_B10) > 0)
    return;
  check_part (check->file, WHOLE, old_figures->demand_fen, new_figures->demand_fen, findings);
  if (yl_findings_get_n_of_code (findings, YL_B10) > 0)
    return;
  for (guint purpose = 0; purpose < YL_N_PURPOSES; purpose++)
    {
      const gint64 old_fen = yl_figures_sum_purpose (old_figures, (YlPurpose) purpose);
      const gint64 new_fen = yl_figures_sum_purpose (new_figures, (YlPurpose) purpose);
      if (new_fen < old_fen)
        report_drop (check->file, yl_purpose_get_name ((YlPurpose) purpose), old_fen, new_fen,
                     findings);
    }
}

void
yl_year_check (const YlYearCheck *check, YlFindings *findings)
{
  check_lengths (check, findings);
  check_claims (check, findings);
  check_amounts (check, findings);
}

static void
compare_roads (const YlYearAudit *years, const YlBudget *old_budget)
{
  const YlFigures *figures = old_budget->figures;
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ figures->demand_fen });
  g_autofree char *taken_for =
      g_strdup_printf ("%u年的预算，政策 %s，合计 %s 元；里程按上年路线编码、桩号与本年对应",
                       figures->year, yl_policy_get_head (old_budget->policy)->document, yuan);
  yl_audit_add_reading (years->audit, years->old_file, taken_for);
  g_autoptr (YlRoadLinks) links =
      yl_road_links_make (old_budget->inventory, years->budget->inventory, years->places);
  yl_road_links_note_unread_sides (
      links, years->intakes,
      (const YlInventory *const[]){ old_budget->inventory, years->budget->inventory }, NULL);
  const YlYearCheck check = {
    .old_budget = old_budget,
    .new_budget = years->budget,
    .links = links,
    .file = years->audit->file,
    .change = { yl_rule_set_get_limit (years->rules, YL_A10, YL_LIMIT_CHANGE) },
    .length = { yl_rule_set_get_limit (years->rules, YL_A10, YL_LIMIT_LENGTH) },
  };
  yl_year_check (&check, years->audit->findings);
}

static gint64
sum_up (const GArray *sums)
{
  gint64 sum_fen = 0;
  for (guint i = 0; i < sums->len; i++)
    if (__builtin_add_overflow (sum_fen, g_array_index (sums, YlTownshipSum, i).amount_fen,
                                &sum_fen))
      return 0;
  return sum_fen;
}

/* B10 when the townships together get less than last year. Returns: how many of last year's get less
 * or nothing */
static guint
check_townships (const YlYearAudit *years, const GArray *old_sums, const GArray *new_sums)
{
  g_autoptr (YlReconciliation) reconciliation =
      yl_reconciliation_of_townships (old_sums, new_sums, NULL);
  guint n_less = 0;
  if (reconciliation == NULL)
    return 0;
  for (guint i = 0; i < reconciliation->townships->len; i++)
    {
      const YlYearLine *line = &g_array_index (reconciliation->townships, YlYearLine, i);
      n_less += line->fen[YL_NEW] < line->fen[YL_OLD] ? 1 : 0;
    }
  check_part (years->audit->file, "分乡镇合计", sum_up (old_sums), sum_up (new_sums),
              years->audit->findings);
  return n_less;
}

/* One of the two budgets names no roads: the townships are all that is compared. */
static void
compare_townships (const YlYearAudit *years, const GArray *old_sums, const char *how)
{
  g_autoptr (GArray) new_sums = years->budget != NULL ? yl_township_sums_of_budget (years->budget)
                                                      : yl_township_sums_of_found (years->found);
  if (new_sums->len == 0)
    {
      yl_audit_add_reading (years->audit, years->old_file,
                            "所审的表没有分乡镇的金额，未与上年比较");
      return;
    }
  const guint n_less = check_townships (years, old_sums, new_sums);
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ sum_up (old_sums) });
  g_autofree char *taken_for = g_strdup_printf (
      "%s，%u 行分乡镇合计 %s 元；没有路线可对，只比较乡镇和合计，其中 %u 个乡镇减少", how,
      old_sums->len, yuan, n_less);
  yl_audit_add_reading (years->audit, years->old_file, taken_for);
}

void
yl_year_audit_budget (const YlYearAudit *years, const YlBudget *old_budget)
{
  if (years->budget != NULL)
    {
      compare_roads (years, old_budget);
      return;
    }
  g_autoptr (GArray) sums = yl_township_sums_of_budget (old_budget);
  compare_townships (years, sums, "上年的预算");
}

void
yl_year_audit_found (const YlYearAudit *years, const YlFoundBudget *old_found)
{
  g_autoptr (GArray) sums = yl_township_sums_of_found (old_found);
  compare_townships (years, sums, "手工编制的上年预算");
}

/* The whole of last year: its own line, else its lines together. FALSE when they do not fit. */
static gboolean
sum_lines (const GArray *lines, gint64 *out_fen)
{
  YlMoney total = { 0 };
  YlMoney sum = { 0 };
  gboolean has_total = FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      const YlLastYearLine *line = &g_array_index (lines, YlLastYearLine, i);
      const gboolean is_total = g_strcmp0 (line->code, "total") == 0;
      YlMoney *to = is_total ? &total : &sum;
      has_total = has_total || is_total;
      if (!yl_money_add (*to, line->amount, to))
        return FALSE;
    }
  *out_fen = has_total ? total.fen : sum.fen;
  return TRUE;
}

gboolean
yl_year_audit_lines (const YlYearAudit *years, const GArray *lines)
{
  gint64 old_fen = 0;
  if (!sum_lines (lines, &old_fen))
    return FALSE;
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ old_fen });
  g_autofree char *taken_for =
      g_strdup_printf ("上年预算数，合计 %s 元；没有里程，只比较合计", yuan);
  yl_audit_add_reading (years->audit, years->old_file, taken_for);
  check_part (years->audit->file, WHOLE, old_fen, years->budget->figures->demand_fen,
              years->audit->findings);
  return TRUE;
}
