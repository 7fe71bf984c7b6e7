#include "column-sets-private.h"

#include "yanglu/domain/cell-place.h"

#include <string.h>

/* Rows of a table that may be the rest of another one. */
#define MAX_COMPARED 2000

/* Causes of a difference between the stated total and the recomputed one, in this order. */
typedef enum
{
  CAUSE_SUM,      /* the total is not the sum of its rows */
  CAUSE_ACROSS,   /* a row is not the sum of its classes */
  CAUSE_FACTOR,   /* C03 */
  CAUSE_LOW,      /* B01 */
  CAUSE_OTHER,    /* C10 */
  CAUSE_AMOUNT,   /* C01 */
  CAUSE_FORMULA,  /* C09 */
  CAUSE_ROADS,    /* C10: the road list has other kilometres */
  CAUSE_ROUNDING, /* within the last digit */
  N_CAUSES,
} Cause;

static const char *const cause_names[] = {
  "合计与各行之和不符",   "行内小计与各分项之和不符", "元与万元、公里与米弄混",
  "按低于标准的单价计算", "单价与政策不符",           "金额与里程和标准不符",
  "数值与其公式不符",     "里程与台账不符",           "四舍五入的尾差",
};
G_STATIC_ASSERT (G_N_ELEMENTS (cause_names) == N_CAUSES);

/* What the items of a row come to. */
typedef struct
{
  gboolean is_known; /* FALSE: it is no item, or has no amount */
  gint64 stated;
  gint64 expected;
} Money;

/* What the cell states; what it should state where nobody can read it. */
static gint64
get_stated (const FoundCell *cell)
{
  return found_value_is_unread (cell->value) ? cell->expected : cell->stated;
}

static gboolean
is_of_matter (const FoundCell *cell)
{
  return cell->value->is_known || cell->is_judged;
}

/* The amounts by class of a row; not known when the table has none, or none that is. */
static Money
add_classes (const FoundCheck *check, guint row)
{
  Money sum = { 0 };
  for (guint i = 0; i < YL_N_RATES; i++)
    {
      if (check->amount[i] < 0)
        continue;
      const FoundCell *cell = found_cell (check, row, (guint) check->amount[i]);
      if (!found_add (&sum.stated, get_stated (cell)) || !found_add (&sum.expected, cell->expected))
        return (Money){ 0 };
      sum.is_known |= is_of_matter (cell);
    }
  return sum;
}

static Money
find_money (const FoundCheck *check, guint row)
{
  const int whole = check->amount[YL_FOUND_ALL_CLASSES];
  Money money = add_classes (check, row);
  if (!found_is_item (check, row))
    return (Money){ 0 };
  const FoundCell *cell = whole < 0 ? NULL : found_cell (check, row, (guint) whole);
  if (!money.is_known)
    return cell == NULL || !is_of_matter (cell)
               ? (Money){ 0 }
               : (Money){ TRUE, get_stated (cell), cell->expected };
  if (cell != NULL && cell->value->is_known)
    money.stated = cell->stated;
  return money;
}

/* Whether anything but noughts stands there: what hides nothing is no act. */
static gboolean
has_amount (const FoundCheck *check, guint column)
{
  for (guint row = 0; found_next_item (check, &row); row++)
    if (found_cell (check, row, column)->stated != 0)
      return TRUE;
  return FALSE;
}

/* @row: (nullable): the one that is hidden; else @what is */
static void
report_hidden (
    const FoundCheck *check, const YlFoundRow *row, const char *what, const char *head, gint64 fen)
{
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ fen });
  g_autofree char *message =
      g_strdup_printf ("%s被隐藏，其中有 %s 元%s", what, yuan, row == NULL ? "" : "计入本表");
  const YlFinding finding = {
    .code = YL_C11,
    .row = row == NULL ? 0 : row->row,
    .column = head,
    .message = message,
    .gainer = row == NULL ? NULL : found_find_gainer (row, 0),
  };
  found_report_at (check, finding, (FoundStake){ TRUE, fen });
}

static gint64
add_column (const FoundCheck *check, guint column)
{
  gint64 sum = 0;
  for (guint row = 0; found_next_item (check, &row); row++)
    if (!found_add (&sum, found_cell (check, row, column)->stated))
      return 0;
  return sum;
}

static void
check_hidden_sheet (const FoundCheck *check)
{
  gint64 fen = 0;
  for (guint row = 0; row < check->table->rows->len; row++)
    if (!found_add (&fen, find_money (check, row).stated))
      return;
  if (fen != 0)
    report_hidden (check, NULL, "整个工作表", NULL, fen);
}

/* Whether the total of the table adds the amounts up: what a share is of, such as 测算基数, stands in rows and in
 * no total. */
static gboolean
is_added_up (const FoundCheck *check)
{
  const int total = found_find_total_row (check);
  const int whole = check->amount[YL_FOUND_ALL_CLASSES];
  return total < 0 || whole < 0 || add_classes (check, (guint) total).is_known
         || found_cell (check, (guint) total, (guint) whole)->value->is_known;
}

