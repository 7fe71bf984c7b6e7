#include "diagnosis-private.h"

/*
 * Mistakes with so many parameters that trying all of them in pairs would take too
 * long: only those are kept that some row shows by itself.
 */

/* So many rows are looked at; a mistake that none of them shows is none of a column. */
#define MAX_LOOKED_AT 500u
#define MAX_SHARED 400u

static gboolean
is_shown (YlSearch *search, gint16 index, guint n_wanted)
{
  guint n = 0, n_shown = 0;
  for (gsize row = 0; row < search->problem->n_rows && n < MAX_LOOKED_AT; row++)
    if (search->weight_fen[row] != 0)
      {
        n_shown += yl_attempt_shows (search, row, index) ? 1 : 0;
        if (n_shown == n_wanted)
          return TRUE;
        n++;
      }
  return FALSE;
}

gboolean
yl_search_add_if_shown_by (YlSearch *search, const YlShared *cause, guint n_wanted)
{
  const guint index = search->shared->len;
  if (index >= MAX_SHARED)
    return FALSE;
  g_array_append_val (search->shared, *cause);
  if (is_shown (search, (gint16) index, n_wanted))
    return TRUE;
  g_array_set_size (search->shared, index);
  return FALSE;
}

gboolean
yl_search_add_if_shown (YlSearch *search, const YlShared *cause)
{
  return yl_search_add_if_shown_by (search, cause, 1);
}
