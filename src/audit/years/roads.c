#include "year-private.h"

#include "yanglu/calc/counted.h"

#include <string.h>

/* A linked piece of a section in one year: the metres that the policy pays by, what as. */
typedef struct
{
  const YlRoad *road; /* NULL: the piece was not there */
  gint64 paid_m;
} Piece;

/* Where the steps of a link go. */
typedef struct
{
  YlYearWork *work;
  YlYearLine *road;
  YlYearLine *township;
} StepPlace;

static gint64
get_basis_m (const YlYear *year, const YlRoad *road)
{
  const guint32 m = yl_rate_table_get_paid_m (&year->rates, road, year->rates.basis);
  return m == YL_METRES_UNKNOWN ? 0 : m;
}

/* The share of a row's paid metres that falls to its next @listed_m; the last piece takes the rest. */
static Piece
cut_piece (const YlYear *year, guint32 index, guint32 listed_m)
{
  if (index == YL_LINK_NONE)
    return (Piece){ NULL, 0 };
  const YlRoad *road = yl_inventory_get_road (year->inventory, index);
  YlYearPieces *pieces = &year->pieces[index];
  const gint64 basis_m = get_basis_m (year, road);
  gint64 so_far_m = basis_m;
  pieces->listed_m += listed_m;
  if (road->length_m != 0)
    yl_ratio_scale (basis_m, pieces->listed_m, road->length_m, &so_far_m);
  const Piece piece = { road, so_far_m - pieces->paid_m };
  pieces->paid_m = so_far_m;
  return piece;
}

static YlRateKind
get_kind (const YlRoad *as_class, const YlRoad *as_counted)
{
  YlRoad road = *as_counted;
  road.road_class = as_class->road_class;
  return yl_counted_get_rate_kind (&road);
}

static void
add (const StepPlace *place, YlYearStep step, gint64 from_fen, gint64 to_fen, gint64 length_m)
{
  const gint64 amount_fen = yl_year_subtract (place->work, to_fen, from_fen);
  yl_year_add_step (place->work, place->road, place->township, step,
                    (YlYearAmount){ amount_fen, length_m });
}

/* How far a change of the listed length explains that of the paid metres. */
static gint64
lengthen (gint64 old_paid_m, gint64 new_paid_m, gint64 longer_m)
{
  if (longer_m >= 0)
    return MIN (old_paid_m + longer_m, MAX (old_paid_m, new_paid_m));
  return MAX (old_paid_m + longer_m, MIN (old_paid_m, new_paid_m));
}

/* A piece that both years have. */
static void
add_changes (const StepPlace *place, const YlRoadLink *link, const Piece *was, const Piece *is)
{
  YlYearWork *work = place->work;
  const YlRate *rates = work->years[YL_OLD].rates.rate;
  const YlRateKind old_kind = yl_counted_get_rate_kind (was->road);
  const YlRateKind counted_kind = get_kind (was->road, is->road);
  const YlRateKind new_kind = yl_counted_get_rate_kind (is->road);
  const gint64 long_m =
      lengthen (was->paid_m, is->paid_m, (gint64) link->m[YL_NEW] - (gint64) link->m[YL_OLD]);
  const gint64 old_fen = yl_year_price (work, was->paid_m, rates[old_kind]);
  const gint64 long_fen = yl_year_price (work, long_m, rates[old_kind]);
  const gint64 counted_fen = yl_year_price (work, is->paid_m, rates[counted_kind]);
  const gint64 classed_fen = yl_year_price (work, is->paid_m, rates[new_kind]);
  const gint64 new_fen = yl_year_price (work, is->paid_m, work->years[YL_NEW].rates.rate[new_kind]);
  add (place, long_m >= was->paid_m ? YL_YEAR_LONGER : YL_YEAR_SHORTER, old_fen, long_fen,
       long_m - was->paid_m);
  add (place, YL_YEAR_COUNTING, long_fen, counted_fen, is->paid_m - long_m);
  add (place, YL_YEAR_CLASS, counted_fen, classed_fen,
       was->road->road_class != is->road->road_class ? is->paid_m : 0);
  add (place, YL_YEAR_RATE, classed_fen, new_fen, classed_fen != new_fen ? is->paid_m : 0);
}