void
found_check_hidden (FoundCheck *check)
{
  if (check->table->is_hidden)
    {
      check_hidden_sheet (check);
      return;
    }
  for (guint i = 0; i < check->table->columns->len; i++)
    {
      const YlFoundColumn *column = found_head (check, i);
      if (!column->is_hidden || column->meaning != YL_FOUND_AMOUNT || !has_amount (check, i))
        continue;
      g_autofree char *what = g_strdup_printf ("“%s”一列", column->head);
      report_hidden (check, NULL, what, column->head, add_column (check, i));
    }
  if (!is_added_up (check))
    return;
  for (guint i = 0; i < check->table->rows->len; i++)
    {
      const YlFoundRow *row = found_row (check, i);
      const gint64 fen = row->is_hidden ? find_money (check, i).stated : 0;
      if (fen == 0)
        continue;
      g_autofree char *what = g_strdup_printf ("第 %u 行“%s”", row->row, row->label);
      report_hidden (check, row, what, NULL, fen);
    }
}

/* The finding that tells what is wrong in the amount of a cell or in the rate beside it. */
static Cause
judge_cell (const FoundCheck *check, guint row, guint column)
{
  YlCode code = (YlCode) found_cell (check, row, column)->code;
  for (guint i = 0; i < FOUND_N_RATES && (guint) code == FOUND_NO_CODE; i++)
    if (check->rate[i] >= 0)
      code = (YlCode) found_cell (check, row, (guint) check->rate[i])->code;
  if (code == YL_C03)
    return CAUSE_FACTOR;
  if (code == YL_B01)
    return CAUSE_LOW;
  if (code == YL_C10)
    return CAUSE_OTHER;
  if (code == YL_C09)
    return CAUSE_FORMULA;
  return code == YL_C01 ? CAUSE_AMOUNT : CAUSE_ROUNDING;
}

static gboolean
add_cell (const FoundCheck *check, guint row, int column, gint64 causes[N_CAUSES])
{
  if (column < 0)
    return TRUE;
  const FoundCell *cell = found_cell (check, row, (guint) column);
  return found_add (&causes[judge_cell (check, row, (guint) column)],
                    cell->expected - get_stated (cell));
}

/* From what the row states to what it should: what its whole hides, then cell by cell. */
static gboolean
add_row_causes (const FoundCheck *check, guint row, gint64 stated, gint64 causes[N_CAUSES])
{
  const Money of_classes = add_classes (check, row);
  if (!of_classes.is_known)
    return add_cell (check, row, check->amount[YL_FOUND_ALL_CLASSES], causes);
  gboolean fits = found_add (&causes[CAUSE_ACROSS], of_classes.stated - stated);
  for (guint i = 0; i < YL_N_RATES; i++)
    fits = fits && add_cell (check, row, check->amount[i], causes);
  return fits;
}

/* The total as the table states it, in its last 合计; FALSE when none stands there. */
static gboolean
find_stated_total (const FoundCheck *check, gint64 *out_fen)
{
  const int row = found_find_total_row (check);
  const int whole = check->amount[YL_FOUND_ALL_CLASSES];
  if (row < 0)
    return FALSE;
  const FoundCell *cell = whole < 0 ? NULL : found_cell (check, (guint) row, (guint) whole);
  const Money of_classes = add_classes (check, (guint) row);
  *out_fen = cell != NULL ? cell->stated : of_classes.stated;
  return cell != NULL ? cell->value->is_known : of_classes.is_known;
}

/* Whether an amount cannot be read, so that the rows state no total. */
static gboolean
has_unread (const FoundCheck *check)
{
  for (guint row = 0; found_next_item (check, &row); row++)
    for (guint i = 0; i < FOUND_N_RATES; i++)
      if (check->amount[i] >= 0
          && found_value_is_unread (found_cell (check, row, (guint) check->amount[i])->value))
        return TRUE;
  return FALSE;
}

static void
add_unit (const FoundCheck *check, guint row, gint64 stated, YlAudit *audit)
{
  const YlFoundRow *stated_row = found_row (check, row);
  g_autofree char *place = g_strdup_printf ("%s!%u", check->table->sheet, stated_row->row);
  const YlSampleUnit unit = {
    .name = stated_row->label,
    .township = stated_row->township,
    .place = place,
    .amount_fen = MAX (stated, 0),
  };
  yl_audit_add_unit (audit, &unit);
}

