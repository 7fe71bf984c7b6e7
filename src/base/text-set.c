#include "yanglu/base/text-set.h"

#include "yanglu/base/keyed-hash.h"

struct _YlTextSet
{
  GStringChunk *chunk;
  GHashTable *kept; /* (nullable): until a text is kept once */
};

YlTextSet *
yl_text_set_new (gsize block_bytes)
{
  YlTextSet *set = g_new (YlTextSet, 1);
  *set = (YlTextSet){ g_string_chunk_new (block_bytes), NULL };
  return set;
}

void
yl_text_set_free (YlTextSet *set)
{
  if (set == NULL)
    return;
  g_clear_pointer (&set->kept, g_hash_table_unref);
  g_string_chunk_free (set->chunk);
  g_free (set);
}

char *
yl_text_set_keep (YlTextSet *set, const char *text)
{
  if (set->kept == NULL)
    set->kept = g_hash_table_new (yl_keyed_str_hash, g_str_equal);
  char *kept = g_hash_table_lookup (set->kept, text);
  if (kept != NULL)
    return kept;
  kept = yl_text_set_add (set, text);
  g_hash_table_add (set->kept, kept);
  return kept;
}

char *
yl_text_set_add (YlTextSet *set, const char *text)
{
  return g_string_chunk_insert (set->chunk, text);
}
