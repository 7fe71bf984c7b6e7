#include "yanglu/audit/lists/counties.h"

typedef struct
{
  GHashTable *told; /* rows that were told, as make_key() */
  YlCountiesReport report;
  gpointer self;
} Filter;

static gint64
make_key (const YlCountiesSection *section)
{
  return (gint64) ((guint64) section->file << 32 | section->row);
}

/* Two rows that stand there still were told by where they stand. */
static void
take_hit (gpointer self, const YlCountiesHit *hit)
{
  const Filter *filter = self;
  const gint64 key = make_key (hit->later);
  if ((!hit->first->is_claim && !hit->later->is_claim)
      || !g_hash_table_add (filter->told, g_memdup2 (&key, sizeof key)))
    return;
  filter->report (filter->self, hit);
}

static void
mark_told (GArray *sections, GHashTable *told)
{
  for (guint i = 0; i < sections->len; i++)
    {
      YlCountiesSection *section = &g_array_index (sections, YlCountiesSection, i);
      const gint64 key = make_key (section);
      section->is_told = section->is_told || g_hash_table_contains (told, &key);
    }
}

static GHashTable *
list_told (const GArray *sections)
{
  GHashTable *told = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < sections->len; i++)
    {
      const YlCountiesSection *section = &g_array_index (sections, YlCountiesSection, i);
      const gint64 key = make_key (section);
      if (section->is_told)
        g_hash_table_add (told, g_memdup2 (&key, sizeof key));
    }
  return told;
}

static gint
compare_routes (gconstpointer left, gconstpointer right)
{
  const YlCountiesSection *a = left;
  const YlCountiesSection *b = right;
  return a->route < b->route ? -1 : a->route > b->route;
}

/* Claims, and what stands still on the routes that they name; @sections are in the order of routes. */
static GArray *
gather (const GArray *sections, GArray *claims)
{
  GArray *there = g_array_new (FALSE, FALSE, sizeof (YlCountiesSection));
  guint at = 0;
  g_array_sort (claims, compare_routes);
  g_array_append_vals (there, claims->data, claims->len);
  for (guint i = 0; i < sections->len; i++)
    {
      const YlCountiesSection *section = &g_array_index (sections, YlCountiesSection, i);
      while (at < claims->len
             && g_array_index (claims, YlCountiesSection, at).route < section->route)
        at++;
      if (at == claims->len)
        break;
      if (section->is_moved
          || g_array_index (claims, YlCountiesSection, at).route != section->route)
        continue;
      YlCountiesSection copy = *section;
      copy.is_told = FALSE;
      g_array_append_val (there, copy);
    }
  return there;
}

void
yl_counties_scan_claims (GArray *sections, GArray *claims, YlCountiesReport report, gpointer self)
{
  if (claims->len == 0)
    return;
  g_autoptr (GHashTable) told = list_told (sections);
  g_autoptr (GArray) there = gather (sections, claims);
  Filter filter = { told, report, self };
  yl_counties_scan (there, take_hit, &filter);
  mark_told (sections, told);
}