static void
add_arrival (const StepPlace *place, YlYearStep step, const Piece *is)
{
  YlYearWork *work = place->work;
  const YlRateKind kind = yl_counted_get_rate_kind (is->road);
  const gint64 at_old_fen = yl_year_price (work, is->paid_m, work->years[YL_OLD].rates.rate[kind]);
  const gint64 at_new_fen = yl_year_price (work, is->paid_m, work->years[YL_NEW].rates.rate[kind]);
  add (place, step, 0, at_old_fen, is->paid_m);
  add (place, YL_YEAR_RATE, at_old_fen, at_new_fen, at_old_fen != at_new_fen ? is->paid_m : 0);
}

static void
add_departure (const StepPlace *place, YlYearStep step, const Piece *was)
{
  const YlRateKind kind = yl_counted_get_rate_kind (was->road);
  const gint64 fen =
      yl_year_price (place->work, was->paid_m, place->work->years[YL_OLD].rates.rate[kind]);
  add (place, step, fen, 0, -was->paid_m);
}

static void
add_steps (const StepPlace *place, const YlRoadLink *link, const Piece *was, const Piece *is)
{
  switch ((YlLinkKind) link->kind)
    {
    case YL_LINK_NEW:
      add_arrival (place, YL_YEAR_NEW, is);
      break;
    case YL_LINK_LONGER:
      add_arrival (place, YL_YEAR_LONGER, is);
      break;
    case YL_LINK_DROPPED:
      add_departure (place, YL_YEAR_DROPPED, was);
      break;
    case YL_LINK_SHORTER:
      add_departure (place, YL_YEAR_SHORTER, was);
      break;
    case YL_LINK_UNREAD:
      if (is->road != NULL)
        add_arrival (place, YL_YEAR_UNREAD, is);
      else
        add_departure (place, YL_YEAR_UNREAD, was);
      break;
    case YL_LINK_BOTH:
    default:
      add_changes (place, link, was, is);
    }
}

static YlYearLine *
find_township (const YlYearWork *work, YlSide side, guint32 index)
{
  if (index == YL_LINK_NONE)
    return NULL;
  const YlYear *year = &work->years[side];
  const YlRoadWorking *working = &year->budget->roads[index];
  return yl_year_get_township (work, year, working->placement.township);
}

/* Money and metres of one year, on the line of the road and on that of its township. */
static void
count (YlYearWork *work, YlSide side, guint32 line, guint32 index, YlYearAmount amount)
{
  YlYearLine *lines[] = { yl_year_get_road (work, line), find_township (work, side, index) };
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      yl_year_add (work, &lines[i]->fen[side], amount.amount_fen);
      yl_year_add (work, &lines[i]->m[side], amount.length_m);
    }
}

/* What the piece comes to in its year. */
static gint64
count_piece (YlYearWork *work, YlSide side, guint32 index, guint32 line, const Piece *piece)
{
  if (piece->road == NULL)
    return 0;
  const YlYear *year = &work->years[side];
  const YlRateKind kind = yl_counted_get_rate_kind (piece->road);
  const gint64 fen = yl_year_price (work, piece->paid_m, year->rates.rate[kind]);
  count (work, side, line, index, (YlYearAmount){ fen, piece->paid_m });
  yl_year_add (work, &year->pieces[index].amount_fen, fen);
  year->pieces[index].line = line;
  return fen;
}

