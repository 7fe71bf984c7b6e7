#include "running-private.h"

#include "reads-private.h"

/* The numbers of a column from one row on, summed up. */
typedef struct
{
  guint32 row;
  gint64 n;
  YlFixed sum; /* of the rows from the first one of all to this one; going up, from this one on */
} Step;

typedef struct
{
  YlArea area;  /* what was asked for last, or what is summed up */
  guint32 from; /* where both begin: */
  GArray *down; /* (nullable) (element-type Step): rows from here on, ascending */
  GArray *up;   /* (nullable) (element-type Step): rows before it, descending */
} Running;

/* A shorter column is gone through as fast. */
#define MIN_ROWS 64u

static void
running_free (gpointer data)
{
  Running *running = data;
  g_clear_pointer (&running->down, g_array_unref);
  g_clear_pointer (&running->up, g_array_unref);
  g_free (running);
}

static Running *
take_running (YlRound *round, const YlArea *area)
{
  if (round->running == NULL)
    round->running = g_hash_table_new_full (NULL, NULL, NULL, running_free);
  const gpointer key = GSIZE_TO_POINTER ((gsize) area->sheet << 16 | area->column);
  Running *running = g_hash_table_lookup (round->running, key);
  if (running == NULL)
    {
      running = g_new0 (Running, 1);
      g_hash_table_insert (round->running, key, running);
    }
  return running;
}

guint32
yl_running_find_wrong (YlRecalculation *book, YlArea area, YlCellValue *out_wrong)
{
  YlAreaIter iter = yl_area_iter_init (book, area);
  YlCellValue value;
  while (yl_area_iter_next (book, &iter, &value))
    if (yl_cell_value_is_wrong (&value))
      {
        *out_wrong = value;
        return iter.row;
      }
  return area.last_row + 1;
}

GArray *
yl_running_read (YlRecalculation *book, YlArea area)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (YlRunningNumber));
  YlAreaIter iter = yl_area_iter_init (book, area);
  YlCellValue value;
  while (yl_area_iter_next (book, &iter, &value))
    if (value.kind == YL_VALUE_NUMBER)
      {
        const YlRunningNumber number = { iter.row, value.number };
        g_array_append_val (numbers, number);
      }
  return numbers;
}

static gboolean
add_step (GArray *steps, Step step)
{
  if (steps->len > 0)
    {
      const Step *last = &g_array_index (steps, Step, steps->len - 1);
      step.n += last->n;
      if (!yl_fixed_add (last->sum, step.sum, &step.sum))
        return FALSE;
    }
  g_array_append_val (steps, step);
  return TRUE;
}

/* Adds the rows that are not summed up yet, below or above those that are. */
static gboolean
reach (YlRecalculation *book, Running *running, YlArea missing, gboolean is_below)
{
  g_autoptr (GArray) numbers = yl_running_read (book, missing);
  for (guint i = 0; i < numbers->len; i++)
    {
      const guint at = is_below ? i : numbers->len - 1 - i;
      const YlRunningNumber *number = &g_array_index (numbers, YlRunningNumber, at);
      if (!add_step (is_below ? running->down : running->up,
                     (Step){ number->row, 1, number->number }))
        return FALSE;
    }
  return TRUE;
}

static gboolean
extend (YlRecalculation *book, Running *running, YlArea area)
{
  YlArea below = area;
  YlArea above = area;
  below.row = MAX (area.row, running->area.last_row + 1);
  above.last_row = MIN (area.last_row, running->area.row - 1);
  gboolean is_known = TRUE;
  if (below.row <= below.last_row)
    is_known = reach (book, running, below, TRUE);
  if (is_known && above.row <= above.last_row)
    is_known = reach (book, running, above, FALSE);
  running->area.row = MIN (area.row, running->area.row);
  running->area.last_row = MAX (area.last_row, running->area.last_row);
  return is_known;
}

