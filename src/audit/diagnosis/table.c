#include "yanglu/audit/diagnosis/table.h"

#include "yanglu/calc/counted.h"
#include "yanglu/calc/price.h"
#include "yanglu/base/money.h"
#include "yanglu/domain/cell-place.h"
#include "yanglu/domain/audit/found-budget.h"

#include <string.h>

/* What a row of the case comes from. */
typedef struct
{
  const YlFoundRow *found;
  gint64 counted_m[YL_N_RATES]; /* of the record, paid or not */
} Source;

/* A table as somebody stated it beside what it should say. */
typedef struct
{
  YlArena *arena; /* of names and places too */
  const YlFoundTable *found;
  const YlBudget *budget; /* (nullable) */
  YlRateTable rates;
  gboolean has_route;    /* rows are told apart by route */
  gboolean has_township; /* by township */
  gboolean has_rate;     /* by class */
  GArray *rows;          /* of YlDiagnosisRow */
  GArray *sources;       /* of Source: of each row */
  GHashTable *keys;      /* (char *): index of the row */
  GArray *items;         /* of YlDiagnosisItem */
  GArray *old_rates;     /* of YlOldRates */
  GPtrArray *parts;      /* (const char *) */
  YlDiagnosisCase problem;
} Table;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Table, yl_arena_free_record)

static YlDiagnosisRow *
get_row (const Table *table, guint index)
{
  return &g_array_index (table->rows, YlDiagnosisRow, index);
}

static Source *
get_source (const Table *table, guint index)
{
  return &g_array_index (table->sources, Source, index);
}

static gint64
get_units (const YlFoundRow *row, int column)
{
  const YlFoundValue *value = column < 0 ? NULL : yl_found_row_get (row, (guint) column);
  return value == NULL || !value->is_known ? 0 : value->units;
}

static char *
make_key (const Table *table, const char *route, const char *township, guint rate)
{
  return g_strdup_printf ("%s|%s|%u", table->has_route ? route : "",
                          table->has_township ? township : "",
                          table->has_rate ? rate : YL_FOUND_ALL_CLASSES);
}

static void
add_keys (Table *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      const YlFoundRow *row = get_source (table, i)->found;
      g_autofree char *code = g_strdup_printf ("%u", row->township_code);
      const char *const townships[2] = { row->township, row->township_code == 0 ? "" : code };
      for (guint k = 0; k < 2 && row->kind == YL_FOUND_ROW_ITEM; k++)
        {
          char *key = make_key (table, row->label, townships[k], row->rate);
          if (g_hash_table_contains (table->keys, key))
            g_free (key);
          else
            g_hash_table_insert (table->keys, key, GUINT_TO_POINTER (i + 1));
        }
    }
}

static guint
find_row (const Table *table, const YlRoad *road, guint rate)
{
  const YlInventory *inventory = table->budget->inventory;
  g_autofree char *code = g_strdup_printf ("%u", road->township_code);
  const char *const townships[2] = { code, yl_inventory_get_text (inventory, road->township) };
  const char *const routes[2] = { yl_inventory_get_text (inventory, road->route_code),
                                  yl_inventory_get_text (inventory, road->route_name) };
  for (guint i = 0; i < (table->has_route ? 2 : 1); i++)
    for (guint k = 0; k < (table->has_township ? 2 : 1); k++)
      {
        g_autofree char *key = make_key (table, routes[i], townships[k], rate);
        const guint row = GPOINTER_TO_UINT (g_hash_table_lookup (table->keys, key));
        if (row > 0)
          return row;
      }
  return 0;
}

static const char *
name_road (Table *table, const YlRoad *road)
{
  const YlInventory *inventory = table->budget->inventory;
  return yl_arena_print (
      table->arena, "%s%s%s", yl_inventory_get_text (inventory, road->route_code),
      road->route_name == 0 ? "" : " ", yl_inventory_get_text (inventory, road->route_name));
}