static void
note_previous_code (YlYearWork *work, const YlRoadLink *link, guint32 line, const Piece *was)
{
  if (link->kind != YL_LINK_BOTH)
    return;
  const char *code = yl_inventory_get_text (work->years[YL_OLD].inventory, was->road->route_code);
  const guint32 route =
      code[0] == '\0' ? YL_LINK_NONE : yl_road_links_find_route (work->links, code);
  YlYearLine *road = yl_year_get_road (work, line);
  if (route == YL_LINK_NONE || road->previous_code[0] != '\0')
    return;
  const char *now = yl_road_links_get_route_code (work->links, link->route);
  /* As it was written, when only the code of the county was replaced since. */
  const YlInventory *list = work->years[YL_NEW].inventory;
  const char *written =
      yl_inventory_get_text (list, yl_inventory_get_road (list, link->road[YL_NEW])->route_code);
  const gboolean is_renewed =
      route == link->route && !g_str_has_prefix (code, now) && g_str_has_prefix (written, now);
  if (route == link->route && !is_renewed)
    return;
  const char *then = is_renewed ? code : yl_road_links_get_route_code (work->links, route);
  road->previous_code = yl_arena_print (work->reconciliation->arena, "%.*s",
                                        is_renewed ? (int) strlen (now) : -1, then);
}

static gboolean
has_stakes (const YlRoad *road)
{
  return road->start_m != YL_STAKE_UNKNOWN && road->end_m != YL_STAKE_UNKNOWN;
}

static void
add_link (YlYearWork *work, const YlRoadLink *link)
{
  const Piece was = cut_piece (&work->years[YL_OLD], link->road[YL_OLD], link->m[YL_OLD]);
  const Piece is = cut_piece (&work->years[YL_NEW], link->road[YL_NEW], link->m[YL_NEW]);
  const YlSide known = is.road != NULL ? YL_NEW : YL_OLD;
  const YlRoad *road = is.road != NULL ? is.road : was.road;
  const guint32 line = yl_year_find_road (work, &work->years[known], link->route, road);
  note_previous_code (work, link, line, &was);
  if (link->kind == YL_LINK_BOTH && (!has_stakes (was.road) || !has_stakes (is.road)))
    yl_year_get_road (work, line)->is_netted = TRUE;
  const gint64 old_fen = count_piece (work, YL_OLD, link->road[YL_OLD], line, &was);
  count_piece (work, YL_NEW, link->road[YL_NEW], line, &is);
  YlYearLine *from = find_township (work, YL_OLD, link->road[YL_OLD]);
  YlYearLine *to = find_township (work, YL_NEW, link->road[YL_NEW]);
  const StepPlace place = { work, yl_year_get_road (work, line), to != NULL ? to : from };
  /* A road has only the metres that moved. */
  if (from != NULL && to != NULL && from != to)
    yl_year_add_step (work, place.road, NULL, YL_YEAR_MOVED, (YlYearAmount){ 0, was.paid_m });
  yl_year_add_move (work, from, to, (YlYearAmount){ old_fen, was.paid_m });
  add_steps (&place, link, &was, &is);
}

/* A row is rounded as a whole: what its pieces, each rounded, miss of it. */
static void
add_rounding (YlYearWork *work, YlSide side)
{
  const YlYear *year = &work->years[side];
  for (guint32 i = 0; i < yl_inventory_get_n_roads (year->inventory); i++)
    {
      const YlYearPieces *pieces = &year->pieces[i];
      const gint64 amount_fen = year->budget->roads[i].amount_fen;
      const gint64 missed_fen = yl_year_subtract (work, amount_fen, pieces->amount_fen);
      if (missed_fen == 0)
        continue;
      count (work, side, pieces->line, i, (YlYearAmount){ missed_fen, 0 });
      yl_year_add_step (work, yl_year_get_road (work, pieces->line), find_township (work, side, i),
                        YL_YEAR_ROUNDING,
                        (YlYearAmount){ side == YL_OLD ? -missed_fen : missed_fen, 0 });
    }
}

void
yl_year_add_roads (YlYearWork *work)
{
  for (gsize i = 0; i < work->links->links->len; i++)
    add_link (work, &g_array_index (work->links->links, YlRoadLink, i));
  add_rounding (work, YL_OLD);
  add_rounding (work, YL_NEW);
}
