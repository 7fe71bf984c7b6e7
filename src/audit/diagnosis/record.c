#include "table-private.h"

#include "yanglu/base/money.h"
#include "yanglu/calc/counted.h"

#include <string.h>

char *
yl_diagnosis_table_get_key (const YlDiagnosisTable *table,
                            const char *route,
                            const char *township,
                            guint rate)
{
  return g_strdup_printf ("%s|%s|%u", table->has_route ? route : "",
                          table->has_township ? township : "",
                          table->has_rate ? rate : YL_FOUND_ALL_CLASSES);
}

static void
add_keys (YlDiagnosisTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      const YlFoundRow *row = g_array_index (table->source, const YlFoundRow *, i);
      g_autofree char *code = g_strdup_printf ("%u", row->township_code);
      const char *const townships[2] = { row->township, row->township_code == 0 ? "" : code };
      for (guint k = 0; k < 2 && row->kind == YL_FOUND_ROW_ITEM; k++)
        {
          char *key = yl_diagnosis_table_get_key (table, row->label, townships[k], row->rate);
          if (g_hash_table_contains (table->keys, key))
            g_free (key);
          else
            g_hash_table_insert (table->keys, key, GUINT_TO_POINTER (i + 1));
        }
    }
}

static guint
find_row (const YlDiagnosisTable *table, const YlRoad *road, guint rate)
{
  const YlInventory *inventory = yl_budget_get_inventory (table->budget);
  g_autofree char *code = g_strdup_printf ("%u", road->township_code);
  const char *const townships[2] = { code, yl_inventory_get_text (inventory, road->township) };
  const char *const routes[2] = { yl_inventory_get_text (inventory, road->route_code),
                                  yl_inventory_get_text (inventory, road->route_name) };
  for (guint i = 0; i < (table->has_route ? 2 : 1); i++)
    for (guint k = 0; k < (table->has_township ? 2 : 1); k++)
      {
        g_autofree char *key = yl_diagnosis_table_get_key (table, routes[i], townships[k], rate);
        const guint row = GPOINTER_TO_UINT (g_hash_table_lookup (table->keys, key));
        if (row > 0)
          return row;
      }
  return 0;
}

static const char *
name_road (YlDiagnosisTable *table, const YlRoad *road)
{
  const YlInventory *inventory = yl_budget_get_inventory (table->budget);
  char *name = g_strdup_printf ("%s%s%s", yl_inventory_get_text (inventory, road->route_code),
                                road->route_name == 0 ? "" : " ",
                                yl_inventory_get_text (inventory, road->route_name));
  g_ptr_array_add (table->texts, name);
  return name;
}

static void
add_road (YlDiagnosisTable *table, gsize index)
{
  const YlRoad *road = yl_inventory_get_road (yl_budget_get_inventory (table->budget), index);
  const YlRoadWorking *working = yl_budget_get_road_working (table->budget, index);
  const guint only =
      table->rows->len == 1 && table->keys != NULL && g_hash_table_size (table->keys) == 0
          ? 1
          : find_row (table, road, working->rate);
  const gboolean is_counted = working->counted_m > 0;
  const guint32 length_m = is_counted ? working->paid_m : road->length_m;
  if (only > 0)
    g_array_index (table->counted, YlCountedLengths, only - 1).m[road->road_class] +=
        working->counted_m;
  if (only == 0 || length_m == 0 || !table->rates.has_rate[working->rate])
    return;
  YlDiagnosisRow *row = &g_array_index (table->rows, YlDiagnosisRow, only - 1);
  const YlDiagnosisItem item = {
    .name = name_road (table, road),
    .row = only - 1,
    .part = working->placement.township,
    .length_m = length_m,
    .rate = working->rate,
    .state = is_counted                                        ? YL_ITEM_COUNTED
             : yl_counted_find_mark (road) == YL_MARK_DEAD_END ? YL_ITEM_DEAD_END
                                                               : YL_ITEM_DUPLICATE,
  };
  gint64 *const sums[] = { row->length_m, row->duplicate_m, row->dead_end_m };
  sums[item.state][item.rate] += length_m;
  row->expected_fen += is_counted ? working->amount_fen : 0;
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
  const gsize n_roads = yl_inventory_get_n_roads (yl_budget_get_inventory (table->budget));
  const GArray *townships = yl_budget_get_figures (table->budget)->townships;
  for (gsize i = 0; i < n_roads; i++)
    add_road (table, i);
  g_array_sort (table->items, compare_items);
  for (guint i = 0; i < townships->len; i++)
    g_ptr_array_add (table->parts, (gpointer) g_array_index (townships, YlTownshipLine, i).name);
}

static gint64
get_units (const YlFoundRow *row, int column)
{
  const YlFoundValue *value = column < 0 ? NULL : yl_found_row_get (row, (guint) column);
  return value == NULL || !value->is_known ? 0 : value->units;
}

/* Without roads the kilometres that the table states are the record. */
static void
add_stated_lengths (YlDiagnosisTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      YlDiagnosisRow *row = &g_array_index (table->rows, YlDiagnosisRow, i);
      const YlFoundRow *found = g_array_index (table->source, const YlFoundRow *, i);
      for (guint rate = 0; rate < YL_N_RATES && row->role == YL_DIAGNOSIS_ROW; rate++)
        {
          const guint slot = found->rate == rate ? YL_FOUND_ALL_CLASSES : rate;
          const int column = yl_found_table_find_column (table->found, YL_FOUND_LENGTH, slot);
          YlMoney amount = { 0 };
          if (column < 0 || !table->rates.has_rate[rate]
              || !yl_money_for_length ((YlLength){ get_units (found, column) },
                                       table->rates.rate[rate], &amount))
            continue;
          row->length_m[rate] = get_units (found, column);
          row->expected_fen += amount.fen;
        }
    }
}

gboolean
yl_diagnosis_table_has_keys (const YlDiagnosisTable *table)
{
  guint n_rows = 0, n_again = 0;
  for (guint i = 0; i < table->rows->len; i++)
    {
      const YlFoundRow *row = g_array_index (table->source, const YlFoundRow *, i);
      g_autofree char *key =
          yl_diagnosis_table_get_key (table, row->label, row->township, row->rate);
      const guint first = GPOINTER_TO_UINT (g_hash_table_lookup (table->keys, key));
      n_rows++;
      n_again += first != 0 && first != i + 1 ? 1 : 0;
    }
  return table->budget == NULL || n_again <= 2 || n_again * 20 <= n_rows;
}

void
yl_diagnosis_table_add_record (YlDiagnosisTable *table)
{
  add_keys (table);
  g_array_set_size (table->counted, table->rows->len);
  if (table->budget != NULL)
    add_roads (table);
  else
    add_stated_lengths (table);
}
