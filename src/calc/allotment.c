#include "work-private.h"

#include "yanglu/base/keyed-hash.h"
#include "yanglu/base/text-pool.h"

#include <string.h>

/* Who the rows belong to, and what each of them comes to. */

/* What rows are put together by: a nine-digit code, or, where none is known, a name. */
typedef struct
{
  guint32 code;     /* 0: by name */
  guint32 place;    /* of payees: the code of the township that it stands beside; 0: none */
  const char *name; /* borrowed; a coded group takes the smallest name that its rows give it */
} Group;

/* Finds the group of a row, making it when it is the first; numbers count from 0. */
typedef struct
{
  GArray *all;         /* of Group */
  GHashTable *by_code; /* code → number + 1 */
  GHashTable *by_name; /* name → number + 1 */
  GHashTable *by_text; /* text id → number + 1 */
  guint32 last_code;   /* rows of one place mostly stand together */
  guint32 last_code_group;
  YlTextId last_text;
  guint32 last_text_group;
} Groups;

static Groups *
groups_new (void)
{
  Groups *groups = g_new0 (Groups, 1);
  groups->all = g_array_new (FALSE, FALSE, sizeof (Group));
  groups->by_code = g_hash_table_new (NULL, NULL);
  groups->by_name = g_hash_table_new (yl_keyed_str_hash, g_str_equal);
  groups->by_text = g_hash_table_new (NULL, NULL);
  return groups;
}

static void
groups_free (Groups *groups)
{
  if (groups == NULL)
    return;
  g_array_unref (groups->all);
  g_hash_table_unref (groups->by_code);
  g_hash_table_unref (groups->by_name);
  g_hash_table_unref (groups->by_text);
  g_free (groups);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Groups, groups_free)

static guint
get_n_groups (const Groups *groups)
{
  return groups->all->len;
}

static Group *
get_group (const Groups *groups, guint32 group)
{
  return &g_array_index (groups->all, Group, group);
}

static guint32
find_in (Groups *groups, GHashTable *table, gpointer key, Group if_new)
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
offer_name (Group *group, const char *name)
{
  if (group->name == name || name[0] == '\0')
    return;
  if (group->name[0] == '\0' || g_strcmp0 (name, group->name) < 0)
    group->name = name;
}

static guint32
find_code (Groups *groups, guint32 code, const char *name)
{
  if (code != groups->last_code)
    {
      groups->last_code_group = find_in (groups, groups->by_code, GUINT_TO_POINTER (code),
                                         (Group){ .code = code, .name = name });
      groups->last_code = code;
    }
  offer_name (get_group (groups, groups->last_code_group), name);
  return groups->last_code_group;
}

static guint32
find_name (Groups *groups, const char *name)
{
  return find_in (groups, groups->by_name, (gpointer) name, (Group){ .name = name });
}

/* As find_name(), without reading the name again for the same @id. */
static guint32
find_text (Groups *groups, YlTextId id, const char *name)
{
  if (id != 0 && id == groups->last_text)
    return groups->last_text_group;
  const guint32 found =
      GPOINTER_TO_UINT (g_hash_table_lookup (groups->by_text, GUINT_TO_POINTER (id)));
  groups->last_text = id;
  groups->last_text_group = found != 0 ? found - 1 : find_name (groups, name);
  if (found == 0)
    g_hash_table_insert (groups->by_text, GUINT_TO_POINTER (id),
                         GUINT_TO_POINTER (groups->last_text_group + 1));
  return groups->last_text_group;
}

static int
compare_by (gconstpointer a, gconstpointer b, gpointer compare)
{
  const Group *const *left = a;
  const Group *const *right = b;
  return ((GCompareFunc) compare) (*left, *right);
}

/* @compare orders two Group; groups that compare equal share a place. Returns: (transfer full): the
 * place of each group, from 0. */