/* How many steps stand before @row, which comes after those of all smaller rows, or larger ones. */
static guint
count_steps (const GArray *steps, guint32 row, gboolean is_down)
{
  guint low = 0;
  guint high = steps->len;
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      const guint32 there = g_array_index (steps, Step, middle).row;
      if (is_down ? there <= row : there > row)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The sum from where both begin to @row; before that, what is missing there, below zero. */
static Step
sum_to (const Running *running, guint32 row)
{
  const gboolean is_down = row + 1 >= running->from;
  const GArray *steps = is_down ? running->down : running->up;
  const guint n = count_steps (steps, row, is_down);
  Step step = { row, 0, { 0 } };
  if (n > 0)
    step = g_array_index (steps, Step, n - 1);
  if (!is_down)
    step = (Step){ row, -step.n, { -step.sum.units } };
  return step;
}

/* From its second part on that begins or ends as the one before, a column is summed up once. */
static gboolean
is_again (const Running *running, const YlArea *area)
{
  const YlArea *last = &running->area;
  if (running->down != NULL)
    return area->row <= last->last_row + 1 && area->last_row + 1 >= last->row;
  return last->last_row != 0 && (last->row == area->row || last->last_row == area->last_row);
}

static void
start (Running *running, const YlArea *area)
{
  running->area = *area;
  running->area.last_row = area->row - 1;
  running->from = area->row;
  running->down = g_array_new (FALSE, FALSE, sizeof (Step));
  running->up = g_array_new (FALSE, FALSE, sizeof (Step));
}

static void
note (Running *running, const YlArea *area)
{
  g_clear_pointer (&running->down, g_array_unref);
  g_clear_pointer (&running->up, g_array_unref);
  running->area = *area;
}

/* What of @area is not summed up yet. */
static YlArea
find_missing (const Running *running, YlArea area)
{
  if (running->down != NULL && area.row >= running->area.row)
    area.row = MAX (area.row, running->area.last_row + 1);
  else if (running->down != NULL && area.last_row <= running->area.last_row)
    area.last_row = MIN (area.last_row, running->area.row - 1);
  return area;
}

/* @area holds nothing wrong and is worked out. */
static gboolean
sum_up (YlRecalculation *book, const YlArea *area, YlFixed *out_sum, gint64 *out_n)
{
  Running *running = take_running (yl_recalculation_get_round (book), area);
  if (running->down == NULL)
    start (running, area);
  if (!is_again (running, area) || !extend (book, running, *area))
    {
      note (running, area);
      return FALSE;
    }
  const Step last = sum_to (running, area->last_row);
  const Step before = sum_to (running, area->row - 1);
  *out_n = last.n - before.n;
  return yl_fixed_subtract (last.sum, before.sum, out_sum);
}

gboolean
yl_running_sum (
    YlRecalculation *book, YlArea area, YlFixed *out_sum, gint64 *out_n, YlCellValue *out_wrong)
{
  YlRound *round = yl_recalculation_get_round (book);
  *out_wrong = (YlCellValue){ .kind = YL_VALUE_EMPTY };
  if (area.column != area.last_column || area.last_row < area.row + MIN_ROWS || round->is_partial)
    return FALSE;
  yl_recalculation_note_read (book, &area);
  if (!is_again (take_running (round, &area), &area))
    {
      note (take_running (round, &area), &area);
      return FALSE;
    }
  const YlArea missing = find_missing (take_running (round, &area), area);
  const guint32 row = missing.row > missing.last_row
                          ? area.last_row + 1
                          : yl_running_find_wrong (book, missing, out_wrong);
  if (round->is_partial)
    return FALSE;
  if (out_wrong->kind == YL_VALUE_EMPTY)
    return sum_up (book, &area, out_sum, out_n);
  /* What stands above the wrong one need not be looked at again. */
  area.last_row = row - 1;
  if (area.last_row >= area.row && area.last_row < missing.last_row)
    sum_up (book, &area, out_sum, out_n);
  return TRUE;
}
