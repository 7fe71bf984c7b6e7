#include "yanglu/audit/years/road-link.h"

#include "yanglu/base/keyed-hash.h"
#include "yanglu/base/order.h"
#include "yanglu/base/ratio.h"
#include "yanglu/domain/place-code.h"

#include <stdlib.h>

/* What rows without stakes are put beside each other by, the most telling first; a level compares so many. */
enum
{
  KEY_ROUTE,
  KEY_CODE,
  KEY_TOWNSHIP,
  KEY_NAME,
  KEY_CLASS,
  KEY_FLAGS,
  KEY_LENGTH,
  KEY_MAINTAINED,
  KEY_SUBSIDISED,
  N_KEYS,
};

/* A row of one list, where the old list would have it. */
typedef struct
{
  guint32 key[N_KEYS]; /* of the previous code, when the row has moved */
  guint32 own_route;
  guint32 road;
  gint32 start_m; /* start_m < end_m, or both YL_STAKE_UNKNOWN */
  gint32 end_m;
  guint32 length_m;
  guint32 rest_m;    /* not linked yet */
  gboolean is_moved; /* it names where it was last year */
  gboolean is_linked;
} LinkRow;

typedef struct
{
  LinkRow *rows;
  gsize n;
} LinkSide;

/* Two lists while they are linked. */
typedef struct
{
  LinkSide sides[YL_N_SIDES];
  GArray *links; /* of YlRoadLink */
} Linking;

static int
compare_likeness (const LinkRow *a, const LinkRow *b, guint n_keys)
{
  for (guint key = 0; key < n_keys; key++)
    if (a->key[key] != b->key[key])
      return yl_compare_numbers (a->key[key], b->key[key]);
  return 0;
}

/* Metres of the one row are metres of the other. */
static void
add_link (Linking *linking, LinkRow *const rows[YL_N_SIDES], const guint32 m[YL_N_SIDES])
{
  YlRoadLink link = { .route = rows[YL_NEW]->own_route, .kind = YL_LINK_BOTH };
  for (guint side = 0; side < YL_N_SIDES; side++)
    {
      link.road[side] = rows[side]->road;
      link.m[side] = m[side];
      rows[side]->rest_m -= m[side];
      rows[side]->is_linked = TRUE;
    }
  g_array_append_val (linking->links, link);
}

/* A stretch of a row that is not linked yet, in stakes of the old list. */
typedef struct
{
  LinkRow *row;
  gint32 start_m; /* while it waits: since where */
  gint32 end_m;
  gboolean is_done;
} Stretch;

/* Two stretches side by side. */
typedef struct
{
  Stretch *stretches[YL_N_SIDES];
  gint32 since_m;
  gint32 until_m;
} Pair;

/* The stretches of two lists while they are paired, route by route: at most one side has some that
 * wait for one of the other side. */
typedef struct
{
  Linking *linking;
  GArray *stretches[YL_N_SIDES];  /* of Stretch, by route and stake */
  guint at[YL_N_SIDES];           /* the next of them */
  GSequence *waiting[YL_N_SIDES]; /* of Stretch, the farthest end first */
  GSequence *pairs;               /* of Pair, the nearest end first */
  GArray *rests;                  /* of Stretch: what of the old stretches was not linked */
} Pairing;

static int
compare_stretches (const Stretch *a, const Stretch *b)
{
  const gint64 keys[][2] = { { a->row->key[KEY_ROUTE], b->row->key[KEY_ROUTE] },
                             { a->start_m, b->start_m },
                             { a->end_m, b->end_m } };
  return yl_compare_keys (keys, G_N_ELEMENTS (keys));
}

static int
compare_alike (const Stretch *a, const Stretch *b)
{
  const int order = compare_stretches (a, b);
  return order != 0 ? order : compare_likeness (a->row, b->row, N_KEYS);
}

static int
compare_all (gconstpointer a, gconstpointer b)
{
  const Stretch *left = a;
  const Stretch *right = b;
  const int order = compare_alike (left, right);
  return order != 0 ? order : yl_compare_numbers (left->row->road, right->row->road);
}

/* Metres of @row up to @stake_m: a row whose length is not what its stakes say is stretched. */
static guint32
measure (const LinkRow *row, gint32 stake_m)
{
  gint64 m = 0;
  yl_ratio_scale ((gint64) stake_m - row->start_m, row->length_m,
                  (gint64) row->end_m - row->start_m, &m);
  return (guint32) m;
}

