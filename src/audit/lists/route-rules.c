#include "yanglu/audit/lists/rules.h"

#include "yanglu/base/order.h"
#include "yanglu/calc/counted.h"
#include "yanglu/domain/place-code.h"

#include <stdlib.h>

/* A row where its route is followed: rows without both stakes come first, with start −1. */
typedef struct
{
  guint32 route; /* id of the route in `routes` */
  gint32 start_m;
  gint32 end_m; /* not before start_m */
  guint32 index;
} RouteSection;

typedef struct
{
  const YlInventory *inventory;
  const YlRowContext *context;
  YlFindings *findings;
} ListCheck;

static const YlRoad *
road_of (const ListCheck *check, const RouteSection *section)
{
  return yl_inventory_get_road (check->inventory, section->index);
}

static gboolean
is_counted (const YlRoad *road)
{
  return yl_counted_find_mark (road) == YL_MARK_NONE;
}

/* Rows without stakes are the same when code, length and township are. */
static int
compare_unstaked (const YlRoad *a, const YlRoad *b)
{
  const gint64 keys[][2] = { { a->route_code, b->route_code },
                             { a->length_m, b->length_m },
                             { a->township_code, b->township_code },
                             { a->township, b->township } };
  return yl_compare_keys (keys, G_N_ELEMENTS (keys));
}

/* Nearly every comparison of a list ends at the route or the start: no array is made of keys here. */
static int
compare_places (const ListCheck *check, const RouteSection *a, const RouteSection *b)
{
  int order = yl_compare_numbers (a->route, b->route);
  if (order == 0)
    order = yl_compare_numbers (a->start_m, b->start_m);
  if (order == 0)
    order = yl_compare_numbers (a->end_m, b->end_m);
  if (order == 0 && a->start_m == YL_STAKE_UNKNOWN)
    order = compare_unstaked (road_of (check, a), road_of (check, b));
  return order;
}

static int
compare_route_sections (const void *a, const void *b, void *check)
{
  const RouteSection *first = a;
  const RouteSection *second = b;
  const int order = compare_places (check, first, second);
  return order != 0 ? order : yl_compare_numbers (first->index, second->index);
}

static gboolean
has_stakes (const YlRoad *road)
{
  return road->start_m != YL_STAKE_UNKNOWN && road->end_m != YL_STAKE_UNKNOWN;
}

/* The rows that have a route code, by route and stake. */
static RouteSection *
sort_sections (const ListCheck *check, gsize *out_n)
{
  const gsize n_roads = yl_inventory_get_n_roads (check->inventory);
  g_autoptr (YlTextPool) routes = yl_text_pool_new ();
  RouteSection *sections = g_new (RouteSection, MAX (n_roads, 1));
  gsize n_sections = 0;
  for (gsize i = 0; i < n_roads; i++)
    {
      const YlRoad *road = yl_inventory_get_road (check->inventory, i);
      YlText code = yl_text_of (yl_inventory_get_text (check->inventory, road->route_code));
      if (code.length == 0)
        continue;
      if (yl_route_code_find_county (code) != 0)
        code.length = YL_ROUTE_CODE_CHARACTERS;
      const gboolean is_staked = has_stakes (road);
      sections[n_sections++] = (RouteSection){
        .route = yl_text_pool_add (routes, code),
        .start_m = is_staked ? MIN (road->start_m, road->end_m) : YL_STAKE_UNKNOWN,
        .end_m = is_staked ? MAX (road->start_m, road->end_m) : YL_STAKE_UNKNOWN,
        .index = (guint32) i,
      };
    }
  qsort_r (sections, n_sections, sizeof *sections, compare_route_sections, (void *) check);
  *out_n = n_sections;
  return sections;
}

static char *
show_stakes (const RouteSection *section)
{
  if (section->start_m == YL_STAKE_UNKNOWN)
    return g_strdup ("");
  g_autofree char *start = yl_length_to_km ((YlLength){ section->start_m });
  g_autofree char *end = yl_length_to_km ((YlLength){ section->end_m });
  return g_strdup_printf ("%s–%s", start, end);
}

