#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** YlPageBreaks: where the pages of a sheet begin, so that no small table is parted that a page could
 * hold. */
typedef struct
{
  GArray *heights;       /* of gfloat: of each row so far, in points */
  GArray *blocks;        /* of guint32: the rows that tables begin with, from 1 */
  guint32 first_on_each; /* the rows that stand on every page; 0: none */
  guint32 last_on_each;
} YlPageBreaks;

void yl_page_breaks_init (YlPageBreaks *pages);
void yl_page_breaks_clear (YlPageBreaks *pages);
void yl_page_breaks_set_height (YlPageBreaks *pages, guint32 row, double height);
/** yl_page_breaks_begin_block: a table begins with @row, one that is larger than the last. */
void yl_page_breaks_begin_block (YlPageBreaks *pages, guint32 row);
/** yl_page_breaks_find: (transfer full): of guint32: the rows that pages of @height points end with
 * before a table that would else be parted; none where no table is. */
GArray *yl_page_breaks_find (const YlPageBreaks *pages, double height);

G_END_DECLS
