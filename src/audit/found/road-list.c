#include "road-list-private.h"

#include "yanglu/base/keyed-hash.h"

#include <string.h>

/* Ten characters name a route; longer codes are its sections. */
#define N_ROUTE_CODE 10

static void
named_free (gpointer data)
{
  FoundNamed *named = data;
  g_array_unref (named->rows);
  g_free (named->name);
  g_free (named);
}

static FoundListed *
get_listed (GHashTable *list, const char *name)
{
  FoundListed *listed = g_hash_table_lookup (list, name);
  if (listed == NULL)
    {
      listed = g_new0 (FoundListed, 1);
      g_hash_table_insert (list, g_strdup (name), listed);
    }
  return listed;
}

/* What the rates multiply: a stretch that nobody pays for is in no budget. */
static void
list_road (FoundListed *listed, const YlRoadWorking *working)
{
  listed->length_m[YL_FOUND_ALL_CLASSES] += working->paid_m;
  listed->amount_fen[YL_FOUND_ALL_CLASSES] += working->amount_fen;
  if (working->rate >= YL_N_RATES)
    return;
  listed->length_m[working->rate] += working->paid_m;
  listed->amount_fen[working->rate] += working->amount_fen;
}

static void
list_in_township (FoundRoadList *list, const GArray *townships, const YlRoadWorking *working)
{
  const guint32 township = working->placement.township;
  if (township < townships->len)
    list_road (
        get_listed (list->townships, g_array_index (townships, YlTownshipLine, township).name),
        working);
}

FoundRoadList *
found_road_list_new (const YlBudget *budget)
{
  const YlInventory *inventory = budget->inventory;
  const GArray *townships = budget->figures->townships;
  FoundRoadList *list = g_new0 (FoundRoadList, 1);
  list->townships = g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, g_free);
  list->routes = g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < townships->len; i++)
    get_listed (list->townships, g_array_index (townships, YlTownshipLine, i).name);
  for (gsize i = 0; i < yl_inventory_get_n_roads (inventory); i++)
    {
      const YlRoad *road = yl_inventory_get_road (inventory, i);
      g_autofree char *code =
          g_strndup (yl_inventory_get_text (inventory, road->route_code), N_ROUTE_CODE);
      list_road (get_listed (list->routes, code), &budget->roads[i]);
      list_in_township (list, townships, &budget->roads[i]);
      list_road (&list->whole, &budget->roads[i]);
    }
  return list;
}

void
found_road_list_free (FoundRoadList *list)
{
  g_hash_table_unref (list->townships);
  g_hash_table_unref (list->routes);
  g_free (list);
}

/* (transfer full): what the row is called in the list. */
static char *
get_name (const FoundCheck *check, guint row, FoundNaming naming)
{
  const YlFoundRow *found = found_row (check, row);
  if (naming == FOUND_BY_ROUTE)
    return g_strndup (found->label, MIN (strcspn (found->label, " "), N_ROUTE_CODE));
  return g_strdup (naming == FOUND_BY_TOWNSHIP ? found->township
                   : found->rate < YL_N_RATES  ? yl_rate_kind_get_name ((YlRateKind) found->rate)
                                               : "");
}

const FoundListed *
found_find_listed (const FoundRoadList *list, const char *name, FoundNaming naming)
{
  if (naming == FOUND_BY_CLASS)
    return name[0] == '\0' ? NULL : &list->whole;
  return g_hash_table_lookup (naming == FOUND_BY_ROUTE ? list->routes : list->townships, name);
}

/* A row is of no class. */
#define OF_ALL (1u << YL_FOUND_ALL_CLASSES)

/* What the list has of class @rate (%YL_FOUND_ALL_CLASSES: of all) under the name. */
void
found_get_of_class (const FoundNamed *named,
                    guint rate,
                    gint64 *out_length_m,
                    gint64 *out_amount_fen)
{
  const gboolean is_of_all = named->rate == YL_FOUND_ALL_CLASSES;
  const gboolean is_of_other = !is_of_all && rate != YL_FOUND_ALL_CLASSES && rate != named->rate;
  const guint own = is_of_all ? rate : named->rate;
  *out_length_m = is_of_other ? 0 : named->listed->length_m[own];
  *out_amount_fen = is_of_other ? 0 : named->listed->amount_fen[own];
}

void
found_roads_free (FoundRoads *roads)
{
  g_ptr_array_unref (roads->named);
  g_free (roads->of_row);
  g_hash_table_unref (roads->by_key);
  g_hash_table_unref (roads->classes);
  g_free (roads);
}

guint
found_get_row_classes (const FoundRoads *roads, const char *name)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (roads->classes, name));
}

