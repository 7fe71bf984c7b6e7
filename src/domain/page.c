#include "yanglu/domain/page.h"

/* Widths over and over again for the same columns end. */
#define MAX_WIDTHS (16 * YL_SHEET_MAX_COLUMNS)

GArray *
yl_page_list_widths (const YlSheetPage *page)
{
  GArray *widths = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_set = 0;
  for (guint i = 0; i < page->widths->len && n_set < MAX_WIDTHS; i++)
    {
      const YlColumnWidth *entry = &g_array_index (page->widths, YlColumnWidth, i);
      const guint last = MIN (entry->last, YL_SHEET_MAX_COLUMNS - 1);
      n_set += last - entry->first + 1;
      while (widths->len <= last)
        g_array_append_val (widths, page->default_width);
      for (guint column = entry->first; column <= last; column++)
        g_array_index (widths, guint32, column) = entry->width;
    }
  return widths;
}

void
yl_page_walk_init (YlPageWalk *walk, const YlSheetPage *page)
{
  *walk = (YlPageWalk){ .page = page, .current = g_array_new (FALSE, TRUE, sizeof (guint16)) };
}

void
yl_page_walk_clear (YlPageWalk *walk)
{
  g_array_unref (walk->current);
}

guint32
yl_page_walk_to_row (YlPageWalk *walk, guint32 row)
{
  const GArray *heights = walk->page->heights;
  for (; walk->next_height < heights->len; walk->next_height++)
    {
      const YlRowHeight *entry = &g_array_index (heights, YlRowHeight, walk->next_height);
      if (entry->row > row)
        break;
      walk->height_cpt = entry->height_cpt;
    }
  return walk->height_cpt;
}

guint16
yl_page_walk_to_cell (YlPageWalk *walk, guint32 row, guint column)
{
  const GArray *runs = walk->page->looks;
  for (; walk->next_run < runs->len; walk->next_run++)
    {
      const YlLookRun *run = &g_array_index (runs, YlLookRun, walk->next_run);
      if (run->row > row || (run->row == row && run->column > column))
        break;
      if (run->column >= walk->current->len)
        g_array_set_size (walk->current, run->column + 1u);
      g_array_index (walk->current, guint16, run->column) = run->look;
    }
  return column < walk->current->len ? g_array_index (walk->current, guint16, column) : 0;
}
