#include "year-private.h"

#include "yanglu/base/keyed-hash.h"
#include "yanglu/base/order.h"

#include <string.h>

/* Bridges of both years: linked by their code, else by route and name (those alike in
 * the order of their lengths), and priced as roads are: new
 * and dropped ones and metres at the old rates, then size and class, then the rates. */

/* A bridge of one year. */
typedef struct
{
  const YlBridge *bridge;
  YlYearLine *township;
  gint64 fen;
} BridgeOfYear;

static gint64
price (YlYearWork *work, const YlYear *year, gint64 length_cm, guint size, guint road_class)
{
  const YlPolicy *policy = year->budget->policy;
  const YlPolicyValue *by_size =
      size >= YL_N_BRIDGE_SIZES ? NULL : yl_policy_find (policy, YL_GROUP_BRIDGE_RATE, "", size);
  const YlPolicyValue *by_metre =
      road_class >= YL_N_CLASSES
          ? NULL
          : yl_policy_find (policy, YL_GROUP_BRIDGE_RATE_PER_METRE, "", road_class);
  const YlYearPart part = yl_policy_get_year_part (policy);
  YlMoney metred = { 0 };
  YlMoney sized = { 0 };
  if (by_metre != NULL && !yl_money_for_part (length_cm, by_metre->value, 100, part, &metred))
    work->is_too_large = TRUE;
  if (by_size != NULL && !yl_money_for_part (1, by_size->value, 1, part, &sized))
    work->is_too_large = TRUE;
  yl_year_add (work, &metred.fen, sized.fen);
  return metred.fen;
}

static BridgeOfYear
find_side (YlYearWork *work, YlSide side, guint32 index)
{
  const YlYear *year = &work->years[side];
  if (index == YL_LINK_NONE)
    return (BridgeOfYear){ NULL, NULL, 0 };
  const YlBridgeWorking *working = &year->budget->bridges[index];
  BridgeOfYear found = {
    .bridge = &g_array_index (year->budget->entry->bridges, YlBridge, index),
    .township = yl_year_get_township (work, year, working->placement.township),
    .fen = working->by_size_fen,
  };
  yl_year_add (work, &found.fen, working->by_metre_fen);
  return found;
}

/* Of a bridge that both years have both amounts stand with the road that it is on now. */
static YlYearLine *
find_road (YlYearWork *work, const YlBridge *bridge)
{
  const guint32 route = yl_road_links_find_route (work->links, bridge->route_code);
  const guint32 known = route == YL_LINK_NONE ? YL_LINK_NONE : work->road_lines[route];
  return yl_year_get_road (work, known == YL_LINK_NONE ? yl_year_find_unrouted (work) : known);
}

static void
append_line (YlYearWork *work, const BridgeOfYear *was, const BridgeOfYear *is)
{
  const YlBridge *bridge = is->bridge != NULL ? is->bridge : was->bridge;
  const gboolean is_renamed = was->bridge != NULL && is->bridge != NULL
                              && strcmp (was->bridge->code, is->bridge->code) != 0;
  YlArena *arena = work->reconciliation->arena;
  const YlYearLine line = {
    .code = yl_arena_keep (arena, bridge->code),
    .name = yl_arena_keep (arena, bridge->name),
    .township = yl_arena_keep (arena, bridge->township),
    .previous_code = yl_arena_keep (arena, is_renamed ? was->bridge->code : ""),
    .township_code = bridge->township_code,
    .fen = { was->fen, is->fen },
    .m = { was->bridge == NULL ? 0 : yl_bridge_round_m (was->bridge->length_cm),
           is->bridge == NULL ? 0 : yl_bridge_round_m (is->bridge->length_cm) },
  };
  g_array_append_val (work->reconciliation->bridges, line);
}

typedef struct
{
  YlYearWork *work;
  YlYearLine *road;
  YlYearLine *township;
  gint64 reached_fen; /* by the steps so far */
} Steps;

