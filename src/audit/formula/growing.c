/* What is equal to what in columns that are asked for part by part. */
#include "growing-private.h"

#include "dense-private.h"
#include "reads-private.h"
#include "yanglu/base/keyed-hash.h"

#include <string.h>

/* A cell of a group of equals: what all from the first row of the part to this one come to. */
typedef struct
{
  guint32 row;
  guint32 before; /* the step before of its group, from 1; 0: none */
  gint64 n;
  YlFixed sum;
} Step;

/* What equals are equal to. Nothing lies between its members, which are hashed as they are. */
typedef struct
{
  YlFixed number;
  guint64 text; /* the place of a folded text: equal ones stand at one; 0: the number */
  guint64 unused;
} Like;
G_STATIC_ASSERT (sizeof (Like) == sizeof (YlFixed) + 2 * sizeof (guint64));

/* Parts of a column that begin alike, and what is summed up beside them. */
typedef struct
{
  guint32 reached;     /* the row up to which they go */
  GArray *steps;       /* (element-type Step): NULL: asked for once so far */
  GHashTable *last_of; /* Like → the last step of its group, from 1 */
} Groups;

/* Which cells are equals. */
typedef enum
{
  THE_SAME, /* of one value */
  NUMBERS,
  ANYTHING,
} Equals;

typedef struct
{
  YlArea area;   /* its last row is 0 */
  YlArea summed; /* the same; all of it 0: none */
  guint32 equals;
} Key;
G_STATIC_ASSERT (sizeof (Key) == 2 * sizeof (YlArea) + sizeof (guint32));

/* A shorter column is gone through as fast. */
#define MIN_ROWS 64u
#define MAX_KEPT 256u
/* Some sixty bytes each, with a group of its own twice that. */
#define MAX_STEPS 1000000u
/* To find the group of a cell. */
#define STEPS_OF_GROUP 4u

static void
groups_free (gpointer data)
{
  Groups *self = data;
  g_clear_pointer (&self->steps, g_array_unref);
  g_clear_pointer (&self->last_of, g_hash_table_unref);
  g_free (self);
}

static guint
hash_key (gconstpointer key)
{
  return yl_keyed_hash ((YlText){ key, sizeof (Key) });
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  const Key *x = a;
  const Key *y = b;
  return x->equals == y->equals && yl_area_equal (&x->area, &y->area)
         && yl_area_equal (&x->summed, &y->summed);
}

static guint
hash_like (gconstpointer like)
{
  return yl_keyed_hash ((YlText){ like, sizeof (Like) });
}

static gboolean
equal_likes (gconstpointer a, gconstpointer b)
{
  const Like *x = a;
  const Like *y = b;
  return x->text == y->text && yl_fixed_compare (x->number, y->number) == 0;
}

YlGrowing *
yl_growing_take (YlRound *round)
{
  if (round->growing == NULL)
    {
      round->growing = g_new0 (YlGrowing, 1);
      round->growing->groups = g_hash_table_new_full (hash_key, equal_keys, g_free, groups_free);
    }
  if (round->growing->n_steps > MAX_STEPS)
    {
      g_clear_pointer (&round->growing->extremes, g_hash_table_unref);
      g_hash_table_remove_all (round->growing->groups);
      round->growing->n_steps = 0;
    }
  return round->growing;
}

static void
note (GHashTable *groups, const Key *key)
{
  if (g_hash_table_size (groups) >= MAX_KEPT)
    g_hash_table_remove_all (groups);
  g_hash_table_insert (groups, g_memdup2 (key, sizeof *key), g_new0 (Groups, 1));
}

static Key
make_key (const YlArea *area, const YlArea *summed, Equals equals)
{
  Key key = { .area = *area, .equals = equals };
  key.area.last_row = 0;
  if (summed != NULL)
    {
      key.summed = *summed;
      key.summed.last_row = 0;
    }
  return key;
}

/* What stands beside those rows. */
static YlArea
get_beside (const YlArea *summed, const YlArea *area, YlArea rows)
{
  YlArea beside = *summed;
  beside.row = summed->row + (rows.row - area->row);
  beside.last_row = summed->row + (rows.last_row - area->row);
  return beside;
}

