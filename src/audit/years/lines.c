#include "year-private.h"

#include <string.h>

YlYearLine *
yl_year_get_road (const YlYearWork *work, guint32 line)
{
  return &g_array_index (work->bridge->roads, YlYearLine, line);
}

YlYearLine *
yl_year_get_township (const YlYearWork *work, const YlYear *year, guint32 township)
{
  return &g_array_index (work->bridge->townships, YlYearLine, year->township_lines[township]);
}

static guint32
append_line (GArray *lines, char *code, const char *name, const char *township)
{
  const YlYearLine line = {
    .code = code,
    .name = g_strdup (name),
    .township = g_strdup (township),
    .previous_code = g_strdup (""),
  };
  g_array_append_val (lines, line);
  return lines->len - 1;
}

/* A township is its code; only without one, its name. */
static char *
make_township_key (const YlTownshipLine *township)
{
  return township->code != 0 ? g_strdup_printf ("%09u", township->code)
                             : g_strconcat ("\t", township->name, NULL);
}

static void
note_previous_name (YlYearLine *line, const char *name)
{
  g_free (line->previous_code);
  line->previous_code = g_strdup (name);
}

static guint32 *
list_townships_of (YlYearWork *work, const YlYear *year, GHashTable *known, const guint32 *renamed)
{
  const GArray *townships = year->figures->townships;
  GArray *lines = work->bridge->townships;
  guint32 *numbers = g_new0 (guint32, townships->len + 1);
  for (guint i = 0; i < townships->len; i++)
    {
      const YlTownshipLine *township = &g_array_index (townships, YlTownshipLine, i);
      g_autofree char *key = make_township_key (township);
      const guint before = GPOINTER_TO_UINT (g_hash_table_lookup (known, key));
      numbers[i] = before - 1;
      if (before == 0 && renamed != NULL && renamed[i] != YL_LINK_NONE)
        {
          numbers[i] = work->new_year.township_lines[renamed[i]];
          note_previous_name (&g_array_index (lines, YlYearLine, numbers[i]), township->name);
          continue;
        }
      if (before != 0)
        continue;
      numbers[i] = append_line (lines, township->code != 0 ? g_strdup (key) : g_strdup (""),
                                township->name, "");
      g_array_index (lines, YlYearLine, numbers[i]).township_code = township->code;
      g_hash_table_insert (known, g_steal_pointer (&key), GUINT_TO_POINTER (numbers[i] + 1));
    }
  return numbers;
}

/* A line that an old township has by its own code or name is no other's new name. */
static void
leave_taken (const YlYearWork *work, GHashTable *known, guint32 *renamed)
{
  const GArray *townships = work->old_year.figures->townships;
  g_autofree gboolean *is_taken = g_new0 (gboolean, work->bridge->townships->len + 1);
  for (guint i = 0; i < townships->len; i++)
    {
      g_autofree char *key = make_township_key (&g_array_index (townships, YlTownshipLine, i));
      const guint line = GPOINTER_TO_UINT (g_hash_table_lookup (known, key));
      if (line != 0)
        is_taken[line - 1] = TRUE;
    }
  for (guint i = 0; i < townships->len; i++)
    if (renamed[i] != YL_LINK_NONE && is_taken[work->new_year.township_lines[renamed[i]]])
      renamed[i] = YL_LINK_NONE;
}

/* The new year's names come first: a township that was renamed goes by its new name. */
void
yl_year_list_townships (YlYearWork *work)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  work->new_year.township_lines = list_townships_of (work, &work->new_year, known, NULL);
  g_autofree guint32 *renamed = yl_year_find_renamed (work);
  leave_taken (work, known, renamed);
  work->old_year.township_lines = list_townships_of (work, &work->old_year, known, renamed);
}

/* Rows without a code or a name go by their village, at last by their class. */
static const char *
find_name (const YlInventory *list, const YlRoad *road, gboolean has_code)
{
  const char *name = yl_inventory_get_text (list, road->route_name);
  const char *village = yl_inventory_get_text (list, road->village);
  if (name[0] != '\0' || has_code)
    return name;
  return village[0] != '\0' ? village : yl_road_class_get_name ((YlRoadClass) road->road_class);
}

guint32
yl_year_find_road (YlYearWork *work, const YlYear *year, guint32 route, const YlRoad *road)
{
  guint32 *line = &work->road_lines[route];
  if (*line != YL_LINK_NONE)
    return *line;
  const char *code = yl_road_links_get_route_code (work->links, route);
  *line = append_line (work->bridge->roads, g_strdup (code),
                       find_name (year->inventory, road, code[0] != '\0'),
                       yl_inventory_get_text (year->inventory, road->township));
  yl_year_get_road (work, *line)->township_code = road->township_code;
  return *line;
}

guint32
yl_year_find_unrouted (YlYearWork *work)
{
  if (work->unrouted_line == YL_LINK_NONE)
    work->unrouted_line =
        append_line (work->bridge->roads, g_strdup (""), "路线不在台账中的桥梁", "");
  return work->unrouted_line;
}

/* What has a code before what has none. */
static int
compare_codes (const char *left, const char *right)
{
  const gboolean is_left_empty = left[0] == '\0';
  const gboolean is_right_empty = right[0] == '\0';
  return is_left_empty || is_right_empty ? is_left_empty - is_right_empty : strcmp (left, right);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const YlYearLine *left = a;
  const YlYearLine *right = b;
  int order = compare_codes (left->code, right->code);
  if (order == 0)
    order = strcmp (left->name, right->name);
  return order != 0 ? order : strcmp (left->township, right->township);
}

void
yl_year_sort_lines (YlYearWork *work)
{
  g_array_sort (work->bridge->townships, compare_lines);
  g_array_sort (work->bridge->roads, compare_lines);
  g_array_sort (work->bridge->bridges, compare_lines);
}
