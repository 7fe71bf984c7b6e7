/* Running maxima and minima. */
#include "dense-private.h"
#include "growing-private.h"
#include "reads-private.h"
#include "running-private.h"

/* The numbers from the row where all begin (or end) to this one. */
typedef struct
{
  guint32 row;
  YlFixed highest;
  YlFixed lowest;
} Step;

/* Parts of a column with one row in common. */
typedef struct
{
  GArray
      *steps; /* (element-type Step): rows in which either changes; NULL: asked for once so far */
  guint32 reached; /* the row up to which they go */
} Extremes;

typedef enum
{
  FROM_FIRST,
  FROM_LAST,
  N_SIDES
} Side;

/* A shorter column is gone through as fast. */
#define MIN_ROWS 64u
/* So many rows are known that parts begin or end with. */
#define MAX_KEPT 1024u

static void
extremes_free (gpointer data)
{
  Extremes *self = data;
  g_clear_pointer (&self->steps, g_array_unref);
  g_free (self);
}

/* Their common row, and on which side of it they lie. */
static YlArea
make_key (const YlArea *area, Side side)
{
  YlArea key = *area;
  key.row = side == FROM_FIRST ? area->row : area->last_row;
  key.last_row = side;
  return key;
}

/* (nullable): what is known of the side, if it was asked for before. */
static Extremes *
find_side (const YlRound *round, const YlArea *area, Side side)
{
  const YlArea key = make_key (area, side);
  GHashTable *extremes = round->growing->extremes;
  return extremes == NULL ? NULL : g_hash_table_lookup (extremes, &key);
}

static GHashTable *
take_extremes (YlRound *round)
{
  YlGrowing *growing = yl_growing_take (round);
  if (growing->extremes == NULL)
    growing->extremes = g_hash_table_new_full (yl_area_hash, yl_area_equal, g_free, extremes_free);
  return growing->extremes;
}

static void
note_sides (GHashTable *extremes, const YlArea *area)
{
  if (g_hash_table_size (extremes) >= MAX_KEPT)
    g_hash_table_remove_all (extremes);
  for (Side side = 0; side < N_SIDES; side++)
    {
      const YlArea key = make_key (area, side);
      g_hash_table_insert (extremes, g_memdup2 (&key, sizeof key), g_new0 (Extremes, 1));
    }
}

/* What of @area is not gone through yet. */
static YlArea
find_missing (const Extremes *self, YlArea area, Side side)
{
  if (self->steps != NULL && side == FROM_FIRST)
    area.row = self->reached + 1;
  else if (self->steps != NULL)
    area.last_row = self->reached - 1;
  return area;
}

static void
add_number (Extremes *self, guint32 row, YlFixed number)
{
  Step step = { row, number, number };
  if (self->steps->len > 0)
    {
      const Step *last = &g_array_index (self->steps, Step, self->steps->len - 1);
      const gboolean is_higher = yl_fixed_compare (number, last->highest) > 0;
      const gboolean is_lower = yl_fixed_compare (number, last->lowest) < 0;
      if (!is_higher && !is_lower)
        return;
      step.highest = is_higher ? number : last->highest;
      step.lowest = is_lower ? number : last->lowest;
    }
  g_array_append_val (self->steps, step);
}

/* @missing holds nothing wrong and is worked out. */
static void
reach (YlRecalculation *book, Extremes *self, YlArea missing, Side side)
{
  g_autoptr (GArray) numbers = yl_running_read (book, missing);
  for (guint i = 0; i < numbers->len; i++)
    {
      const guint at = side == FROM_FIRST ? i : numbers->len - 1 - i;
      const YlRunningNumber *number = &g_array_index (numbers, YlRunningNumber, at);
      add_number (self, number->row, number->number);
    }
  self->reached = side == FROM_FIRST ? missing.last_row : missing.row;
}

/* How many steps there are from the common row to @row. */
static guint
count_steps (const Extremes *self, guint32 row, Side side)
{
  guint low = 0;
  guint high = self->steps->len;
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      const guint32 there = g_array_index (self->steps, Step, middle).row;
      if (side == FROM_FIRST ? there <= row : there >= row)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Goes through what is missing. FALSE: nobody knows what @area holds. */
static gboolean
extend (YlRecalculation *book, YlArea area, Side side, YlCellValue *out_wrong)
{
  YlRound *round = yl_recalculation_get_round (book);
  YlArea missing = find_missing (find_side (round, &area, side), area, side);
  if (missing.row > missing.last_row)
    return TRUE;
  const guint32 wrong_row = yl_running_find_wrong (book, missing, out_wrong);
  /* Others may have come further meanwhile, or made room. */
  Extremes *self = find_side (round, &area, side);
  if (round->is_partial || self == NULL)
    return FALSE;
  if (out_wrong->kind != YL_VALUE_EMPTY && side == FROM_LAST)
    return TRUE;
  if (self->steps == NULL)
    {
      self->steps = g_array_new (FALSE, FALSE, sizeof (Step));
      self->reached = side == FROM_FIRST ? area.row - 1 : area.last_row + 1;
    }
  missing = find_missing (self, area, side);
  missing.last_row = MIN (missing.last_row, wrong_row - 1);
  const guint n_before = self->steps->len;
  if (missing.row <= missing.last_row)
    reach (book, self, missing, side);
  round->growing->n_steps += self->steps->len - n_before;
  return TRUE;
}

gboolean
yl_growing_extreme (YlRecalculation *book,
                    YlArea area,
                    gboolean is_highest,
                    YlFixed *out_number,
                    gboolean *out_has,
                    YlCellValue *out_wrong)
{
  YlRound *round = yl_recalculation_get_round (book);
  *out_wrong = (YlCellValue){ .kind = YL_VALUE_EMPTY };
  if (area.column != area.last_column || area.last_row < area.row + MIN_ROWS || round->is_partial)
    return FALSE;
  yl_recalculation_note_read (book, &area);
  GHashTable *extremes = take_extremes (round);
  const Side side = find_side (round, &area, FROM_FIRST) != NULL ? FROM_FIRST : FROM_LAST;
  if (find_side (round, &area, side) == NULL)
    {
      note_sides (extremes, &area);
      return FALSE;
    }
  if (!extend (book, area, side, out_wrong))
    return FALSE;
  if (out_wrong->kind != YL_VALUE_EMPTY)
    return TRUE;
  const Extremes *self = find_side (round, &area, side);
  const guint n = count_steps (self, side == FROM_FIRST ? area.last_row : area.row, side);
  *out_has = n > 0;
  if (n > 0)
    {
      const Step *step = &g_array_index (self->steps, Step, n - 1);
      *out_number = is_highest ? step->highest : step->lowest;
    }
  return TRUE;
}
