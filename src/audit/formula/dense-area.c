#include "dense-area-private.h"

#include <string.h>

/* Places of one rectangle, those of all that are kept, and how many are kept. */
#define MAX_PLACES 2000000u
#define MAX_KEPT_PLACES 8000000u
#define MAX_KEPT 512u

typedef struct
{
  YlDenseArea dense; /* first, so that both have one address */
  guint n_places;
} Kept;

static void
kept_clear (gpointer data)
{
  Kept *kept = data;
  g_free (kept->dense.kinds);
  g_free (kept->dense.numbers);
  g_free (kept->dense.texts);
}

void
yl_dense_area_unref (YlDenseArea *dense)
{
  if (dense != NULL)
    g_rc_box_release_full (dense, kept_clear);
}

static guint
hash_area (gconstpointer key)
{
  const YlArea *area = key;
  return (area->sheet * 31u + area->column) * 1000003u + area->row * 8191u + area->last_row
         + area->last_column * 131071u;
}

static gboolean
equal_areas (gconstpointer a, gconstpointer b)
{
  const YlArea *x = a;
  const YlArea *y = b;
  return x->sheet == y->sheet && x->row == y->row && x->last_row == y->last_row
         && x->column == y->column && x->last_column == y->last_column;
}

GHashTable *
yl_dense_areas_new (void)
{
  return g_hash_table_new_full (hash_area, equal_areas, g_free,
                                (GDestroyNotify) yl_dense_area_unref);
}

static void
put (YlRecalculation *book, YlDenseArea *dense, guint at, const YlCellValue *value, guint n_places)
{
  dense->kinds[at] = (guint8) value->kind;
  dense->is_unknown = dense->is_unknown || value->kind == YL_VALUE_UNKNOWN;
  dense->is_circular = dense->is_circular
                       || (value->kind == YL_VALUE_ERROR && strcmp (value->text, YL_CIRCULAR) == 0);
  if (value->kind == YL_VALUE_NUMBER || value->kind == YL_VALUE_BOOLEAN)
    {
      if (dense->numbers == NULL)
        dense->numbers = g_new0 (YlFixed, n_places);
      dense->numbers[at] = yl_fixed_settle (value->number);
    }
  if (value->text != NULL)
    {
      if (dense->texts == NULL)
        dense->texts = g_new0 (const char *, n_places);
      dense->texts[at] =
          value->kind == YL_VALUE_TEXT ? yl_recalculation_fold (book, value->text) : value->text;
    }
}

static YlDenseArea *
read_area (YlRecalculation *book, const YlArea *area)
{
  Kept *kept = g_rc_box_new0 (Kept);
  YlDenseArea *dense = &kept->dense;
  dense->n_rows = yl_area_get_n_rows (area);
  dense->n_columns = yl_area_get_n_columns (area);
  kept->n_places = dense->n_rows * dense->n_columns;
  dense->kinds = g_new0 (guint8, kept->n_places + 1);
  YlWalk walk = yl_walk_start (book, *area);
  YlCellValue value;
  while (yl_walk_next (book, &walk, &value))
    {
      const guint at = (walk.row - area->row) * dense->n_columns + (walk.column - area->column);
      if (walk.row <= area->last_row)
        put (book, dense, at, &value, kept->n_places);
      else /* more visits than are allowed */
        dense->is_unknown = TRUE;
    }
  return dense;
}

static guint
count_kept (GHashTable *areas)
{
  guint n = 0;
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init (&iter, areas);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    n += ((const Kept *) value)->n_places;
  return n;
}

YlDenseArea *
yl_recalculation_get_dense (YlRecalculation *book, YlArea area)
{
  const YlArea clipped = yl_recalculation_clip (book, area);
  GHashTable *areas = yl_recalculation_get_dense_areas (book);
  YlDenseArea *there = g_hash_table_lookup (areas, &clipped);
  if (there != NULL)
    return g_rc_box_acquire (there);
  if ((guint64) yl_area_get_n_rows (&clipped) * yl_area_get_n_columns (&clipped) > MAX_PLACES)
    return NULL;
  YlDenseArea *dense = read_area (book, &clipped);
  if (!yl_recalculation_is_whole (book))
    return dense;
  if (g_hash_table_size (areas) >= MAX_KEPT || count_kept (areas) > MAX_KEPT_PLACES)
    g_hash_table_remove_all (areas);
  g_hash_table_insert (areas, g_memdup2 (&clipped, sizeof clipped), g_rc_box_acquire (dense));
  return dense;
}
