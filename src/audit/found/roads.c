#include "coverage-private.h"
#include "road-list-private.h"

#include "yanglu/audit/gainers.h"

#include <stdlib.h>
#include <string.h>

/* Metres of a column that several rows of one name state together. */
static gint64
add_rows (const FoundCheck *check, const FoundNamed *named, guint column)
{
  gint64 sum = 0;
  for (guint i = 0; i < named->rows->len; i++)
    if (!found_add (&sum,
                    found_cell (check, g_array_index (named->rows, guint, i), column)->stated))
      return 0;
  return sum;
}

/* Returns: whether the kilometres are those of the list. */
static gboolean
check_lengths (FoundCheck *check, const FoundNamed *named)
{
  gboolean has_classes = FALSE;
  gboolean is_right = TRUE;
  for (guint rate = 0; rate < FOUND_N_RATES; rate++)
    {
      const int column = check->length[rate];
      if (column < 0 || (rate == YL_FOUND_ALL_CLASSES && has_classes))
        continue;
      has_classes = TRUE;
      FoundCell *cell = found_cell (check, g_array_index (named->rows, guint, 0), (guint) column);
      const gint64 step = check->steps[column];
      gint64 listed_m = 0;
      gint64 listed_fen = 0;
      found_get_of_class (named, rate, &listed_m, &listed_fen);
      const gboolean is_followed = found_is_paid_as_listed (named, rate);
      const FoundDifference difference = {
        .code = YL_C10,
        .stated = add_rows (check, named, (guint) column),
        .expected = listed_m,
        .from = "里程台账合计",
        .remark = is_followed ? "，本行金额却是按台账的里程算得，里程未更新" : NULL
      };
      const gint64 off_m = difference.stated - difference.expected;
      if (ABS (off_m) <= (step > 1 ? step * named->rows->len / 2 : 0) || cell->code == YL_C03)
        continue;
      /* Nobody gets more or less by kilometres that the amount does not follow. */
      const FoundStake stake =
          is_followed ? (FoundStake){ TRUE, 0 } : found_price (check, cell, off_m);
      found_report_difference (check, cell, &difference, stake);
      check->listed_fen -= stake.fen;
      is_right = FALSE;
    }
  return is_right;
}

/* The last row that is told to stand there again, else the last. */
static guint
choose_row (const FoundCheck *check, const FoundNamed *named, guint column)
{
  for (guint i = named->rows->len; i > 0; i--)
    {
      const guint row = g_array_index (named->rows, guint, i - 1);
      if (found_cell (check, row, column)->code == YL_A01)
        return row;
    }
  return g_array_index (named->rows, guint, named->rows->len - 1);
}

/* FALSE: not all amounts of the name are for kilometres that only the list knows. */
static gboolean
may_add_amounts (const FoundCheck *check, const FoundNamed *named, guint column)
{
  for (guint i = 0; i < named->rows->len; i++)
    {
      const guint row = g_array_index (named->rows, guint, i);
      const FoundCell *cell = found_cell (check, row, column);
      if (cell->is_judged || found_value_is_unread (cell->value)
          || found_is_other_money (found_row (check, row)))
        return FALSE;
    }
  return TRUE;
}

/* Amounts of several rows of one name, which the list knows together. */
static void
check_amounts_of (FoundCheck *check, const FoundNamed *named, guint column)
{
  const guint rate = found_head (check, column)->rate;
  const gint64 stated_fen = add_rows (check, named, column);
  const guint last = choose_row (check, named, column);
  FoundCell *cell = found_cell (check, last, column);
  gint64 length_m = 0;
  gint64 listed_fen = 0;
  found_get_of_class (named, rate, &length_m, &listed_fen);
  const gint64 off_fen = stated_fen - listed_fen;
  for (guint i = 0; i < named->rows->len; i++)
    {
      FoundCell *of_row = found_cell (check, g_array_index (named->rows, guint, i), column);
      of_row->is_judged = TRUE;
      of_row->proof = FOUND_PROVED;
    }
  if (ABS (off_fen) <= found_step (check, cell) * (gint64) named->rows->len / 2)
    return;
  cell->expected = cell->stated - off_fen;
  if (cell->code == YL_A01)
    return;
  g_autofree char *who =
      g_strdup_printf ("%s（%u 行合计）", found_row (check, last)->label, named->rows->len);
  const FoundDifference difference = { .code = YL_C01,
                                       .who = who,
                                       .stated = stated_fen,
                                       .expected = listed_fen,
                                       .from = "按里程台账和标准应" };
  found_report_difference (check, cell, &difference, (FoundStake){ TRUE, off_fen });
}

void
found_check_listed_amounts (FoundCheck *check)
{
  const FoundRoads *roads = check->roads;
  for (guint i = 0; roads != NULL && check->is_by_length && i < roads->named->len; i++)
    {
      const FoundNamed *named = g_ptr_array_index (roads->named, i);
      gboolean has_classes = FALSE;
      for (guint rate = 0; rate < FOUND_N_RATES && named->rows->len > 1; rate++)
        {
          const int column = check->amount[rate];
          if (column < 0 || (rate == YL_FOUND_ALL_CLASSES && has_classes))
            continue;
          has_classes = TRUE;
          if (may_add_amounts (check, named, (guint) column))
            check_amounts_of (check, named, (guint) column);
        }
    }
}

