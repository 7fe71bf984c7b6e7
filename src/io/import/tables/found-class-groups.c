/* Tables whose only classes are those of their sums: 县道小计 and the townships that it sums up. */
#include "found-private.h"

/* Rows from..to, which the sum at @sum may be of. */
typedef struct
{
  guint sum;
  guint from;
  guint to;
} Group;

static YlFoundRow *
get_row (const YlFoundTable *table, guint index)
{
  return g_ptr_array_index (table->rows, index);
}

static gboolean
is_class_sum (const YlFoundTable *table, guint row)
{
  return get_row (table, row)->kind == YL_FOUND_ROW_SUBTOTAL
         && get_row (table, row)->rate < YL_N_RATES;
}

/* Whether something else tells classes apart: a column of them, columns for them, rows that name one. */
static gboolean
has_other_classes (const YlFoundTable *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const YlFoundColumn *column = yl_found_table_get_column (table, i);
      if (column->meaning == YL_FOUND_CLASS || column->meaning == YL_FOUND_ROUTE
          || column->rate != YL_FOUND_ALL_CLASSES)
        return TRUE;
    }
  for (guint i = 0; i < table->rows->len; i++)
    if (get_row (table, i)->kind == YL_FOUND_ROW_ITEM
        && get_row (table, i)->rate != YL_FOUND_ALL_CLASSES)
      return TRUE;
  return FALSE;
}

/* The items next to a sum: under it, or over it. */
static Group
find_group (const YlFoundTable *table, guint sum, gboolean is_under)
{
  Group group = { sum, sum, sum };
  if (is_under)
    {
      group.from = group.to = sum + 1;
      while (group.to < table->rows->len && get_row (table, group.to)->kind == YL_FOUND_ROW_ITEM)
        group.to++;
      return group;
    }
  while (group.from > 0 && get_row (table, group.from - 1)->kind == YL_FOUND_ROW_ITEM)
    group.from--;
  return group;
}

/* Whether any column of kilometres or money adds up to the sum. */
static gboolean
adds_up (const YlFoundTable *table, const Group *group)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const guint8 meaning = yl_found_table_get_column (table, i)->meaning;
      gint64 sum = 0;
      gboolean fits = meaning == YL_FOUND_LENGTH || meaning == YL_FOUND_AMOUNT;
      for (guint row = group->from; fits && row < group->to; row++)
        fits =
            !__builtin_add_overflow (sum, yl_found_row_get (get_row (table, row), i)->units, &sum);
      if (fits && sum != 0 && sum == yl_found_row_get (get_row (table, group->sum), i)->units)
        return TRUE;
    }
  return FALSE;
}

/* All class sums must be of the rows on their side; one wrong figure leaves another column. */
static gboolean
are_sums_of (const YlFoundTable *table, gboolean is_under)
{
  gboolean has_any = FALSE;
  for (guint row = 0; row < table->rows->len; row++)
    {
      if (!is_class_sum (table, row))
        continue;
      const Group group = find_group (table, row, is_under);
      if (group.from == group.to || !adds_up (table, &group))
        return FALSE;
      has_any = TRUE;
    }
  return has_any;
}

void
found_settle_class_groups (YlFoundTable *table)
{
  if (has_other_classes (table))
    return;
  const gboolean is_under = are_sums_of (table, TRUE);
  if (!is_under && !are_sums_of (table, FALSE))
    return;
  for (guint row = 0; row < table->rows->len; row++)
    {
      const Group group =
          is_class_sum (table, row) ? find_group (table, row, is_under) : (Group){ 0 };
      for (guint i = group.from; i < group.to; i++)
        get_row (table, i)->rate = get_row (table, row)->rate;
    }
}
