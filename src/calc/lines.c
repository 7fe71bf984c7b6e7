#include "allotment-private.h"

#include <string.h>

static int
compare_codes (guint32 left, guint32 right)
{
  return left < right ? -1 : left > right;
}

/* Unnamed last. */
static int
compare_names (const char *left, const char *right)
{
  const gboolean is_left_empty = left[0] == '\0';
  const gboolean is_right_empty = right[0] == '\0';
  if (is_left_empty || is_right_empty)
    return is_left_empty - is_right_empty;
  return g_strcmp0 (left, right);
}

/* By code, those without one after all that have one, then by name. */
static int
compare_townships (gconstpointer a, gconstpointer b)
{
  const YlGroup *left = a;
  const YlGroup *right = b;
  if (left->code != right->code)
    return compare_codes (left->code - 1, right->code - 1);
  return left->code != 0 ? 0 : compare_names (left->name, right->name);
}

guint32 *
yl_allotment_list_townships (const YlGroups *groups, GArray *lines)
{
  guint32 n_lines;
  guint32 *places = yl_groups_rank (groups, compare_townships, &n_lines);
  g_array_set_size (lines, n_lines);
  for (guint32 i = 0; i < yl_groups_get_n (groups); i++)
    {
      const YlGroup *group = yl_groups_get (groups, i);
      YlTownshipLine *line = &g_array_index (lines, YlTownshipLine, places[i]);
      line->name = g_strdup (group->name);
      line->code = group->code;
    }
  return places;
}

/* The county's agency first. */
static int
compare_payees (gconstpointer a, gconstpointer b)
{
  const YlGroup *left = a;
  const YlGroup *right = b;
  const gboolean is_left_agency = g_strcmp0 (left->name, YL_COUNTY_AGENCY) == 0;
  const gboolean is_right_agency = g_strcmp0 (right->name, YL_COUNTY_AGENCY) == 0;
  if (is_left_agency != is_right_agency)
    return is_right_agency - is_left_agency;
  const int by_name = compare_names (left->name, right->name);
  return by_name != 0 ? by_name : compare_codes (left->code, right->code);
}

static int
compare_packages (gconstpointer a, gconstpointer b)
{
  return compare_names (((const YlGroup *) a)->name, ((const YlGroup *) b)->name);
}

/* Says of every name which code is paid under it, or YL_LINE_NONE when several are. */
static GHashTable *
find_codes_by_name (const YlGroups *groups)
{
  GHashTable *codes = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint32 i = 0; i < yl_groups_get_n (groups); i++)
    {
      const YlGroup *group = yl_groups_get (groups, i);
      if (group->code == 0)
        continue;
      const gboolean is_taken = g_hash_table_contains (codes, group->name);
      g_hash_table_insert (codes, (gpointer) group->name,
                           GUINT_TO_POINTER (is_taken ? YL_LINE_NONE : group->code));
    }
  return codes;
}

/* A township's office is the township: 东城街道办事处 is 东城街道. */
static guint32
find_code_of_office (GHashTable *codes, const char *name)
{
  static const char *const offices[] = { "", "办事处", "办", "人民政府", "政府" };
  for (gsize i = 0; i < G_N_ELEMENTS (offices); i++)
    {
      if (!g_str_has_suffix (name, offices[i]))
        continue;
      g_autofree char *place = g_strndup (name, strlen (name) - strlen (offices[i]));
      const guint32 code = GPOINTER_TO_UINT (g_hash_table_lookup (codes, place));
      if (code != 0 && code != YL_LINE_NONE)
        return code;
    }
  return 0;
}

/* A township without a name is called by its code. */
static void
name_by_code (const YlGroups *groups, GStringChunk *names)
{
  for (guint32 i = 0; i < yl_groups_get_n (groups); i++)
    {
      YlGroup *group = yl_groups_get (groups, i);
      g_autofree char *digits = g_strdup_printf ("%" G_GUINT32_FORMAT, group->code);
      if (group->name[0] == '\0')
        group->name = g_string_chunk_insert (names, digits);
    }
}

