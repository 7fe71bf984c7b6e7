#include "link-private.h"

#include "yanglu/base/ratio.h"

#include <stdlib.h>

/* A stretch of a row that is not linked yet, in stakes of the old list. */
typedef struct
{
  YlLinkRow *row;
  gint32 start_m; /* while it waits: since where */
  gint32 end_m;
  gboolean is_done;
} Leg;

/* Two legs side by side. */
typedef struct
{
  Leg *old_leg;
  Leg *new_leg;
  gint32 since_m;
  gint32 until_m;
} Pair;

/* A walk along one route: at most one side has legs that wait for one of the other side. */
typedef struct
{
  YlLinking *linking;
  GSequence *old_waiting; /* of Leg, the farthest end first */
  GSequence *new_waiting;
  GSequence *pairs; /* of Pair, the nearest end first */
  GArray *rests;    /* of Leg: what of the old legs was not linked */
} Walk;

static int
compare_keys (const YlLinkRow *a, const YlLinkRow *b)
{
  for (guint key = 0; key < YL_LINK_N_KEYS; key++)
    if (a->key[key] != b->key[key])
      return yl_link_compare (a->key[key], b->key[key]);
  return 0;
}

static int
compare_stretches (const Leg *a, const Leg *b)
{
  int order = yl_link_compare (a->row->key[YL_LINK_KEY_ROUTE], b->row->key[YL_LINK_KEY_ROUTE]);
  if (order == 0)
    order = yl_link_compare (a->start_m, b->start_m);
  return order != 0 ? order : yl_link_compare (a->end_m, b->end_m);
}

static int
compare_likeness (const Leg *a, const Leg *b)
{
  const int order = compare_stretches (a, b);
  return order != 0 ? order : compare_keys (a->row, b->row);
}

static int
compare_legs (gconstpointer a, gconstpointer b)
{
  const Leg *left = a;
  const Leg *right = b;
  const int order = compare_likeness (left, right);
  return order != 0 ? order : yl_link_compare (left->row->road, right->row->road);
}

/* Metres of @row up to @stake_m: a row whose length is not what its stakes say is stretched. */
static guint32
measure (const YlLinkRow *row, gint32 stake_m)
{
  gint64 m = 0;
  yl_ratio_scale ((gint64) stake_m - row->start_m, row->length_m,
                  (gint64) row->end_m - row->start_m, &m);
  return (guint32) m;
}

static void
link_stretch (Walk *walk, Leg *old_leg, Leg *new_leg, gint32 from_m, gint32 to_m)
{
  YlLinkRow *old_row = old_leg->row;
  YlLinkRow *new_row = new_leg->row;
  yl_linking_add (walk->linking, old_row, new_row,
                  measure (old_row, to_m) - measure (old_row, from_m),
                  measure (new_row, to_m) - measure (new_row, from_m));
}

/* Legs that cover the same stretch; alike in all that is paid for, or in nothing but the place. */
static void
link_equal_legs (Walk *walk,
                 GArray *old_legs,
                 GArray *new_legs,
                 int (*compare) (const Leg *a, const Leg *b))
{
  guint i = 0;
  guint k = 0;
  while (i < old_legs->len && k < new_legs->len)
    {
      Leg *old_leg = &g_array_index (old_legs, Leg, i);
      Leg *new_leg = &g_array_index (new_legs, Leg, k);
      const int order = old_leg->is_done ? -1 : new_leg->is_done ? 1 : compare (old_leg, new_leg);
      i += order <= 0 ? 1 : 0;
      k += order >= 0 ? 1 : 0;
      if (order != 0)
        continue;
      link_stretch (walk, old_leg, new_leg, old_leg->start_m, old_leg->end_m);
      old_leg->is_done = TRUE;
      new_leg->is_done = TRUE;
    }
}

static int
compare_waiting (gconstpointer a, gconstpointer b, gpointer unused)
{
  (void) unused;
  const Leg *left = a;
  const Leg *right = b;
  const int order = yl_link_compare (right->end_m, left->end_m);
  return order != 0 ? order : compare_legs (a, b);
}

