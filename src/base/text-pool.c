#include "yanglu/base/text-pool.h"

#include "yanglu/base/keyed-hash.h"

#include <string.h>

#define FIRST_SLOTS 1024u
#define BLOCK_BYTES (64u * 1024u)

/* Texts lie in one GStringChunk; `texts` maps an id to its place, `slots` a hash to an id. */
struct _YlTextPool
{
  GStringChunk *chunk;
  GPtrArray *texts;
  GArray *lengths; /* guint32, by id */
  YlTextId *slots; /* open addressing; 0 is free */
  guint32 n_slots; /* a power of two, at least twice the texts */
};

YlTextPool *
yl_text_pool_new (void)
{
  YlTextPool *pool = g_new0 (YlTextPool, 1);
  pool->chunk = g_string_chunk_new (BLOCK_BYTES);
  pool->texts = g_ptr_array_new ();
  pool->lengths = g_array_new (FALSE, TRUE, sizeof (guint32));
  pool->n_slots = FIRST_SLOTS;
  pool->slots = g_new0 (YlTextId, FIRST_SLOTS);
  const guint32 no_length = 0;
  g_ptr_array_add (pool->texts, (gpointer) "");
  g_array_append_val (pool->lengths, no_length);
  return pool;
}

void
yl_text_pool_free (YlTextPool *pool)
{
  if (pool == NULL)
    return;
  g_string_chunk_free (pool->chunk);
  g_ptr_array_free (pool->texts, TRUE);
  g_array_free (pool->lengths, TRUE);
  g_free (pool->slots);
  g_free (pool);
}

static YlText
text_at (const YlTextPool *pool, YlTextId id)
{
  return (YlText){ g_ptr_array_index (pool->texts, id),
                   g_array_index (pool->lengths, guint32, id) };
}

/* The slot that holds @text, or the free one where it belongs. */
static guint32
find_slot (const YlTextPool *pool, YlText text)
{
  guint32 slot = yl_keyed_hash (text) & (pool->n_slots - 1);
  while (pool->slots[slot] != 0 && !yl_text_equal (text_at (pool, pool->slots[slot]), text))
    slot = (slot + 1) & (pool->n_slots - 1);
  return slot;
}

static void
grow (YlTextPool *pool)
{
  g_free (pool->slots);
  pool->n_slots *= 2;
  pool->slots = g_new0 (YlTextId, pool->n_slots);
  for (YlTextId id = 1; id < pool->texts->len; id++)
    pool->slots[find_slot (pool, text_at (pool, id))] = id;
}

YlTextId
yl_text_pool_add (YlTextPool *pool, YlText text)
{
  if (text.length == 0)
    return 0;
  guint32 slot = find_slot (pool, text);
  if (pool->slots[slot] != 0)
    return pool->slots[slot];
  if (pool->texts->len * 2 >= pool->n_slots)
    {
      grow (pool);
      slot = find_slot (pool, text);
    }
  const YlTextId id = pool->texts->len;
  const guint32 length = (guint32) text.length;
  g_ptr_array_add (pool->texts,
                   g_string_chunk_insert_len (pool->chunk, text.at, (gssize) text.length));
  g_array_append_val (pool->lengths, length);
  pool->slots[slot] = id;
  return id;
}

const char *
yl_text_pool_get (const YlTextPool *pool, YlTextId id)
{
  g_return_val_if_fail (id < pool->texts->len, "");
  return g_ptr_array_index (pool->texts, id);
}