static void
add_road (Table *table, gsize index)
{
  const YlRoad *road = yl_inventory_get_road (table->budget->inventory, index);
  const YlRoadWorking *working = &table->budget->roads[index];
  const guint only =
      table->rows->len == 1 && table->keys != NULL && g_hash_table_size (table->keys) == 0
          ? 1
          : find_row (table, road, working->rate);
  const gboolean is_counted = working->counted_m > 0;
  const guint32 length_m = is_counted ? working->paid_m : road->length_m;
  if (only > 0)
    get_source (table, only - 1)->counted_m[road->road_class] += working->counted_m;
  if (only == 0 || length_m == 0 || !table->rates.has_rate[working->rate])
    return;
  YlDiagnosisRow *row = get_row (table, only - 1);
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
add_roads (Table *table)
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
add_stated_lengths (Table *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      YlDiagnosisRow *row = get_row (table, i);
      const YlFoundRow *found = get_source (table, i)->found;
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

/* FALSE when rows have the same route, township and class so often that they must be sections,
 * which have no name. */
static gboolean
has_keys (const Table *table)
{
  guint n_rows = 0, n_again = 0;
  for (guint i = 0; i < table->rows->len; i++)
    {
      const YlFoundRow *row = get_source (table, i)->found;
      g_autofree char *key = make_key (table, row->label, row->township, row->rate);
      const guint first = GPOINTER_TO_UINT (g_hash_table_lookup (table->keys, key));
      n_rows++;
      n_again += first != 0 && first != i + 1 ? 1 : 0;
    }
  return table->budget == NULL || n_again <= 2 || n_again * 20 <= n_rows;
}

/* What the record pays for each row. */
static void
add_record (Table *table)
{
  add_keys (table);
  if (table->budget != NULL)
    add_roads (table);
  else
    add_stated_lengths (table);
}

static gboolean
is_amount (const YlFoundColumn *column, guint rate)
{
  return column->meaning == YL_FOUND_AMOUNT && column->rate == rate && column->payer_after == 0
         && (column->purpose == YL_PURPOSE_DAILY || column->purpose == YL_N_PURPOSES);
}

static guint
count_right (const Table *table, guint column)
{
  guint n = 0;
  for (guint i = 0; i < table->rows->len; i++)
    {
      const YlDiagnosisRow *row = get_row (table, i);
      n += row->expected_fen != 0
                   && get_units (get_source (table, i)->found, (int) column) == row->expected_fen
               ? 1
               : 0;
    }
  return n;
}

/* Of several columns the one that is right most often; the last of equals: 小计, 桥梁, 合计. */
static int
find_amount (const Table *table, guint rate)
{
  int best = -1;
  guint most = 0;
  for (guint i = 0; i < table->found->columns->len; i++)
    {
      if (!is_amount (yl_found_table_get_column (table->found, i), rate))
        continue;
      const guint n = rate == YL_FOUND_ALL_CLASSES ? count_right (table, i) : 0;
      if (best < 0 || n >= most)
        best = (int) i;
      most = MAX (most, n);
    }
  return best;
}

static gboolean
is_paid_anywhere (const Table *table, guint rate)
{
  for (guint i = 0; i < table->rows->len; i++)
    if (get_row (table, i)->length_m[rate] != 0)
      return TRUE;
  return FALSE;
}

/* Classes are compared only where every class that is paid has its column. */
static gboolean
find_classes (const Table *table, YlFoundMeaning meaning, int columns[YL_N_RATES])
{
  gboolean has_any = FALSE;
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    {
      columns[rate] = meaning == YL_FOUND_AMOUNT
                          ? find_amount (table, rate)
                          : yl_found_table_find_column (table->found, meaning, rate);
      if (columns[rate] < 0 && is_paid_anywhere (table, rate))
        return FALSE;
      has_any |= columns[rate] >= 0;
    }
  return has_any;
}

/* What the rounding to the unit that the columns show may take from one number. */
static gint64
get_half_step (const Table *table, int total, const int classes[YL_N_RATES])
{
  gint64 half_fen = 0;
  if (total >= 0)
    return yl_found_table_get_step (table->found, (guint) total) / 2;
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    half_fen +=
        classes[rate] < 0 ? 0 : yl_found_table_get_step (table->found, (guint) classes[rate]) / 2;
  return half_fen;
}

/* A difference within the rounding of the unit shown is no mistake: the row is right as it stands. */
static void
settle_rounding (YlDiagnosisRow *row, gint64 half_fen, gint64 sum_fen, gsize n_rows)
{
  const gboolean is_sum = row->role == YL_DIAGNOSIS_SUM;
  const gint64 due = is_sum ? sum_fen : row->expected_fen;
  row->slack_fen = is_sum ? half_fen * (gint64) n_rows : half_fen;
  if (due != row->stated_fen && ABS (row->stated_fen - due) <= row->slack_fen)
    row->expected_fen = row->stated_fen;
}

static void
settle_row (Table *table, YlDiagnosisRow *row, guint index, gint64 sum_fen)
{
  const YlFoundRow *found = get_source (table, index)->found;
  gboolean is_known = FALSE;
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    is_known |=
        row->length_m[rate] != 0 || row->duplicate_m[rate] != 0 || row->dead_end_m[rate] != 0;
  g_autofree char *key = make_key (table, found->label, found->township, found->rate);
  const gboolean is_again =
      (table->has_township || table->has_route)
      && GPOINTER_TO_UINT (g_hash_table_lookup (table->keys, key)) != index + 1;
  if (row->role == YL_DIAGNOSIS_SUM)
    row->expected_fen = sum_fen;
  else if (!is_known && !is_again)
    row->expected_fen = row->stated_fen;
}

/* Saved by a program that drops the values of formulas. */
static gboolean
is_blank_formula (const Table *table, int column)
{
  for (guint i = 0; i < table->rows->len && column >= 0; i++)
    {
      const YlFoundValue *value = yl_found_row_get (get_source (table, i)->found, (guint) column);
      if (value->formula != NULL && !value->is_known)
        return TRUE;
    }
  return FALSE;
}

/* Down to a fen: of 元, or of 万元. */
static guint
count_decimals (const YlFoundTable *found, int column)
{
  return column >= 0 && yl_found_table_get_column (found, (guint) column)->unit == 1000000 ? 6 : 2;
}

static gboolean
add_amounts (Table *table)
{
  int classes[YL_N_RATES];
  gint64 sum_fen = 0;
  const int total = find_amount (table, YL_FOUND_ALL_CLASSES);
  const gboolean has_classes = find_classes (table, YL_FOUND_AMOUNT, classes);
  if (table->rows->len == 0 || (total < 0 && !has_classes) || is_blank_formula (table, total)
      || (has_classes && is_blank_formula (table, classes[YL_RATE_COUNTY])))
    return FALSE;
  const gint64 half_fen = get_half_step (table, total, classes);
  for (guint i = 0; i < table->rows->len; i++)
    {
      YlDiagnosisRow *row = get_row (table, i);
      gint64 classes_fen = 0;
      for (guint rate = 0; rate < YL_N_RATES && has_classes; rate++)
        {
          row->stated_class_fen[rate] = get_units (get_source (table, i)->found, classes[rate]);
          classes_fen += row->stated_class_fen[rate];
        }
      row->has_class_amounts = has_classes && row->role == YL_DIAGNOSIS_ROW;
      row->stated_fen = total < 0 ? classes_fen : get_units (get_source (table, i)->found, total);
      settle_row (table, row, i, sum_fen);
      settle_rounding (row, half_fen, sum_fen, table->rows->len);
      sum_fen += row->role == YL_DIAGNOSIS_ROW ? row->expected_fen : 0;
    }
  table->problem.class_slack_fen =
      has_classes ? yl_found_table_get_step (table->found, (guint) MAX (classes[0], 0)) / 2 : 0;
  table->problem.amount_decimals =
      count_decimals (table->found, total >= 0 ? total : classes[YL_RATE_VILLAGE]);
  return TRUE;
}

/* Kilometres speak for or against a mistake only where the table means those that are paid: where
 * half of its rows have them as the record does; and not in a row that has those that are counted,
 * urban stretches among them. */
static void
add_lengths (Table *table)
{
  int columns[YL_N_RATES];
  guint n_rows = 0, n_right = 0;
  if (table->budget == NULL || !find_classes (table, YL_FOUND_LENGTH, columns))
    return;
  for (guint i = 0; i < table->rows->len; i++)
    {
      YlDiagnosisRow *row = get_row (table, i);
      for (guint rate = 0; rate < YL_N_RATES; rate++)
        row->stated_length_m[rate] = get_units (get_source (table, i)->found, columns[rate]);
      const gboolean is_right =
          memcmp (row->stated_length_m, row->length_m, sizeof row->length_m) == 0;
      const gboolean is_counted =
          memcmp (row->stated_length_m, get_source (table, i)->counted_m, sizeof row->length_m)
          == 0;
      row->has_lengths = is_right || !is_counted;
      n_rows += row->role == YL_DIAGNOSIS_ROW ? 1 : 0;
      n_right += row->role == YL_DIAGNOSIS_ROW && is_right ? 1 : 0;
    }
  for (guint i = 0; i < table->rows->len && n_right * 2 < n_rows; i++)
    get_row (table, i)->has_lengths = FALSE;
}

/* Ours outlive the case; those of the policy live as long as it does. */
static void
add_old_rates (Table *table, const YlPolicy *policy)
{
  gsize n_known = 0;
  const YlOldRates *known = yl_old_rates_get_known (&n_known);
  for (const YlPolicy *base = yl_policy_get_base (policy); base != NULL;
       base = yl_policy_get_base (base))
    {
      YlOldRates old = { .source = yl_policy_get_head (base)->document };
      gboolean is_other = FALSE;
      for (guint rate = 0; rate < YL_N_RATES; rate++)
        {
          YlRate value;
          if (yl_policy_get_rate (base, (YlRateKind) rate, &value))
            old.fen_per_km[rate] = value.fen_per_km;
          is_other |= old.fen_per_km[rate] != 0 && table->rates.has_rate[rate]
                      && old.fen_per_km[rate] != table->rates.rate[rate].fen_per_km;
        }
      if (is_other)
        g_array_append_val (table->old_rates, old);
    }
  g_array_append_vals (table->old_rates, known, (guint) n_known);
}

static void
add_row (Table *table, const YlFoundRow *found, YlDiagnosisRole role)
{
  const gboolean is_class = found->label[0] == '\0' && found->rate < YL_N_RATES;
  const char *name = is_class ? yl_rate_kind_get_name ((YlRateKind) found->rate) : found->label;
  if (table->has_township && !table->has_route && found->township[0] != '\0')
    name = found->township;
  if (table->has_rate && found->rate < YL_N_RATES && table->has_township)
    name = yl_arena_print (table->arena, "%s%s", name,
                           yl_rate_kind_get_name ((YlRateKind) found->rate));
  const YlDiagnosisRow row = {
    .place = yl_arena_print (table->arena, "%s!%u", table->found->sheet, found->row),
    .name = name,
    .role = role,
  };
  g_array_append_val (table->rows, row);
  g_array_append_val (table->sources, (Source){ .found = found });
}

static gboolean
has_column (const YlFoundTable *found, YlFoundMeaning meaning)
{
  for (guint i = 0; i < found->columns->len; i++)
    if (yl_found_table_get_column (found, i)->meaning == meaning)
      return TRUE;
  return FALSE;
}

static const YlFoundRow *
find_total (const YlFoundTable *found)
{
  const YlFoundRow *total = NULL;
  for (guint i = 0; i < found->rows->len; i++)
    if (yl_found_table_get_row (found, i)->kind == YL_FOUND_ROW_TOTAL)
      total = yl_found_table_get_row (found, i);
  return total;
}

static void
add_rows (Table *table)
{
  const YlFoundTable *found = table->found;
  const YlFoundRow *total = find_total (found);
  table->has_route = has_column (found, YL_FOUND_ROUTE);
  for (guint i = 0; i < found->rows->len; i++)
    {
      const YlFoundRow *row = yl_found_table_get_row (found, i);
      table->has_township |= row->kind == YL_FOUND_ROW_ITEM && row->township[0] != '\0';
      table->has_rate |= row->kind == YL_FOUND_ROW_ITEM && row->rate < YL_N_RATES;
    }
  for (guint i = 0; i < found->rows->len; i++)
    if (yl_found_table_get_row (found, i)->kind == YL_FOUND_ROW_ITEM)
      add_row (table, yl_found_table_get_row (found, i), YL_DIAGNOSIS_ROW);
  if (total != NULL)
    add_row (table, total, table->rows->len == 0 ? YL_DIAGNOSIS_ROW : YL_DIAGNOSIS_SUM);
}

static void
fill_case (Table *table)
{
  YlDiagnosisCase *problem = &table->problem;
  problem->noun = table->has_route ? "路线" : table->has_township ? "乡镇" : "项目";
  problem->rows = (const YlDiagnosisRow *) (void *) table->rows->data;
  problem->n_rows = table->rows->len;
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    problem->rate_fen_per_km[rate] =
        table->rates.has_rate[rate] ? table->rates.rate[rate].fen_per_km : 0;
  problem->old_rates = (const YlOldRates *) (void *) table->old_rates->data;
  problem->n_old_rates = table->old_rates->len;
  problem->items = (const YlDiagnosisItem *) (void *) table->items->data;
  problem->n_items = table->items->len;
  problem->parts = (const char *const *) (void *) table->parts->pdata;
  problem->n_parts = table->has_township ? 0 : table->parts->len;
}

/* Rows that nothing in the record belongs to are taken as right; a second row of the same name is held
 * to be none. NULL when the table has no amounts, or no row that the record knows. */
static Table *
table_new (const YlFoundTable *found, const YlBudget *budget, const YlPolicy *policy)
{
  g_autoptr (Table) table = yl_arena_new_record (sizeof *table);
  YlArena *arena = table->arena;
  table->found = found;
  table->budget = budget;
  table->rows = yl_arena_array (arena, sizeof (YlDiagnosisRow));
  table->sources = yl_arena_array (arena, sizeof (Source));
  table->keys = yl_arena_own (arena, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                              (GDestroyNotify) g_hash_table_unref);
  table->items = yl_arena_array (arena, sizeof (YlDiagnosisItem));
  table->old_rates = yl_arena_array (arena, sizeof (YlOldRates));
  table->parts = yl_arena_own (arena, g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
  yl_rate_table_init (&table->rates, policy);
  add_old_rates (table, policy);
  add_rows (table);
  add_record (table);
  if (!has_keys (table) || !add_amounts (table))
    return NULL;
  add_lengths (table);
  fill_case (table);
  return g_steal_pointer (&table);
}

/* What the county is to pay of the total: the standard less what the superior levels grant. */
static gboolean
is_of (const YlFoundColumn *column, YlPayer payer)
{
  return column->meaning == YL_FOUND_AMOUNT && column->payer_after == (guint) payer + 1;
}

static gboolean
is_engineering (const YlFoundColumn *column)
{
  return column->meaning == YL_FOUND_AMOUNT && column->purpose == YL_PURPOSE_ENGINEERING;
}

typedef struct
{
  int county;
  int standard;
  gboolean has_superior;
  gint64 superior_fen;
} GapColumns;

/* 省级补助 and 市级补助 without a purpose are daily money, as the standard beside them is. */
static GapColumns
read_columns (const YlFoundTable *table, const YlFoundRow *total)
{
  GapColumns columns = { .county = -1, .standard = -1 };
  for (guint i = 0; i < table->columns->len; i++)
    {
      const YlFoundColumn *column = yl_found_table_get_column (table, i);
      if (column->meaning != YL_FOUND_AMOUNT || column->rate != YL_FOUND_ALL_CLASSES
          || is_engineering (column))
        continue;
      if (is_of (column, YL_PAYER_COUNTY))
        columns.county = (int) i;
      else if (column->payer_after == 0 && columns.standard < 0)
        columns.standard = (int) i;
      else if (column->payer_after > 0
               && yl_payer_is_superior ((YlPayer) (column->payer_after - 1)))
        {
          columns.has_superior = TRUE;
          columns.superior_fen += get_units (total, (int) i);
        }
    }
  return columns;
}

static void
add_grant (GArray *grants, const char *name, gint64 amount_fen)
{
  const YlDiagnosisMoney grant = { .name = name, .amount_fen = amount_fen };
  if (amount_fen != 0)
    g_array_append_val (grants, grant);
}

/* Those of the table, and without any those of the budget. */
static GArray *
list_grants (const YlFoundTable *table, const YlFoundRow *total, const YlBudget *budget)
{
  GArray *grants = g_array_new (FALSE, FALSE, sizeof (YlDiagnosisMoney));
  for (guint i = 0; i < table->columns->len; i++)
    if (is_engineering (yl_found_table_get_column (table, i)))
      add_grant (grants, yl_found_table_get_column (table, i)->head, get_units (total, (int) i));
  if (budget == NULL || grants->len > 0)
    return grants;
  const GArray *sources = budget->entry->sources;
  for (guint i = 0; i < sources->len; i++)
    {
      const YlSource *source = &g_array_index (sources, YlSource, i);
      if (source->purpose == YL_PURPOSE_ENGINEERING && yl_source_is_public (source))
        add_grant (grants, source->name, source->amount.fen);
    }
  return grants;
}

void
yl_diagnosis_report_gap (const YlFoundTable *table, const YlBudget *budget, YlAudit *audit)
{
  const YlFoundRow *total = find_total (table);
  if (total == NULL && table->rows->len == 1)
    total = yl_found_table_get_row (table, 0);
  if (total == NULL)
    return;
  const GapColumns columns = read_columns (table, total);
  if (columns.county < 0 || columns.standard < 0 || !columns.has_superior)
    return;
  const gint64 standard_fen = get_units (total, columns.standard);
  g_autoptr (GArray) grants = list_grants (table, total, budget);
  const YlFoundColumn *county = yl_found_table_get_column (table, (guint) columns.county);
  g_autofree char *cell = yl_cell_to_text (total->row, county->column);
  g_autofree char *place = g_strdup_printf ("%s!%s", table->sheet, cell);
  const YlDiagnosisRow row = {
    .place = place,
    .name = county->head,
    .role = YL_DIAGNOSIS_GAP,
    .stated_fen = get_units (total, columns.county),
    .expected_fen = MAX (0, standard_fen - columns.superior_fen),
    .deduct_fen = columns.superior_fen,
  };
  const YlDiagnosisCase problem = { .noun = "项目",
                                    .rows = &row,
                                    .n_rows = 1,
                                    .grants = (const YlDiagnosisMoney *) (void *) grants->data,
                                    .n_grants = grants->len,
                                    .amount_decimals = count_decimals (table, columns.county) };
  g_autoptr (GPtrArray) hypotheses = yl_diagnosis_run (&problem);
  if (hypotheses->len > 0)
    yl_diagnosis_report (&problem, hypotheses, audit);
}

/* A total told by township says more than the same total by class. */
static gboolean
is_told_better (const GPtrArray *tables, guint index)
{
  const YlDiagnosisCase *own = &((const Table *) g_ptr_array_index (tables, index))->problem;
  const gint64 difference_fen = yl_diagnosis_get_difference (own);
  for (guint i = 0; i < tables->len; i++)
    {
      const YlDiagnosisCase *other = &((const Table *) g_ptr_array_index (tables, i))->problem;
      const gboolean has_more =
          other->n_rows > own->n_rows || (other->n_rows == own->n_rows && i < index);
      if (i != index && has_more && yl_diagnosis_get_difference (other) == difference_fen)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_known (const YlDiagnosisRow *row)
{
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    if (row->length_m[rate] != 0)
      return TRUE;
  return FALSE;
}

/* A table of something else, by payees say, has figures that the record of its rows seldom comes to;
 * then only a short explanation to the fen shows that it means the same. */
static gboolean
is_meant (const YlDiagnosisCase *problem, const GPtrArray *hypotheses)
{
  guint n_known = 0, n_right = 0;
  for (gsize i = 0; i < problem->n_rows; i++)
    {
      const YlDiagnosisRow *row = &problem->rows[i];
      const gboolean is_row = row->role == YL_DIAGNOSIS_ROW && is_known (row);
      n_known += is_row ? 1 : 0;
      n_right += is_row && row->stated_fen == row->expected_fen ? 1 : 0;
    }
  if (n_right * 2 >= n_known)
    return n_right > 0;
  const YlHypothesis *best = hypotheses->len == 0 ? NULL : g_ptr_array_index (hypotheses, 0);
  return best != NULL && best->share_ppm == YL_SHARE_WHOLE && best->causes->len <= 2;
}

/* Whether anything was found on the sheet that costs money or nobody could price: what holds needs no
 * explanation, whatever else its figures may be. */
static gboolean
is_in_doubt (const YlFoundTable *found, const YlFindings *findings)
{
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    {
      const YlFinding *finding = yl_findings_get (findings, i);
      const gboolean costs = !finding->is_priced || finding->at_stake.fen != 0;
      if (finding->sheet != NULL && strcmp (finding->sheet, found->sheet) == 0 && costs)
        return TRUE;
    }
  return FALSE;
}

void
yl_diagnosis_report_tables (const YlFoundBudget *found,
                            const YlBudget *budget,
                            const YlPolicy *policy,
                            gboolean is_of_findings,
                            YlAudit *audit)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (yl_arena_free_record);
  /* A case prices rows by the whole year. */
  if (yl_policy_get_year_part (policy).of != 0)
    return;
  for (guint i = 0; i < found->tables->len; i++)
    {
      const YlFoundTable *own = g_ptr_array_index (found->tables, i);
      Table *table = !is_of_findings || is_in_doubt (own, audit->findings)
                         ? table_new (own, budget, policy)
                         : NULL;
      if (table != NULL)
        g_ptr_array_add (tables, table);
    }
  for (guint i = 0; i < tables->len; i++)
    {
      const YlDiagnosisCase *problem = &((const Table *) g_ptr_array_index (tables, i))->problem;
      if (is_told_better (tables, i))
        continue;
      g_autoptr (GPtrArray) hypotheses = yl_diagnosis_run (problem);
      if (is_meant (problem, hypotheses))
        yl_diagnosis_report (problem, hypotheses, audit);
    }
  for (guint i = 0; i < found->tables->len; i++)
    yl_diagnosis_report_gap (g_ptr_array_index (found->tables, i), budget, audit);
}
