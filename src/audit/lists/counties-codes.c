#include "yanglu/audit/lists/counties.h"

/* Sections of one township and the same stakes are tried against so many before them. */
#define MAX_TRIED 64u

/* Townships that stand in more than one file. */
static GHashTable *
find_shared (const GArray *sections)
{
  GHashTable *files = g_hash_table_new (NULL, NULL);
  GHashTable *shared = g_hash_table_new (NULL, NULL);
  guint32 last_township = 0, last_file = G_MAXUINT32;
  for (guint i = 0; i < sections->len; i++)
    {
      const YlCountiesSection *section = &g_array_index (sections, YlCountiesSection, i);
      if (section->township_code == 0
          || (section->township_code == last_township && section->file == last_file))
        continue;
      last_township = section->township_code;
      last_file = section->file;
      const gpointer township = GUINT_TO_POINTER (last_township);
      const gpointer file = GUINT_TO_POINTER (section->file + 1u);
      const gpointer first = g_hash_table_lookup (files, township);
      if (first == NULL)
        g_hash_table_insert (files, township, file);
      else if (first != file)
        g_hash_table_add (shared, township);
    }
  g_hash_table_unref (files);
  return shared;
}

static int
compare (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

static int
compare_stretches (const YlCountiesSection *a, const YlCountiesSection *b)
{
  int order = compare (a->township_code, b->township_code);
  if (order == 0)
    order = compare (a->start_m, b->start_m);
  if (order == 0)
    order = compare (a->end_m, b->end_m);
  return order != 0 ? order : compare (a->length_m, b->length_m);
}

static gint
compare_pointers (gconstpointer left, gconstpointer right)
{
  const YlCountiesSection *a = *(YlCountiesSection *const *) left;
  const YlCountiesSection *b = *(YlCountiesSection *const *) right;
  int order = compare_stretches (a, b);
  if (order == 0)
    order = compare (a->file, b->file);
  return order != 0 ? order : compare (a->row, b->row);
}

/* Staked sections of such townships; a road without a name that begins at 0 is like many others. */
static GPtrArray *
gather (const GArray *sections, GHashTable *shared)
{
  GPtrArray *found = g_ptr_array_new ();
  for (guint i = 0; i < sections->len; i++)
    {
      YlCountiesSection *section = &g_array_index (sections, YlCountiesSection, i);
      if (section->start_m != YL_STAKE_UNKNOWN && (section->name != 0 || section->start_m > 0)
          && g_hash_table_contains (shared, GUINT_TO_POINTER (section->township_code)))
        g_ptr_array_add (found, section);
    }
  g_ptr_array_sort (found, compare_pointers);
  return found;
}

static gboolean
is_one_road (const YlCountiesSection *a, const YlCountiesSection *b)
{
  if (a->file == b->file || a->route == b->route)
    return FALSE;
  return a->name == b->name || ((a->name == 0 || b->name == 0) && a->start_m > 0);
}

static void
report_hit (const YlCountiesSection *first,
            const YlCountiesSection *later,
            YlCountiesReport report,
            gpointer self)
{
  YlCountiesHit hit = { .first = first, .later = later, .length_m = later->length_m };
  const YlRate rate = { MIN (first->rate_fen_per_km, later->rate_fen_per_km) };
  yl_money_for_length ((YlLength){ hit.length_m }, rate, &hit.amount);
  report (self, &hit);
}

void
yl_counties_scan_codes (const GArray *sections, YlCountiesReport report, gpointer self)
{
  g_autoptr (GHashTable) shared = find_shared (sections);
  if (g_hash_table_size (shared) == 0)
    return;
  g_autoptr (GPtrArray) all = gather (sections, shared);
  guint group = 0;
  for (guint i = 1; i < all->len; i++)
    {
      const YlCountiesSection *later = g_ptr_array_index (all, i);
      if (compare_stretches (g_ptr_array_index (all, group), later) != 0)
        group = i;
      for (guint k = group; k < i && k - group < MAX_TRIED && !later->is_told; k++)
        if (is_one_road (g_ptr_array_index (all, k), later))
          {
            report_hit (g_ptr_array_index (all, k), later, report, self);
            break;
          }
    }
}
