#include "rules-private.h"

#include "yanglu/calc/counted.h"

/* What a route was, and what nobody explains of what it is now. */
typedef struct
{
  gint64 old_m;
  gint64 new_m;
  gint64 grown_m; /* without works */
  gint64 lost_m;  /* explained when the route has works anywhere */
  gint64 fresh_m; /* the same, of rows that say nothing of their age where all is new */
  gint64 grown_fen;
  gint64 lost_fen;
  gint64 fresh_fen;
  const YlRoad *grown; /* the first row that has grown */
  const YlRoad *first; /* the first row of the new list */
  gboolean has_works;
} Change;

typedef struct
{
  const YlYearCheck *check;
  const YlInventory *old_list;
  const YlInventory *new_list;
  YlRateTable old_rates;
  YlRateTable new_rates;
  guint first_year; /* works from here to last_year explain a change */
  guint last_year;
  Change *changes; /* one a route */
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

static gint64
price (const YlRateTable *rates, const YlRoad *road, gint64 m)
{
  const gboolean is_counted = yl_counted_find_mark (road) == YL_MARK_NONE;
  return is_counted ? yl_row_check_price (rates, road, m).fen : 0;
}

/* A row of a new route that does not say how old it is may well be new. */
static void
add_growth (const Lengths *lengths, Change *change, const YlRoad *road, gint64 m, gboolean is_new)
{
  if (m <= 0 || has_works (lengths, road))
    return;
  const gboolean is_fresh = is_new && road->built == 0 && road->rebuilt == 0;
  *(is_fresh ? &change->fresh_m : &change->grown_m) += m;
  *(is_fresh ? &change->fresh_fen : &change->grown_fen) += price (&lengths->new_rates, road, m);
  if (change->grown == NULL)
    change->grown = road;
}

static void
add_loss (const Lengths *lengths, Change *change, const YlRoad *road, gint64 m)
{
  if (m <= 0)
    return;
  change->lost_m += m;
  change->lost_fen += price (&lengths->old_rates, road, m);
}

static void
add_link (const Lengths *lengths, const YlRoadLink *link)
{
  Change *change = &lengths->changes[link->route];
  const gint64 more_m = (gint64) link->new_m - (gint64) link->old_m;
  change->old_m += link->old_m;
  change->new_m += link->new_m;
  if (link->new_road != YL_LINK_NONE)
    {
      const YlRoad *road = yl_inventory_get_road (lengths->new_list, link->new_road);
      change->has_works = change->has_works || has_works (lengths, road);
      change->first = change->first == NULL ? road : change->first;
      add_growth (lengths, change, road, more_m, link->kind == YL_LINK_NEW);
    }
  if (link->old_road != YL_LINK_NONE)
    add_loss (lengths, change, yl_inventory_get_road (lengths->old_list, link->old_road), -more_m);
}

static void
tell (const Lengths *lengths,
      const Change *change,
      const char *code,
      gint64 net_m,
      gint64 most_m,
      YlFindings *findings)
{
  const YlRoad *road = net_m > 0 ? change->grown : change->first;
  const gint64 net_fen = ABS (change->grown_fen - change->lost_fen);
  g_autofree char *seen = yl_length_to_km ((YlLength){ change->new_m });
  g_autofree char *expected = yl_length_to_km ((YlLength){ change->old_m });
  g_autofree char *net = yl_length_to_km ((YlLength){ ABS (net_m) });
  g_autofree char *most = yl_length_to_km ((YlLength){ most_m });
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ net_fen });
  g_autofree char *message =
      g_strdup_printf ("路线 %s 上年 %s 公里，本年 %s 公里，其中%s的 %s 公里没有 %u–%u "
                       "年的修建或改建年度，超过允许的 "
                       "%s 公里；按标准合 %s 元；请提供改建依据，或核对里程",
                       code, expected, seen, net_m > 0 ? "增加" : "减少", net, lengths->first_year,
                       lengths->last_year, most, yuan);
  yl_year_tell (lengths->check, findings, road,
                (YlFinding){
                    .code = YL_A10,
                    .column = "里程",
                    .seen = seen,
                    .expected = expected,
                    .gainer = net_m > 0 ? yl_year_get_gainer (lengths->check, road) : NULL,
                    .message = message,
                },
                (YlMoney){ net_fen });
}

static void
check_route (const Lengths *lengths, guint32 route, YlFindings *findings)
{
  Change *change = &lengths->changes[route];
  if (change->has_works)
    change->lost_m = change->lost_fen = 0;
  if (change->old_m > 0)
    {
      change->grown_m += change->fresh_m;
      change->grown_fen += change->fresh_fen;
    }
  const gint64 net_m = change->grown_m - change->lost_m;
  gint64 most_m = 0;
  yl_ratio_scale (change->old_m, lengths->check->change.ppm, YL_SHARE_WHOLE, &most_m);
  most_m = MAX (most_m, lengths->check->length.m);
  if (change->first != NULL && ABS (net_m) > most_m)
    tell (lengths, change, yl_road_links_get_route_code (lengths->check->links, route), net_m,
          most_m, findings);
}

/* The order of the routes is that of their first rows. */
void
yl_year_check_lengths (const YlYearCheck *check, YlFindings *findings)
{
  const guint32 n_routes = yl_road_links_get_n_routes (check->links);
  g_autofree Change *changes = g_new0 (Change, n_routes + 1);
  Lengths lengths = {
    .check = check,
    .old_list = yl_budget_get_inventory (check->old_budget),
    .new_list = yl_budget_get_inventory (check->new_budget),
    .first_year = yl_budget_get_figures (check->old_budget)->year - 1,
    .last_year = yl_budget_get_figures (check->new_budget)->year,
    .changes = changes,
  };
  yl_rate_table_init (&lengths.old_rates, yl_budget_get_policy (check->old_budget));
  yl_rate_table_init (&lengths.new_rates, yl_budget_get_policy (check->new_budget));
  for (gsize i = 0; i < yl_road_links_get_n (check->links); i++)
    add_link (&lengths, yl_road_links_get (check->links, i));
  for (guint32 route = 0; route < n_routes; route++)
    check_route (&lengths, route, findings);
}