static void
link_stretches (Pairing *pairing, Stretch *const stretches[YL_N_SIDES], gint32 from_m, gint32 to_m)
{
  LinkRow *rows[YL_N_SIDES];
  guint32 m[YL_N_SIDES];
  for (guint side = 0; side < YL_N_SIDES; side++)
    {
      rows[side] = stretches[side]->row;
      m[side] = measure (rows[side], to_m) - measure (rows[side], from_m);
    }
  add_link (pairing->linking, rows, m);
}

/* Stretches between the same stakes; alike in all that is paid for, or in nothing but the place. */
static void
link_equal (Pairing *pairing, int (*compare) (const Stretch *a, const Stretch *b))
{
  GArray *const *stretches = pairing->stretches;
  guint i = 0;
  guint k = 0;
  while (i < stretches[YL_OLD]->len && k < stretches[YL_NEW]->len)
    {
      Stretch *both[] = { &g_array_index (stretches[YL_OLD], Stretch, i),
                          &g_array_index (stretches[YL_NEW], Stretch, k) };
      const int order = both[YL_OLD]->is_done   ? -1
                        : both[YL_NEW]->is_done ? 1
                                                : compare (both[YL_OLD], both[YL_NEW]);
      i += order <= 0 ? 1 : 0;
      k += order >= 0 ? 1 : 0;
      if (order != 0)
        continue;
      link_stretches (pairing, both, both[YL_OLD]->start_m, both[YL_OLD]->end_m);
      both[YL_OLD]->is_done = both[YL_NEW]->is_done = TRUE;
    }
}

static int
compare_waiting (gconstpointer a, gconstpointer b, gpointer unused)
{
  (void) unused;
  const Stretch *left = a;
  const Stretch *right = b;
  const int order = yl_compare_numbers (right->end_m, left->end_m);
  return order != 0 ? order : compare_all (a, b);
}

static int
compare_pairs (gconstpointer a, gconstpointer b, gpointer unused)
{
  (void) unused;
  const Pair *left = a;
  const Pair *right = b;
  gint64 keys[1 + YL_N_SIDES][2] = { { left->until_m, right->until_m } };
  for (guint side = 0; side < YL_N_SIDES; side++)
    {
      keys[1 + side][0] = left->stretches[side]->row->road;
      keys[1 + side][1] = right->stretches[side]->row->road;
    }
  return yl_compare_keys ((const gint64 (*)[2]) keys, G_N_ELEMENTS (keys));
}

static void
keep_rest (Pairing *pairing, const Stretch *stretch, gint32 to_m)
{
  const Stretch rest = { stretch->row, stretch->start_m, to_m, FALSE };
  if (rest.start_m < rest.end_m)
    g_array_append_val (pairing->rests, rest);
}

/* The first stretch that still reaches beyond @at_m; once the farthest does not, none does. */
static Stretch *
find_waiting (Pairing *pairing, YlSide side, gint32 at_m)
{
  GSequence *waiting = pairing->waiting[side];
  if (g_sequence_is_empty (waiting))
    return NULL;
  Stretch *first = g_sequence_get (g_sequence_get_begin_iter (waiting));
  if (first->end_m > at_m)
    return first;
  for (GSequenceIter *at = g_sequence_get_begin_iter (waiting);
       side == YL_OLD && !g_sequence_iter_is_end (at); at = g_sequence_iter_next (at))
    keep_rest (pairing, g_sequence_get (at), ((const Stretch *) g_sequence_get (at))->end_m);
  g_sequence_remove_range (g_sequence_get_begin_iter (waiting), g_sequence_get_end_iter (waiting));
  return NULL;
}

static void
pair_waiting (Pairing *pairing, gint32 at_m)
{
  while (TRUE)
    {
      Stretch *was = find_waiting (pairing, YL_OLD, at_m);
      Stretch *is = find_waiting (pairing, YL_NEW, at_m);
      if (was == NULL || is == NULL)
        return;
      for (guint side = 0; side < YL_N_SIDES; side++)
        g_sequence_remove (g_sequence_get_begin_iter (pairing->waiting[side]));
      keep_rest (pairing, was, at_m);
      const Pair pair = { { was, is }, at_m, MIN (was->end_m, is->end_m) };
      g_sequence_insert_sorted (pairing->pairs, g_memdup2 (&pair, sizeof pair), compare_pairs,
                                NULL);
    }
}

