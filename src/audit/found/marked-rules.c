#include "money-private.h"

#include "yanglu/calc/counted.h"
#include "yanglu/calc/price.h"

#include <string.h>

/* A05: kilometres that are marked 重复 or 断头 and yet have money. */

/* Counted and marked metres of a place, by rate kind. */
typedef struct
{
  gint64 counted_m[YL_N_RATES];
  gint64 marked_m[YL_N_RATES];
} Marked;

static gboolean
is_mark_head (const char *head)
{
  return strstr (head, "重复") != NULL || strstr (head, "断头") != NULL;
}

static gboolean
is_mark (const char *text)
{
  static const char *const none[] = { "",   "0", "0.0", "0.00", "0.000", "否",
                                      "无", "-", "—",   "/",    NULL };
  g_autofree char *trimmed = yl_text_dup (yl_text_trim (yl_text_of (text)));
  return !g_strv_contains (none, trimmed);
}

/* The head of the column that marks @row; NULL when none does. */
static const char *
find_mark (const YlFoundTable *table, const YlFoundRow *row)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const YlFoundColumn *column = yl_found_table_get_column (table, i);
      const YlFoundValue *value = yl_found_row_get (row, i);
      if (column->meaning == YL_FOUND_OTHER && is_mark_head (column->head) && value != NULL
          && value->text != NULL && is_mark (value->text))
        return column->head;
    }
  return NULL;
}

/* The amount of @row for daily maintenance; FOUND_NO_COLUMN when it has none. */
static int
find_amount (const YlFoundTable *table, const YlFoundRow *row)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const YlFoundColumn *column = yl_found_table_get_column (table, i);
      const YlFoundValue *value = yl_found_find_known (row, (int) i);
      const gboolean is_daily =
          column->purpose == YL_PURPOSE_DAILY || column->purpose == YL_N_PURPOSES;
      if (column->meaning == YL_FOUND_AMOUNT && is_daily && column->payer_after == 0
          && value != NULL && value->units > 0)
        return (int) i;
    }
  return FOUND_NO_COLUMN;
}

static void
check_row (const FoundMoneyCheck *check, const YlFoundRow *row)
{
  const char *head = find_mark (check->table, row);
  const int column = head == NULL ? FOUND_NO_COLUMN : find_amount (check->table, row);
  if (row->kind != YL_FOUND_ROW_ITEM || column == FOUND_NO_COLUMN)
    return;
  const YlMoney amount = { yl_found_find_known (row, column)->units };
  g_autofree char *yuan = yl_money_to_grouped (amount);
  g_autofree char *message =
      g_strdup_printf ("“%s”在“%s”一列有标记，不计入里程，却列了 %s 元；请删去这笔资金，或核实标记",
                       row->label, head, yuan);
  YlFoundPlace place;
  yl_found_place_init (&place, check, row, column);
  yl_figure_tell (&place.place,
                  (YlFinding){
                      .code = YL_A05,
                      .seen = yuan,
                      .expected = "0.00",
                      .message = message,
                      .gainer = row->township[0] == '\0' ? NULL : row->township,
                  },
                  &amount, check->findings);
}

static void
add_road (const YlBudget *budget, gsize index, Marked *marked)
{
  const YlRoad *road = yl_inventory_get_road (yl_budget_get_inventory (budget), index);
  const YlRoadWorking *working = yl_budget_get_road_working (budget, index);
  marked->counted_m[working->rate] += working->counted_m;
  if (yl_counted_find_mark (road) != YL_MARK_NONE)
    marked->marked_m[working->rate] += road->length_m;
}

/* (transfer full): name of a township → Marked; "" is all of them. */
static GHashTable *
sum_marked (const YlBudget *budget)
{
  GHashTable *townships = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const YlInventory *inventory = yl_budget_get_inventory (budget);
  Marked *all = g_new0 (Marked, 1);
  g_hash_table_insert (townships, g_strdup (""), all);
  for (gsize i = 0; i < yl_inventory_get_n_roads (inventory); i++)
    {
      const YlRoad *road = yl_inventory_get_road (inventory, i);
      const char *name = yl_inventory_get_text (inventory, road->township);
      add_road (budget, i, all);
      if (name == NULL || name[0] == '\0')
        continue;
      Marked *own = g_hash_table_lookup (townships, name);
      if (own == NULL)
        {
          own = g_new0 (Marked, 1);
          g_hash_table_insert (townships, g_strdup (name), own);
        }
      add_road (budget, i, own);
    }
  return townships;
}

/* Whether @length_m is what counts and what is marked of @rate (all: YL_FOUND_ALL_CLASSES)
 * together; then what the marked part would be paid. */
