#include "check-private.h"

#include <string.h>

/* What a table comes to in one measure. */
typedef struct
{
  FoundCell *cell; /* to be told: of the last 合计, else of the item of that class */
  gint64 expected; /* when every row were right */
} Total;

/* Whether the rows are classes, not places or routes: an overview. */
static gboolean
is_of_classes (const FoundCheck *check)
{
  for (guint row = 0; found_next_item (check, &row); row++)
    if (found_row (check, row)->rate == YL_FOUND_ALL_CLASSES
        || found_row (check, row)->township_code != 0)
      return FALSE;
  return TRUE;
}

/* The only item of a class in a table whose rows are classes. */
static int
find_class_row (const FoundCheck *check, guint rate)
{
  int found = -1;
  if (!is_of_classes (check))
    return -1;
  for (guint row = 0; found_next_item (check, &row); row++)
    {
      if (found_row (check, row)->rate != rate)
        continue;
      if (found >= 0)
        return -1;
      found = (int) row;
    }
  return found;
}

static gint64
add_expected (const FoundCheck *check, guint row, guint column)
{
  gint64 sum = 0;
  if (found_is_item (check, row))
    return found_cell (check, row, column)->expected;
  for (guint i = 0; found_next_item (check, &i); i++)
    if (!found_add (&sum, found_cell (check, i, column)->expected))
      return 0;
  return sum;
}

/* The total of @rate in columns of its own, or in the row of that class. */
static gboolean
find_total (const FoundCheck *check, const int *columns, guint rate, Total *out)
{
  int row = found_find_total_row (check);
  int column = columns[rate];
  if (column < 0 && rate != YL_FOUND_ALL_CLASSES)
    {
      row = find_class_row (check, rate);
      column = columns[YL_FOUND_ALL_CLASSES];
    }
  if (row < 0 || column < 0)
    return FALSE;
  out->cell = found_cell (check, (guint) row, (guint) column);
  out->expected = add_expected (check, (guint) row, (guint) column);
  return out->cell->value->is_known;
}

/* Tables of different years are about different money. */
static gboolean
are_of_one_year (const FoundCheck *a, const FoundCheck *b)
{
  const char *year_a = strstr (a->table->title, "年");
  const char *year_b = strstr (b->table->title, "年");
  if (year_a == NULL || year_b == NULL || year_a - a->table->title < 4
      || year_b - b->table->title < 4)
    return TRUE;
  return memcmp (year_a - 4, year_b - 4, 4) == 0;
}

/* Rows of places and routes; those of classes are an overview. */
static guint
count_items (const FoundCheck *check)
{
  guint n = 0;
  for (guint row = 0; found_next_item (check, &row); row++)
    n++;
  return is_of_classes (check) ? 0 : n;
}

static void
report (const FoundCheck *check, FoundCell *total, const FoundCheck *other, gint64 expected)
{
  g_autofree char *seen = found_to_text (total->head, total->stated);
  g_autofree char *shown = found_show (total);
  g_autofree char *due = found_to_text (total->head, expected);
  g_autofree char *message =
      g_strdup_printf ("“%s”的“%s”为 %s，工作表“%s”的明细合计为 %s，两表不一致", total->row->label,
                       total->head->head, seen, other->table->sheet, due);
  const gboolean is_money = total->head->meaning == YL_FOUND_AMOUNT;
  const YlFinding finding = { .code = YL_C01, .seen = shown, .expected = due, .message = message };
  found_report (check, total, finding,
                (FoundStake){ is_money, is_money ? total->stated - expected : 0 });
}

/* Holds one measure of an overview against the table with the rows; Returns: whether it differs. */
static gboolean
compare (const FoundCheck *overview,
         const FoundCheck *detail,
         const int *of_overview,
         const int *of_detail,
         guint rate)
{
  Total a;
  Total b;
  if (!find_total (overview, of_overview, rate, &a) || !find_total (detail, of_detail, rate, &b)
      || a.cell->code != FOUND_NO_CODE || b.cell->code != FOUND_NO_CODE)
    return FALSE;
  const gint64 off = a.cell->stated - b.cell->stated;
  const gint64 slack = MAX (found_step (overview, a.cell), found_step (detail, b.cell)) - 1;
  /* A row that is told already explains what the totals differ by. */
  if (ABS (off) <= slack || ABS (a.expected - b.expected) <= slack
      || found_may_differ (overview, a.cell, off))
    return FALSE;
  report (overview, a.cell, detail, b.cell->stated);
  return TRUE;
}

static gboolean
has_class (const FoundCheck *check, guint rate)
{
  return check->length[rate] >= 0 || check->amount[rate] >= 0 || find_class_row (check, rate) >= 0;
}

/* Whether both tables pay for, or measure, the same classes, and name any. */
static gboolean
have_same_classes (const FoundCheck *a, const FoundCheck *b)
{
  guint n = 0;
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    {
      if (has_class (a, rate) != has_class (b, rate))
        return FALSE;
      n += has_class (a, rate) ? 1 : 0;
    }
  return n > 0;
}

/* Tables that name no class are about the same roads when their kilometres are the same. */
static gboolean
have_same_length (const FoundCheck *a, const FoundCheck *b)
{
  Total of_a;
  Total of_b;
  return find_total (a, a->length, YL_FOUND_ALL_CLASSES, &of_a)
         && find_total (b, b->length, YL_FOUND_ALL_CLASSES, &of_b)
         && of_a.cell->stated == of_b.cell->stated && of_a.cell->stated != 0;
}

static void
compare_tables (const FoundCheck *overview, const FoundCheck *detail)
{
  gboolean differs = FALSE;
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    {
      differs |= compare (overview, detail, overview->amount, detail->amount, rate);
      compare (overview, detail, overview->length, detail->length, rate);
    }
  if (!differs && (have_same_classes (overview, detail) || have_same_length (overview, detail)))
    compare (overview, detail, overview->amount, detail->amount, YL_FOUND_ALL_CLASSES);
}

/* The table with the most rows is the one that the others sum up. */
void
found_check_between (FoundCheck *const *checks, guint n_checks)
{
  const FoundCheck *detail = NULL;
  for (guint i = 0; i < n_checks; i++)
    if (found_find_total_row (checks[i]) >= 0
        && (detail == NULL || count_items (checks[i]) > count_items (detail)))
      detail = checks[i];
  for (guint i = 0; i < n_checks && detail != NULL; i++)
    if (checks[i] != detail && are_of_one_year (checks[i], detail)
        && count_items (checks[i]) < count_items (detail)
        && checks[i]->is_by_length == detail->is_by_length)
      compare_tables (checks[i], detail);
}