/* One table into the totals: stated, recomputed, and why they differ. */
static gboolean
add_table (const FoundCheck *check, gint64 causes[N_CAUSES], YlAudit *audit)
{
  gint64 of_rows = 0;
  gint64 total = 0;
  for (guint row = 0; row < check->table->rows->len; row++)
    {
      const Money money = find_money (check, row);
      if (!money.is_known)
        continue;
      if (!found_add (&of_rows, money.stated) || !found_add (&audit->expected_fen, money.expected)
          || !add_row_causes (check, row, money.stated, causes))
        return FALSE;
      add_unit (check, row, money.stated, audit);
    }
  const gboolean has_total = find_stated_total (check, &total);
  if (!has_total && has_unread (check))
    return FALSE;
  if (!has_total)
    total = of_rows;
  if (!found_add (&audit->expected_fen, check->listed_fen)
      || !found_add (&causes[CAUSE_ROADS], check->listed_fen))
    return FALSE;
  return found_add (&audit->stated_fen, total) && found_add (&causes[CAUSE_SUM], of_rows - total);
}

static guint
count_money_rows (const FoundCheck *check)
{
  guint n = 0;
  for (guint row = 0; row < check->table->rows->len; row++)
    {
      const Money money = find_money (check, row);
      n += money.is_known && (money.stated != 0 || money.expected != 0) ? 1 : 0;
    }
  return n;
}

/* Classes that a table pays for; every bit when it does not tell them apart. */
static guint
find_classes (const FoundCheck *check)
{
  guint classes = 0;
  for (guint i = 0; i < YL_N_RATES; i++)
    classes |= check->amount[i] >= 0 ? 1u << i : 0;
  for (guint row = 0; check->amount[YL_FOUND_ALL_CLASSES] >= 0 && found_next_item (check, &row);
       row++)
    {
      const guint rate = found_row (check, row)->rate;
      classes |= rate == YL_FOUND_ALL_CLASSES && classes == 0 ? G_MAXUINT : 1u << rate;
    }
  return classes;
}

static const FoundCheck *
find_largest (FoundCheck *const *checks, guint n_checks)
{
  const FoundCheck *largest = NULL;
  guint n_most = 0;
  for (guint i = 0; i < n_checks; i++)
    {
      const guint n = count_money_rows (checks[i]);
      if (n > n_most)
        {
          largest = checks[i];
          n_most = n;
        }
    }
  return largest;
}

static gboolean
has_label (const FoundCheck *check, const char *label)
{
  for (guint row = 0; found_next_item (check, &row); row++)
    if (g_str_equal (found_row (check, row)->label, label))
      return TRUE;
  return FALSE;
}

/* A table that goes on beside or below: the same heads over other rows of the same sheet. */
static gboolean
goes_on (const FoundCheck *first, const FoundCheck *other)
{
  const guint n = first->table->columns->len;
  if (strcmp (first->table->sheet, other->table->sheet) != 0 || n != other->table->columns->len
      || other->table->rows->len > MAX_COMPARED)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (strcmp (found_head (first, i)->head, found_head (other, i)->head) != 0)
      return FALSE;
  for (guint row = 0; found_next_item (other, &row); row++)
    if (has_label (first, found_row (other, row)->label))
      return FALSE;
  return TRUE;
}

/* What the digits that the rows show may leave in their total; every row may be a sum of such digits. */
static gint64
get_slack (const FoundCheck *check)
{
  gint64 slack = 0;
  for (guint i = 0; i < FOUND_N_RATES; i++)
    {
      const guint column = (guint) MAX (check->amount[i], 0);
      guint n_parts = 0;
      for (guint k = 0; k < check->sets->len; k++)
        {
          const FoundSet *set = &g_array_index (check->sets, FoundSet, k);
          n_parts = set->whole == column ? MAX (n_parts, set->n) : n_parts;
        }
      if (check->amount[i] >= 0 && check->steps[column] > 1
          && !found_add (&slack, (gint64) (count_money_rows (check) * (n_parts + 1) + 1)
                                     * check->steps[column] / 2))
        return slack;
    }
  return slack;
}

/* The same money stands in several tables: the most detailed is counted, and with it those that it
 * goes on in and those that pay for other classes. */
void
found_totals (FoundCheck *const *checks, guint n_checks, YlAudit *audit)
{
  const FoundCheck *largest = find_largest (checks, n_checks);
  gint64 causes[N_CAUSES] = { 0 };
  if (largest == NULL)
    return;
  guint taken = find_classes (largest);
  gboolean fits = add_table (largest, causes, audit);
  for (guint i = 0; i < n_checks; i++)
    {
      const guint classes = find_classes (checks[i]);
      const gboolean is_other = (classes & taken) == 0 || goes_on (largest, checks[i]);
      if (checks[i] == largest || !is_other || count_money_rows (checks[i]) == 0)
        continue;
      taken |= classes;
      fits = fits && add_table (checks[i], causes, audit);
    }
  audit->slack_fen = ABS (causes[CAUSE_ROUNDING]) + get_slack (largest)
                     + found_limit (largest, YL_C01, YL_LIMIT_TOLERANCE);
  audit->has_stated = fits;
  audit->has_expected = fits;
  for (guint i = 0; i < N_CAUSES && fits; i++)
    if (causes[i] != 0)
      yl_audit_add_step (audit, cause_names[i], causes[i]);
}
