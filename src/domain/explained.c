#include "yanglu/domain/explained.h"

static void
explained_cell_free (YlExplainedCell *cell)
{
  g_free (cell->sheet);
  g_free (cell->cell);
  g_free (cell->text);
  g_free (cell->formula);
  g_free (cell->row_label);
  g_free (cell->head);
  g_free (cell->statement);
  g_free (cell);
}

YlExplained *
yl_explained_new (void)
{
  YlExplained *explained = g_new0 (YlExplained, 1);
  explained->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) yl_derivation_free);
  explained->feeds = yl_feeds_new ();
  return explained;
}

void
yl_explained_free (YlExplained *explained)
{
  if (explained == NULL)
    return;
  g_clear_pointer (&explained->cell, explained_cell_free);
  g_ptr_array_unref (explained->figures);
  g_array_unref (explained->feeds);
  g_free (explained->title);
  g_free (explained);
}
