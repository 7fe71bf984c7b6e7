#include "yanglu/audit/years/road-link.h"

#include "yanglu/base/keyed-hash.h"

/* Routes and names that one list has in rows that were left out. */
typedef struct
{
  const YlRoadLinks *links;
  gboolean *routes;  /* by number of the route */
  GHashTable *names; /* of rows without a code; borrowed */
} Unread;

/* Returns: whether the code says anything */
static gboolean
note_code (Unread *unread, const char *code)
{
  if (code[0] == '\0')
    return FALSE;
  const guint32 route = yl_road_links_find_route (unread->links, code);
  if (route != YL_LINK_NONE)
    unread->routes[route] = TRUE;
  return TRUE;
}

/* Returns: whether the row says of which route it is */
static gboolean
note_row (Unread *unread, const YlIntakeLeftOut *row)
{
  const gboolean has_code = note_code (unread, row->route_code);
  const gboolean has_previous = note_code (unread, row->previous_code);
  if (has_code || has_previous)
    return TRUE;
  if (row->route_name[0] == '\0')
    return FALSE;
  g_hash_table_add (unread->names, (gpointer) row->route_name);
  return TRUE;
}

static gboolean
is_of_unread (const Unread *unread, const YlRoadLink *link, const YlInventory *list, YlSide side)
{
  if (unread->routes[link->route])
    return TRUE;
  const YlRoad *road = yl_inventory_get_road (list, link->road[side]);
  return g_hash_table_contains (unread->names, yl_inventory_get_text (list, road->route_name));
}

/* Rows beyond those that are kept by name are known by their number alone. */
static guint64
count_left_out_roads (const YlIntake *intake)
{
  guint64 n = 0;
  for (guint i = 0; i < intake->tables->len; i++)
    {
      const YlIntakeTable *table = g_ptr_array_index (intake->tables, i);
      n += table->kind[0] == '\0' && !table->is_replaced ? table->n_left_out : 0;
    }
  return n;
}

guint64
yl_road_links_note_unread (YlRoadLinks *links,
                           YlSide side,
                           const YlIntake *intake,
                           const YlInventory *other)
{
  const YlSide there = side == YL_OLD ? YL_NEW : YL_OLD;
  g_autofree gboolean *routes = g_new0 (gboolean, links->routes->len + 1);
  g_autoptr (GHashTable) names = g_hash_table_new (yl_keyed_str_hash, g_str_equal);
  Unread unread = { links, routes, names };
  guint64 n_named = 0;
  for (guint i = 0; i < intake->left_out->len; i++)
    n_named += note_row (&unread, &g_array_index (intake->left_out, YlIntakeLeftOut, i)) ? 1 : 0;
  for (guint i = 0; intake->left_out->len > 0 && i < links->links->len; i++)
    {
      YlRoadLink *link = &g_array_index (links->links, YlRoadLink, i);
      if (link->road[side] == YL_LINK_NONE && is_of_unread (&unread, link, other, there))
        link->kind = YL_LINK_UNREAD;
    }
  const guint64 n = count_left_out_roads (intake);
  return n > n_named ? n - n_named : 0;
}

void
yl_road_links_note_unread_sides (YlRoadLinks *links,
                                 const YlIntake *const intakes[YL_N_SIDES],
                                 const YlInventory *const lists[YL_N_SIDES],
                                 guint64 out_n[YL_N_SIDES])
{
  for (guint side = 0; side < YL_N_SIDES; side++)
    {
      const YlSide other = side == YL_OLD ? YL_NEW : YL_OLD;
      const guint64 n =
          intakes[side] == NULL
              ? 0
              : yl_road_links_note_unread (links, (YlSide) side, intakes[side], lists[other]);
      if (out_n != NULL)
        out_n[side] = n;
    }
}
