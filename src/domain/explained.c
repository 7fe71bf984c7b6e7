#include "yanglu/domain/explained.h"

YlExplained *
yl_explained_new (void)
{
  YlExplained *explained = yl_arena_new_record (sizeof *explained);
  explained->figures = yl_arena_own (
      explained->arena, g_ptr_array_new_with_free_func ((GDestroyNotify) yl_derivation_free),
      (GDestroyNotify) g_ptr_array_unref);
  explained->feeds = yl_feeds_new ();
  return explained;
}

void
yl_explained_free (YlExplained *explained)
{
  if (explained == NULL)
    return;
  g_array_unref (explained->feeds);
  yl_arena_free_record (explained);
}
