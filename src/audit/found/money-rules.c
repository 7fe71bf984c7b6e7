#include "yanglu/audit/found/money-rules.h"

#include "check-private.h"
#include "yanglu/audit/budget/funding-rules.h"
#include "yanglu/base/keyed-hash.h"
#include "yanglu/calc/counted.h"

#include <string.h>

/* A table under check. */
typedef struct
{
  const YlFoundContext *context;
  const char *file;
  const YlFoundTable *table;
  YlFindings *findings;
} FoundMoneyCheck;

#define FOUND_NO_COLUMN (-1)

/* (nullable): the value of @row in @column when it is a number. */
static const YlFoundValue *
find_known (const YlFoundRow *row, int column)
{
  if (column == FOUND_NO_COLUMN)
    return NULL;
  const YlFoundValue *value = yl_found_row_get (row, (guint) column);
  return value != NULL && value->is_known ? value : NULL;
}

static YlFigurePlace
place_cell (const FoundMoneyCheck *check, const YlFoundRow *row, int column, char **out_cell)
{
  return found_place (check->file, check->table->sheet, row,
                      yl_found_table_get_column (check->table, (guint) column), out_cell);
}

/* @finding at the amount of @row in @column, with @money at stake. */
static void
report (const FoundMoneyCheck *check,
        const YlFoundRow *row,
        int column,
        YlFinding finding,
        YlMoney money)
{
  g_autofree char *cell = NULL;
  const YlFigurePlace place = place_cell (check, row, column, &cell);
  yl_figure_report (&place, finding, &money, check->findings);
}

/* Money for daily maintenance, or of a table that tells no purposes apart. */
static gboolean
is_daily (const YlFoundColumn *column)
{
  return column->purpose == YL_PURPOSE_DAILY || column->purpose == YL_N_PURPOSES;
}

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
      const YlFoundValue *value = find_known (row, (int) i);
      if (column->meaning == YL_FOUND_AMOUNT && is_daily (column) && column->payer_after == 0
          && value != NULL && value->units > 0)
        return (int) i;
    }
  return FOUND_NO_COLUMN;
}

static void
check_marked_row (const FoundMoneyCheck *check, const YlFoundRow *row)
{
  const char *head = find_mark (check->table, row);
  const int column = head == NULL ? FOUND_NO_COLUMN : find_amount (check->table, row);
  if (row->kind != YL_FOUND_ROW_ITEM || column == FOUND_NO_COLUMN)
    return;
  const YlMoney amount = { find_known (row, column)->units };
  g_autofree char *yuan = yl_money_to_grouped (amount);
  g_autofree char *message =
      g_strdup_printf ("“%s”在“%s”一列有标记，不计入里程，却列了 %s 元；请删去这笔资金，或核实标记",
                       row->label, head, yuan);
  const YlFinding finding = {
    .code = YL_A05,
    .seen = yuan,
    .expected = "0.00",
    .message = message,
    .gainer = row->township[0] == '\0' ? NULL : row->township,
  };
  report (check, row, column, finding, amount);
}

static void
add_road (const YlBudget *budget, gsize index, GHashTable *townships, const char *name)
{
  const YlRoad *road = yl_inventory_get_road (budget->inventory, index);
  const YlRoadWorking *working = &budget->roads[index];
  Marked *marked = g_hash_table_lookup (townships, name);
  if (marked == NULL)
    {
      marked = g_new0 (Marked, 1);
      g_hash_table_insert (townships, g_strdup (name), marked);
    }
  marked->counted_m[working->rate] += working->counted_m;
  if (yl_counted_find_mark (road) != YL_MARK_NONE)
    marked->marked_m[working->rate] += road->length_m;
}