static void
step_to (Steps *steps, YlYearStep step, gint64 fen)
{
  GArray *bridges = steps->work->reconciliation->bridges;
  YlYearLine *line = &g_array_index (bridges, YlYearLine, bridges->len - 1);
  const gint64 change_fen = yl_year_subtract (steps->work, fen, steps->reached_fen);
  yl_year_add_step (steps->work, steps->road, steps->township, step,
                    (YlYearAmount){ change_fen, 0 });
  yl_year_add (steps->work, &line->steps[step].amount_fen, change_fen);
  steps->reached_fen = fen;
}

static void
add_steps (Steps *steps, const BridgeOfYear *was, const BridgeOfYear *is)
{
  YlYearWork *work = steps->work;
  const YlYear *old_year = &work->years[YL_OLD];
  const YlBridge *from = was->bridge;
  const YlBridge *to = is->bridge;
  steps->reached_fen = was->fen;
  if (to == NULL)
    {
      step_to (steps, YL_YEAR_BRIDGE_DROPPED, 0);
      return;
    }
  if (from == NULL)
    step_to (steps, YL_YEAR_BRIDGE_NEW,
             price (work, old_year, to->length_cm, to->size, to->road_class));
  else
    {
      step_to (steps,
               to->length_cm > from->length_cm ? YL_YEAR_BRIDGE_LONGER : YL_YEAR_BRIDGE_SHORTER,
               price (work, old_year, to->length_cm, from->size, from->road_class));
      step_to (steps, YL_YEAR_BRIDGE_KIND,
               price (work, old_year, to->length_cm, to->size, to->road_class));
    }
  step_to (steps, YL_YEAR_BRIDGE_RATE, is->fen);
}

static void
add_bridge (YlYearWork *work, guint32 old_index, guint32 new_index)
{
  const BridgeOfYear was = find_side (work, YL_OLD, old_index);
  const BridgeOfYear is = find_side (work, YL_NEW, new_index);
  if (was.fen == 0 && is.fen == 0)
    return;
  YlYearLine *road = find_road (work, is.bridge != NULL ? is.bridge : was.bridge);
  YlYearLine *from = was.township;
  YlYearLine *to = is.township;
  yl_year_add (work, &road->fen[YL_OLD], was.fen);
  yl_year_add (work, &road->fen[YL_NEW], is.fen);
  if (from != NULL)
    yl_year_add (work, &from->fen[YL_OLD], was.fen);
  if (to != NULL)
    yl_year_add (work, &to->fen[YL_NEW], is.fen);
  yl_year_add_move (work, from, to, (YlYearAmount){ was.fen, 0 });
  append_line (work, &was, &is);
  add_steps (&(Steps){ work, road, to != NULL ? to : from, 0 }, &was, &is);
}

/* What a bridge is found again by: first all that there is, so that what did not change is itself. */
typedef enum
{
  BY_ALL,
  BY_CODE,
  BY_NAME,
  N_BRIDGE_KEYS,
} BridgeKey;

/* (transfer full) (nullable) */
static char *
make_key (const YlYearWork *work, const YlBridge *bridge, BridgeKey by)
{
  const guint32 route = yl_road_links_find_route (work->links, bridge->route_code);
  const char *code = route == YL_LINK_NONE ? bridge->route_code
                                           : yl_road_links_get_route_code (work->links, route);
  if (by == BY_ALL)
    return g_strdup_printf ("%s\t%s\t%s\t%u\t%s\t%u\t%u\t%" G_GINT64_FORMAT, bridge->code, code,
                            bridge->name, bridge->township_code, bridge->township, bridge->size,
                            bridge->road_class, bridge->length_cm);
  if (by == BY_CODE)
    return bridge->code[0] == '\0' ? NULL : g_strdup (bridge->code);
  return g_strconcat (code, "\t", bridge->name, NULL);
}

