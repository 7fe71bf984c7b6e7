#include "sum-private.h"
#include "coverage-private.h"
#include "numbering-private.h"
#include "relations-private.h"

#include <string.h>

/* Rows that are parts of the row above them: 其中, and the outline of 一, （一）, 1. */

static gboolean
is_summed (const YlFoundColumn *column)
{
  return column->meaning == YL_FOUND_LENGTH || found_is_money (column);
}

/* Rows @from to before @to of one kind or level, and the row that they are parts of. */
typedef struct
{
  guint whole;
  guint from;
  guint to;
  guint8 level; /* of an outline; 0: 其中 */
} Parts;

static gboolean
is_part (const FoundCheck *check, const Parts *parts, guint row)
{
  return parts->level != 0 ? check->levels[row] == parts->level
                           : found_row (check, row)->kind == YL_FOUND_ROW_PART;
}

static FoundSum
add_up (const FoundCheck *check, const Parts *parts, guint column)
{
  FoundSum sum = { 0 };
  for (guint row = parts->from; row < parts->to; row++)
    if (is_part (check, parts, row))
      found_sum_add (&sum, found_cell (check, row, column));
  return sum;
}

static gint64
get_slack (const FoundCheck *check, guint column, const FoundSum *sum)
{
  const gint64 step = check->steps[column];
  return found_head (check, column)->meaning == YL_FOUND_LENGTH && step <= 1
             ? 0
             : (gint64) (sum->n + 1) * step / 2;
}

static gboolean
is_readable (const FoundCheck *check, const Parts *parts, guint column, const FoundSum *sum)
{
  return is_summed (found_head (check, column)) && sum->n_known > 0 && !sum->is_unread
         && found_cell (check, parts->whole, column)->value->is_known;
}

/* 其中 names every part where another column of the same rows adds up. */
static gboolean
is_complete (const FoundCheck *check, const Parts *parts, guint column)
{
  for (guint i = 0; i < check->table->columns->len; i++)
    {
      const FoundSum sum = add_up (check, parts, i);
      const gint64 whole = found_cell (check, parts->whole, i)->stated;
      if (i != column && is_readable (check, parts, i, &sum) && sum.n >= 2 && whole != 0
          && whole == sum.stated)
        return TRUE;
    }
  return FALSE;
}

static void
link_parts (FoundCheck *check, const Parts *parts, guint column)
{
  const FoundLink link = { .whole = found_cell (check, parts->whole, column),
                           .rate = YL_FOUND_ALL_CLASSES,
                           .row_kind = YL_FOUND_ROW_PART,
                           .level = parts->level,
                           .from = parts->from,
                           .to = parts->to };
  found_link (check, &link);
}

static void
check_column (FoundCheck *check, const Parts *parts, guint column)
{
  FoundCell *whole = found_cell (check, parts->whole, column);
  const FoundSum sum = add_up (check, parts, column);
  if (!is_readable (check, parts, column, &sum))
    return;
  const gint64 off = found_sum_get_off (&sum, whole);
  const gboolean is_whole = parts->level != 0 || is_complete (check, parts, column);
  const gboolean is_slack = ABS (off) <= get_slack (check, column, &sum);
  if (is_slack || is_whole)
    link_parts (check, parts, column);
  if (off == 0 || (off > 0 && !is_whole) || whole->code != FOUND_NO_CODE
      || whole->stated == sum.expected || whole->expected == sum.stated
      || found_may_differ (check, whole, off))
    return;
  const FoundDifference difference = {
    .code = YL_C01,
    .stated = whole->stated,
    .expected = sum.stated,
    .from = parts->level != 0 ? "所属各行相加" : "其中各行相加",
    .rounded = is_slack ? "各行" : NULL,
  };
  if (is_whole && !is_slack)
    whole->expected = sum.stated;
  found_report_difference (check, whole, &difference, found_price (check, whole, off));
}

static void
check_parts (FoundCheck *check, const Parts *parts)
{
  for (guint column = 0; column < check->table->columns->len; column++)
    check_column (check, parts, column);
}

/* The rows of 其中 that follow @row. */
static void
check_inner (FoundCheck *check, guint row)
{
  const guint n = check->table->rows->len;
  Parts parts = { .whole = row, .from = row + 1, .to = row + 1 };
  while (parts.to < n && found_row (check, parts.to)->kind == YL_FOUND_ROW_PART)
    parts.to++;
  /* A heading that is read as 其中 has its parts below it. */
  if (parts.to > parts.from && g_str_has_prefix (found_row (check, parts.from)->label, "其中"))
    check_parts (check, &parts);
}

/* The rows of the next level under @row, or all of the first. */
static void
check_level (FoundCheck *check, guint row, guint level, guint from)
{
  const guint n = check->table->rows->len;
  Parts parts = { .whole = row, .from = from, .to = from, .level = (guint8) level };
  while (parts.to < n && (check->levels[parts.to] == 0 || check->levels[parts.to] >= level))
    parts.to++;
  check_parts (check, &parts);
}

void
found_check_parts (FoundCheck *check)
{
  const guint n = check->table->rows->len;
  check->levels = found_levels_new (check->table);
  /* What is inmost comes first: a whole is held against parts of which it is known what they should be. */
  for (guint i = n; i > 0; i--)
    {
      const guint row = i - 1;
      const gboolean is_total = found_row (check, row)->kind == YL_FOUND_ROW_TOTAL;
      if (is_total)
        continue;
      if (found_row (check, row)->kind != YL_FOUND_ROW_PART)
        check_inner (check, row);
      if (check->levels != NULL && found_levels_has_parts (check->levels, n, row))
        check_level (check, row, check->levels[row] + 1u, row + 1);
    }
  for (guint row = 0; row < n && check->levels != NULL; row++)
    if (found_row (check, row)->kind == YL_FOUND_ROW_TOTAL)
      check_level (check, row, 1, 0);
}