static int
compare_pairs (gconstpointer a, gconstpointer b, gpointer unused)
{
  (void) unused;
  const Pair *left = a;
  const Pair *right = b;
  int order = yl_link_compare (left->until_m, right->until_m);
  if (order == 0)
    order = yl_link_compare (left->old_leg->row->road, right->old_leg->row->road);
  return order != 0 ? order : yl_link_compare (left->new_leg->row->road, right->new_leg->row->road);
}

static void
keep_rest (Walk *walk, const Leg *leg, gint32 to_m)
{
  const Leg rest = { leg->row, leg->start_m, to_m, FALSE };
  if (rest.start_m < rest.end_m)
    g_array_append_val (walk->rests, rest);
}

/* The first leg that still reaches beyond @at_m; once the farthest does not, none does. */
static Leg *
find_waiting (Walk *walk, GSequence *waiting, gint32 at_m)
{
  if (g_sequence_is_empty (waiting))
    return NULL;
  Leg *first = g_sequence_get (g_sequence_get_begin_iter (waiting));
  if (first->end_m > at_m)
    return first;
  for (GSequenceIter *at = g_sequence_get_begin_iter (waiting); !g_sequence_iter_is_end (at);
       at = g_sequence_iter_next (at))
    if (waiting == walk->old_waiting)
      keep_rest (walk, g_sequence_get (at), ((const Leg *) g_sequence_get (at))->end_m);
  g_sequence_remove_range (g_sequence_get_begin_iter (waiting), g_sequence_get_end_iter (waiting));
  return NULL;
}

static void
pair_waiting (Walk *walk, gint32 at_m)
{
  while (TRUE)
    {
      Leg *old_leg = find_waiting (walk, walk->old_waiting, at_m);
      Leg *new_leg = find_waiting (walk, walk->new_waiting, at_m);
      if (old_leg == NULL || new_leg == NULL)
        return;
      g_sequence_remove (g_sequence_get_begin_iter (walk->old_waiting));
      g_sequence_remove (g_sequence_get_begin_iter (walk->new_waiting));
      keep_rest (walk, old_leg, at_m);
      Pair *pair = g_new (Pair, 1);
      *pair = (Pair){ old_leg, new_leg, at_m, MIN (old_leg->end_m, new_leg->end_m) };
      g_sequence_insert_sorted (walk->pairs, pair, compare_pairs, NULL);
    }
}

static void
await (GSequence *waiting, Leg *leg, gint32 since_m)
{
  leg->start_m = since_m;
  if (leg->start_m < leg->end_m)
    g_sequence_insert_sorted (waiting, leg, compare_waiting, NULL);
}

static void
end_pairs (Walk *walk, gint32 at_m)
{
  while (!g_sequence_is_empty (walk->pairs))
    {
      GSequenceIter *first = g_sequence_get_begin_iter (walk->pairs);
      const Pair pair = *(const Pair *) g_sequence_get (first);
      if (pair.until_m > at_m)
        return;
      g_sequence_remove (first);
      link_stretch (walk, pair.old_leg, pair.new_leg, pair.since_m, pair.until_m);
      await (walk->old_waiting, pair.old_leg, pair.until_m);
      await (walk->new_waiting, pair.new_leg, pair.until_m);
    }
}

/* The next leg of @legs that is not done, if it is of @route. */
static Leg *
find_next (GArray *legs, guint *at, guint32 route)
{
  while (*at < legs->len && g_array_index (legs, Leg, *at).is_done)
    (*at)++;
  Leg *leg = *at < legs->len ? &g_array_index (legs, Leg, *at) : NULL;
  return leg != NULL && leg->row->key[YL_LINK_KEY_ROUTE] == route ? leg : NULL;
}

/* The legs of one side as the walk comes to them. */
typedef struct
{
  GArray *legs; /* of Leg, by route and stake */
  guint at;
} Queue;

static void
admit (Queue *queue, guint32 route, gint32 at_m, GSequence *waiting)
{
  for (Leg *leg = find_next (queue->legs, &queue->at, route); leg != NULL && leg->start_m == at_m;
       leg = find_next (queue->legs, &queue->at, route))
    {
      await (waiting, leg, at_m);
      queue->at++;
    }
}

