#include "table-private.h"

#include "yanglu/calc/counted.h"
#include "yanglu/base/money.h"

#include <string.h>

YlDiagnosisRow *
yl_table_get_row (const YlDiagnosisTable *table, guint index)
{
  return &g_array_index (table->rows, YlDiagnosisRow, index);
}

YlTableSource *
yl_table_get_source (const YlDiagnosisTable *table, guint index)
{
  return &g_array_index (table->sources, YlTableSource, index);
}

static char *
make_key (const YlDiagnosisTable *table, const char *route, const char *township, guint rate)
{
  return g_strdup_printf ("%s|%s|%u", table->has_route ? route : "",
                          table->has_township ? township : "",
                          table->has_rate ? rate : YL_FOUND_ALL_CLASSES);
}

/* Our own books number townships of one name: 沙镇镇〔2〕. */
static char *
drop_number (const char *name)
{
  const char *bracket = strstr (name, "〔");
  return bracket == NULL || bracket == name ? g_strdup (name)
                                            : g_strndup (name, (gsize) (bracket - name));
}

#define N_TOWNSHIP_KEYS 3

/* By code and name, by the code (without one, as a name that has none), by the name: the first that a
 * row and a road share joins them. */
static void
list_township_keys (const char *name, guint32 code, char *keys[N_TOWNSHIP_KEYS])
{
  g_autofree char *plain = drop_number (name);
  keys[0] = g_strdup_printf ("%u#%s", code, plain);
  keys[1] = code == 0 ? g_strdup (keys[0]) : g_strdup_printf ("%u", code);
  keys[2] = g_strdup (plain);
}

static void
free_keys (char *keys[N_TOWNSHIP_KEYS])
{
  for (guint i = 0; i < N_TOWNSHIP_KEYS; i++)
    g_free (keys[i]);
}

static void
add_keys_of (YlDiagnosisTable *table, guint index, const YlFoundRow *row)
{
  char *townships[N_TOWNSHIP_KEYS];
  list_township_keys (row->township, row->township_code, townships);
  for (guint k = 0; k < N_TOWNSHIP_KEYS; k++)
    {
      char *key = make_key (table, row->label, townships[k], row->rate);
      if (g_hash_table_contains (table->keys, key))
        g_free (key);
      else
        g_hash_table_insert (table->keys, key, GUINT_TO_POINTER (index + 1));
    }
  free_keys (townships);
}

void
yl_table_add_keys (YlDiagnosisTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    if (yl_table_get_source (table, i)->found->kind == YL_FOUND_ROW_ITEM)
      add_keys_of (table, i, yl_table_get_source (table, i)->found);
}

/* A township, by code and name, of one of @n_routes names; 0: no row. */
static guint
find_key (const YlDiagnosisTable *table,
          const char *const routes[2],
          const char *township,
          guint32 township_code,
          guint rate)
{
  char *townships[N_TOWNSHIP_KEYS];
  guint row = 0;
  list_township_keys (township, township_code, townships);
  for (guint i = 0; i < (table->has_route ? 2 : 1) && row == 0; i++)
    for (guint k = 0; k < (table->has_township ? N_TOWNSHIP_KEYS : 1) && row == 0; k++)
      {
        g_autofree char *key = make_key (table, routes[i], townships[k], rate);
        row = GPOINTER_TO_UINT (g_hash_table_lookup (table->keys, key));
      }
  free_keys (townships);
  return row;
}

static guint
find_row (const YlDiagnosisTable *table,
          const YlInventory *inventory,
          const YlRoad *road,
          guint rate)
{
  const char *const routes[2] = { yl_inventory_get_text (inventory, road->route_code),
                                  yl_inventory_get_text (inventory, road->route_name) };
  return find_key (table, routes, yl_inventory_get_text (inventory, road->township),
                   road->township_code, rate);
}

static const char *
name_road (YlDiagnosisTable *table, const YlRoad *road)
{
  const YlInventory *inventory = table->budget->inventory;
  return yl_arena_print (
      table->arena, "%s%s%s", yl_inventory_get_text (inventory, road->route_code),
      road->route_name == 0 ? "" : " ", yl_inventory_get_text (inventory, road->route_name));
}