/* A payee that the list names like one township is that township, and keeps the name that the list
 * gives it: the smallest, no matter of the order of the rows. */
static void
join_offices (const YlGroups *groups)
{
  g_autoptr (GHashTable) codes = find_codes_by_name (groups);
  g_autoptr (GHashTable) given = g_hash_table_new (NULL, NULL);
  for (guint32 i = 0; i < yl_groups_get_n (groups); i++)
    {
      YlGroup *group = yl_groups_get (groups, i);
      if (group->code != 0)
        continue;
      group->code = find_code_of_office (codes, group->name);
      const char *other = g_hash_table_lookup (given, GUINT_TO_POINTER (group->code));
      if (group->code != 0 && (other == NULL || g_strcmp0 (group->name, other) < 0))
        g_hash_table_insert (given, GUINT_TO_POINTER (group->code), (gpointer) group->name);
    }
  for (guint32 i = 0; i < yl_groups_get_n (groups); i++)
    {
      YlGroup *group = yl_groups_get (groups, i);
      const char *name = g_hash_table_lookup (given, GUINT_TO_POINTER (group->code));
      group->name = name == NULL ? group->name : name;
    }
}

/* Two townships of one name, in a zone made of several counties, are told apart by their codes. */
static void
report_apart (GArray *lines)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree gboolean *is_repeated = g_new0 (gboolean, lines->len);
  for (guint i = 0; i < lines->len; i++)
    {
      const YlShareholderLine *line = &g_array_index (lines, YlShareholderLine, i);
      gpointer other;
      is_repeated[i] = g_hash_table_lookup_extended (names, line->name, NULL, &other);
      if (is_repeated[i])
        is_repeated[GPOINTER_TO_UINT (other)] = TRUE;
      else
        g_hash_table_insert (names, line->name, GUINT_TO_POINTER (i));
    }
  g_hash_table_remove_all (names);
  for (guint i = 0; i < lines->len; i++)
    {
      YlShareholderLine *line = &g_array_index (lines, YlShareholderLine, i);
      if (!is_repeated[i] || line->township_code == 0)
        continue;
      char *longer =
          g_strdup_printf ("%s（%" G_GUINT32_FORMAT "）", line->name, line->township_code);
      g_free (line->name);
      line->name = longer;
    }
}

static guint32 *
list_shareholders (const YlGroups *groups, GCompareFunc compare, GArray *lines)
{
  guint32 n_lines;
  guint32 *places = yl_groups_rank (groups, compare, &n_lines);
  g_array_set_size (lines, n_lines);
  for (guint32 i = 0; i < yl_groups_get_n (groups); i++)
    {
      const YlGroup *group = yl_groups_get (groups, i);
      YlShareholderLine *line = &g_array_index (lines, YlShareholderLine, places[i]);
      g_free (line->name); /* two groups that were joined */
      line->name = g_strdup (group->name);
      line->township_code = group->code;
    }
  return places;
}

guint32 *
yl_allotment_list_payees (const YlGroups *groups, GArray *lines)
{
  g_autoptr (GStringChunk) names = g_string_chunk_new (64);
  name_by_code (groups, names);
  join_offices (groups);
  guint32 *places = list_shareholders (groups, compare_payees, lines);
  report_apart (lines);
  return places;
}

guint32 *
yl_allotment_list_packages (const YlGroups *groups, GArray *lines)
{
  gboolean is_any_named = FALSE;
  for (guint32 i = 0; i < yl_groups_get_n (groups); i++)
    is_any_named = is_any_named || yl_groups_get (groups, i)->name[0] != '\0';
  if (is_any_named)
    return list_shareholders (groups, compare_packages, lines);

  guint32 *places = g_new (guint32, yl_groups_get_n (groups));
  for (guint32 i = 0; i < yl_groups_get_n (groups); i++)
    places[i] = YL_LINE_NONE;
  return places;
}
