#include "dense-private.h"

#include "reads-private.h"
#include "yanglu/base/keyed-hash.h"

#include <string.h>

/* Places of one rectangle, of all that are kept, and of all that there are: each takes up to 25
 * bytes, whether a cell stands in it or not. And how many rectangles are kept. */
#define MAX_PLACES 2000000u
#define MAX_KEPT_PLACES 2000000u
#define MAX_LIVE_PLACES 4000000u
#define MAX_KEPT 512u
/* So many places are cleared in a step. */
#define PLACES_OF_STEP 4u

static guint
count_places (const YlDenseArea *dense)
{
  return dense->size.n_rows * dense->size.n_columns;
}

static void
dense_area_clear (gpointer data)
{
  YlDenseArea *dense = data;
  dense->round->n_dense_places -= count_places (dense);
  g_free (dense->kinds);
  g_free (dense->numbers);
  g_free (dense->texts);
}

void
yl_dense_area_unref (YlDenseArea *dense)
{
  if (dense != NULL)
    g_rc_box_release_full (dense, dense_area_clear);
}

/* Nothing lies between its members. */
G_STATIC_ASSERT (sizeof (YlArea) == 3 * sizeof (guint32) + 2 * sizeof (guint16));

guint
yl_area_hash (gconstpointer key)
{
  return yl_keyed_hash ((YlText){ key, sizeof (YlArea) });
}

gboolean
yl_area_equal (gconstpointer a, gconstpointer b)
{
  const YlArea *x = a;
  const YlArea *y = b;
  return x->sheet == y->sheet && x->row == y->row && x->last_row == y->last_row
         && x->column == y->column && x->last_column == y->last_column;
}

static void
put (YlRecalculation *book, YlDenseArea *dense, guint at, const YlCellValue *value)
{
  dense->kinds[at] = (guint8) value->kind;
  dense->is_unknown = dense->is_unknown || value->kind == YL_VALUE_UNKNOWN;
  dense->is_circular = dense->is_circular
                       || (value->kind == YL_VALUE_ERROR && strcmp (value->text, YL_CIRCULAR) == 0);
  if (value->kind == YL_VALUE_NUMBER || value->kind == YL_VALUE_BOOLEAN)
    {
      if (dense->numbers == NULL)
        dense->numbers = g_new0 (YlFixed, count_places (dense));
      dense->numbers[at] = yl_fixed_settle (value->number);
    }
  if (value->text != NULL)
    {
      if (dense->texts == NULL)
        dense->texts = g_new0 (const char *, count_places (dense));
      dense->texts[at] =
          value->kind == YL_VALUE_TEXT ? yl_recalculation_fold (book, value->text) : value->text;
    }
}

int
yl_dense_area_compare (const YlDenseArea *dense, guint at, YlFixed number, const char *text)
{
  return text != NULL ? strcmp (dense->texts[at], text)
                      : yl_fixed_compare (dense->numbers[at], number);
}

/* What is sorted can be looked up by halves. */
static void
find_order (YlDenseArea *dense)
{
  const guint n = count_places (dense);
  const YlValueKind kind = (YlValueKind) dense->kinds[0];
  gboolean is_up = kind == YL_VALUE_NUMBER || kind == YL_VALUE_TEXT;
  gboolean is_down = is_up;
  for (guint i = 1; i < n && (is_up || is_down); i++)
    {
      is_up = is_up && dense->kinds[i] == kind;
      is_down = is_down && dense->kinds[i] == kind;
      if (!is_up && !is_down)
        return;
      const gboolean is_text = kind == YL_VALUE_TEXT;
      const int sign =
          yl_dense_area_compare (dense, i - 1, is_text ? yl_fixed_of (0) : dense->numbers[i],
                                 is_text ? dense->texts[i] : NULL);
      is_up = is_up && sign <= 0;
      is_down = is_down && sign >= 0;
    }
  dense->order = is_up ? 1 : is_down ? -1 : 0;
}

static YlDenseArea *
read_area (YlRecalculation *book, const YlArea *area)
{
  YlDenseArea *dense = g_rc_box_new0 (YlDenseArea);
  dense->round = yl_recalculation_get_round (book);
  dense->size = yl_area_get_size (area);
  dense->round->n_dense_places += count_places (dense);
  dense->kinds = g_new0 (guint8, count_places (dense) + 1);
  YlAreaIter iter = yl_area_iter_init (book, *area);
  YlCellValue value;
  while (yl_area_iter_next (book, &iter, &value))
    {
      const guint at =
          (iter.row - area->row) * dense->size.n_columns + (iter.column - area->column);
      if (iter.row <= area->last_row)
        put (book, dense, at, &value);
      else /* more than the effort allows */
        dense->is_unknown = TRUE;
    }
  if (dense->size.n_columns == 1 && dense->size.n_rows > 1)
    find_order (dense);
  return dense;
}

/* Makes room for @n places more; those that somebody looks at live on. FALSE: there is none. */
static gboolean
make_room (YlRound *round, guint64 n)
{
  if (round->dense != NULL
      && (g_hash_table_size (round->dense) >= MAX_KEPT
          || round->n_dense_places + n > MAX_KEPT_PLACES))
    g_hash_table_remove_all (round->dense);
  return n <= MAX_PLACES && round->n_dense_places + n <= MAX_LIVE_PLACES;
}

static void
keep (YlRound *round, const YlArea *area, YlDenseArea *dense)
{
  if (round->dense == NULL)
    round->dense = g_hash_table_new_full (yl_area_hash, yl_area_equal, g_free,
                                          (GDestroyNotify) yl_dense_area_unref);
  g_hash_table_insert (round->dense, g_memdup2 (area, sizeof *area), g_rc_box_acquire (dense));
}

YlDenseArea *
yl_recalculation_get_dense (YlRecalculation *book, YlArea area)
{
  YlRound *round = yl_recalculation_get_round (book);
  const YlArea clipped = yl_recalculation_clip (book, area);
  yl_recalculation_note_read (book, &clipped);
  YlDenseArea *there = round->dense == NULL ? NULL : g_hash_table_lookup (round->dense, &clipped);
  if (there != NULL)
    return g_rc_box_acquire (there);
  const YlSize size = yl_area_get_size (&clipped);
  const guint64 n_places = (guint64) size.n_rows * size.n_columns;
  if (!make_room (round, n_places) || !yl_effort_spend (round->effort, n_places / PLACES_OF_STEP))
    return NULL;
  YlDenseArea *dense = read_area (book, &clipped);
  if (!round->is_partial)
    keep (round, &clipped, dense);
  return dense;
}