/* (transfer full): name of a township → Marked; "" is all of them, where there are any. */
static GHashTable *
sum_marked (const YlBudget *budget)
{
  GHashTable *townships = g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, g_free);
  const YlInventory *inventory = budget->inventory;
  for (gsize i = 0; i < yl_inventory_get_n_roads (inventory); i++)
    {
      const YlRoad *road = yl_inventory_get_road (inventory, i);
      const char *name = yl_inventory_get_text (inventory, road->township);
      add_road (budget, i, townships, "");
      if (name != NULL && name[0] != '\0')
        add_road (budget, i, townships, name);
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
  const YlFoundValue *value = find_known (row, column);
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
  const YlFinding finding = {
    .code = YL_A05,
    .seen = seen,
    .expected = expected,
    .message = message,
    .gainer = row->kind == YL_FOUND_ROW_ITEM ? row->label : NULL,
  };
  report (check, row, column, finding, money);
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
  const Marked *all = g_hash_table_lookup (townships, "");
  guint n_found = 0;
  for (guint i = 0; i < check->table->rows->len; i++)
    {
      const YlFoundRow *row = yl_found_table_get_row (check->table, i);
      const char *name = row->township[0] != '\0' ? row->township : row->label;
      const Marked *marked = g_hash_table_lookup (townships, name);
      if (row->kind == YL_FOUND_ROW_ITEM && marked != NULL && name[0] != '\0')
        n_found += check_lengths (check, marked, row);
    }
  for (guint i = 0; i < check->table->rows->len && n_found == 0 && all != NULL; i++)
    {
      const YlFoundRow *row = yl_found_table_get_row (check->table, i);
      if (row->kind == YL_FOUND_ROW_TOTAL)
        n_found += check_lengths (check, all, row);
    }
}

static void
check_marked (const FoundMoneyCheck *check)
{
  const gboolean is_by_route =
      yl_found_table_find_column (check->table, YL_FOUND_ROUTE, YL_FOUND_ALL_CLASSES)
      != FOUND_NO_COLUMN;
  for (guint i = 0; i < check->table->rows->len; i++)
    check_marked_row (check, yl_found_table_get_row (check->table, i));
  if (!is_by_route && check->context->expected != NULL)
    check_townships (check);
}

/* Columns of money in one table by what they mean; FOUND_NO_COLUMN: none. */
typedef struct
{
  int whole;                 /* daily money of all payers */
  int engineering;           /* of all payers or of those above */
  int sharers[YL_N_SHARERS]; /* daily money of each */
} MoneyColumns;

static void
take_column (MoneyColumns *columns, const YlFoundColumn *column, int index)
{
  YlSharer sharer;
  int *place = NULL;
  if (column->meaning != YL_FOUND_AMOUNT || column->rate != YL_FOUND_ALL_CLASSES)
    return;
  if (column->purpose == YL_PURPOSE_ENGINEERING)
    place = &columns->engineering;
  else if (is_daily (column) && column->payer_after == 0)
    place = &columns->whole;
  else if (is_daily (column) && yl_sharer_find ((YlPayer) (column->payer_after - 1), &sharer))
    place = &columns->sharers[sharer];
  /* Two columns of one meaning: nobody can say which is meant, so the first is. */
  if (place != NULL && *place == FOUND_NO_COLUMN)
    *place = index;
}

static MoneyColumns
find_money (const YlFoundTable *table)
{
  MoneyColumns columns = { FOUND_NO_COLUMN,
                           FOUND_NO_COLUMN,
                           { FOUND_NO_COLUMN, FOUND_NO_COLUMN, FOUND_NO_COLUMN } };
  for (guint i = 0; i < table->columns->len; i++)
    take_column (&columns, yl_found_table_get_column (table, i), (int) i);
  return columns;
}

/* The last total, or the only item. */
static const YlFoundRow *
find_sum (const YlFoundTable *table)
{
  const YlFoundRow *sum = NULL;
  guint n_items = 0;
  for (guint i = 0; i < table->rows->len; i++)
    {
      const YlFoundRow *row = yl_found_table_get_row (table, i);
      if (row->kind == YL_FOUND_ROW_TOTAL)
        sum = row;
      n_items += row->kind == YL_FOUND_ROW_ITEM ? 1 : 0;
    }
  return sum != NULL || n_items != 1 ? sum : yl_found_table_get_row (table, 0);
}

static gint64
get_fen (const YlFoundRow *row, int column)
{
  const YlFoundValue *value = find_known (row, column);
  return value == NULL ? 0 : value->units;
}

