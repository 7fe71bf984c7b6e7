#include "yanglu/domain/inventory.h"

#include <string.h>

/* Roads stand in blocks of 65 536, six MB each, so that growing copies nothing. */
#define BLOCK_SHIFT 16
#define BLOCK_ROADS ((gsize) 1 << BLOCK_SHIFT)

/* Texts and origins; a selection shares those of the list that it was taken from. */
typedef struct
{
  YlTextPool *pool;
  GArray *origins; /* of YlOrigin, strings in `pool` */
} Shared;

struct _YlInventory
{
  Shared *shared;    /* counted by g_atomic_rc_box */
  GPtrArray *blocks; /* of YlRoad[BLOCK_ROADS] */
  gsize n_roads;
};

static void
clear_shared (gpointer data)
{
  Shared *shared = data;
  yl_text_pool_free (shared->pool);
  g_array_free (shared->origins, TRUE);
}

/* Takes ownership of @shared. */
static YlInventory *
inventory_new (Shared *shared)
{
  YlInventory *inventory = g_atomic_rc_box_new0 (YlInventory);
  inventory->shared = shared;
  inventory->blocks = g_ptr_array_new_with_free_func (g_free);
  return inventory;
}

YlInventory *
yl_inventory_new (void)
{
  Shared *shared = g_atomic_rc_box_new0 (Shared);
  shared->pool = yl_text_pool_new ();
  shared->origins = g_array_new (FALSE, FALSE, sizeof (YlOrigin));
  return inventory_new (shared);
}

YlInventory *
yl_inventory_ref (YlInventory *inventory)
{
  return g_atomic_rc_box_acquire (inventory);
}

static void
clear_inventory (gpointer data)
{
  YlInventory *inventory = data;
  g_ptr_array_free (inventory->blocks, TRUE);
  g_atomic_rc_box_release_full (inventory->shared, clear_shared);
}

void
yl_inventory_free (YlInventory *inventory)
{
  if (inventory != NULL)
    g_atomic_rc_box_release_full (inventory, clear_inventory);
}

/* Room for one more road. */
static YlRoad *
add_road (YlInventory *inventory)
{
  if (inventory->n_roads >> BLOCK_SHIFT == inventory->blocks->len)
    g_ptr_array_add (inventory->blocks, g_new (YlRoad, BLOCK_ROADS));
  YlRoad *block = g_ptr_array_index (inventory->blocks, inventory->n_roads >> BLOCK_SHIFT);
  return &block[inventory->n_roads++ & (BLOCK_ROADS - 1)];
}

static const char *
keep_text (YlTextPool *pool, const char *string)
{
  return yl_text_pool_get (pool, yl_text_pool_add (pool, yl_text_of (string)));
}

guint16
yl_inventory_add_origin (YlInventory *inventory, const YlOrigin *origin)
{
  Shared *shared = inventory->shared;
  g_return_val_if_fail (shared->origins->len <= G_MAXUINT16, 0);
  YlOrigin kept = *origin;
  kept.file = keep_text (shared->pool, origin->file);
  kept.sheet = keep_text (shared->pool, origin->sheet);
  kept.length_head = keep_text (shared->pool, origin->length_head);
  g_array_append_val (shared->origins, kept);
  return (guint16) (shared->origins->len - 1);
}

YlOrigin *
yl_inventory_edit_origin (YlInventory *inventory, guint origin)
{
  g_return_val_if_fail (origin < inventory->shared->origins->len, NULL);
  return &g_array_index (inventory->shared->origins, YlOrigin, origin);
}

void
yl_inventory_add (YlInventory *inventory, const YlRoadRow *row)
{
  YlTextPool *pool = inventory->shared->pool;
  YlRoad *road = add_road (inventory);
  *road = row->road;
  road->route_code = yl_text_pool_add (pool, row->route_code);
  road->route_name = yl_text_pool_add (pool, row->route_name);
  road->township = yl_text_pool_add (pool, row->township);
  road->village = yl_text_pool_add (pool, row->village);
  road->package = yl_text_pool_add (pool, row->package);
  road->payee = yl_text_pool_add (pool, row->payee);
  road->chief = yl_text_pool_add (pool, row->chief);
  road->duplicate_of = yl_text_pool_add (pool, row->duplicate_of);
  road->previous_code = yl_text_pool_add (pool, row->previous_code);
}

static void
take_row (gpointer self, const YlRoadRow *row)
{
  yl_inventory_add (self, row);
}

YlRoadSink
yl_inventory_get_sink (YlInventory *inventory)
{
  return (YlRoadSink){ take_row, inventory };
}

gsize
yl_inventory_get_n_roads (const YlInventory *inventory)
{
  return inventory->n_roads;
}

const YlRoad *
yl_inventory_get_road (const YlInventory *inventory, gsize index)
{
  g_return_val_if_fail (index < inventory->n_roads, NULL);
  const YlRoad *block = g_ptr_array_index (inventory->blocks, index >> BLOCK_SHIFT);
  return &block[index & (BLOCK_ROADS - 1)];
}

const char *
yl_inventory_get_text (const YlInventory *inventory, YlTextId id)
{
  return yl_text_pool_get (inventory->shared->pool, id);
}

guint
yl_inventory_get_n_origins (const YlInventory *inventory)
{
  return inventory->shared->origins->len;
}

const YlOrigin *
yl_inventory_get_origin (const YlInventory *inventory, guint origin)
{
  g_return_val_if_fail (origin < inventory->shared->origins->len, NULL);
  return &g_array_index (inventory->shared->origins, YlOrigin, origin);
}

gboolean
yl_inventory_has_files (const YlInventory *inventory)
{
  const GArray *origins = inventory->shared->origins;
  for (guint i = 1; i < origins->len; i++)
    if (strcmp (g_array_index (origins, YlOrigin, i).file,
                g_array_index (origins, YlOrigin, 0).file)
        != 0)
      return TRUE;
  return FALSE;
}

gboolean
yl_inventory_has_column (const YlInventory *inventory, YlColumn column)
{
  G_STATIC_ASSERT (YL_N_COLUMNS <= 32);
  const GArray *origins = inventory->shared->origins;
  for (guint i = 0; i < origins->len; i++)
    if ((g_array_index (origins, YlOrigin, i).columns >> column & 1) != 0)
      return TRUE;
  return FALSE;
}

YlInventory *
yl_inventory_select (const YlInventory *inventory, YlRoadPredicate keeps, gconstpointer data)
{
  YlInventory *selected = inventory_new (g_atomic_rc_box_acquire (inventory->shared));
  for (gsize i = 0; i < inventory->n_roads; i++)
    {
      const YlRoad *road = yl_inventory_get_road (inventory, i);
      if (keeps (road, data))
        *add_road (selected) = *road;
    }
  return selected;
}

guint32
yl_inventory_find_county (const YlInventory *inventory)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  const gsize n_roads = yl_inventory_get_n_roads (inventory);
  for (gsize i = 0; i < n_roads; i++)
    {
      const gpointer key = GUINT_TO_POINTER (yl_inventory_get_road (inventory, i)->county_code);
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
      g_hash_table_insert (counts, key, GUINT_TO_POINTER (n + 1));
    }
  GHashTableIter iter;
  gpointer key, value;
  guint32 best = 0;
  guint most = 0;
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const guint32 code = GPOINTER_TO_UINT (key);
      const guint n = GPOINTER_TO_UINT (value);
      if (code != 0 && (n > most || (n == most && code < best)))
        {
          best = code;
          most = n;
        }
    }
  return best;
}