/* Works all cells out. FALSE: something is not known, or needs itself; of what is summed up, nothing may be
 * wrong. */
static gboolean
work_out (YlRecalculation *book, YlArea area, gboolean is_summed)
{
  YlAreaIter iter = yl_area_iter_init (book, area);
  YlCellValue value;
  while (yl_area_iter_next (book, &iter, &value))
    if (value.kind == YL_VALUE_UNKNOWN
        || (value.kind == YL_VALUE_ERROR && (is_summed || strcmp (value.text, YL_CIRCULAR) == 0)))
      return FALSE;
  return TRUE;
}

/* What a cell is equal to; FALSE: to nothing that is asked for here. Texts that are numbers are numbers,
 * truths are the texts. */
static gboolean
read_like (YlRecalculation *book, const YlCellValue *value, Equals equals, Like *out_like)
{
  *out_like = (Like){ .text = 0 };
  if (equals != THE_SAME)
    return equals == NUMBERS ? value->kind == YL_VALUE_NUMBER : value->kind != YL_VALUE_EMPTY;
  if (value->kind == YL_VALUE_EMPTY || value->kind == YL_VALUE_ERROR
      || (value->kind == YL_VALUE_TEXT && *value->text == '\0'))
    return FALSE;
  if (value->kind == YL_VALUE_NUMBER)
    {
      out_like->number = yl_fixed_settle (value->number);
      return TRUE;
    }
  const char *folded = yl_recalculation_fold (book, yl_recalculation_to_text (book, value));
  const YlCellValue number = value->kind == YL_VALUE_TEXT
                                 ? yl_cell_value_to_number (yl_cell_value_of_text (folded))
                                 : yl_cell_value_unknown ();
  if (number.kind == YL_VALUE_NUMBER)
    out_like->number = yl_fixed_settle (number.number);
  else
    out_like->text = (guint64) (gsize) folded;
  return TRUE;
}

static guint32
find_last (const Groups *self, const Like *like)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->last_of, like));
}

/* One more of its group. FALSE: it is more than can be added up. */
static gboolean
add_step (Groups *self, const Like *like, guint32 row, YlFixed more)
{
  const guint32 before = find_last (self, like);
  Step step = { row, before, 1, more };
  if (before > 0)
    {
      const Step *last = &g_array_index (self->steps, Step, before - 1);
      step.n += last->n;
      if (!yl_fixed_add (last->sum, more, &step.sum))
        return FALSE;
    }
  g_array_append_val (self->steps, step);
  g_hash_table_insert (self->last_of, g_memdup2 (like, sizeof *like),
                       GUINT_TO_POINTER (self->steps->len));
  return TRUE;
}

/* All of @missing is worked out. */
static gboolean
reach (YlRecalculation *book, Groups *self, YlArea missing, const YlArea *beside, Equals equals)
{
  YlEffort *effort = yl_recalculation_get_round (book)->effort;
  YlAreaIter iter = yl_area_iter_init (book, missing);
  YlCellValue value;
  while (yl_area_iter_next (book, &iter, &value))
    {
      Like like;
      YlCellValue more = yl_cell_value_of_whole (0);
      if (!yl_effort_spend (effort, STEPS_OF_GROUP))
        return FALSE;
      if (!read_like (book, &value, equals, &like))
        continue;
      if (beside != NULL)
        more = yl_recalculation_read (book, beside->sheet, beside->row + (iter.row - missing.row),
                                      beside->column);
      if (more.kind == YL_VALUE_NUMBER
          && !add_step (self, &like, iter.row, yl_fixed_settle (more.number)))
        return FALSE;
    }
  self->reached = missing.last_row;
  return !yl_effort_is_spent (effort);
}

