#pragma once

#include "evaluation-private.h"

/* What a round knows of them. */
typedef struct _YlGrowing
{
  GHashTable *extremes; /* (nullable): made by who knows them */
  GHashTable *groups;
  gsize n_steps; /* of both */
} YlGrowing;

/* Made when it is first asked for; empties itself when there are too many steps. */
YlGrowing *yl_growing_take (YlRound *round);

/* Here, since the cells that know no figures let go of them. */
static inline void
yl_growing_free (YlGrowing *growing)
{
  g_clear_pointer (&growing->extremes, g_hash_table_unref);
  g_clear_pointer (&growing->groups, g_hash_table_unref);
  g_free (growing);
}

/* Parts of one column that begin or end alike, as figures that run down a table are: from the second on,
 * each is one look at what was gone through for those before it. Each function is FALSE where its cells
 * are to be gone through. */

/* The highest or the lowest number of a column's part. @out_has: whether there is any; @out_wrong: empty,
 * or the first of its cells that is. */
gboolean yl_growing_extreme (YlRecalculation *book,
                             YlArea area,
                             gboolean is_highest,
                             YlFixed *out_number,
                             gboolean *out_has,
                             YlCellValue *out_wrong);

/* The cells of a column's part that are equal to a number, or to a folded text that is none and not empty
 * (NULL: the number). @summed: (nullable): from its first cell on, of which numbers beside them are added up
 * and counted; NULL: they are counted themselves. */
gboolean yl_growing_alike (YlRecalculation *book,
                           YlArea area,
                           const YlArea *summed,
                           YlFixed number,
                           const char *text,
                           gint64 *out_n,
                           YlFixed *out_sum);

/* How many cells of a column's part hold a number, or anything. */
gboolean
yl_growing_count (YlRecalculation *book, YlArea area, gboolean is_of_numbers, gint64 *out_n);