static void
await (GSequence *waiting, Stretch *stretch, gint32 since_m)
{
  stretch->start_m = since_m;
  if (stretch->start_m < stretch->end_m)
    g_sequence_insert_sorted (waiting, stretch, compare_waiting, NULL);
}

static void
end_pairs (Pairing *pairing, gint32 at_m)
{
  while (!g_sequence_is_empty (pairing->pairs))
    {
      GSequenceIter *first = g_sequence_get_begin_iter (pairing->pairs);
      const Pair pair = *(const Pair *) g_sequence_get (first);
      if (pair.until_m > at_m)
        return;
      g_sequence_remove (first);
      link_stretches (pairing, pair.stretches, pair.since_m, pair.until_m);
      for (guint side = 0; side < YL_N_SIDES; side++)
        await (pairing->waiting[side], pair.stretches[side], pair.until_m);
    }
}

/* (nullable): the next stretch of @side that is not done. */
static Stretch *
find_next (Pairing *pairing, guint side)
{
  GArray *stretches = pairing->stretches[side];
  guint *at = &pairing->at[side];
  while (*at < stretches->len && g_array_index (stretches, Stretch, *at).is_done)
    (*at)++;
  return *at < stretches->len ? &g_array_index (stretches, Stretch, *at) : NULL;
}

/* The same, if it is of @route. */
static Stretch *
find_next_of (Pairing *pairing, guint side, guint32 route)
{
  Stretch *stretch = find_next (pairing, side);
  return stretch != NULL && stretch->row->key[KEY_ROUTE] == route ? stretch : NULL;
}

static void
admit (Pairing *pairing, guint side, guint32 route, gint32 at_m)
{
  for (Stretch *stretch = find_next_of (pairing, side, route);
       stretch != NULL && stretch->start_m == at_m; stretch = find_next_of (pairing, side, route))
    {
      await (pairing->waiting[side], stretch, at_m);
      pairing->at[side]++;
    }
}

/* Where the next stretch begins or the next pair ends; G_MAXINT32 when nothing is left. */
static gint32
find_next_stake (Pairing *pairing, guint32 route)
{
  gint32 next_m = G_MAXINT32;
  for (guint side = 0; side < YL_N_SIDES; side++)
    {
      const Stretch *stretch = find_next_of (pairing, side, route);
      next_m = stretch == NULL ? next_m : MIN (next_m, stretch->start_m);
    }
  if (!g_sequence_is_empty (pairing->pairs))
    {
      const Pair *pair = g_sequence_get (g_sequence_get_begin_iter (pairing->pairs));
      next_m = MIN (next_m, pair->until_m);
    }
  return next_m;
}

/* No stake is G_MAXINT32: see YL_STAKE_MAX_M. */
static void
pair_route (Pairing *pairing, guint32 route)
{
  gint32 at_m = 0;
  while (at_m != G_MAXINT32)
    {
      at_m = find_next_stake (pairing, route);
      end_pairs (pairing, at_m);
      for (guint side = 0; side < YL_N_SIDES; side++)
        admit (pairing, side, route, at_m);
      pair_waiting (pairing, at_m);
    }
}

static void
pair_routes (Pairing *pairing)
{
  while (TRUE)
    {
      const Stretch *was = find_next (pairing, YL_OLD);
      const Stretch *is = find_next (pairing, YL_NEW);
      if (was == NULL && is == NULL)
        return;
      const guint32 old_route = was == NULL ? G_MAXUINT32 : was->row->key[KEY_ROUTE];
      const guint32 new_route = is == NULL ? G_MAXUINT32 : is->row->key[KEY_ROUTE];
      pair_route (pairing, MIN (old_route, new_route));
    }
}

static GArray *
list_stretches (const LinkSide *side, gboolean is_moved)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  for (gsize i = 0; i < side->n; i++)
    {
      LinkRow *row = &side->rows[i];
      const Stretch stretch = { row, row->start_m, row->end_m, FALSE };
      if (row->start_m != YL_STAKE_UNKNOWN && row->is_moved == is_moved)
        g_array_append_val (stretches, stretch);
    }
  g_array_sort (stretches, compare_all);
  return stretches;
}