/* Of one key the shorter first, so that the order of the rows changes nothing. */
static gint
compare_bridges (gconstpointer left, gconstpointer right, gpointer bridges)
{
  const YlBridge *a = &g_array_index ((const GArray *) bridges, YlBridge, *(const guint32 *) left);
  const YlBridge *b = &g_array_index ((const GArray *) bridges, YlBridge, *(const guint32 *) right);
  const gint64 keys[][2] = { { a->length_cm, b->length_cm },
                             { a->size, b->size },
                             { a->road_class, b->road_class },
                             { a->township_code, b->township_code } };
  const int order = yl_compare_keys (keys, G_N_ELEMENTS (keys));
  return order != 0 ? order : strcmp (a->township, b->township);
}

/* A bridge of one year, and which of the other it is. */
typedef struct
{
  guint32 link; /* YL_LINK_NONE as long as it is open */
  guint next;   /* behind it the next open one of its key, from 1 */
} Link;

typedef struct
{
  const GArray *bridges;
  guint32 *order; /* indices, by compare_bridges() */
  Link *links;
} YearLinks;

static YearLinks
year_links_of (const YlYear *year)
{
  const GArray *bridges = year->budget->entry->bridges;
  const YearLinks links = { bridges, g_new (guint32, bridges->len + 1),
                            g_new (Link, bridges->len + 1) };
  for (guint32 i = 0; i < bridges->len; i++)
    {
      links.order[i] = i;
      links.links[i] = (Link){ YL_LINK_NONE, 0 };
    }
  g_qsort_with_data (links.order, (gint) bridges->len, sizeof *links.order, compare_bridges,
                     (gpointer) bridges);
  return links;
}

static void
year_links_clear (YearLinks *year)
{
  g_free (year->order);
  g_free (year->links);
}

/* (transfer full) (nullable): %NULL also of a bridge that is linked. */
static char *
make_open_key (const YlYearWork *work, const YearLinks *year, guint32 index, BridgeKey by)
{
  const gboolean is_open = year->links[index].link == YL_LINK_NONE;
  return is_open ? make_key (work, &g_array_index (year->bridges, YlBridge, index), by) : NULL;
}

static void
link_bridges (const YlYearWork *work, YearLinks *was, YearLinks *is, BridgeKey by)
{
  /* Key → the first of the open bridges, from 1; each tells the next. */
  g_autoptr (GHashTable) open =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  for (guint i = was->bridges->len; i-- > 0;)
    {
      const guint32 index = was->order[i];
      char *key = make_open_key (work, was, index, by);
      if (key == NULL)
        continue;
      was->links[index].next = GPOINTER_TO_UINT (g_hash_table_lookup (open, key));
      g_hash_table_insert (open, key, GUINT_TO_POINTER (index + 1));
    }
  for (guint i = 0; i < is->bridges->len; i++)
    {
      const guint32 index = is->order[i];
      g_autofree char *key = make_open_key (work, is, index, by);
      const guint old = key == NULL ? 0 : GPOINTER_TO_UINT (g_hash_table_lookup (open, key));
      if (old == 0)
        continue;
      Link *link = &was->links[old - 1];
      g_hash_table_insert (open, g_steal_pointer (&key), GUINT_TO_POINTER (link->next));
      is->links[index].link = old - 1;
      link->link = index;
    }
}

void
yl_year_add_bridges (YlYearWork *work)
{
  YearLinks was = year_links_of (&work->years[YL_OLD]);
  YearLinks is = year_links_of (&work->years[YL_NEW]);
  for (guint by = BY_ALL; by < N_BRIDGE_KEYS; by++)
    link_bridges (work, &was, &is, (BridgeKey) by);
  for (guint32 i = 0; i < is.bridges->len; i++)
    add_bridge (work, is.links[i].link, i);
  for (guint32 i = 0; i < was.bridges->len; i++)
    if (was.links[i].link == YL_LINK_NONE)
      add_bridge (work, i, YL_LINK_NONE);
  year_links_clear (&was);
  year_links_clear (&is);
}
