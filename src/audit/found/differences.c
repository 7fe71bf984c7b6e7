#include "coverage-private.h"
#include "relations-private.h"

#include <string.h>

/* Rows by which a relation between columns is judged. */
#define MAX_EVIDENCE 200

/* A column that states what one has more than another: 增减额 = 本年 − 上年, 未拨 = 应拨 − 已拨. */
typedef struct
{
  guint column;
  guint more;
  guint less;
  guint n; /* rows that state all three */
  guint n_right;
} Difference;

static gboolean
names_difference (const YlFoundColumn *column)
{
  static const char *const words[] = { "增减", "差额", "增长额", "结余", "结存", "余额", "剩余",
                                       "未拨", "未付", "未支付", "待拨", "缺口", NULL };
  return column->meaning == YL_FOUND_ASIDE && yl_text_holds_any (column->head, words);
}

static gint64
get_off (const FoundCheck *check, const Difference *difference, guint row)
{
  return found_cell (check, row, difference->more)->stated
         - found_cell (check, row, difference->less)->stated
         - found_cell (check, row, difference->column)->stated;
}

/* A blank beside figures is none. */
static gboolean
states_all (const FoundCheck *check, const Difference *difference, guint row)
{
  const FoundCell *own = found_cell (check, row, difference->column);
  const FoundCell *more = found_cell (check, row, difference->more);
  const FoundCell *less = found_cell (check, row, difference->less);
  return own->value->is_known && !found_value_is_unread (more->value)
         && !found_value_is_unread (less->value)
         && (more->value->is_known || less->value->is_known);
}

/* What the last digits of the three may leave. */
static gint64
get_slack (const FoundCheck *check, const Difference *difference)
{
  return (check->steps[difference->column] + check->steps[difference->more]
          + check->steps[difference->less])
         / 2;
}

static void
count (const FoundCheck *check, Difference *difference)
{
  const guint n_rows = check->table->rows->len;
  const gint64 slack = get_slack (check, difference);
  for (guint row = 0; row < n_rows; row += n_rows / MAX_EVIDENCE + 1)
    {
      if (!states_all (check, difference, row))
        continue;
      difference->n++;
      difference->n_right += ABS (get_off (check, difference, row)) <= slack ? 1 : 0;
    }
}

static gboolean
find (const FoundCheck *check, guint column, Difference *best)
{
  const guint n = check->table->columns->len;
  *best = (Difference){ .column = column };
  for (guint more = 0; more < n; more++)
    for (guint less = 0; less < n && found_is_money (found_head (check, more)); less++)
      {
        Difference difference = { column, more, less, 0, 0 };
        if (more == less || more == column || less == column
            || !found_is_money (found_head (check, less)))
          continue;
        count (check, &difference);
        if (difference.n_right * 2 >= difference.n && difference.n_right > best->n_right)
          *best = difference;
      }
  return best->n_right > 0;
}

/* The cell that its column is off by as much too, else the difference. */
static FoundCell *
find_wrong (
    FoundCheck *check, const Difference *difference, guint row, gint64 off, gint64 *out_expected)
{
  const guint columns[] = { difference->column, difference->less, difference->more };
  const gint64 missing[] = { off, off, -off };
  for (guint i = 0; i < G_N_ELEMENTS (columns) && found_is_item (check, row); i++)
    {
      FoundCell *cell = found_cell (check, row, columns[i]);
      *out_expected = cell->stated + missing[i];
      if (!cell->is_judged && found_get_total_off (check, columns[i]) == missing[i])
        return cell;
    }
  *out_expected = found_cell (check, row, difference->column)->stated + off;
  return found_cell (check, row, difference->column);
}

/* Whether one of the three is told already, or should be what makes the difference right. */
static gboolean
is_told (const FoundCheck *check, const Difference *difference, guint row)
{
  const guint columns[] = { difference->column, difference->more, difference->less };
  gint64 expected[G_N_ELEMENTS (columns)];
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const FoundCell *cell = found_cell (check, row, columns[i]);
      expected[i] = cell->expected;
      if (cell->code != FOUND_NO_CODE)
        return TRUE;
    }
  return expected[1] - expected[2] == expected[0];
}

static void
check_row (FoundCheck *check, const Difference *difference, guint row)
{
  const gint64 off = states_all (check, difference, row) ? get_off (check, difference, row) : 0;
  gint64 expected = 0;
  if (ABS (off) == 0 || is_told (check, difference, row))
    return;
  FoundCell *cell = find_wrong (check, difference, row, off, &expected);
  g_autofree char *from = g_strdup_printf (
      "按“%s”减“%s”等于“%s”应", found_head (check, difference->more)->head,
      found_head (check, difference->less)->head, found_head (check, difference->column)->head);
  const FoundDifference told = {
    .code = YL_C01,
    .stated = cell->stated,
    .expected = expected,
    .from = from,
    .rounded = ABS (off) <= get_slack (check, difference) ? "各数" : NULL,
  };
  found_report_difference (check, cell, &told, found_price (check, cell, cell->stated - expected));
  cell->expected = expected;
}

/* What was granted is divided into what was paid and what is left; nobody proves 上年 by 增减. */
static void
link_row (FoundCheck *check, const Difference *difference, guint row)
{
  const FoundLink link = { .whole = found_cell (check, row, difference->more),
                           .is_granted = TRUE,
                           .n_columns = 2,
                           .columns = { (guint16) difference->less,
                                        (guint16) difference->column } };
  if (states_all (check, difference, row))
    found_link (check, &link);
}

static gboolean
is_of_years (const FoundCheck *check, const Difference *difference)
{
  static const char *const words[] = { "增", "差额", NULL };
  return yl_text_holds_any (found_head (check, difference->column)->head, words);
}

void
found_check_differences (FoundCheck *check, gboolean is_of_items)
{
  for (guint column = 0; column < check->table->columns->len; column++)
    {
      Difference difference;
      if (!names_difference (found_head (check, column)) || !find (check, column, &difference))
        continue;
      for (guint row = 0; row < check->table->rows->len; row++)
        {
          if (found_is_item (check, row) != is_of_items)
            continue;
          check_row (check, &difference, row);
          if (!is_of_years (check, &difference))
            link_row (check, &difference, row);
        }
    }
}