/* What the road is in the record, and as which kind it would be paid. */
static YlDiagnosisItem
describe_road (const YlDiagnosisTable *table, const YlRoad *road, const YlRoadWorking *working)
{
  const gboolean is_counted = working->counted_m > 0;
  const gboolean is_paid = table->rates.has_rate[working->rate];
  const gboolean is_track = working->rate == YL_RATE_TRACK;
  YlDiagnosisItem item = { .rate = working->rate, .part = working->placement.township };
  if (!is_counted)
    item.state =
        yl_counted_find_mark (road) == YL_MARK_DEAD_END ? YL_ITEM_DEAD_END : YL_ITEM_DUPLICATE;
  else if (!is_paid && (is_track || working->rate == YL_RATE_URBAN))
    {
      item.state = is_track ? YL_ITEM_TRACK : YL_ITEM_URBAN;
      item.rate = road->road_class;
    }
  item.length_m = item.state == YL_ITEM_COUNTED ? working->paid_m
                  : is_counted                  ? working->counted_m
                                                : road->length_m;
  return item;
}

static gboolean
is_only_row (const YlDiagnosisTable *table)
{
  return table->rows->len == 1 && g_hash_table_size (table->keys) == 0;
}

static void
add_road (YlDiagnosisTable *table, gsize index)
{
  const YlInventory *inventory = table->budget->inventory;
  const YlRoad *road = yl_inventory_get_road (inventory, index);
  const YlRoadWorking *working = &table->budget->roads[index];
  YlDiagnosisItem item = describe_road (table, road, working);
  const guint only = is_only_row (table) ? 1 : find_row (table, inventory, road, item.rate);
  if (only > 0)
    yl_table_get_source (table, only - 1)->counted_m[road->road_class] += working->counted_m;
  if (only == 0 || item.length_m == 0 || !table->rates.has_rate[item.rate])
    return;
  YlDiagnosisRow *row = yl_table_get_row (table, only - 1);
  item.name = name_road (table, road);
  item.row = only - 1;
  gint64 *const sums[] = { row->length_m, row->duplicate_m, row->dead_end_m, row->urban_m,
                           row->track_m };
  G_STATIC_ASSERT (G_N_ELEMENTS (sums) == YL_N_ITEM_STATES);
  sums[item.state][item.rate] += item.length_m;
  row->expected_fen += item.state == YL_ITEM_COUNTED ? working->amount_fen : 0;
  g_array_append_val (table->items, item);
}

static gint
compare_items (gconstpointer a, gconstpointer b)
{
  const YlDiagnosisItem *left = a, *right = b;
  return (left->row > right->row) - (left->row < right->row);
}

static void
add_roads (YlDiagnosisTable *table)
{
  const gsize n_roads = yl_inventory_get_n_roads (table->budget->inventory);
  const GArray *townships = table->budget->figures->townships;
  for (gsize i = 0; i < n_roads; i++)
    add_road (table, i);
  g_array_sort (table->items, compare_items);
  for (guint i = 0; i < townships->len; i++)
    g_ptr_array_add (table->parts, (gpointer) g_array_index (townships, YlTownshipLine, i).name);
}

/* Without roads the kilometres that the table states are the record. */
static void
add_stated_lengths (YlDiagnosisTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      YlDiagnosisRow *row = yl_table_get_row (table, i);
      const YlFoundRow *found = yl_table_get_source (table, i)->found;
      for (guint rate = 0; rate < YL_N_RATES && row->role == YL_DIAGNOSIS_ROW; rate++)
        {
          const guint slot = found->rate == rate ? YL_FOUND_ALL_CLASSES : rate;
          const int column = yl_found_table_find_column (table->found, YL_FOUND_LENGTH, slot);
          YlMoney amount = { 0 };
          if (column < 0 || !table->rates.has_rate[rate]
              || !yl_money_for_length ((YlLength){ yl_found_get_units (found, column) },
                                       table->rates.rate[rate], &amount))
            continue;
          row->length_m[rate] = yl_found_get_units (found, column);
          row->expected_fen += amount.fen;
        }
    }
}

/* The first row of the name that row @index has; 0: it has none. */
guint
yl_table_find_first (const YlDiagnosisTable *table, guint index)
{
  const YlFoundRow *row = yl_table_get_source (table, index)->found;
  if (row == NULL || row->kind != YL_FOUND_ROW_ITEM)
    return 0;
  g_autofree char *township = g_strdup_printf ("%u#%s", row->township_code, row->township);
  g_autofree char *key = make_key (table, row->label, township, row->rate);
  return GPOINTER_TO_UINT (g_hash_table_lookup (table->keys, key));
}

/* Kilometres of each row by what @pick takes of a road, as a record that the amounts may follow. */
typedef gint64 (*PickLength) (const YlDiagnosisTable *table, const YlBudget *budget, gsize index);