/* Returns: whether half of the rows are found in the list: the table is about what it knows. */
static gboolean
gather_classes (const FoundCheck *check, FoundRoads *roads)
{
  guint n_found = 0;
  guint n_items = 0;
  for (guint row = 0; found_next_item (check, &row); row++, n_items++)
    {
      g_autofree char *name = get_name (check, row, roads->naming);
      if (found_find_listed (roads->list, name, roads->naming) == NULL)
        continue;
      const guint classes =
          found_get_row_classes (roads, name) | 1u << found_row (check, row)->rate;
      g_hash_table_insert (roads->classes, g_steal_pointer (&name), GUINT_TO_POINTER (classes));
      n_found++;
    }
  return n_found > 0 && n_found * 2 >= n_items;
}

guint8
found_get_own_class (const FoundRoads *roads, const char *name, guint8 rate)
{
  const gboolean is_by_class =
      roads->naming != FOUND_BY_ROUTE && (found_get_row_classes (roads, name) & OF_ALL) == 0;
  return is_by_class ? rate : YL_FOUND_ALL_CLASSES;
}

static void
gather_row (FoundRoads *roads, const FoundCheck *check, guint row)
{
  g_autofree char *name = get_name (check, row, roads->naming);
  const FoundListed *listed = found_find_listed (roads->list, name, roads->naming);
  if (listed == NULL)
    return;
  const guint8 rate = found_get_own_class (roads, name, found_row (check, row)->rate);
  g_autofree char *key = g_strdup_printf ("%u %s", rate, name);
  FoundNamed *named = g_hash_table_lookup (roads->by_key, key);
  if (named == NULL)
    {
      named = g_new0 (FoundNamed, 1);
      *named = (FoundNamed){ .name = g_steal_pointer (&name),
                             .listed = listed,
                             .rate = rate,
                             .rows = g_array_new (FALSE, FALSE, sizeof (guint)) };
      g_ptr_array_add (roads->named, named);
      g_hash_table_insert (roads->by_key, g_steal_pointer (&key), named);
    }
  g_array_append_val (named->rows, row);
  roads->of_row[row] = named;
}

static FoundRoads *
match_roads (const FoundCheck *check, const FoundRoadList *list, FoundNaming naming)
{
  FoundRoads *roads = g_new0 (FoundRoads, 1);
  roads->naming = naming;
  roads->list = list;
  roads->of_row = g_new0 (FoundNamed *, check->table->rows->len + 1);
  roads->named = g_ptr_array_new_with_free_func (named_free);
  roads->by_key = g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  roads->classes = g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  if (!gather_classes (check, roads))
    {
      found_roads_free (roads);
      return NULL;
    }
  for (guint row = 0; found_next_item (check, &row); row++)
    gather_row (roads, check, row);
  return roads;
}

/* Rows of classes alone are the county's, unless the table says that it is one township's. */
static gboolean
is_of_county (const FoundCheck *check, const FoundRoadList *list)
{
  GHashTableIter iter;
  gpointer name = NULL;
  g_hash_table_iter_init (&iter, list->townships);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (((const char *) name)[0] != '\0'
        && (strstr (check->table->title, name) != NULL
            || strstr (check->table->sheet, name) != NULL))
      return FALSE;
  for (guint row = 0; found_next_item (check, &row); row++)
    if (found_row (check, row)->township[0] != '\0'
        || found_is_other_money (found_row (check, row)))
      return FALSE;
  return TRUE;
}

void
found_match_roads (FoundCheck *check, const FoundRoadList *list)
{
  if (found_find_first (check, YL_FOUND_ROUTE) >= 0)
    check->roads = match_roads (check, list, FOUND_BY_ROUTE);
  else
    check->roads = match_roads (check, list, FOUND_BY_TOWNSHIP);
  if (check->roads == NULL && found_find_first (check, YL_FOUND_ROUTE) < 0
      && is_of_county (check, list))
    check->roads = match_roads (check, list, FOUND_BY_CLASS);
}

void
found_note_paid_as_listed (FoundCheck *check, guint row, guint rate)
{
  check->roads->of_row[row]->paid_as_listed |= 1u << rate;
}

gboolean
found_is_paid_as_listed (const FoundNamed *named, guint rate)
{
  return (named->paid_as_listed & (1u << rate | OF_ALL)) != 0;
}

gboolean
found_get_listed (
    const FoundCheck *check, guint row, guint rate, gint64 *out_length_m, gint64 *out_amount_fen)
{
  const FoundNamed *named = check->roads == NULL ? NULL : check->roads->of_row[row];
  /* Of several rows of one name the list knows the sum only. */
  if (named == NULL || named->rows->len != 1)
    return FALSE;
  found_get_of_class (named, rate, out_length_m, out_amount_fen);
  return TRUE;
}
