#include "yanglu/audit/years/road-link.h"

#include "link-private.h"
#include "yanglu/audit/lists/row-check.h"

#include <stdlib.h>

/* Letter, three characters, six digits of the county; a longer section code begins with it. */
#define N_ROUTE_CHARACTERS 10

struct _YlRoadLinks
{
  GArray *links;          /* of YlRoadLink */
  GHashTable *routes;     /* key → number + 1; keys belong to `keys` */
  GPtrArray *keys;        /* (element-type utf8): by number */
  const YlPlaces *places; /* (nullable) */
};

/* What the two lists share while rows are understood: one number for one text. */
typedef struct
{
  YlRoadLinks *links;
  YlTextPool *texts;
} Naming;

static guint32
number_route (YlRoadLinks *links, char *key)
{
  const guint known = GPOINTER_TO_UINT (g_hash_table_lookup (links->routes, key));
  if (known != 0)
    {
      g_free (key);
      return known - 1;
    }
  g_ptr_array_add (links->keys, key);
  g_hash_table_insert (links->routes, key, GUINT_TO_POINTER (links->keys->len));
  return links->keys->len - 1;
}

/* The code with the present code of its county. */
static char *
renew_code (const YlRoadLinks *links, const char *code)
{
  const guint32 county = links->places == NULL ? 0 : yl_route_code_find_county (yl_text_of (code));
  const guint32 renewed = county == 0 ? 0 : yl_places_renew (links->places, county);
  return renewed == county
             ? g_strdup (code)
             : g_strdup_printf ("%.4s%06u%s", code, renewed, code + N_ROUTE_CHARACTERS);
}

static char *
cut_to_route (const YlRoadLinks *links, const char *code)
{
  char *key = renew_code (links, code);
  if (yl_route_code_find_county (yl_text_of (key)) != 0)
    key[N_ROUTE_CHARACTERS] = '\0';
  return key;
}

/* Rows without a code: a key that no code can be. */
static char *
describe (const YlInventory *list, const YlRoad *road)
{
  return g_strdup_printf (
      "\t%u\t%u\t%s\t%s\t%s", road->road_class, road->township_code,
      road->township_code != 0 ? "" : yl_inventory_get_text (list, road->township),
      yl_inventory_get_text (list, road->village), yl_inventory_get_text (list, road->route_name));
}

static guint32
find_own_route (const Naming *naming, const YlInventory *list, const YlRoad *road)
{
  const char *code = yl_inventory_get_text (list, road->route_code);
  return number_route (naming->links, code[0] != '\0' ? cut_to_route (naming->links, code)
                                                      : describe (list, road));
}

static guint32
number_text (const Naming *naming, const YlInventory *list, YlTextId id)
{
  return yl_text_pool_add (naming->texts, yl_text_of (yl_inventory_get_text (list, id)));
}

static guint32
number_code (const Naming *naming, const YlInventory *list, YlTextId id)
{
  g_autofree char *code = renew_code (naming->links, yl_inventory_get_text (list, id));
  return yl_text_pool_add (naming->texts, yl_text_of (code));
}

/* A township is its code; only without one, its name. */
static guint32
number_township (const Naming *naming, const YlInventory *list, const YlRoad *road)
{
  if (road->township_code == 0)
    return number_text (naming, list, road->township);
  g_autofree char *code = g_strdup_printf ("%u", road->township_code);
  return yl_text_pool_add (naming->texts, yl_text_of (code));
}

static void
set_stakes (YlLinkRow *row, gint32 start_m, gint32 end_m)
{
  const gboolean is_known =
      start_m != YL_STAKE_UNKNOWN && end_m != YL_STAKE_UNKNOWN && start_m != end_m;
  row->start_m = is_known ? MIN (start_m, end_m) : YL_STAKE_UNKNOWN;
  row->end_m = is_known ? MAX (start_m, end_m) : YL_STAKE_UNKNOWN;
}

