#include "yanglu/base/arena.h"

#include "yanglu/base/text-set.h"

#define TEXT_BLOCK_BYTES 4096

typedef struct
{
  gpointer data;
  GDestroyNotify free;
} Owned;

struct _YlArena
{
  YlTextSet *texts;
  GArray *owned; /* of Owned */
};

YlArena *
yl_arena_new (void)
{
  YlArena *arena = g_new (YlArena, 1);
  arena->texts = yl_text_set_new (TEXT_BLOCK_BYTES);
  arena->owned = g_array_new (FALSE, FALSE, sizeof (Owned));
  return arena;
}

void
yl_arena_free (YlArena *arena)
{
  if (arena == NULL)
    return;
  for (guint i = arena->owned->len; i-- > 0;)
    {
      const Owned *owned = &g_array_index (arena->owned, Owned, i);
      owned->free (owned->data);
    }
  g_array_unref (arena->owned);
  yl_text_set_free (arena->texts);
  g_free (arena);
}

gpointer
yl_arena_new_record (gsize size)
{
  YlArena **record = g_malloc0 (size);
  *record = yl_arena_new ();
  return record;
}

void
yl_arena_free_record (gpointer record)
{
  if (record == NULL)
    return;
  yl_arena_free (*(YlArena **) record);
  g_free (record);
}

char *
yl_arena_keep (YlArena *arena, const char *text)
{
  return yl_text_set_add (arena->texts, text == NULL ? "" : text);
}

char *
yl_arena_keep_once (YlArena *arena, const char *text)
{
  return yl_text_set_keep (arena->texts, text == NULL ? "" : text);
}

char *
yl_arena_take (YlArena *arena, char *text)
{
  g_autofree char *taken = text;
  return yl_arena_keep (arena, taken);
}

char *
yl_arena_print (YlArena *arena, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return yl_arena_take (arena, text);
}

GArray *
yl_arena_array (YlArena *arena, gsize element_size)
{
  return yl_arena_own (arena, g_array_new (FALSE, TRUE, (guint) element_size),
                       (GDestroyNotify) g_array_unref);
}

gpointer
yl_arena_own (YlArena *arena, gpointer data, GDestroyNotify free)
{
  const Owned owned = { data, free };
  g_array_append_val (arena->owned, owned);
  return data;
}