static gint64
pick_maintained (const YlDiagnosisTable *table, const YlBudget *budget, gsize index)
{
  const guint32 m = yl_rate_table_get_paid_m (
      &table->rates, yl_inventory_get_road (budget->inventory, index), YL_BASIS_MAINTAINED);
  return m == YL_METRES_UNKNOWN ? 0 : m;
}

static gint64
pick_subsidised (const YlDiagnosisTable *table, const YlBudget *budget, gsize index)
{
  const guint32 m = yl_rate_table_get_paid_m (
      &table->rates, yl_inventory_get_road (budget->inventory, index), YL_BASIS_SUBSIDISED);
  return m == YL_METRES_UNKNOWN ? 0 : m;
}

static gint64
pick_counted (const YlDiagnosisTable *table, const YlBudget *budget, gsize index)
{
  return yl_rate_table_get_paid_m (&table->rates, yl_inventory_get_road (budget->inventory, index),
                                   YL_BASIS_COUNTED);
}

static void
add_lengths_of (YlDiagnosisTable *table,
                const YlBudget *budget,
                const char *source,
                PickLength pick)
{
  const gsize n_roads = yl_inventory_get_n_roads (budget->inventory);
  gint64 (*length_m)[YL_N_RATES] = g_malloc0_n (table->rows->len + 1, sizeof *length_m);
  yl_arena_own (table->arena, length_m, g_free);
  for (gsize i = 0; i < n_roads; i++)
    {
      const guint rate = budget->roads[i].rate;
      const YlRoad *road = yl_inventory_get_road (budget->inventory, i);
      const guint row = is_only_row (table) ? 1 : find_row (table, budget->inventory, road, rate);
      if (row > 0 && table->rates.has_rate[rate])
        length_m[row - 1][rate] += pick (table, budget, i);
    }
  const YlDiagnosisLengths other = { source, (const gint64 (*)[YL_N_RATES]) length_m,
                                     budget != table->budget };
  g_array_append_val (table->other_lengths, other);
}

void
yl_table_add_other_lengths (YlDiagnosisTable *table, const YlBudget *last_year)
{
  if (table->budget != NULL && table->rates.basis != YL_BASIS_COUNTED)
    add_lengths_of (table, table->budget, "计入里程", pick_counted);
  if (table->budget != NULL && table->rates.basis != YL_BASIS_MAINTAINED)
    add_lengths_of (table, table->budget, "列养里程", pick_maintained);
  if (table->budget != NULL && table->rates.basis != YL_BASIS_SUBSIDISED)
    add_lengths_of (table, table->budget, "补助养护里程", pick_subsidised);
  if (last_year != NULL)
    add_lengths_of (table, last_year, "上年里程", pick_counted);
}

/* What the record pays for each row. */
void
yl_table_add_record (YlDiagnosisTable *table)
{
  if (table->budget != NULL)
    add_roads (table);
  else
    add_stated_lengths (table);
}

static void
add_absent_row (YlDiagnosisTable *table, const YlTownshipLine *line)
{
  const guint index = table->rows->len;
  const YlFoundRow row = { .label = line->name,
                           .township = line->name,
                           .township_code = line->code,
                           .rate = YL_FOUND_ALL_CLASSES };
  const YlDiagnosisRow absent = {
    .place = yl_arena_print (table->arena, "%s!%u", table->found->sheet, table->found->head_row),
    .name = line->name,
    .is_absent = TRUE,
  };
  g_array_append_val (table->rows, absent);
  g_array_append_val (table->sources, (YlTableSource){ .found = NULL });
  add_keys_of (table, index, &row);
}

/* Townships of the record that the table does not have: not where it has but a few of them. */
void
yl_table_add_absent (YlDiagnosisTable *table)
{
  static const char *const none[2] = { "", "" };
  const GArray *lines = table->budget->figures->townships;
  g_autoptr (GPtrArray) absent = g_ptr_array_new ();
  for (guint i = 0; i < lines->len; i++)
    {
      const YlTownshipLine *line = &g_array_index (lines, YlTownshipLine, i);
      if (line->roads_fen != 0
          && find_key (table, none, line->name, line->code, YL_FOUND_ALL_CLASSES) == 0)
        g_ptr_array_add (absent, (gpointer) line);
    }
  for (guint i = 0; i < absent->len && absent->len * 3 <= lines->len; i++)
    add_absent_row (table, g_ptr_array_index (absent, i));
}
