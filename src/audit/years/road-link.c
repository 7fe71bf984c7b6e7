#include "yanglu/audit/years/road-link.h"

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
  LinkSide old_side;
  LinkSide new_side;
  GArray *links; /* of YlRoadLink */
} Linking;

static int
compare_numbers (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

static int
compare_keys (const LinkRow *a, const LinkRow *b, guint n_keys)
{
  for (guint key = 0; key < n_keys; key++)
    if (a->key[key] != b->key[key])
      return compare_numbers (a->key[key], b->key[key]);
  return 0;
}

/* Metres of @old_row are metres of @new_row. */
static void
add_link (Linking *linking, LinkRow *old_row, LinkRow *new_row, guint32 old_m, guint32 new_m)
{
  const YlRoadLink link = {
    .old_road = old_row->road,
    .new_road = new_row->road,
    .old_m = old_m,
    .new_m = new_m,
    .route = new_row->own_route,
    .kind = YL_LINK_BOTH,
  };
  g_array_append_val (linking->links, link);
  old_row->rest_m -= old_m;
  new_row->rest_m -= new_m;
  old_row->is_linked = TRUE;
  new_row->is_linked = TRUE;
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
  Stretch *old_stretch;
  Stretch *new_stretch;
  gint32 since_m;
  gint32 until_m;
} Pair;

/* The stretches of one route while they are paired: at most one side has some that wait for one of
 * the other side. */
typedef struct
{
  Linking *linking;
  GSequence *old_waiting; /* of Stretch, the farthest end first */
  GSequence *new_waiting;
  GSequence *pairs; /* of Pair, the nearest end first */
  GArray *rests;    /* of Stretch: what of the old stretches was not linked */
} Pairing;

static int
compare_stretches (const Stretch *a, const Stretch *b)
{
  int order = compare_numbers (a->row->key[KEY_ROUTE], b->row->key[KEY_ROUTE]);
  if (order == 0)
    order = compare_numbers (a->start_m, b->start_m);
  return order != 0 ? order : compare_numbers (a->end_m, b->end_m);
}

static int
compare_likeness (const Stretch *a, const Stretch *b)
{
  const int order = compare_stretches (a, b);
  return order != 0 ? order : compare_keys (a->row, b->row, N_KEYS);
}

static int
compare_all (gconstpointer a, gconstpointer b)
{
  const Stretch *left = a;
  const Stretch *right = b;
  const int order = compare_likeness (left, right);
  return order != 0 ? order : compare_numbers (left->row->road, right->row->road);
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
link_stretch (
    Pairing *pairing, Stretch *old_stretch, Stretch *new_stretch, gint32 from_m, gint32 to_m)
{
  LinkRow *old_row = old_stretch->row;
  LinkRow *new_row = new_stretch->row;
  add_link (pairing->linking, old_row, new_row, measure (old_row, to_m) - measure (old_row, from_m),
            measure (new_row, to_m) - measure (new_row, from_m));
}

/* Stretches between the same stakes; alike in all that is paid for, or in nothing but the place. */
static void
link_equal (Pairing *pairing,
            GArray *old_stretches,
            GArray *new_stretches,
            int (*compare) (const Stretch *a, const Stretch *b))
{
  guint i = 0;
  guint k = 0;
  while (i < old_stretches->len && k < new_stretches->len)
    {
      Stretch *old_stretch = &g_array_index (old_stretches, Stretch, i);
      Stretch *new_stretch = &g_array_index (new_stretches, Stretch, k);
      const int order = old_stretch->is_done   ? -1
                        : new_stretch->is_done ? 1
                                               : compare (old_stretch, new_stretch);
      i += order <= 0 ? 1 : 0;
      k += order >= 0 ? 1 : 0;
      if (order != 0)
        continue;
      link_stretch (pairing, old_stretch, new_stretch, old_stretch->start_m, old_stretch->end_m);
      old_stretch->is_done = TRUE;
      new_stretch->is_done = TRUE;
    }
}

static int
compare_waiting (gconstpointer a, gconstpointer b, gpointer unused)
{
  (void) unused;
  const Stretch *left = a;
  const Stretch *right = b;
  const int order = compare_numbers (right->end_m, left->end_m);
  return order != 0 ? order : compare_all (a, b);
}

static int
compare_pairs (gconstpointer a, gconstpointer b, gpointer unused)
{
  (void) unused;
  const Pair *left = a;
  const Pair *right = b;
  int order = compare_numbers (left->until_m, right->until_m);
  if (order == 0)
    order = compare_numbers (left->old_stretch->row->road, right->old_stretch->row->road);
  return order != 0 ? order
                    : compare_numbers (left->new_stretch->row->road, right->new_stretch->row->road);
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
find_waiting (Pairing *pairing, GSequence *waiting, gint32 at_m)
{
  if (g_sequence_is_empty (waiting))
    return NULL;
  Stretch *first = g_sequence_get (g_sequence_get_begin_iter (waiting));
  if (first->end_m > at_m)
    return first;
  for (GSequenceIter *at = g_sequence_get_begin_iter (waiting); !g_sequence_iter_is_end (at);
       at = g_sequence_iter_next (at))
    if (waiting == pairing->old_waiting)
      keep_rest (pairing, g_sequence_get (at), ((const Stretch *) g_sequence_get (at))->end_m);
  g_sequence_remove_range (g_sequence_get_begin_iter (waiting), g_sequence_get_end_iter (waiting));
  return NULL;
}

static void
pair_waiting (Pairing *pairing, gint32 at_m)
{
  while (TRUE)
    {
      Stretch *old_stretch = find_waiting (pairing, pairing->old_waiting, at_m);
      Stretch *new_stretch = find_waiting (pairing, pairing->new_waiting, at_m);
      if (old_stretch == NULL || new_stretch == NULL)
        return;
      g_sequence_remove (g_sequence_get_begin_iter (pairing->old_waiting));
      g_sequence_remove (g_sequence_get_begin_iter (pairing->new_waiting));
      keep_rest (pairing, old_stretch, at_m);
      Pair *pair = g_new (Pair, 1);
      *pair =
          (Pair){ old_stretch, new_stretch, at_m, MIN (old_stretch->end_m, new_stretch->end_m) };
      g_sequence_insert_sorted (pairing->pairs, pair, compare_pairs, NULL);
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
      link_stretch (pairing, pair.old_stretch, pair.new_stretch, pair.since_m, pair.until_m);
      await (pairing->old_waiting, pair.old_stretch, pair.until_m);
      await (pairing->new_waiting, pair.new_stretch, pair.until_m);
    }
}

/* The next stretch of @stretches that is not done, if it is of @route. */
static Stretch *
find_next (GArray *stretches, guint *at, guint32 route)
{
  while (*at < stretches->len && g_array_index (stretches, Stretch, *at).is_done)
    (*at)++;
  Stretch *stretch = *at < stretches->len ? &g_array_index (stretches, Stretch, *at) : NULL;
  return stretch != NULL && stretch->row->key[KEY_ROUTE] == route ? stretch : NULL;
}

/* The stretches of one side in the order in which they are paired. */
typedef struct
{
  GArray *stretches; /* of Stretch, by route and stake */
  guint at;
} StretchQueue;

static void
admit (StretchQueue *queue, guint32 route, gint32 at_m, GSequence *waiting)
{
  for (Stretch *stretch = find_next (queue->stretches, &queue->at, route);
       stretch != NULL && stretch->start_m == at_m;
       stretch = find_next (queue->stretches, &queue->at, route))
    {
      await (waiting, stretch, at_m);
      queue->at++;
    }
}

/* Where the next stretch begins or the next pair ends; G_MAXINT32 when nothing is left. */
static gint32
find_next_stake (const Pairing *pairing, const Stretch *old_stretch, const Stretch *new_stretch)
{
  gint32 next_m = G_MAXINT32;
  if (old_stretch != NULL)
    next_m = MIN (next_m, old_stretch->start_m);
  if (new_stretch != NULL)
    next_m = MIN (next_m, new_stretch->start_m);
  if (!g_sequence_is_empty (pairing->pairs))
    {
      const Pair *pair = g_sequence_get (g_sequence_get_begin_iter (pairing->pairs));
      next_m = MIN (next_m, pair->until_m);
    }
  return next_m;
}

/* No stake is G_MAXINT32: see YL_STAKE_MAX_M. */
static void
pair_route (Pairing *pairing, StretchQueue *old_queue, StretchQueue *new_queue, guint32 route)
{
  gint32 at_m = 0;
  while (at_m != G_MAXINT32)
    {
      at_m = find_next_stake (pairing, find_next (old_queue->stretches, &old_queue->at, route),
                              find_next (new_queue->stretches, &new_queue->at, route));
      end_pairs (pairing, at_m);
      admit (old_queue, route, at_m, pairing->old_waiting);
      admit (new_queue, route, at_m, pairing->new_waiting);
      pair_waiting (pairing, at_m);
    }
}

static void
pair_routes (Pairing *pairing, GArray *old_stretches, GArray *new_stretches)
{
  StretchQueue old_queue = { old_stretches, 0 };
  StretchQueue new_queue = { new_stretches, 0 };
  while (old_queue.at < old_stretches->len || new_queue.at < new_stretches->len)
    {
      guint32 route = G_MAXUINT32;
      if (old_queue.at < old_stretches->len)
        route = g_array_index (old_stretches, Stretch, old_queue.at).row->key[KEY_ROUTE];
      if (new_queue.at < new_stretches->len)
        route =
            MIN (route, g_array_index (new_stretches, Stretch, new_queue.at).row->key[KEY_ROUTE]);
      pair_route (pairing, &old_queue, &new_queue, route);
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
    .old_waiting = g_sequence_new (NULL),
    .new_waiting = g_sequence_new (NULL),
    .pairs = g_sequence_new (g_free),
    .rests = g_array_new (FALSE, FALSE, sizeof (Stretch)),
  };
  link_equal (&pairing, old_stretches, new_stretches, compare_likeness);
  link_equal (&pairing, old_stretches, new_stretches, compare_stretches);
  pair_routes (&pairing, old_stretches, new_stretches);
  g_sequence_free (pairing.old_waiting);
  g_sequence_free (pairing.new_waiting);
  g_sequence_free (pairing.pairs);
  g_array_sort (pairing.rests, compare_all);
  return pairing.rests;
}

/* First the new rows that have moved, then the others. */
static void
link_by_stakes (Linking *linking)
{
  g_autoptr (GArray) old_stretches = list_stretches (&linking->old_side, FALSE);
  g_autoptr (GArray) moved_stretches = list_stretches (&linking->new_side, TRUE);
  g_autoptr (GArray) own_stretches = list_stretches (&linking->new_side, FALSE);
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
  const int order = compare_keys (*left, *right, N_KEYS);
  return order != 0 ? order : compare_numbers ((*left)->road, (*right)->road);
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
      LinkRow *old_row = g_ptr_array_index (old_rows, i);
      LinkRow *new_row = g_ptr_array_index (new_rows, k);
      const int order = is_spent (old_row, n_keys)   ? -1
                        : is_spent (new_row, n_keys) ? 1
                                                     : compare_keys (old_row, new_row, n_keys);
      if (order == 0)
        {
          const guint32 m = MIN (old_row->rest_m, new_row->rest_m);
          add_link (linking, old_row, new_row, m, m);
        }
      i += order < 0 || (order == 0 && old_row->rest_m == 0) ? 1 : 0;
      k += order > 0 || (order == 0 && new_row->rest_m == 0) ? 1 : 0;
    }
}

static void
link_rows (Linking *linking, gboolean is_old_staked, gboolean is_new_staked)
{
  g_autoptr (GPtrArray) old_rows = list_rows (&linking->old_side, is_old_staked);
  g_autoptr (GPtrArray) new_rows = list_rows (&linking->new_side, is_new_staked);
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

/* Letter, three characters, six digits of the county; a longer section code begins with it. */
#define N_ROUTE_CHARACTERS 10

struct _YlRoadLinks
{
  GArray *links;          /* of YlRoadLink */
  GHashTable *routes;     /* key → number + 1; keys belong to `keys` */
  GPtrArray *keys;        /* (element-type utf8): by number */
  const YlPlaces *places; /* (nullable) */
};

/* What the two lists share while rows are understood: one number for one text. */
typedef struct
{
  YlRoadLinks *links;
  YlTextPool *texts;
} Naming;

static guint32
number_route (YlRoadLinks *links, char *key)
{
  const guint known = GPOINTER_TO_UINT (g_hash_table_lookup (links->routes, key));
  if (known != 0)
    {
      g_free (key);
      return known - 1;
    }
  g_ptr_array_add (links->keys, key);
  g_hash_table_insert (links->routes, key, GUINT_TO_POINTER (links->keys->len));
  return links->keys->len - 1;
}

/* The code with the present code of its county. */
static char *
renew_code (const YlRoadLinks *links, const char *code)
{
  const guint32 county = yl_route_code_find_county (yl_text_of (code));
  const guint32 renewed = yl_places_renew (links->places, county);
  return renewed == county
             ? g_strdup (code)
             : g_strdup_printf ("%.4s%06u%s", code, renewed, code + N_ROUTE_CHARACTERS);
}

static char *
cut_to_route (const YlRoadLinks *links, const char *code)
{
  char *key = renew_code (links, code);
  if (yl_route_code_find_county (yl_text_of (key)) != 0)
    key[N_ROUTE_CHARACTERS] = '\0';
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
  return number_route (naming->links, code[0] != '\0' ? cut_to_route (naming->links, code)
                                                      : describe (list, road));
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
  const guint route = GPOINTER_TO_UINT (g_hash_table_lookup (naming->links->routes, key));
  if (route == 0 || route > n_old_routes)
    return;
  row->is_moved = TRUE;
  row->key[KEY_ROUTE] = route - 1;
  row->key[KEY_CODE] = number_code (naming, list, road->previous_code);
  if (road->previous_start_m != YL_STAKE_UNKNOWN && road->previous_end_m != YL_STAKE_UNKNOWN)
    set_stakes (row, road->previous_start_m, road->previous_end_m);
}

static void
understand_lists (Linking *linking,
                  const Naming *naming,
                  const YlInventory *old_list,
                  const YlInventory *new_list)
{
  LinkSide *old_side = &linking->old_side;
  LinkSide *new_side = &linking->new_side;
  for (gsize i = 0; i < old_side->n; i++)
    old_side->rows[i] = understand (naming, old_list, i);
  const guint32 n_old_routes = naming->links->keys->len;
  for (gsize i = 0; i < new_side->n; i++)
    {
      new_side->rows[i] = understand (naming, new_list, i);
      move_back (naming, new_list, n_old_routes, &new_side->rows[i]);
    }
}

/* Which routes have a link on a side: what is left of those is longer or shorter. */
static gboolean *
find_known (const LinkSide *side, guint n_routes)
{
  gboolean *is_known = g_new0 (gboolean, n_routes + 1);
  for (gsize i = 0; i < side->n; i++)
    if (side->rows[i].is_linked)
      is_known[side->rows[i].own_route] = TRUE;
  return is_known;
}

static void
add_rests (Linking *linking, const LinkSide *side, guint n_routes)
{
  const gboolean is_new = side == &linking->new_side;
  g_autofree gboolean *is_known = find_known (side, n_routes);
  for (gsize i = 0; i < side->n; i++)
    {
      const LinkRow *row = &side->rows[i];
      if (row->rest_m == 0 && row->is_linked)
        continue;
      const YlLinkKind of_known = is_new ? YL_LINK_LONGER : YL_LINK_SHORTER;
      const YlLinkKind of_unknown = is_new ? YL_LINK_NEW : YL_LINK_DROPPED;
      const YlRoadLink link = {
        .old_road = is_new ? YL_LINK_NONE : row->road,
        .new_road = is_new ? row->road : YL_LINK_NONE,
        .old_m = is_new ? 0 : row->rest_m,
        .new_m = is_new ? row->rest_m : 0,
        .route = row->own_route,
        .kind = (guint8) (is_known[row->own_route] ? of_known : of_unknown),
      };
      g_array_append_val (linking->links, link);
    }
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  const YlRoadLink *left = a;
  const YlRoadLink *right = b;
  int order = compare_numbers (left->new_road, right->new_road);
  if (order == 0)
    order = compare_numbers (left->old_road, right->old_road);
  if (order == 0)
    order = compare_numbers (left->old_m, right->old_m);
  return order != 0 ? order : compare_numbers (left->new_m, right->new_m);
}

YlRoadLinks *
yl_road_links_make (const YlInventory *old_list,
                    const YlInventory *new_list,
                    const YlPlaces *places)
{
  YlRoadLinks *links = g_new0 (YlRoadLinks, 1);
  links->places = places;
  links->links = g_array_new (FALSE, FALSE, sizeof (YlRoadLink));
  links->routes = g_hash_table_new (g_str_hash, g_str_equal);
  links->keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  const Naming naming = { links, texts };
  const gsize n_old = yl_inventory_get_n_roads (old_list);
  const gsize n_new = yl_inventory_get_n_roads (new_list);
  g_autofree LinkRow *old_rows = g_new0 (LinkRow, n_old + 1);
  g_autofree LinkRow *new_rows = g_new0 (LinkRow, n_new + 1);
  Linking linking = { { old_rows, n_old }, { new_rows, n_new }, links->links };
  understand_lists (&linking, &naming, old_list, new_list);
  link_by_stakes (&linking);
  link_by_code (&linking);
  add_rests (&linking, &linking.old_side, links->keys->len);
  add_rests (&linking, &linking.new_side, links->keys->len);
  g_array_sort (links->links, compare_links);
  return links;
}

void
yl_road_links_free (YlRoadLinks *links)
{
  if (links == NULL)
    return;
  g_array_unref (links->links);
  g_hash_table_unref (links->routes);
  g_ptr_array_unref (links->keys);
  g_free (links);
}

gsize
yl_road_links_get_n (const YlRoadLinks *links)
{
  return links->links->len;
}

const YlRoadLink *
yl_road_links_get (const YlRoadLinks *links, gsize index)
{
  return &g_array_index (links->links, YlRoadLink, index);
}

guint32
yl_road_links_get_n_routes (const YlRoadLinks *links)
{
  return links->keys->len;
}

guint32
yl_road_links_find_route (const YlRoadLinks *links, const char *code)
{
  g_autofree char *key = cut_to_route (links, code);
  const guint route = GPOINTER_TO_UINT (g_hash_table_lookup (links->routes, key));
  return route == 0 ? YL_LINK_NONE : route - 1;
}

const char *
yl_road_links_get_route_code (const YlRoadLinks *links, guint32 route)
{
  const char *key = g_ptr_array_index (links->keys, route);
  return key[0] == '\t' ? "" : key;
}
