#include "check-private.h"

#include "yanglu/base/keyed-hash.h"

#include <stdlib.h>
#include <string.h>

/* Kilometres of one township or route that the road list pays for, by rate and together. */
typedef struct
{
  gint64 length_m[FOUND_N_RATES];
  gint64 amount_fen;
  GArray *rows; /* of guint: the items of the table of that name */
} Listed;

static void
listed_free (gpointer data)
{
  Listed *listed = data;
  g_array_unref (listed->rows);
  g_free (listed);
}

static GHashTable *
list_new (void)
{
  return g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, listed_free);
}

static Listed *
get_listed (GHashTable *list, const char *name)
{
  Listed *listed = g_hash_table_lookup (list, name);
  if (listed == NULL)
    {
      listed = g_new0 (Listed, 1);
      listed->rows = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (list, g_strdup (name), listed);
    }
  return listed;
}

/* What the rates multiply: a stretch that nobody pays for is in no budget. */
static void
list_road (Listed *listed, const YlRoadWorking *working)
{
  listed->length_m[YL_FOUND_ALL_CLASSES] += working->paid_m;
  if (working->rate < YL_N_RATES)
    listed->length_m[working->rate] += working->paid_m;
  listed->amount_fen += working->amount_fen;
}

static GHashTable *
list_townships (const YlBudget *budget)
{
  GHashTable *list = list_new ();
  const GArray *townships = budget->figures->townships;
  for (guint i = 0; i < townships->len; i++)
    get_listed (list, g_array_index (townships, YlTownshipLine, i).name);
  for (gsize i = 0; i < yl_inventory_get_n_roads (budget->inventory); i++)
    {
      const YlRoadWorking *working = &budget->roads[i];
      const guint32 township = working->placement.township;
      if (township < townships->len)
        list_road (get_listed (list, g_array_index (townships, YlTownshipLine, township).name),
                   working);
    }
  return list;
}

/* Ten characters name a route; longer codes are its sections. */
#define N_ROUTE_CODE 10

static GHashTable *
list_routes (const YlBudget *budget)
{
  GHashTable *list = list_new ();
  const YlInventory *inventory = budget->inventory;
  for (gsize i = 0; i < yl_inventory_get_n_roads (inventory); i++)
    {
      const YlRoad *road = yl_inventory_get_road (inventory, i);
      g_autofree char *code =
          g_strndup (yl_inventory_get_text (inventory, road->route_code), N_ROUTE_CODE);
      list_road (get_listed (list, code), &budget->roads[i]);
    }
  return list;
}

/* (transfer full): what the row is called in the list. */
static char *
get_name (const FoundCheck *check, guint row, gboolean is_by_route)
{
  const YlFoundRow *found = found_row (check, row);
  return is_by_route ? g_strndup (found->label, MIN (strcspn (found->label, " "), N_ROUTE_CODE))
                     : g_strdup (found->township);
}

/* Metres of a column that several rows of one name state together. */
static gint64
add_rows (const FoundCheck *check, const Listed *listed, guint column)
{
  gint64 sum = 0;
  for (guint i = 0; i < listed->rows->len; i++)
    if (!found_add (&sum,
                    found_cell (check, g_array_index (listed->rows, guint, i), column)->stated))
      return 0;
  return sum;
}

static void
check_listed (FoundCheck *check, const Listed *listed)
{
  gboolean has_classes = FALSE;
  for (guint rate = 0; rate < FOUND_N_RATES; rate++)
    {
      const int column = check->length[rate];
      if (column < 0 || (rate == YL_FOUND_ALL_CLASSES && has_classes))
        continue;
      has_classes = TRUE;
      FoundCell *cell = found_cell (check, g_array_index (listed->rows, guint, 0), (guint) column);
      const gint64 step = check->steps[column];
      const FoundDifference difference = { .code = YL_C10,
                                           .stated = add_rows (check, listed, (guint) column),
                                           .expected = listed->length_m[rate],
                                           .from = "里程台账合计" };
      const gint64 off_m = difference.stated - difference.expected;
      if (ABS (off_m) <= (step > 1 ? step * listed->rows->len / 2 : 0) || cell->code == YL_C03)
        continue;
      const FoundStake stake = found_price (check, cell, off_m);
      found_report_difference (check, cell, &difference, stake);
      check->listed_fen -= stake.fen;
    }
}

static void
report_missing (FoundCheck *check, const char *name, const Listed *listed)
{
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ listed->amount_fen });
  g_autofree char *message =
      g_strdup_printf ("里程台账中的“%s”在表中没有，按标准应有 %s 元", name, yuan);
  found_report_at (check,
                   (YlFinding){ .code = YL_C10, .message = message, .gainer = YL_COUNTY_TREASURY },
                   (FoundStake){ TRUE, -listed->amount_fen });
  check->listed_fen += listed->amount_fen;
}

/* Gives each name of the list its rows. Returns: whether the table is about what the list knows:
 * half of its rows are found there. */
static gboolean
gather_rows (const FoundCheck *check, GHashTable *list, gboolean is_by_route)
{
  guint n_found = 0;
  guint n_items = 0;
  for (guint row = 0; found_next_item (check, &row); row++, n_items++)
    {
      g_autofree char *name = get_name (check, row, is_by_route);
      const Listed *listed = g_hash_table_lookup (list, name);
      if (listed == NULL)
        continue;
      g_array_append_val (listed->rows, row);
      n_found++;
    }
  return n_found > 0 && n_found * 2 >= n_items;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

void
found_check_roads (FoundCheck *check, const YlBudget *budget)
{
  const gboolean is_by_route = found_find_first (check, YL_FOUND_ROUTE) >= 0;
  g_autoptr (GHashTable) list = is_by_route ? list_routes (budget) : list_townships (budget);
  if (!gather_rows (check, list, is_by_route))
    return;
  guint n = 0;
  g_autofree char **names = (char **) g_hash_table_get_keys_as_array (list, &n);
  qsort (names, n, sizeof (char *), compare_names);
  for (guint i = 0; i < n; i++)
    {
      const Listed *listed = g_hash_table_lookup (list, names[i]);
      if (listed->rows->len > 0)
        check_listed (check, listed);
      else if (listed->amount_fen != 0)
        report_missing (check, names[i], listed);
    }
}