static YlLinkRow
understand (const Naming *naming, const YlInventory *list, gsize index)
{
  const YlRoad *road = yl_inventory_get_road (list, index);
  const guint32 route = find_own_route (naming, list, road);
  YlLinkRow row = {
    .key = {
      [YL_LINK_KEY_ROUTE] = route,
      [YL_LINK_KEY_CODE] = number_code (naming, list, road->route_code),
      [YL_LINK_KEY_TOWNSHIP] = number_township (naming, list, road),
      [YL_LINK_KEY_NAME] = number_text (naming, list, road->route_name),
      [YL_LINK_KEY_CLASS] = road->road_class,
      [YL_LINK_KEY_FLAGS] = road->flags & (YL_ROAD_DUPLICATE | YL_ROAD_DEAD_END | YL_ROAD_URBAN | YL_ROAD_TRACK),
      [YL_LINK_KEY_LENGTH] = road->length_m,
      [YL_LINK_KEY_MAINTAINED] = road->maintained_m,
      [YL_LINK_KEY_SUBSIDISED] = road->subsidised_m,
    },
    .own_route = route,
    .road = (guint32) index,
    .length_m = road->length_m,
    .rest_m = road->length_m,
  };
  set_stakes (&row, road->start_m, road->end_m);
  return row;
}

/* A new row that says where it was: an old list without such a route makes it say nothing. */
static void
move_back (const Naming *naming, const YlInventory *list, guint32 n_old_routes, YlLinkRow *row)
{
  const YlRoad *road = yl_inventory_get_road (list, row->road);
  const char *code = yl_inventory_get_text (list, road->previous_code);
  if (code[0] == '\0')
    return;
  g_autofree char *key = cut_to_route (naming->links, code);
  const guint route = GPOINTER_TO_UINT (g_hash_table_lookup (naming->links->routes, key));
  if (route == 0 || route > n_old_routes)
    return;
  row->is_moved = TRUE;
  row->key[YL_LINK_KEY_ROUTE] = route - 1;
  row->key[YL_LINK_KEY_CODE] = number_code (naming, list, road->previous_code);
  if (road->previous_start_m != YL_STAKE_UNKNOWN && road->previous_end_m != YL_STAKE_UNKNOWN)
    set_stakes (row, road->previous_start_m, road->previous_end_m);
}

static void
understand_lists (YlLinking *linking,
                  const Naming *naming,
                  const YlInventory *old_list,
                  const YlInventory *new_list)
{
  YlLinkSide *old_side = &linking->old_side;
  YlLinkSide *new_side = &linking->new_side;
  for (gsize i = 0; i < old_side->n; i++)
    old_side->rows[i] = understand (naming, old_list, i);
  const guint32 n_old_routes = naming->links->keys->len;
  for (gsize i = 0; i < new_side->n; i++)
    {
      new_side->rows[i] = understand (naming, new_list, i);
      move_back (naming, new_list, n_old_routes, &new_side->rows[i]);
    }
}

void
yl_linking_add (
    YlLinking *linking, YlLinkRow *old_row, YlLinkRow *new_row, guint32 old_m, guint32 new_m)
{
  const YlRoadLink link = {
    .old_road = old_row->road,
    .new_road = new_row->road,
    .old_m = old_m,
    .new_m = new_m,
    .route = new_row->own_route,
    .kind = YL_LINK_BOTH,
  };
  g_array_append_val (linking->links, link);
  old_row->rest_m -= old_m;
  new_row->rest_m -= new_m;
  old_row->is_linked = TRUE;
  new_row->is_linked = TRUE;
}

/* Which routes have a link on a side: what is left of those is longer or shorter. */
static gboolean *
find_known (const YlLinkSide *side, guint n_routes)
{
  gboolean *is_known = g_new0 (gboolean, n_routes + 1);
  for (gsize i = 0; i < side->n; i++)
    if (side->rows[i].is_linked)
      is_known[side->rows[i].own_route] = TRUE;
  return is_known;
}