static guint32 *
rank_groups (const Groups *groups, GCompareFunc compare, guint32 *out_n_places)
{
  const guint n = groups->all->len;
  const Group *first = &g_array_index (groups->all, Group, 0);
  g_autofree const Group **order = g_new (const Group *, n);
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

/* Who the rows belong to: their placements hold group numbers until the lines are laid out. */
typedef struct
{
  Groups *townships;
  Groups *payees;
  Groups *packages;
} Allotment;

/* A route code: letter, three characters, six digits; longer section codes begin with it. */
#define ROUTE_CODE_LENGTH 10

static guint32
place_township (Groups *groups, guint32 code, YlTextId id, const char *name)
{
  return code != 0 ? find_code (groups, code, name) : find_text (groups, id, name);
}

/* S11: county roads are the county's; what has no class falls to the county, which closes the gap.
 */
static gboolean
is_of_county (guint road_class)
{
  return road_class != YL_CLASS_TOWNSHIP && road_class != YL_CLASS_VILLAGE;
}

static guint32
find_payee_by_class (Groups *payees, guint road_class, guint32 township_code, const char *township)
{
  if (is_of_county (road_class))
    return find_name (payees, YL_COUNTY_AGENCY);
  if (township_code != 0)
    return find_code (payees, township_code, township);
  return find_name (payees, township[0] != '\0' ? township : YL_UNNAMED_TOWNSHIP);
}

static void
place_road (Allotment *allotment,
            const YlInventory *inventory,
            const YlRoad *road,
            YlPlacement *out)
{
  const char *township = yl_inventory_get_text (inventory, road->township);
  out->township =
      place_township (allotment->townships, road->township_code, road->township, township);
  if (road->payee != 0)
    out->payee =
        find_text (allotment->payees, road->payee, yl_inventory_get_text (inventory, road->payee));
  else
    out->payee =
        find_payee_by_class (allotment->payees, road->road_class, road->township_code, township);
  out->package = find_text (allotment->packages, road->package,
                            yl_inventory_get_text (inventory, road->package));
}

static guint
hash_route (gconstpointer key)
{
  return yl_keyed_hash ((YlText){ key, strnlen (key, ROUTE_CODE_LENGTH) });
}

static gboolean
is_same_route (gconstpointer a, gconstpointer b)
{
  return strncmp (a, b, ROUTE_CODE_LENGTH) == 0;
}

/* Marks a route whose sections stand in different packages. */
#define MANY_PACKAGES G_MAXUINT32

/* The one package of each route that has a bridge; sections without a package count as one more. */
static GHashTable *
find_route_packages (const YlWork *work)
{
  const GArray *bridges = work->entry->bridges;
  GHashTable *packages = g_hash_table_new (hash_route, is_same_route);
  for (guint i = 0; i < bridges->len; i++)
    {
      const YlBridge *bridge = &g_array_index (bridges, YlBridge, i);
      if (bridge->route_code[0] != '\0')
        g_hash_table_insert (packages, (gpointer) bridge->route_code, NULL);
    }
  for (gsize i = 0; i < work->n_roads && bridges->len > 0; i++)
    {
      const YlRoad *road = yl_inventory_get_road (work->inventory, i);
      const guint32 package = work->roads[i].placement.package + 1;
      gpointer route, seen;
      if (!g_hash_table_lookup_extended (
              packages, yl_inventory_get_text (work->inventory, road->route_code), &route, &seen))
        continue;
      const gboolean is_first = seen == NULL;
      if (is_first || GPOINTER_TO_UINT (seen) != package)
        g_hash_table_insert (packages, route,
                             GUINT_TO_POINTER (is_first ? package : MANY_PACKAGES));
    }
  return packages;
}

static void
place_bridge (Allotment *allotment, const YlBridge *bridge, guint package, YlBridgeWorking *working)
{
  const guint32 code = bridge->township_code;
  const gboolean is_paid = working->by_size_fen != 0 || working->by_metre_fen != 0;
  YlPlacement *out = &working->placement;
  out->township = code != 0 ? find_code (allotment->townships, code, bridge->township)
                            : find_name (allotment->townships, bridge->township);
  out->payee = find_payee_by_class (allotment->payees, bridge->road_class, code, bridge->township);
  if (package != 0 && package != MANY_PACKAGES)
    out->package = package - 1;
  else if (is_paid)
    out->package = find_name (allotment->packages, "");
}

static void
place_rows (Allotment *allotment, YlWork *work)
{
  for (gsize i = 0; i < work->n_roads; i++)
    place_road (allotment, work->inventory, yl_inventory_get_road (work->inventory, i),
                &work->roads[i].placement);
  g_autoptr (GHashTable) packages = find_route_packages (work);
  for (guint i = 0; i < work->entry->bridges->len; i++)
    {
      const YlBridge *bridge = &g_array_index (work->entry->bridges, YlBridge, i);
      const guint package = GPOINTER_TO_UINT (g_hash_table_lookup (packages, bridge->route_code));
      place_bridge (allotment, bridge, package, &work->bridges[i]);
    }
}

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
  const Group *left = a;
  const Group *right = b;
  if (left->code != right->code)
    return compare_codes (left->code - 1, right->code - 1);
  return left->code != 0 ? 0 : compare_names (left->name, right->name);
}