/* Where the next leg begins or the next pair ends; G_MAXINT32 when nothing is left. */
static gint32
find_next_stake (const Walk *walk, const Leg *old_leg, const Leg *new_leg)
{
  gint32 next_m = G_MAXINT32;
  if (old_leg != NULL)
    next_m = MIN (next_m, old_leg->start_m);
  if (new_leg != NULL)
    next_m = MIN (next_m, new_leg->start_m);
  if (!g_sequence_is_empty (walk->pairs))
    {
      const Pair *pair = g_sequence_get (g_sequence_get_begin_iter (walk->pairs));
      next_m = MIN (next_m, pair->until_m);
    }
  return next_m;
}

/* No stake is G_MAXINT32: see YL_STAKE_MAX_M. */
static void
walk_route (Walk *walk, Queue *old_queue, Queue *new_queue, guint32 route)
{
  gint32 at_m = 0;
  while (at_m != G_MAXINT32)
    {
      at_m = find_next_stake (walk, find_next (old_queue->legs, &old_queue->at, route),
                              find_next (new_queue->legs, &new_queue->at, route));
      end_pairs (walk, at_m);
      admit (old_queue, route, at_m, walk->old_waiting);
      admit (new_queue, route, at_m, walk->new_waiting);
      pair_waiting (walk, at_m);
    }
}

static void
walk_routes (Walk *walk, GArray *old_legs, GArray *new_legs)
{
  Queue old_queue = { old_legs, 0 };
  Queue new_queue = { new_legs, 0 };
  while (old_queue.at < old_legs->len || new_queue.at < new_legs->len)
    {
      guint32 route = G_MAXUINT32;
      if (old_queue.at < old_legs->len)
        route = g_array_index (old_legs, Leg, old_queue.at).row->key[YL_LINK_KEY_ROUTE];
      if (new_queue.at < new_legs->len)
        route =
            MIN (route, g_array_index (new_legs, Leg, new_queue.at).row->key[YL_LINK_KEY_ROUTE]);
      walk_route (walk, &old_queue, &new_queue, route);
    }
}

static GArray *
list_legs (const YlLinkSide *side, gboolean is_moved)
{
  GArray *legs = g_array_new (FALSE, FALSE, sizeof (Leg));
  for (gsize i = 0; i < side->n; i++)
    {
      YlLinkRow *row = &side->rows[i];
      const Leg leg = { row, row->start_m, row->end_m, FALSE };
      if (row->start_m != YL_STAKE_UNKNOWN && row->is_moved == is_moved)
        g_array_append_val (legs, leg);
    }
  g_array_sort (legs, compare_legs);
  return legs;
}

/* Returns: (transfer full): what of @old_legs is not linked. */
static GArray *
link_legs (YlLinking *linking, GArray *old_legs, GArray *new_legs)
{
  Walk walk = {
    .linking = linking,
    .old_waiting = g_sequence_new (NULL),
    .new_waiting = g_sequence_new (NULL),
    .pairs = g_sequence_new (g_free),
    .rests = g_array_new (FALSE, FALSE, sizeof (Leg)),
  };
  link_equal_legs (&walk, old_legs, new_legs, compare_likeness);
  link_equal_legs (&walk, old_legs, new_legs, compare_stretches);
  walk_routes (&walk, old_legs, new_legs);
  g_sequence_free (walk.old_waiting);
  g_sequence_free (walk.new_waiting);
  g_sequence_free (walk.pairs);
  g_array_sort (walk.rests, compare_legs);
  return walk.rests;
}

void
yl_link_by_stakes (YlLinking *linking)
{
  g_autoptr (GArray) old_legs = list_legs (&linking->old_side, FALSE);
  g_autoptr (GArray) moved_legs = list_legs (&linking->new_side, TRUE);
  g_autoptr (GArray) own_legs = list_legs (&linking->new_side, FALSE);
  g_autoptr (GArray) old_rests = link_legs (linking, old_legs, moved_legs);
  g_autoptr (GArray) unlinked = link_legs (linking, old_rests, own_legs);
}