/* B08 */
static void
check_ratio (const FoundMoneyCheck *check, const MoneyColumns *columns, const YlFoundRow *sum)
{
  gint64 shares_ppm[YL_N_SHARERS];
  YlMoney amounts[YL_N_SHARERS];
  int last = FOUND_NO_COLUMN;
  if (!yl_funding_find_shares (check->context->policy, check->context->area, shares_ppm))
    return;
  for (guint i = 0; i < YL_N_SHARERS; i++)
    {
      const gboolean is_known = find_known (sum, columns->sharers[i]) != NULL;
      /* Who has a share and no column may be left out of this table only. */
      if (!is_known && (shares_ppm[i] > 0 || i == YL_SHARER_COUNTY))
        return;
      amounts[i].fen = get_fen (sum, columns->sharers[i]);
      last = is_known ? columns->sharers[i] : last;
    }
  g_autofree char *cell = NULL;
  const YlFigurePlace place = place_cell (check, sum, last, &cell);
  const YlMoney tolerance = { yl_rule_set_get_limit (check->context->rules, YL_B08,
                                                     YL_LIMIT_TOLERANCE) };
  yl_funding_check_ratio (&place, amounts, shares_ppm, NULL, tolerance, check->findings);
}

/* What stands in the table itself; else the grants of the budget. FALSE: neither says anything. */
static gboolean
find_grants (const FoundMoneyCheck *check,
             const MoneyColumns *columns,
             const YlFoundRow *row,
             YlGrantSums *out_sums)
{
  /* A sum of which nobody says what it is for may hold the engineering money itself. */
  const gboolean is_daily_alone =
      columns->whole != FOUND_NO_COLUMN
      && yl_found_table_get_column (check->table, (guint) columns->whole)->purpose
             == YL_PURPOSE_DAILY;
  const YlFoundValue *whole = find_known (row, columns->whole);
  const YlFoundValue *engineering = find_known (row, columns->engineering);
  if (engineering != NULL && !is_daily_alone)
    return FALSE;
  if (whole == NULL || engineering == NULL)
    return row->kind == YL_FOUND_ROW_TOTAL && check->context->expected != NULL
           && yl_grant_sums_of (check->context->expected, out_sums);
  const gint64 daily_fen = get_fen (row, columns->sharers[YL_SHARER_PROVINCE])
                           + get_fen (row, columns->sharers[YL_SHARER_CITY]);
  *out_sums = (YlGrantSums){ { whole->units }, { daily_fen }, { engineering->units } };
  return TRUE;
}

/* B03 */
static void
check_netted (const FoundMoneyCheck *check, const MoneyColumns *columns, const YlFoundRow *row)
{
  const int county = columns->sharers[YL_SHARER_COUNTY];
  const YlFoundValue *gap = find_known (row, county);
  YlGrantSums sums;
  if (gap == NULL || !find_grants (check, columns, row, &sums))
    return;
  g_autofree char *cell = NULL;
  const YlFigurePlace place = place_cell (check, row, county, &cell);
  yl_funding_check_gap (&place, (YlMoney){ gap->units }, &sums, check->findings);
}

/* Whether at least half of the items that have money have kilometres or a rate beside it: then the
 * table is one of money by the kilometre, not a list of everything that the budget pays. */
static gboolean
is_mostly_by_kilometre (const YlFoundTable *table, const MoneyColumns *columns)
{
  guint n_rows = 0;
  guint n_measured = 0;
  for (guint i = 0; i < table->rows->len; i++)
    {
      const YlFoundRow *row = yl_found_table_get_row (table, i);
      gboolean is_measured = FALSE;
      if (row->kind != YL_FOUND_ROW_ITEM || get_fen (row, columns->whole) == 0)
        continue;
      for (guint k = 0; k < table->columns->len && !is_measured; k++)
        {
          const YlFoundMeaning meaning = yl_found_table_get_column (table, k)->meaning;
          is_measured = (meaning == YL_FOUND_LENGTH || meaning == YL_FOUND_RATE)
                        && get_fen (row, (int) k) != 0;
        }
      n_rows++;
      n_measured += is_measured ? 1 : 0;
    }
  return n_measured > 0 && n_measured * 2 >= n_rows;
}

