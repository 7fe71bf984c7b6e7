#include "column-profile-private.h"

/* A head says more of a column than one of its values, that may stand in the next column too. */
#define MARK_WEIGHT 8u

static gint
compare_constants (gconstpointer a, gconstpointer b)
{
  const guint64 x = *(const guint64 *) a;
  const guint64 y = *(const guint64 *) b;
  return (x > y) - (x < y);
}

YlColumnProfile *
yl_column_profiles_new (const YlWorksheet *sheet, guint n)
{
  YlColumnProfile *profiles = g_new0 (YlColumnProfile, n + 1);
  for (guint i = 0; i < n; i++)
    profiles[i].constants = g_array_new (FALSE, FALSE, sizeof (guint64));
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      const YlCell *cell = &g_array_index (sheet->cells, YlCell, i);
      if (cell->column >= n)
        continue;
      YlColumnProfile *profile = &profiles[cell->column];
      const guint64 constant = (guint64) cell->content << 32 | cell->value;
      if (cell->formula != 0)
        profile->n_formulas++;
      else if (cell->value != 0)
        g_array_append_val (profile->constants, constant);
    }
  for (guint i = 0; i < n; i++)
    g_array_sort (profiles[i].constants, compare_constants);
  return profiles;
}

void
yl_column_profiles_free (YlColumnProfile *profiles, guint n)
{
  for (guint i = 0; i < n; i++)
    g_array_unref (profiles[i].constants);
  g_free (profiles);
}

GHashTable *
yl_column_profiles_find_marks (const YlColumnProfile *profiles, guint n)
{
  GHashTable *marks = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < profiles[i].constants->len; k++)
      {
        guint64 *constant = &g_array_index (profiles[i].constants, guint64, k);
        if (*constant >> 32 != YL_CONTENT_TEXT)
          continue;
        if (!g_hash_table_add (seen, constant))
          g_hash_table_remove (marks, constant);
        else
          g_hash_table_add (marks, constant);
      }
  return marks;
}

guint64
yl_column_profile_compare (const YlColumnProfile *a, const YlColumnProfile *b, GHashTable *marks)
{
  guint64 n = MIN (a->n_formulas, b->n_formulas);
  guint at = 0;
  for (guint i = 0; i < a->constants->len && at < b->constants->len; i++)
    {
      const guint64 *constant = &g_array_index (a->constants, guint64, i);
      while (at < b->constants->len && g_array_index (b->constants, guint64, at) < *constant)
        at++;
      if (at == b->constants->len || g_array_index (b->constants, guint64, at) != *constant)
        continue;
      at++;
      n += g_hash_table_contains (marks, constant) ? MARK_WEIGHT : 1;
    }
  return n;
}