static guint32 *
list_townships (const Groups *groups, const YlFigures *figures)
{
  GArray *lines = figures->townships;
  guint32 n_lines;
  guint32 *places = rank_groups (groups, compare_townships, &n_lines);
  g_array_set_size (lines, n_lines);
  for (guint32 i = 0; i < get_n_groups (groups); i++)
    {
      const Group *group = get_group (groups, i);
      YlTownshipLine *line = &g_array_index (lines, YlTownshipLine, places[i]);
      line->name = yl_arena_keep (figures->arena, group->name);
      line->code = group->code;
    }
  return places;
}

/* The county's agency first, then townships in the order of the register, those without one by name. */
static int
compare_payees (gconstpointer a, gconstpointer b)
{
  const Group *left = a;
  const Group *right = b;
  const gboolean is_left_agency = g_strcmp0 (left->name, YL_COUNTY_AGENCY) == 0;
  const gboolean is_right_agency = g_strcmp0 (right->name, YL_COUNTY_AGENCY) == 0;
  if (is_left_agency != is_right_agency)
    return is_right_agency - is_left_agency;
  if (left->place != right->place)
    return compare_codes (left->place - 1, right->place - 1);
  const int by_name = compare_names (left->name, right->name);
  return by_name != 0 ? by_name : compare_codes (left->code, right->code);
}

static int
compare_packages (gconstpointer a, gconstpointer b)
{
  return compare_names (((const Group *) a)->name, ((const Group *) b)->name);
}