/* (nullable): the groups of @area, gone through as far as it reaches. */
static Groups *
extend (YlRecalculation *book, const Key *key, YlArea area, const YlArea *summed)
{
  YlRound *round = yl_recalculation_get_round (book);
  Groups *self = g_hash_table_lookup (round->growing->groups, key);
  YlArea missing = area;
  missing.row = self->steps == NULL ? area.row : self->reached + 1;
  if (missing.row > missing.last_row)
    return self;
  if (!work_out (book, missing, FALSE)
      || (summed != NULL && !work_out (book, get_beside (summed, &area, missing), TRUE)))
    return NULL;
  /* Others may have come further meanwhile, or made room. */
  self = g_hash_table_lookup (round->growing->groups, key);
  if (round->is_partial || self == NULL)
    return NULL;
  if (self->steps == NULL)
    {
      self->steps = g_array_new (FALSE, FALSE, sizeof (Step));
      self->last_of = g_hash_table_new_full (hash_like, equal_likes, g_free, NULL);
      self->reached = area.row - 1;
    }
  missing.row = self->reached + 1;
  const guint n_before = self->steps->len;
  YlArea beside;
  if (summed != NULL)
    beside = get_beside (summed, &area, missing);
  const gboolean is_reached =
      missing.row > missing.last_row
      || reach (book, self, missing, summed == NULL ? NULL : &beside, (Equals) key->equals);
  round->growing->n_steps += self->steps->len - n_before;
  if (!is_reached)
    g_hash_table_remove (round->growing->groups, key);
  return is_reached ? self : NULL;
}

/* How many steps lie in rows up to @row. */
static guint32
count_steps (const Groups *self, guint32 row)
{
  guint32 low = 0;
  guint32 high = self->steps->len;
  while (low < high)
    {
      const guint32 middle = low + (high - low) / 2;
      if (g_array_index (self->steps, Step, middle).row <= row)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* (nullable): what the cells of @area that are like @like come to; @out_is_known FALSE: they are to be gone
 * through. */
static const Step *
ask (YlRecalculation *book,
     YlArea area,
     const YlArea *summed,
     Equals equals,
     const Like *like,
     gboolean *out_is_known)
{
  YlRound *round = yl_recalculation_get_round (book);
  area = yl_recalculation_clip (book, area);
  *out_is_known = FALSE;
  if (area.column != area.last_column || area.last_row < area.row + MIN_ROWS || round->is_partial)
    return NULL;
  yl_recalculation_note_read (book, &area);
  if (summed != NULL)
    {
      const YlArea beside = get_beside (summed, &area, area);
      yl_recalculation_note_read (book, &beside);
    }
  const Key key = make_key (&area, summed, equals);
  GHashTable *groups = yl_growing_take (round)->groups;
  if (!g_hash_table_contains (groups, &key))
    {
      note (groups, &key);
      return NULL;
    }
  const Groups *self = extend (book, &key, area, summed);
  if (self == NULL)
    return NULL;
  /* Where all are equals, each step is one of theirs. */
  guint32 at = equals == THE_SAME ? find_last (self, like) : count_steps (self, area.last_row);
  while (at > 0 && g_array_index (self->steps, Step, at - 1).row > area.last_row)
    {
      at = g_array_index (self->steps, Step, at - 1).before;
      if (!yl_effort_spend (round->effort, 1))
        return NULL;
    }
  *out_is_known = TRUE;
  return at == 0 ? NULL : &g_array_index (self->steps, Step, at - 1);
}

gboolean
yl_growing_alike (YlRecalculation *book,
                  YlArea area,
                  const YlArea *summed,
                  YlFixed number,
                  const char *text,
                  gint64 *out_n,
                  YlFixed *out_sum)
{
  const Like like = { .number = text == NULL ? number : yl_fixed_of (0),
                      .text = (guint64) (gsize) text };
  gboolean is_known;
  const Step *step = ask (book, area, summed, THE_SAME, &like, &is_known);
  *out_n = step == NULL ? 0 : step->n;
  *out_sum = step == NULL ? yl_fixed_of (0) : step->sum;
  return is_known;
}

gboolean
yl_growing_count (YlRecalculation *book, YlArea area, gboolean is_of_numbers, gint64 *out_n)
{
  const Like any = { .text = 0 };
  gboolean is_known;
  const Step *step = ask (book, area, NULL, is_of_numbers ? NUMBERS : ANYTHING, &any, &is_known);
  *out_n = step == NULL ? 0 : step->n;
  return is_known;
}
