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
  YlLinking *linking;
  GSequence *old_waiting; /* of Stretch, the farthest end first */
  GSequence *new_waiting;
  GSequence *pairs; /* of Pair, the nearest end first */
  GArray *rests;    /* of Stretch: what of the old stretches was not linked */
} Pairing;

static int
compare_keys (const YlLinkRow *a, const YlLinkRow *b)
{
  for (guint key = 0; key < YL_LINK_N_KEYS; key++)
    if (a->key[key] != b->key[key])
      return yl_link_compare (a->key[key], b->key[key]);
  return 0;
}

static int
compare_stretches (const Stretch *a, const Stretch *b)
{
  int order = yl_link_compare (a->row->key[YL_LINK_KEY_ROUTE], b->row->key[YL_LINK_KEY_ROUTE]);
  if (order == 0)
    order = yl_link_compare (a->start_m, b->start_m);
  return order != 0 ? order : yl_link_compare (a->end_m, b->end_m);
}

static int
compare_likeness (const Stretch *a, const Stretch *b)
{
  const int order = compare_stretches (a, b);
  return order != 0 ? order : compare_keys (a->row, b->row);
}

static int
compare_all (gconstpointer a, gconstpointer b)
{
  const Stretch *left = a;
  const Stretch *right = b;
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
link_stretch (
    Pairing *pairing, Stretch *old_stretch, Stretch *new_stretch, gint32 from_m, gint32 to_m)
{
  YlLinkRow *old_row = old_stretch->row;
  YlLinkRow *new_row = new_stretch->row;
  yl_linking_add (pairing->linking, old_row, new_row,
                  measure (old_row, to_m) - measure (old_row, from_m),
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
  const int order = yl_link_compare (right->end_m, left->end_m);
  return order != 0 ? order : compare_all (a, b);
}

static int
compare_pairs (gconstpointer a, gconstpointer b, gpointer unused)
{
  (void) unused;
  const Pair *left = a;
  const Pair *right = b;
  int order = yl_link_compare (left->until_m, right->until_m);
  if (order == 0)
    order = yl_link_compare (left->old_stretch->row->road, right->old_stretch->row->road);
  return order != 0 ? order
                    : yl_link_compare (left->new_stretch->row->road, right->new_stretch->row->road);
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
  return stretch != NULL && stretch->row->key[YL_LINK_KEY_ROUTE] == route ? stretch : NULL;
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
        route = g_array_index (old_stretches, Stretch, old_queue.at).row->key[YL_LINK_KEY_ROUTE];
      if (new_queue.at < new_stretches->len)
        route =
            MIN (route,
                 g_array_index (new_stretches, Stretch, new_queue.at).row->key[YL_LINK_KEY_ROUTE]);
      pair_route (pairing, &old_queue, &new_queue, route);
    }
}

static GArray *
list_stretches (const YlLinkSide *side, gboolean is_moved)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  for (gsize i = 0; i < side->n; i++)
    {
      YlLinkRow *row = &side->rows[i];
      const Stretch stretch = { row, row->start_m, row->end_m, FALSE };
      if (row->start_m != YL_STAKE_UNKNOWN && row->is_moved == is_moved)
        g_array_append_val (stretches, stretch);
    }
  g_array_sort (stretches, compare_all);
  return stretches;
}

/* Returns: (transfer full): what of @old_stretches is not linked. */
static GArray *
link_lists (YlLinking *linking, GArray *old_stretches, GArray *new_stretches)
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

void
yl_link_by_stakes (YlLinking *linking)
{
  g_autoptr (GArray) old_stretches = list_stretches (&linking->old_side, FALSE);
  g_autoptr (GArray) moved_stretches = list_stretches (&linking->new_side, TRUE);
  g_autoptr (GArray) own_stretches = list_stretches (&linking->new_side, FALSE);
  g_autoptr (GArray) old_rests = link_lists (linking, old_stretches, moved_stretches);
  g_autoptr (GArray) unlinked = link_lists (linking, old_rests, own_stretches);
}