/* Says of every name which code is paid under it, or YL_LINE_NONE when several are. */
static GHashTable *
find_codes_by_name (const Groups *groups)
{
  GHashTable *codes = g_hash_table_new (yl_keyed_str_hash, g_str_equal);
  for (guint32 i = 0; i < get_n_groups (groups); i++)
    {
      const Group *group = get_group (groups, i);
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
name_by_code (const Groups *groups, GStringChunk *names)
{
  for (guint32 i = 0; i < get_n_groups (groups); i++)
    {
      Group *group = get_group (groups, i);
      g_autofree char *digits = g_strdup_printf ("%" G_GUINT32_FORMAT, group->code);
      if (group->name[0] == '\0')
        group->name = g_string_chunk_insert (names, digits);
    }
}

/* A payee that the list names like one township is that township, and keeps the name that the list
 * gives it: the smallest, no matter of the order of the rows. */
static void
join_offices (const Groups *groups)
{
  g_autoptr (GHashTable) codes = find_codes_by_name (groups);
  g_autoptr (GHashTable) given = g_hash_table_new (NULL, NULL);
  for (guint32 i = 0; i < get_n_groups (groups); i++)
    {
      Group *group = get_group (groups, i);
      if (group->code != 0)
        continue;
      group->code = find_code_of_office (codes, group->name);
      const char *other = g_hash_table_lookup (given, GUINT_TO_POINTER (group->code));
      if (group->code != 0 && (other == NULL || g_strcmp0 (group->name, other) < 0))
        g_hash_table_insert (given, GUINT_TO_POINTER (group->code), (gpointer) group->name);
    }
  for (guint32 i = 0; i < get_n_groups (groups); i++)
    {
      Group *group = get_group (groups, i);
      const char *name = g_hash_table_lookup (given, GUINT_TO_POINTER (group->code));
      group->name = name == NULL ? group->name : name;
    }
}

/* The code of the township whose name @name begins with, the longest; 0: of none, or of several. */
static guint32
find_code_of_beginning (GHashTable *codes, const char *name)
{
  g_autofree char *beginning = g_strdup (name);
  for (gsize length = strlen (beginning); length > 0; length--)
    {
      beginning[length] = '\0';
      gpointer code;
      if (g_hash_table_lookup_extended (codes, beginning, NULL, &code))
        return GPOINTER_TO_UINT (code) == YL_LINE_NONE ? 0 : GPOINTER_TO_UINT (code);
    }
  return 0;
}

/* 沙镇镇公路站 stands where 沙镇镇 stands in the register. */
static void
place_payees (const Groups *payees, const Groups *townships)
{
  g_autoptr (GHashTable) codes = find_codes_by_name (townships);
  for (guint32 i = 0; i < get_n_groups (payees); i++)
    {
      Group *group = get_group (payees, i);
      group->place = group->code != 0 ? group->code : find_code_of_beginning (codes, group->name);
    }
}

/* Two townships of one name, in a zone made of several counties, are told apart by their codes. */
static void
report_apart (const YlFigures *figures)
{
  const GArray *lines = figures->payees;
  g_autoptr (GHashTable) names = g_hash_table_new (yl_keyed_str_hash, g_str_equal);
  g_autofree gboolean *is_repeated = g_new0 (gboolean, lines->len);
  for (guint i = 0; i < lines->len; i++)
    {
      const YlShareholderLine *line = &g_array_index (lines, YlShareholderLine, i);
      gpointer other;
      is_repeated[i] = g_hash_table_lookup_extended (names, line->name, NULL, &other);
      if (is_repeated[i])
        is_repeated[GPOINTER_TO_UINT (other)] = TRUE;
      else
        g_hash_table_insert (names, (gpointer) line->name, GUINT_TO_POINTER (i));
    }
  g_hash_table_remove_all (names);
  for (guint i = 0; i < lines->len; i++)
    {
      YlShareholderLine *line = &g_array_index (lines, YlShareholderLine, i);
      if (!is_repeated[i] || line->township_code == 0)
        continue;
      line->name = yl_arena_print (figures->arena, "%s（%" G_GUINT32_FORMAT "）", line->name,
                                   line->township_code);
    }
}

static guint32 *
list_shareholders (const Groups *groups, GCompareFunc compare, YlArena *arena, GArray *lines)
{
  guint32 n_lines;
  guint32 *places = rank_groups (groups, compare, &n_lines);
  g_array_set_size (lines, n_lines);
  for (guint32 i = 0; i < get_n_groups (groups); i++)
    {
      const Group *group = get_group (groups, i);
      YlShareholderLine *line = &g_array_index (lines, YlShareholderLine, places[i]);
      line->name = yl_arena_keep (arena, group->name);
      line->township_code = group->code;
    }
  return places;
}

static guint32 *
list_payees (const Groups *groups, const Groups *townships, const YlFigures *figures)
{
  g_autoptr (GStringChunk) names = g_string_chunk_new (64);
  name_by_code (groups, names);
  join_offices (groups);
  if (figures->listing == YL_LISTING_OFFICIAL)
    place_payees (groups, townships);
  guint32 *places = list_shareholders (groups, compare_payees, figures->arena, figures->payees);
  report_apart (figures);
  return places;
}

static guint32 *
list_packages (const Groups *groups, const YlFigures *figures)
{
  gboolean is_any_named = FALSE;
  for (guint32 i = 0; i < get_n_groups (groups); i++)
    is_any_named = is_any_named || get_group (groups, i)->name[0] != '\0';
  if (is_any_named)
    return list_shareholders (groups, compare_packages, figures->arena, figures->packages);

  guint32 *places = g_new (guint32, get_n_groups (groups));
  for (guint32 i = 0; i < get_n_groups (groups); i++)
    places[i] = YL_LINE_NONE;
  return places;
}

static void
add_to_shareholder (
    YlWork *work, GArray *lines, guint32 place, gint64 paid_m, gint64 roads_fen, gint64 bridges_fen)
{
  if (place == YL_LINE_NONE)
    return;
  YlShareholderLine *line = &g_array_index (lines, YlShareholderLine, place);
  yl_work_add (work, &line->paid_m, paid_m);
  yl_work_add (work, &line->roads_fen, roads_fen);
  yl_work_add (work, &line->bridges_fen, bridges_fen);
}

static void
add_road (YlWork *work, const YlRoad *road, const YlRoadWorking *working)
{
  const YlFigures *figures = work->figures;
  const YlPlacement *placement = &working->placement;
  YlTownshipLine *township =
      &g_array_index (figures->townships, YlTownshipLine, placement->township);
  yl_work_add (work, &township->sections, 1);
  yl_work_add (work, &township->counted_m[road->road_class], working->counted_m);
  yl_work_add (work, &township->class_fen[road->road_class], working->amount_fen);
  yl_work_add (work, &township->paid_m, working->paid_m);
  yl_work_add (work, &township->roads_fen, working->amount_fen);
  add_to_shareholder (work, figures->payees, placement->payee, working->paid_m, working->amount_fen,
                      0);
  add_to_shareholder (work, figures->packages, placement->package, working->paid_m,
                      working->amount_fen, 0);
}

static void
add_bridge (YlWork *work, const YlBridgeWorking *working)
{
  const YlFigures *figures = work->figures;
  const YlPlacement *placement = &working->placement;
  gint64 amount_fen = working->by_size_fen;
  yl_work_add (work, &amount_fen, working->by_metre_fen);
  yl_work_add (work,
               &g_array_index (figures->townships, YlTownshipLine, placement->township).bridges_fen,
               amount_fen);
  add_to_shareholder (work, figures->payees, placement->payee, 0, 0, amount_fen);
  add_to_shareholder (work, figures->packages, placement->package, 0, 0, amount_fen);
}

/* The line of each group, by table. */
typedef struct
{
  guint32 *townships;
  guint32 *payees;
  guint32 *packages;
} Places;

static void
move_to_line (YlPlacement *placement, const Places *places)
{
  placement->township = places->townships[placement->township];
  placement->payee = places->payees[placement->payee];
  if (placement->package != YL_LINE_NONE)
    placement->package = places->packages[placement->package];
}

void
yl_work_allot (YlWork *work)
{
  g_autoptr (Groups) townships = groups_new ();
  g_autoptr (Groups) payees = groups_new ();
  g_autoptr (Groups) packages = groups_new ();
  place_rows (&(Allotment){ townships, payees, packages }, work);

  const YlFigures *figures = work->figures;
  g_autofree guint32 *township_places = list_townships (townships, figures);
  g_autofree guint32 *payee_places = list_payees (payees, townships, figures);
  g_autofree guint32 *package_places = list_packages (packages, figures);
  const Places places = { township_places, payee_places, package_places };
  for (gsize i = 0; i < work->n_roads; i++)
    {
      move_to_line (&work->roads[i].placement, &places);
      add_road (work, yl_inventory_get_road (work->inventory, i), &work->roads[i]);
    }
  for (guint i = 0; i < work->entry->bridges->len; i++)
    {
      move_to_line (&work->bridges[i].placement, &places);
      add_bridge (work, &work->bridges[i]);
    }
}
