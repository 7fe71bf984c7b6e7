#include "groups-private.h"

#include <stdlib.h>

struct _YlGroups
{
  GArray *all;         /* of YlGroup */
  GHashTable *by_code; /* code → number + 1 */
  GHashTable *by_name; /* name → number + 1 */
  GHashTable *by_text; /* text id → number + 1 */
  guint32 last_code;   /* rows of one place mostly stand together */
  guint32 last_code_group;
  YlTextId last_text;
  guint32 last_text_group;
};

YlGroups *
yl_groups_new (void)
{
  YlGroups *groups = g_new0 (YlGroups, 1);
  groups->all = g_array_new (FALSE, FALSE, sizeof (YlGroup));
  groups->by_code = g_hash_table_new (NULL, NULL);
  groups->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  groups->by_text = g_hash_table_new (NULL, NULL);
  return groups;
}

void
yl_groups_free (YlGroups *groups)
{
  if (groups == NULL)
    return;
  g_array_unref (groups->all);
  g_hash_table_unref (groups->by_code);
  g_hash_table_unref (groups->by_name);
  g_hash_table_unref (groups->by_text);
  g_free (groups);
}

static guint32
find_in (YlGroups *groups, GHashTable *table, gpointer key, YlGroup if_new)
{
  const guint32 found = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));
  if (found != 0)
    return found - 1;
  g_array_append_val (groups->all, if_new);
  g_hash_table_insert (table, key, GUINT_TO_POINTER (groups->all->len));
  return groups->all->len - 1;
}

/* Rows may spell the name of one code differently: the smallest is no matter of their order. */
static void
offer_name (YlGroup *group, const char *name)
{
  if (group->name == name || name[0] == '\0')
    return;
  if (group->name[0] == '\0' || g_strcmp0 (name, group->name) < 0)
    group->name = name;
}

guint32
yl_groups_find_code (YlGroups *groups, guint32 code, const char *name)
{
  if (code != groups->last_code)
    {
      groups->last_code_group =
          find_in (groups, groups->by_code, GUINT_TO_POINTER (code), (YlGroup){ code, name });
      groups->last_code = code;
    }
  offer_name (yl_groups_get (groups, groups->last_code_group), name);
  return groups->last_code_group;
}

guint32
yl_groups_find_name (YlGroups *groups, const char *name)
{
  return find_in (groups, groups->by_name, (gpointer) name, (YlGroup){ 0, name });
}

guint32
yl_groups_find_text (YlGroups *groups, YlTextId id, const char *name)
{
  if (id != 0 && id == groups->last_text)
    return groups->last_text_group;
  const guint32 found =
      GPOINTER_TO_UINT (g_hash_table_lookup (groups->by_text, GUINT_TO_POINTER (id)));
  groups->last_text = id;
  groups->last_text_group = found != 0 ? found - 1 : yl_groups_find_name (groups, name);
  if (found == 0)
    g_hash_table_insert (groups->by_text, GUINT_TO_POINTER (id),
                         GUINT_TO_POINTER (groups->last_text_group + 1));
  return groups->last_text_group;
}

guint
yl_groups_get_n (const YlGroups *groups)
{
  return groups->all->len;
}

YlGroup *
yl_groups_get (const YlGroups *groups, guint32 group)
{
  return &g_array_index (groups->all, YlGroup, group);
}

static int
compare_by (gconstpointer a, gconstpointer b, gpointer compare)
{
  const YlGroup *const *left = a;
  const YlGroup *const *right = b;
  return ((GCompareFunc) compare) (*left, *right);
}

guint32 *
yl_groups_rank (const YlGroups *groups, GCompareFunc compare, guint32 *out_n_places)
{
  const guint n = groups->all->len;
  const YlGroup *first = &g_array_index (groups->all, YlGroup, 0);
  g_autofree const YlGroup **order = g_new (const YlGroup *, n);
  for (guint32 i = 0; i < n; i++)
    order[i] = first + i;
  g_qsort_with_data (order, (gint) n, sizeof *order, compare_by, (gpointer) compare);

  guint32 *places = g_new (guint32, n);
  guint32 n_places = 0;
  for (guint32 i = 0; i < n; i++)
    {
      if (i == 0 || compare (order[i - 1], order[i]) != 0)
        n_places++;
      places[order[i] - first] = n_places - 1;
    }
  *out_n_places = n_places;
  return places;
}