static gboolean
is_wanted (const ListCheck *check, YlCode code)
{
  return yl_findings_want (check->findings, code, yl_code_get_severity (code));
}

/* What is read at @section of its being listed at @other as well. */
static char *
tell_repeated (const ListCheck *check,
               const RouteSection *section,
               const RouteSection *other,
               YlMoney at_stake)
{
  const YlRoad *road = road_of (check, section);
  const char *code = yl_inventory_get_text (check->inventory, road->route_code);
  g_autofree char *where = yl_list_show_row (check->inventory, road, road_of (check, other));
  g_autofree char *stakes = show_stakes (section);
  g_autofree char *yuan = yl_money_to_grouped (at_stake);
  return g_strdup_printf ("路线 %s %s%s 与%s重复列入；两行都已计入，若属重复则多计 %s "
                          "元；请核对后删去一行，或在“重复路段”列注明",
                          code, stakes[0] == '\0' ? "（编码、里程、乡镇相同）" : "桩号 ", stakes,
                          where, yuan);
}

/* A01 */
static void
report_repeated (const ListCheck *check, const RouteSection *first, const RouteSection *again)
{
  if (!is_wanted (check, YL_A01))
    return;
  const YlRoad *road = road_of (check, again);
  const YlRoad *before = road_of (check, first);
  const YlMoney at_stake = yl_list_price_road (check->context->rates, road);
  g_autofree char *message = tell_repeated (check, again, first, at_stake);
  g_autofree char *elsewhere = tell_repeated (check, first, again, at_stake);
  YlFindingTwin twin = { .seen = yl_inventory_get_text (check->inventory, before->route_code),
                         .message = elsewhere };
  const YlFinding finding = {
    .code = YL_A01,
    .column = "路线编码",
    .seen = yl_inventory_get_text (check->inventory, road->route_code),
    .message = message,
    .at_stake = at_stake,
    .twin = yl_list_find_twin (check->inventory, road, before, &twin),
  };
  yl_list_report (check->inventory, road, finding, check->findings);
}

/* What is read at @section of its overlapping with @other. */
static char *
tell_overlap (const ListCheck *check,
              const RouteSection *section,
              const RouteSection *other,
              const RouteSection *overlap,
              YlMoney at_stake)
{
  const YlRoad *road = road_of (check, section);
  const char *code = yl_inventory_get_text (check->inventory, road->route_code);
  g_autofree char *where = yl_list_show_row (check->inventory, road, road_of (check, other));
  g_autofree char *stakes = show_stakes (overlap);
  g_autofree char *here = show_stakes (section);
  g_autofree char *there = show_stakes (other);
  g_autofree char *km = yl_length_to_km ((YlLength){ (gint64) overlap->end_m - overlap->start_m });
  g_autofree char *yuan = yl_money_to_grouped (at_stake);
  return g_strdup_printf ("路线 %s 桩号 %s 与%s的 %s 在 %s 重叠 %s "
                          "公里；两行都已计入，重叠部分按较低标准合 %s 元；请核对桩号",
                          code, here, where, there, stakes, km, yuan);
}

/* A02: the row that stands later in the file is told. */
static void
report_overlap (const ListCheck *check, const RouteSection *a, const RouteSection *b)
{
  if (!is_wanted (check, YL_A02))
    return;
  const RouteSection *later = a->index > b->index ? a : b;
  const RouteSection *earlier = later == a ? b : a;
  const RouteSection overlap = { .start_m = MAX (a->start_m, b->start_m),
                                 .end_m = MIN (a->end_m, b->end_m) };
  const YlRoad *road = road_of (check, later);
  const YlRoad *before = road_of (check, earlier);
  const YlMoney at_stake = yl_list_price_shared (check->context->rates, road, before,
                                                 (gint64) overlap.end_m - overlap.start_m);
  g_autofree char *message = tell_overlap (check, later, earlier, &overlap, at_stake);
  g_autofree char *elsewhere = tell_overlap (check, earlier, later, &overlap, at_stake);
  g_autofree char *seen = show_stakes (later);
  g_autofree char *seen_there = show_stakes (earlier);
  YlFindingTwin twin = { .seen = seen_there, .message = elsewhere };
  const YlFinding finding = { .code = YL_A02,
                              .column = "起点桩号",
                              .seen = seen,
                              .message = message,
                              .at_stake = at_stake,
                              .twin = yl_list_find_twin (check->inventory, road, before, &twin) };
  yl_list_report (check->inventory, road, finding, check->findings);
}

