#include "page-breaks-private.h"

/* What no page ends with: the title of a table that it cannot hold, its heads and a row or two. */
#define BEGINNING 110.0

void
yl_page_breaks_init (YlPageBreaks *pages)
{
  *pages = (YlPageBreaks){ .heights = g_array_new (FALSE, TRUE, sizeof (gfloat)),
                           .blocks = g_array_new (FALSE, FALSE, sizeof (guint32)) };
}

void
yl_page_breaks_clear (YlPageBreaks *pages)
{
  g_array_unref (pages->heights);
  g_array_unref (pages->blocks);
}

void
yl_page_breaks_set_height (YlPageBreaks *pages, guint32 row, double height)
{
  if (row > pages->heights->len)
    g_array_set_size (pages->heights, row);
  g_array_index (pages->heights, gfloat, row - 1) = (gfloat) height;
}

void
yl_page_breaks_begin_block (YlPageBreaks *pages, guint32 row)
{
  g_array_append_val (pages->blocks, row);
}

/* Of the rows from @first to the one before @end. */
static double
add_heights (const YlPageBreaks *pages, guint32 first, guint32 end)
{
  double sum = 0;
  for (guint32 row = first; row < end && row <= pages->heights->len; row++)
    sum += (double) g_array_index (pages->heights, gfloat, row - 1);
  return sum;
}

/* The pages while they are filled. */
typedef struct
{
  double room;    /* of a page */
  double on_each; /* of that, what stands on every page but the first */
  double used;    /* of this page */
} Filling;

/* The rows from @first to the one before @end, over as many pages as they need. */
static void
fill_rows (const YlPageBreaks *pages, Filling *filling, guint32 first, guint32 end)
{
  for (guint32 row = first; row < end && row <= pages->heights->len; row++)
    {
      const double height = (double) g_array_index (pages->heights, gfloat, row - 1);
      if (filling->used + height > filling->room)
        filling->used = filling->on_each;
      filling->used += height;
    }
}

GArray *
yl_page_breaks_find (const YlPageBreaks *pages, double height)
{
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (guint32));
  Filling filling = { .room = height };
  filling.on_each = pages->first_on_each == 0
                        ? 0
                        : add_heights (pages, pages->first_on_each, pages->last_on_each + 1);
  guint32 row = 1;
  for (guint i = 0; i < pages->blocks->len; i++)
    {
      const guint32 block = g_array_index (pages->blocks, guint32, i);
      const guint32 end = i + 1 < pages->blocks->len ? g_array_index (pages->blocks, guint32, i + 1)
                                                     : pages->heights->len + 1;
      const double size = add_heights (pages, block, end);
      const gboolean is_large = filling.on_each + size > height;
      fill_rows (pages, &filling, row, block);
      row = block;
      if (filling.used + (is_large ? MIN (size, BEGINNING) : size) <= height
          || filling.used <= filling.on_each)
        continue;
      const guint32 last = block - 1;
      g_array_append_val (breaks, last);
      filling.used = filling.on_each;
    }
  return breaks;
}
