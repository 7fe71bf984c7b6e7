#include "link-private.h"

#include <stdlib.h>

/* How many keys have to be equal, from the most alike to the least. */
static const guint levels[] = { YL_LINK_N_KEYS, YL_LINK_KEY_FLAGS, YL_LINK_KEY_TOWNSHIP,
                                YL_LINK_KEY_CODE };

static int
compare_keys (const YlLinkRow *a, const YlLinkRow *b, guint n_keys)
{
  for (guint key = 0; key < n_keys; key++)
    if (a->key[key] != b->key[key])
      return yl_link_compare (a->key[key], b->key[key]);
  return 0;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const YlLinkRow *const *left = a;
  const YlLinkRow *const *right = b;
  const int order = compare_keys (*left, *right, YL_LINK_N_KEYS);
  return order != 0 ? order : yl_link_compare ((*left)->road, (*right)->road);
}

/* The rows of @side with or without stakes that still have metres, or have no link, by their keys. */
static GPtrArray *
list_rows (const YlLinkSide *side, gboolean is_staked)
{
  GPtrArray *rows = g_ptr_array_new ();
  for (gsize i = 0; i < side->n; i++)
    {
      YlLinkRow *row = &side->rows[i];
      if ((row->start_m != YL_STAKE_UNKNOWN) == is_staked && (row->rest_m > 0 || !row->is_linked))
        g_ptr_array_add (rows, row);
    }
  g_ptr_array_sort (rows, compare_rows);
  return rows;
}

/* A row of no length has nothing to link but itself. */
static gboolean
is_spent (const YlLinkRow *row, guint n_keys)
{
  return row->rest_m == 0 && (row->is_linked || n_keys < YL_LINK_N_KEYS);
}

static void
link_level (YlLinking *linking, GPtrArray *old_rows, GPtrArray *new_rows, guint n_keys)
{
  guint i = 0;
  guint k = 0;
  while (i < old_rows->len && k < new_rows->len)
    {
      YlLinkRow *old_row = g_ptr_array_index (old_rows, i);
      YlLinkRow *new_row = g_ptr_array_index (new_rows, k);
      const int order = is_spent (old_row, n_keys)   ? -1
                        : is_spent (new_row, n_keys) ? 1
                                                     : compare_keys (old_row, new_row, n_keys);
      if (order == 0)
        {
          const guint32 m = MIN (old_row->rest_m, new_row->rest_m);
          yl_linking_add (linking, old_row, new_row, m, m);
        }
      i += order < 0 || (order == 0 && old_row->rest_m == 0) ? 1 : 0;
      k += order > 0 || (order == 0 && new_row->rest_m == 0) ? 1 : 0;
    }
}

static void
link_rows (YlLinking *linking, gboolean is_old_staked, gboolean is_new_staked)
{
  g_autoptr (GPtrArray) old_rows = list_rows (&linking->old_side, is_old_staked);
  g_autoptr (GPtrArray) new_rows = list_rows (&linking->new_side, is_new_staked);
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    link_level (linking, old_rows, new_rows, levels[i]);
}

void
yl_link_by_code (YlLinking *linking)
{
  link_rows (linking, FALSE, FALSE);
  link_rows (linking, FALSE, TRUE);
  link_rows (linking, TRUE, FALSE);
}