/* Returns: (transfer full): what of @old_stretches is not linked. */
static GArray *
link_lists (Linking *linking, GArray *old_stretches, GArray *new_stretches)
{
  Pairing pairing = {
    .linking = linking,
    .stretches = { old_stretches, new_stretches },
    .waiting = { g_sequence_new (NULL), g_sequence_new (NULL) },
    .pairs = g_sequence_new (g_free),
    .rests = g_array_new (FALSE, FALSE, sizeof (Stretch)),
  };
  link_equal (&pairing, compare_alike);
  link_equal (&pairing, compare_stretches);
  pair_routes (&pairing);
  for (guint side = 0; side < YL_N_SIDES; side++)
    g_sequence_free (pairing.waiting[side]);
  g_sequence_free (pairing.pairs);
  g_array_sort (pairing.rests, compare_all);
  return pairing.rests;
}

/* First the new rows that have moved, then the others. */
static void
link_by_stakes (Linking *linking)
{
  g_autoptr (GArray) old_stretches = list_stretches (&linking->sides[YL_OLD], FALSE);
  g_autoptr (GArray) moved_stretches = list_stretches (&linking->sides[YL_NEW], TRUE);
  g_autoptr (GArray) own_stretches = list_stretches (&linking->sides[YL_NEW], FALSE);
  g_autoptr (GArray) old_rests = link_lists (linking, old_stretches, moved_stretches);
  g_autoptr (GArray) unlinked = link_lists (linking, old_rests, own_stretches);
}

/* How many keys have to be equal, from the most alike to the least. */
static const guint levels[] = { N_KEYS, KEY_FLAGS, KEY_TOWNSHIP, KEY_CODE };

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const LinkRow *const *left = a;
  const LinkRow *const *right = b;
  const int order = compare_likeness (*left, *right, N_KEYS);
  return order != 0 ? order : yl_compare_numbers ((*left)->road, (*right)->road);
}

/* The rows of @side with or without stakes that still have metres, or have no link, by their keys. */
static GPtrArray *
list_rows (const LinkSide *side, gboolean is_staked)
{
  GPtrArray *rows = g_ptr_array_new ();
  for (gsize i = 0; i < side->n; i++)
    {
      LinkRow *row = &side->rows[i];
      if ((row->start_m != YL_STAKE_UNKNOWN) == is_staked && (row->rest_m > 0 || !row->is_linked))
        g_ptr_array_add (rows, row);
    }
  g_ptr_array_sort (rows, compare_rows);
  return rows;
}

/* A row of no length has nothing to link but itself. */
static gboolean
is_spent (const LinkRow *row, guint n_keys)
{
  return row->rest_m == 0 && (row->is_linked || n_keys < N_KEYS);
}

static void
link_level (Linking *linking, GPtrArray *old_rows, GPtrArray *new_rows, guint n_keys)
{
  guint i = 0;
  guint k = 0;
  while (i < old_rows->len && k < new_rows->len)
    {
      LinkRow *was = g_ptr_array_index (old_rows, i);
      LinkRow *is = g_ptr_array_index (new_rows, k);
      const int order = is_spent (was, n_keys)  ? -1
                        : is_spent (is, n_keys) ? 1
                                                : compare_likeness (was, is, n_keys);
      const guint32 m = MIN (was->rest_m, is->rest_m);
      if (order == 0)
        add_link (linking, (LinkRow *[]){ was, is }, (guint32[]){ m, m });
      i += order < 0 || (order == 0 && was->rest_m == 0) ? 1 : 0;
      k += order > 0 || (order == 0 && is->rest_m == 0) ? 1 : 0;
    }
}

static void
link_rows (Linking *linking, gboolean is_old_staked, gboolean is_new_staked)
{
  g_autoptr (GPtrArray) old_rows = list_rows (&linking->sides[YL_OLD], is_old_staked);
  g_autoptr (GPtrArray) new_rows = list_rows (&linking->sides[YL_NEW], is_new_staked);
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    link_level (linking, old_rows, new_rows, levels[i]);
}

/* What is left, where one of the two has no stakes. */
static void
link_by_code (Linking *linking)
{
  link_rows (linking, FALSE, FALSE);
  link_rows (linking, FALSE, TRUE);
  link_rows (linking, TRUE, FALSE);
}

/* What the two lists share while rows are understood: one number for one text. */
typedef struct
{
  YlRoadLinks *links;
  YlTextPool *texts;
} Naming;

static guint32
number_route (YlRoadLinks *links, const char *key)
{
  const guint known = GPOINTER_TO_UINT (g_hash_table_lookup (links->numbers, key));
  if (known != 0)
    return known - 1;
  char *own = yl_arena_keep (links->arena, key);
  g_ptr_array_add (links->routes, own);
  g_hash_table_insert (links->numbers, own, GUINT_TO_POINTER (links->routes->len));
  return links->routes->len - 1;
}

