#include "yanglu/domain/explained.h"

static GPtrArray *
new_sources (YlArena *arena)
{
  return yl_arena_own (arena, g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
}

YlExplained *
yl_explained_new (void)
{
  YlExplained *explained = yl_arena_new_record (sizeof *explained);
  explained->figures = yl_arena_own (
      explained->arena, g_ptr_array_new_with_free_func ((GDestroyNotify) yl_derivation_free),
      (GDestroyNotify) g_ptr_array_unref);
  explained->feeds = yl_feeds_new ();
  explained->rows = yl_arena_array (explained->arena, sizeof (YlDerivationRow));
  explained->sources = new_sources (explained->arena);
  return explained;
}

YlExplainedSource *
yl_explained_add_source (YlExplained *explained, GPtrArray *sources)
{
  YlExplainedSource *source =
      yl_arena_own (explained->arena, g_new0 (YlExplainedSource, 1), g_free);
  source->sources = new_sources (explained->arena);
  g_ptr_array_add (sources, source);
  return source;
}

void
yl_explained_free (YlExplained *explained)
{
  if (explained == NULL)
    return;
  g_array_unref (explained->feeds);
  yl_arena_free_record (explained);
}