static gboolean
holds_marked (const FoundMoneyCheck *check,
              const Marked *marked,
              guint rate,
              gint64 length_m,
              gint64 *out_marked_m,
              YlMoney *out_money)
{
  YlRateTable rates;
  gint64 counted_m = 0;
  gint64 marked_m = 0;
  YlMoney money = { 0 };
  yl_rate_table_init (&rates, check->context->policy);
  for (guint i = 0; i < YL_N_RATES; i++)
    {
      YlMoney part = { 0 };
      if (rate != YL_FOUND_ALL_CLASSES && rate != i)
        continue;
      counted_m += marked->counted_m[i];
      marked_m += marked->marked_m[i];
      if (!yl_money_for_length ((YlLength){ marked->marked_m[i] }, rates.rate[i], &part)
          || !yl_money_add (money, part, &money))
        return FALSE;
    }
  *out_marked_m = marked_m;
  *out_money = money;
  return marked_m > 0 && length_m == counted_m + marked_m;
}

static gboolean
check_length (const FoundMoneyCheck *check, const Marked *marked, const YlFoundRow *row, int column)
{
  const YlFoundColumn *own = yl_found_table_get_column (check->table, (guint) column);
  const YlFoundValue *value = yl_found_find_known (row, column);
  const guint rate = own->rate == YL_FOUND_ALL_CLASSES ? row->rate : own->rate;
  gint64 marked_m = 0;
  YlMoney money = { 0 };
  if (own->meaning != YL_FOUND_LENGTH || value == NULL
      || !holds_marked (check, marked, rate, value->units, &marked_m, &money))
    return FALSE;
  g_autofree char *seen = yl_length_to_km ((YlLength){ value->units });
  g_autofree char *expected = yl_length_to_km ((YlLength){ value->units - marked_m });
  g_autofree char *km = yl_length_to_km ((YlLength){ marked_m });
  g_autofree char *yuan = yl_money_to_grouped (money);
  g_autofree char *message = g_strdup_printf (
      "“%s”的里程 %s 公里含重复路段或断头路 %s 公里，应为 %s 公里；按标准多计 %s 元", row->label,
      seen, km, expected, yuan);
  YlFoundPlace place;
  yl_found_place_init (&place, check, row, column);
  yl_figure_tell (&place.place,
                  (YlFinding){
                      .code = YL_A05,
                      .seen = seen,
                      .expected = expected,
                      .message = message,
                      .gainer = row->kind == YL_FOUND_ROW_ITEM ? row->label : NULL,
                  },
                  &money, check->findings);
  return TRUE;
}

/* Returns: how many lengths of @row hold marked kilometres. A sum of classes is only asked where no
 * class was told. */
static guint
check_lengths (const FoundMoneyCheck *check, const Marked *marked, const YlFoundRow *row)
{
  guint n_found = 0;
  for (guint i = 0; i < check->table->columns->len; i++)
    if (yl_found_table_get_column (check->table, i)->rate != YL_FOUND_ALL_CLASSES
        && check_length (check, marked, row, (int) i))
      n_found++;
  for (guint i = 0; i < check->table->columns->len && n_found == 0; i++)
    if (yl_found_table_get_column (check->table, i)->rate == YL_FOUND_ALL_CLASSES
        && check_length (check, marked, row, (int) i))
      n_found++;
  return n_found;
}

/* The townships; the total only where no township was told. */
static void
check_townships (const FoundMoneyCheck *check)
{
  g_autoptr (GHashTable) townships = sum_marked (check->context->expected);
  guint n_found = 0;
  for (guint i = 0; i < check->table->rows->len; i++)
    {
      const YlFoundRow *row = yl_found_table_get_row (check->table, i);
      const char *name = row->township[0] != '\0' ? row->township : row->label;
      const Marked *marked = g_hash_table_lookup (townships, name);
      if (row->kind == YL_FOUND_ROW_ITEM && marked != NULL && name[0] != '\0')
        n_found += check_lengths (check, marked, row);
    }
  for (guint i = 0; i < check->table->rows->len && n_found == 0; i++)
    {
      const YlFoundRow *row = yl_found_table_get_row (check->table, i);
      if (row->kind == YL_FOUND_ROW_TOTAL)
        n_found += check_lengths (check, g_hash_table_lookup (townships, ""), row);
    }
}

void
yl_found_check_marked (const FoundMoneyCheck *check)
{
  const gboolean is_by_route =
      yl_found_table_find_column (check->table, YL_FOUND_ROUTE, YL_FOUND_ALL_CLASSES)
      != FOUND_NO_COLUMN;
  for (guint i = 0; i < check->table->rows->len; i++)
    check_row (check, yl_found_table_get_row (check->table, i));
  if (!is_by_route && check->context->expected != NULL)
    check_townships (check);
}