/* The code with the present code of its county. */
static char *
renew_code (const YlRoadLinks *links, const char *code)
{
  const guint32 county = yl_route_code_find_county (yl_text_of (code));
  const guint32 renewed = yl_places_renew (links->places, county);
  return renewed == county
             ? g_strdup (code)
             : g_strdup_printf ("%.4s%06u%s", code, renewed, code + YL_ROUTE_CODE_CHARACTERS);
}

static char *
cut_to_route (const YlRoadLinks *links, const char *code)
{
  char *key = renew_code (links, code);
  if (yl_route_code_find_county (yl_text_of (key)) != 0)
    key[YL_ROUTE_CODE_CHARACTERS] = '\0';
  return key;
}

/* Rows without a code: a key that no code can be. */
static char *
describe (const YlInventory *list, const YlRoad *road)
{
  return g_strdup_printf (
      "\t%u\t%u\t%s\t%s\t%s", road->road_class, road->township_code,
      road->township_code != 0 ? "" : yl_inventory_get_text (list, road->township),
      yl_inventory_get_text (list, road->village), yl_inventory_get_text (list, road->route_name));
}

static guint32
find_own_route (const Naming *naming, const YlInventory *list, const YlRoad *road)
{
  const char *code = yl_inventory_get_text (list, road->route_code);
  g_autofree char *key =
      code[0] != '\0' ? cut_to_route (naming->links, code) : describe (list, road);
  return number_route (naming->links, key);
}

static guint32
number_text (const Naming *naming, const YlInventory *list, YlTextId id)
{
  return yl_text_pool_add (naming->texts, yl_text_of (yl_inventory_get_text (list, id)));
}

static guint32
number_code (const Naming *naming, const YlInventory *list, YlTextId id)
{
  g_autofree char *code = renew_code (naming->links, yl_inventory_get_text (list, id));
  return yl_text_pool_add (naming->texts, yl_text_of (code));
}

/* A township is its code; only without one, its name. */
static guint32
number_township (const Naming *naming, const YlInventory *list, const YlRoad *road)
{
  if (road->township_code == 0)
    return number_text (naming, list, road->township);
  g_autofree char *code = g_strdup_printf ("%u", road->township_code);
  return yl_text_pool_add (naming->texts, yl_text_of (code));
}

static void
set_stakes (LinkRow *row, gint32 start_m, gint32 end_m)
{
  const gboolean is_known =
      start_m != YL_STAKE_UNKNOWN && end_m != YL_STAKE_UNKNOWN && start_m != end_m;
  row->start_m = is_known ? MIN (start_m, end_m) : YL_STAKE_UNKNOWN;
  row->end_m = is_known ? MAX (start_m, end_m) : YL_STAKE_UNKNOWN;
}

static LinkRow
understand (const Naming *naming, const YlInventory *list, gsize index)
{
  const YlRoad *road = yl_inventory_get_road (list, index);
  const guint32 route = find_own_route (naming, list, road);
  LinkRow row = {
    .key = {
      [KEY_ROUTE] = route,
      [KEY_CODE] = number_code (naming, list, road->route_code),
      [KEY_TOWNSHIP] = number_township (naming, list, road),
      [KEY_NAME] = number_text (naming, list, road->route_name),
      [KEY_CLASS] = road->road_class,
      [KEY_FLAGS] = road->flags & (YL_ROAD_DUPLICATE | YL_ROAD_DEAD_END | YL_ROAD_URBAN | YL_ROAD_TRACK),
      [KEY_LENGTH] = road->length_m,
      [KEY_MAINTAINED] = road->maintained_m,
      [KEY_SUBSIDISED] = road->subsidised_m,
    },
    .own_route = route,
    .road = (guint32) index,
    .length_m = road->length_m,
    .rest_m = road->length_m,
  };
  set_stakes (&row, road->start_m, road->end_m);
  return row;
}

/* A new row that says where it was: an old list without such a route makes it say nothing. */
static void
move_back (const Naming *naming, const YlInventory *list, guint32 n_old_routes, LinkRow *row)
{
  const YlRoad *road = yl_inventory_get_road (list, row->road);
  const char *code = yl_inventory_get_text (list, road->previous_code);
  if (code[0] == '\0')
    return;
  g_autofree char *key = cut_to_route (naming->links, code);
  const guint route = GPOINTER_TO_UINT (g_hash_table_lookup (naming->links->numbers, key));
  if (route == 0 || route > n_old_routes)
    return;
  row->is_moved = TRUE;
  row->key[KEY_ROUTE] = route - 1;
  row->key[KEY_CODE] = number_code (naming, list, road->previous_code);
  if (road->previous_start_m != YL_STAKE_UNKNOWN && road->previous_end_m != YL_STAKE_UNKNOWN)
    set_stakes (row, road->previous_start_m, road->previous_end_m);
}

