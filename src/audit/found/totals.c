#include "check-private.h"

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
  CAUSE_ROADS,    /* C10: the road list has other kilometres */
  CAUSE_ROUNDING, /* within the last digit */
  N_CAUSES,
} Cause;

static const char *const cause_names[] = {
  "合计与各行之和不符",   "行内小计与各分项之和不符", "元与万元、公里与米弄混",
  "按低于标准的单价计算", "单价与政策不符",           "金额与里程和标准不符",
  "里程与台账不符",       "四舍五入的尾差",
};
G_STATIC_ASSERT (G_N_ELEMENTS (cause_names) == N_CAUSES);

/* What the cell states; what it should state where nobody can read it. */
static gint64
get_stated (const FoundCheck *check, guint row, guint column)
{
  const YlFoundValue *value = found_check_value (check, row, column);
  if (found_value_is_unread (value))
    return found_check_cell (check, row, column)->expected;
  return value->is_known ? value->units : 0;
}

/* Adds the amounts by class of a row; FALSE when the table has none, or none that is known. */
static gboolean
add_classes (const FoundCheck *check, guint row, gint64 *out_stated, gint64 *out_expected)
{
  guint n = 0;
  for (guint i = 0; i < YL_N_RATES; i++)
    {
      const int column = check->amount[i];
      if (column < 0)
        continue;
      const YlFoundValue *value = found_check_value (check, row, (guint) column);
      if (!found_add (out_stated, get_stated (check, row, (guint) column))
          || !found_add (out_expected, found_check_cell (check, row, (guint) column)->expected))
        return FALSE;
      n += value->is_known || found_check_cell (check, row, (guint) column)->is_judged ? 1 : 0;
    }
  return n > 0;
}

gboolean
found_row_money (const FoundCheck *check, guint row, gint64 *out_stated, gint64 *out_expected)
{
  const int whole = check->amount[YL_FOUND_ALL_CLASSES];
  gint64 of_classes = 0;
  gint64 expected = 0;
  const gboolean has_classes = add_classes (check, row, &of_classes, &expected);
  if (!found_check_is_item (check, row) || (whole < 0 && !has_classes))
    return FALSE;
  const YlFoundValue *value = whole < 0 ? NULL : found_check_value (check, row, (guint) whole);
  if (value != NULL && !has_classes)
    {
      const FoundCell *cell = found_check_cell (check, row, (guint) whole);
      *out_stated = get_stated (check, row, (guint) whole);
      *out_expected = cell->expected;
      return value->is_known || cell->is_judged;
    }
  *out_stated = value != NULL && value->is_known ? value->units : of_classes;
  *out_expected = expected;
  return TRUE;
}

/* The finding that tells what is wrong in the amount of a cell or in the rate beside it. */
static Cause
judge_cell (const FoundCheck *check, guint row, guint column)
{
  YlCode code = (YlCode) found_check_cell (check, row, column)->code;
  for (guint i = 0; i < FOUND_N_RATES && (guint) code == FOUND_NO_CODE; i++)
    if (check->rate[i] >= 0)
      code = (YlCode) found_check_cell (check, row, (guint) check->rate[i])->code;
  if (code == YL_C03)
    return CAUSE_FACTOR;
  if (code == YL_B01)
    return CAUSE_LOW;
  if (code == YL_C10)
    return CAUSE_OTHER;
  return code == YL_C01 ? CAUSE_AMOUNT : CAUSE_ROUNDING;
}

static gboolean
add_cell (const FoundCheck *check, guint row, int column, gint64 causes[N_CAUSES])
{
  if (column < 0)
    return TRUE;
  const gint64 stated = get_stated (check, row, (guint) column);
  gint64 *cause = &causes[judge_cell (check, row, (guint) column)];
  return found_add (cause, found_check_cell (check, row, (guint) column)->expected - stated);
}

/* From what the row states to what it should: what its whole hides, then cell by cell. */
static gboolean
add_row_causes (const FoundCheck *check, guint row, gint64 stated, gint64 causes[N_CAUSES])
{
  gint64 of_classes = 0;
  gint64 expected = 0;
  if (!add_classes (check, row, &of_classes, &expected))
    return add_cell (check, row, check->amount[YL_FOUND_ALL_CLASSES], causes);
  gboolean fits = found_add (&causes[CAUSE_ACROSS], of_classes - stated);
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
  gint64 of_classes = 0;
  gint64 expected = 0;
  if (row < 0)
    return FALSE;
  if (whole >= 0 && found_check_value (check, (guint) row, (guint) whole)->is_known)
    {
      *out_fen = found_check_value (check, (guint) row, (guint) whole)->units;
      return TRUE;
    }
  if (whole >= 0 || !add_classes (check, (guint) row, &of_classes, &expected))
    return FALSE;
  *out_fen = of_classes;
  return TRUE;
}

/* Whether an amount cannot be read, so that the rows state no total. */
static gboolean
has_unread (const FoundCheck *check)
{
  for (guint row = 0; row < check->table->rows->len; row++)
    for (guint i = 0; i < FOUND_N_RATES; i++)
      if (check->amount[i] >= 0 && found_check_is_item (check, row)
          && found_value_is_unread (found_check_value (check, row, (guint) check->amount[i])))
        return TRUE;
  return FALSE;
}

static void
add_unit (const FoundCheck *check, guint row, gint64 stated, YlAudit *audit)
{
  const YlFoundRow *stated_row = found_check_row (check, row);
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
      gint64 stated = 0;
      gint64 expected = 0;
      if (!found_row_money (check, row, &stated, &expected))
        continue;
      if (!found_add (&of_rows, stated) || !found_add (&audit->expected_fen, expected)
          || !add_row_causes (check, row, stated, causes))
        return FALSE;
      add_unit (check, row, stated, audit);
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
  gint64 stated = 0;
  gint64 expected = 0;
  for (guint row = 0; row < check->table->rows->len; row++)
    n += found_row_money (check, row, &stated, &expected) ? 1 : 0;
  return n;
}

/* Classes that a table pays for; every bit when it does not tell them apart. */
static guint
find_classes (const FoundCheck *check)
{
  guint classes = 0;
  for (guint i = 0; i < YL_N_RATES; i++)
    classes |= check->amount[i] >= 0 ? 1u << i : 0;
  for (guint row = 0; row < check->table->rows->len && check->amount[YL_FOUND_ALL_CLASSES] >= 0;
       row++)
    if (found_check_is_item (check, row))
      {
        const guint rate = found_check_row (check, row)->rate;
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
  for (guint row = 0; row < check->table->rows->len; row++)
    if (found_check_is_item (check, row)
        && g_str_equal (found_check_row (check, row)->label, label))
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
    if (strcmp (found_check_column (first, i)->head, found_check_column (other, i)->head) != 0)
      return FALSE;
  for (guint row = 0; row < other->table->rows->len; row++)
    if (found_check_is_item (other, row) && has_label (first, found_check_row (other, row)->label))
      return FALSE;
  return TRUE;
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
  audit->has_stated = fits;
  audit->has_expected = fits;
  for (guint i = 0; i < N_CAUSES && fits; i++)
    if (causes[i] != 0)
      yl_audit_add_step (audit, cause_names[i], causes[i]);
}