/* A04 */
static void
report_gap (const ListCheck *check, const RouteSection *before, const RouteSection *after)
{
  if (!is_wanted (check, YL_A04))
    return;
  const YlRoad *road = road_of (check, after);
  const RouteSection gap = { .start_m = before->end_m, .end_m = after->start_m };
  const char *code = yl_inventory_get_text (check->inventory, road->route_code);
  g_autofree char *where = yl_list_show_row (check->inventory, road, road_of (check, before));
  g_autofree char *stakes = show_stakes (&gap);
  g_autofree char *seen = yl_length_to_km ((YlLength){ gap.end_m });
  g_autofree char *expected = yl_length_to_km ((YlLength){ gap.start_m });
  g_autofree char *km = yl_length_to_km ((YlLength){ (gint64) gap.end_m - gap.start_m });
  g_autofree char *message =
      g_strdup_printf ("路线 %s 从%s的止点到本行起点（%s）缺 %s 公里；不影响金额；如有漏列请补上",
                       code, where, stakes, km);
  yl_list_report (check->inventory, road,
                  (YlFinding){ .code = YL_A04,
                               .column = "起点桩号",
                               .seen = seen,
                               .expected = expected,
                               .message = message },
                  check->findings);
}

/* How far the rows of one route have come. */
typedef struct
{
  const RouteSection *same;    /* the first counted row of a run of equal rows; NULL without one */
  const RouteSection *counted; /* the counted row that reaches farthest */
  const RouteSection *any;     /* the row that reaches farthest, counted or not */
} Progress;

static gboolean
has_break (const ListCheck *check, const RouteSection *a, const RouteSection *b)
{
  return ((road_of (check, a)->flags | road_of (check, b)->flags) & YL_ROAD_BREAK) != 0;
}

static void
follow_staked (const ListCheck *check,
               Progress *progress,
               const RouteSection *section,
               gboolean is_repeated)
{
  const RouteSection *counted = progress->counted;
  const RouteSection *any = progress->any;
  const gboolean counts = is_counted (road_of (check, section));
  /* After a declared break (断链) stakes may begin again or leap. */
  if (counts && !is_repeated && counted != NULL && section->start_m < counted->end_m
      && section->start_m < section->end_m && !has_break (check, counted, section))
    report_overlap (check, counted, section);
  if (any != NULL && section->start_m > any->end_m && !has_break (check, any, section))
    report_gap (check, any, section);
  if (counts && (counted == NULL || section->end_m > counted->end_m))
    progress->counted = section;
  if (any == NULL || section->end_m > any->end_m)
    progress->any = section;
}

static void
follow (const ListCheck *check,
        Progress *progress,
        const RouteSection *section,
        const RouteSection *before)
{
  if (before == NULL || before->route != section->route)
    *progress = (Progress){ 0 };
  if (before != NULL && compare_places (check, before, section) != 0)
    progress->same = NULL;
  const gboolean counts = is_counted (road_of (check, section));
  const gboolean is_repeated = counts && progress->same != NULL;
  if (is_repeated)
    report_repeated (check, progress->same, section);
  else if (counts)
    progress->same = section;
  if (section->start_m != YL_STAKE_UNKNOWN)
    follow_staked (check, progress, section, is_repeated);
}

void
yl_list_check_routes (const YlInventory *inventory,
                      const YlRowContext *context,
                      YlFindings *findings)
{
  const ListCheck check = { inventory, context, findings };
  gsize n_sections = 0;
  g_autofree RouteSection *sections = sort_sections (&check, &n_sections);
  Progress progress = { 0 };
  for (gsize i = 0; i < n_sections; i++)
    follow (&check, &progress, &sections[i], i == 0 ? NULL : &sections[i - 1]);
}