/* What the rows above one say of it. */
typedef struct
{
  /* Daily maintenance is one heading, and what is not by the kilometre stands under another. */
  gboolean is_under_other;
  gboolean has_digits; /* one of them is numbered 1, 2, 3 */
} Above;

/* 序号; FOUND_NO_COLUMN without such a column. */
static int
find_numbers (const YlFoundTable *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (strcmp (yl_found_table_get_column (table, i)->head, "序号") == 0)
      return (int) i;
  return FOUND_NO_COLUMN;
}

/* (nullable): the text of @row under 序号. */
static const char *
get_number (const YlFoundRow *row, int numbers)
{
  return numbers == FOUND_NO_COLUMN ? NULL : yl_found_row_get (row, (guint) numbers)->text;
}

static void
pass (Above *above, const YlFoundRow *row, int numbers)
{
  const char *number = get_number (row, numbers);
  const gboolean is_heading = row->kind == YL_FOUND_ROW_PART || row->kind == YL_FOUND_ROW_SUBTOTAL;
  above->has_digits |= number != NULL && g_ascii_isdigit (number[0]);
  if (is_heading && strstr (row->label, "其他") != NULL)
    above->is_under_other = TRUE;
  else if (row->kind != YL_FOUND_ROW_ITEM && row->kind != YL_FOUND_ROW_PART)
    above->is_under_other = FALSE;
}

/* 二、机构运行经费 beside 一、日常养护 over 1, 2, 3: an item of its own, not among the kilometres. */
static gboolean
is_item_of_its_own (const Above *above, const YlFoundRow *row, int numbers)
{
  static const char *const numerals[] = {
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"
  };
  const char *own = get_number (row, numbers);
  for (gsize i = 0; own != NULL && above->has_digits && i < G_N_ELEMENTS (numerals); i++)
    if (g_str_has_prefix (own, numerals[i]))
      return TRUE;
  return FALSE;
}

/* B11: a row without kilometres among those that have some. */
static void
check_running (const FoundMoneyCheck *check, const MoneyColumns *columns, const YlFoundRow *row)
{
  const YlFoundValue *amount = find_known (row, columns->whole);
  if (amount == NULL || amount->units <= 0 || row->kind != YL_FOUND_ROW_ITEM
      || !yl_funding_is_running (row->label, NULL))
    return;
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ amount->units });
  g_autofree char *message = g_strdup_printf (
      "“%s”%s 元列在按里程和标准计算的养护资金之内；机构运行、人员支出应另列，不得挤占每公里"
      "养护资金",
      row->label, yuan);
  const YlFinding finding = {
    .code = YL_B11, .seen = yuan, .expected = "另列", .message = message, .gainer = row->label
  };
  report (check, row, columns->whole, finding, (YlMoney){ amount->units });
}

static void
check_rows (const FoundMoneyCheck *check, const MoneyColumns *columns)
{
  const int numbers = find_numbers (check->table);
  Above above = { FALSE, FALSE };
  for (guint i = 0; i < check->table->rows->len; i++)
    {
      const YlFoundRow *row = yl_found_table_get_row (check->table, i);
      if (!above.is_under_other && !is_item_of_its_own (&above, row, numbers))
        check_running (check, columns, row);
      pass (&above, row, numbers);
    }
}

static void
check_table (const FoundMoneyCheck *check)
{
  const MoneyColumns columns = find_money (check->table);
  const YlFoundRow *sum = find_sum (check->table);
  if (is_mostly_by_kilometre (check->table, &columns))
    check_rows (check, &columns);
  if (sum == NULL)
    return;
  check_ratio (check, &columns, sum);
  check_netted (check, &columns, sum);
}

void
yl_found_check_money (const YlFoundBudget *found,
                      const YlFoundContext *context,
                      YlFindings *findings)
{
  for (guint i = 0; i < found->tables->len; i++)
    {
      const FoundMoneyCheck check = { context, found->file, g_ptr_array_index (found->tables, i),
                                      findings };
      check_table (&check);
      check_marked (&check);
    }
}