/* @n_old_routes: (nullable): routes that the old list has, when @list is the new one */
static LinkRow *
understand_list (const Naming *naming, const YlInventory *list, const guint32 *n_old_routes)
{
  const gsize n = yl_inventory_get_n_roads (list);
  LinkRow *rows = g_new0 (LinkRow, n + 1);
  for (gsize i = 0; i < n; i++)
    {
      rows[i] = understand (naming, list, i);
      if (n_old_routes != NULL)
        move_back (naming, list, *n_old_routes, &rows[i]);
    }
  return rows;
}

static void
add_rests (Linking *linking, YlSide side, guint n_routes)
{
  static const YlLinkKind of_known[] = { YL_LINK_SHORTER, YL_LINK_LONGER };
  static const YlLinkKind of_unknown[] = { YL_LINK_DROPPED, YL_LINK_NEW };
  const LinkSide *rows = &linking->sides[side];
  /* Which routes have a link on this side: what is left of those is longer or shorter. */
  g_autofree gboolean *is_known = g_new0 (gboolean, n_routes + 1);
  for (gsize i = 0; i < rows->n; i++)
    if (rows->rows[i].is_linked)
      is_known[rows->rows[i].own_route] = TRUE;
  for (gsize i = 0; i < rows->n; i++)
    {
      const LinkRow *row = &rows->rows[i];
      if (row->rest_m == 0 && row->is_linked)
        continue;
      YlRoadLink link = { .road = { YL_LINK_NONE, YL_LINK_NONE }, .route = row->own_route };
      link.road[side] = row->road;
      link.m[side] = row->rest_m;
      link.kind = (guint8) (is_known[row->own_route] ? of_known : of_unknown)[side];
      g_array_append_val (linking->links, link);
    }
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  const YlRoadLink *left = a;
  const YlRoadLink *right = b;
  const gint64 keys[][2] = { { left->road[YL_NEW], right->road[YL_NEW] },
                             { left->road[YL_OLD], right->road[YL_OLD] },
                             { left->m[YL_OLD], right->m[YL_OLD] },
                             { left->m[YL_NEW], right->m[YL_NEW] } };
  return yl_compare_keys (keys, G_N_ELEMENTS (keys));
}

YlRoadLinks *
yl_road_links_make (const YlInventory *old_list,
                    const YlInventory *new_list,
                    const YlPlaces *places)
{
  YlRoadLinks *links = yl_arena_new_record (sizeof *links);
  links->places = places;
  links->links = yl_arena_array (links->arena, sizeof (YlRoadLink));
  links->numbers = yl_arena_own (links->arena, g_hash_table_new (yl_keyed_str_hash, g_str_equal),
                                 (GDestroyNotify) g_hash_table_unref);
  links->routes =
      yl_arena_own (links->arena, g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  const Naming naming = { links, texts };
  g_autofree LinkRow *old_rows = understand_list (&naming, old_list, NULL);
  const guint32 n_old_routes = links->routes->len;
  g_autofree LinkRow *new_rows = understand_list (&naming, new_list, &n_old_routes);
  Linking linking = { { { old_rows, yl_inventory_get_n_roads (old_list) },
                        { new_rows, yl_inventory_get_n_roads (new_list) } },
                      links->links };
  link_by_stakes (&linking);
  link_by_code (&linking);
  add_rests (&linking, YL_OLD, links->routes->len);
  add_rests (&linking, YL_NEW, links->routes->len);
  g_array_sort (links->links, compare_links);
  return links;
}

guint32
yl_road_links_find_route (const YlRoadLinks *links, const char *code)
{
  g_autofree char *key = cut_to_route (links, code);
  const guint route = GPOINTER_TO_UINT (g_hash_table_lookup (links->numbers, key));
  return route == 0 ? YL_LINK_NONE : route - 1;
}

const char *
yl_road_links_get_route_code (const YlRoadLinks *links, guint32 route)
{
  const char *key = g_ptr_array_index (links->routes, route);
  return key[0] == '\t' ? "" : key;
}