static void
add_rests (YlLinking *linking, const YlLinkSide *side, guint n_routes)
{
  const gboolean is_new = side == &linking->new_side;
  g_autofree gboolean *is_known = find_known (side, n_routes);
  for (gsize i = 0; i < side->n; i++)
    {
      const YlLinkRow *row = &side->rows[i];
      if (row->rest_m == 0 && row->is_linked)
        continue;
      const YlLinkKind of_known = is_new ? YL_LINK_LONGER : YL_LINK_SHORTER;
      const YlLinkKind of_unknown = is_new ? YL_LINK_NEW : YL_LINK_DROPPED;
      const YlRoadLink link = {
        .old_road = is_new ? YL_LINK_NONE : row->road,
        .new_road = is_new ? row->road : YL_LINK_NONE,
        .old_m = is_new ? 0 : row->rest_m,
        .new_m = is_new ? row->rest_m : 0,
        .route = row->own_route,
        .kind = (guint8) (is_known[row->own_route] ? of_known : of_unknown),
      };
      g_array_append_val (linking->links, link);
    }
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  const YlRoadLink *left = a;
  const YlRoadLink *right = b;
  int order = yl_link_compare (left->new_road, right->new_road);
  if (order == 0)
    order = yl_link_compare (left->old_road, right->old_road);
  if (order == 0)
    order = yl_link_compare (left->old_m, right->old_m);
  return order != 0 ? order : yl_link_compare (left->new_m, right->new_m);
}

YlRoadLinks *
yl_road_links_make (const YlInventory *old_list,
                    const YlInventory *new_list,
                    const YlPlaces *places)
{
  YlRoadLinks *links = g_new0 (YlRoadLinks, 1);
  links->places = places;
  links->links = g_array_new (FALSE, FALSE, sizeof (YlRoadLink));
  links->routes = g_hash_table_new (g_str_hash, g_str_equal);
  links->keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  const Naming naming = { links, texts };
  const gsize n_old = yl_inventory_get_n_roads (old_list);
  const gsize n_new = yl_inventory_get_n_roads (new_list);
  g_autofree YlLinkRow *old_rows = g_new0 (YlLinkRow, n_old + 1);
  g_autofree YlLinkRow *new_rows = g_new0 (YlLinkRow, n_new + 1);
  YlLinking linking = { { old_rows, n_old }, { new_rows, n_new }, links->links };
  understand_lists (&linking, &naming, old_list, new_list);
  yl_link_by_stakes (&linking);
  yl_link_by_code (&linking);
  add_rests (&linking, &linking.old_side, links->keys->len);
  add_rests (&linking, &linking.new_side, links->keys->len);
  g_array_sort (links->links, compare_links);
  return links;
}

void
yl_road_links_free (YlRoadLinks *links)
{
  if (links == NULL)
    return;
  g_array_unref (links->links);
  g_hash_table_unref (links->routes);
  g_ptr_array_unref (links->keys);
  g_free (links);
}

gsize
yl_road_links_get_n (const YlRoadLinks *links)
{
  return links->links->len;
}

const YlRoadLink *
yl_road_links_get (const YlRoadLinks *links, gsize index)
{
  return &g_array_index (links->links, YlRoadLink, index);
}

guint32
yl_road_links_get_n_routes (const YlRoadLinks *links)
{
  return links->keys->len;
}

guint32
yl_road_links_find_route (const YlRoadLinks *links, const char *code)
{
  g_autofree char *key = cut_to_route (links, code);
  const guint route = GPOINTER_TO_UINT (g_hash_table_lookup (links->routes, key));
  return route == 0 ? YL_LINK_NONE : route - 1;
}

const char *
yl_road_links_get_route_code (const YlRoadLinks *links, guint32 route)
{
  const char *key = g_ptr_array_index (links->keys, route);
  return key[0] == '\t' ? "" : key;
}