/* The one class of roads that the list has under a name; %YL_FOUND_ALL_CLASSES where it has several, or
 * none. */
static guint8
find_only_class (const FoundListed *listed)
{
  guint8 only = YL_FOUND_ALL_CLASSES;
  for (guint8 rate = 0; rate < YL_N_RATES; rate++)
    {
      if (listed->length_m[rate] == 0)
        continue;
      if (only != YL_FOUND_ALL_CLASSES)
        return YL_FOUND_ALL_CLASSES;
      only = rate;
    }
  return only;
}

/* A route with the kilometres of the list and the class of another: its amount follows the class. */
static void
check_class (FoundCheck *check, const FoundNamed *named)
{
  const guint row = g_array_index (named->rows, guint, 0);
  const guint8 rate = found_row (check, row)->rate;
  const guint8 due = find_only_class (named->listed);
  const int column = found_find_first (check, YL_FOUND_CLASS);
  const int amount = check->amount[YL_FOUND_ALL_CLASSES];
  if (column < 0 || named->rows->len != 1 || rate >= YL_N_RATES || due >= YL_N_RATES || rate == due)
    return;
  const gint64 due_fen = named->listed->amount_fen[due];
  const gint64 expected_fen =
      amount < 0 ? due_fen : found_cell (check, row, (guint) amount)->expected;
  const char *due_name = yl_rate_kind_get_name ((YlRateKind) due);
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ ABS (expected_fen - due_fen) });
  g_autofree char *message = g_strdup_printf ("“%s”按%s计，里程台账中是%s，%s %s 元", named->name,
                                              yl_rate_kind_get_name ((YlRateKind) rate), due_name,
                                              expected_fen > due_fen ? "多" : "少", yuan);
  FoundCell *cell = found_cell (check, row, (guint) column);
  found_report (
      check, cell,
      (YlFinding){
          .code = YL_C10, .seen = cell->value->text, .expected = due_name, .message = message },
      (FoundStake){ TRUE, expected_fen - due_fen });
  check->listed_fen += due_fen - expected_fen;
}

static void
report_missing (FoundCheck *check, const char *name, gint64 amount_fen)
{
  if (amount_fen == 0)
    return;
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ amount_fen });
  g_autofree char *message =
      g_strdup_printf ("里程台账中的“%s”在表中没有，按标准应有 %s 元", name, yuan);
  found_report_at (check,
                   (YlFinding){ .code = YL_C10, .message = message, .gainer = YL_COUNTY_TREASURY },
                   (FoundStake){ TRUE, -amount_fen });
  check->listed_fen += amount_fen;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What the list pays for under a name, and no row of the table is of. */
static void
check_missing_of (FoundCheck *check, const char *name, const FoundListed *listed)
{
  const guint classes = found_get_row_classes (check->roads, name);
  if (classes == 0)
    report_missing (check, name, listed->amount_fen[YL_FOUND_ALL_CLASSES]);
  for (guint rate = 0; rate < YL_N_RATES && classes != 0; rate++)
    {
      g_autofree char *what = g_strconcat (name, yl_rate_kind_get_name ((YlRateKind) rate), NULL);
      if (found_get_own_class (check->roads, name, (guint8) rate) == rate
          && (classes & 1u << rate) == 0)
        report_missing (check, what, listed->amount_fen[rate]);
    }
}

static void
check_missing (FoundCheck *check)
{
  const FoundRoads *roads = check->roads;
  guint n = 0;
  g_autofree char **names = (char **) g_hash_table_get_keys_as_array (
      roads->naming == FOUND_BY_ROUTE ? roads->list->routes : roads->list->townships, &n);
  qsort (names, n, sizeof (char *), compare_names);
  for (guint i = 0; i < n && roads->naming != FOUND_BY_CLASS; i++)
    check_missing_of (check, names[i], found_find_listed (roads->list, names[i], roads->naming));
  for (guint rate = 0; rate < YL_N_RATES && roads->naming == FOUND_BY_CLASS; rate++)
    {
      const char *name = yl_rate_kind_get_name ((YlRateKind) rate);
      if (found_get_row_classes (roads, name) == 0)
        report_missing (check, name, roads->list->whole.amount_fen[rate]);
    }
}

void
found_check_roads (FoundCheck *check)
{
  const FoundRoads *roads = check->roads;
  if (roads == NULL)
    return;
  for (guint i = 0; i < roads->named->len; i++)
    {
      const FoundNamed *named = g_ptr_array_index (roads->named, i);
      if (check_lengths (check, named) && roads->naming == FOUND_BY_ROUTE)
        check_class (check, named);
    }
  check_missing (check);
}
