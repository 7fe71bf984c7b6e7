#include "yanglu/io/import/merged.h"

/* A merged cell of more than one row. */
typedef struct
{
  guint32 first_row;
  guint32 last_row;
  guint16 column;
  char *text; /* (nullable): what stands in its first row, once that was read */
} Span;

struct _YlMerged
{
  GArray *spans; /* of Span, by first row */
  guint first;   /* no span before it is of a row to come */
  GArray *cells; /* of YlText: the row that was filled */
};

static void
clear_span (gpointer data)
{
  g_free (((Span *) data)->text);
}

YlMerged *
yl_merged_new (void)
{
  YlMerged *merged = g_new0 (YlMerged, 1);
  merged->spans = g_array_new (FALSE, FALSE, sizeof (Span));
  g_array_set_clear_func (merged->spans, clear_span);
  merged->cells = g_array_new (FALSE, TRUE, sizeof (YlText));
  return merged;
}

void
yl_merged_free (YlMerged *merged)
{
  if (merged == NULL)
    return;
  g_array_unref (merged->spans);
  g_array_unref (merged->cells);
  g_free (merged);
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const guint32 first = ((const Span *) a)->first_row;
  const guint32 second = ((const Span *) b)->first_row;
  return (first > second) - (first < second);
}

void
yl_merged_begin (YlMerged *merged, const GArray *merges)
{
  g_array_set_size (merged->spans, 0);
  merged->first = 0;
  for (guint i = 0; merges != NULL && i < merges->len; i++)
    {
      const YlCellRange *range = &g_array_index (merges, YlCellRange, i);
      const Span span = { range->first_row, range->last_row, range->first_column, NULL };
      if (range->last_row > range->first_row)
        g_array_append_val (merged->spans, span);
    }
  g_array_sort (merged->spans, compare_spans);
}

gboolean
yl_merged_is_needed (const YlMerged *merged)
{
  return merged->spans->len > 0;
}

static gboolean
is_among (guint cell, const guint *columns, guint n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    if (columns[i] == cell)
      return TRUE;
  return FALSE;
}

/* Spans end in another order than they begin: only those in front that are over are left behind. */
static void
leave_behind (YlMerged *merged, guint32 row)
{
  while (merged->first < merged->spans->len
         && g_array_index (merged->spans, Span, merged->first).last_row < row)
    merged->first++;
}

static void
put (YlMerged *merged, const Span *span, const YlText **cells, guint *n_cells)
{
  if (*cells != (const YlText *) (void *) merged->cells->data)
    {
      g_array_set_size (merged->cells, 0);
      g_array_append_vals (merged->cells, *cells, *n_cells);
    }
  if (span->column >= merged->cells->len)
    g_array_set_size (merged->cells, span->column + 1u);
  g_array_index (merged->cells, YlText, span->column) = yl_text_of (span->text);
  *cells = (const YlText *) (void *) merged->cells->data;
  *n_cells = merged->cells->len;
}

void
yl_merged_fill (YlMerged *merged,
                YlRowId row,
                const YlText **cells,
                guint *n_cells,
                const guint *columns,
                guint n_columns,
                void (*filled) (gpointer data, guint cell),
                gpointer data)
{
  leave_behind (merged, (guint32) row);
  for (guint i = merged->first; i < merged->spans->len; i++)
    {
      Span *span = &g_array_index (merged->spans, Span, i);
      if (span->first_row > row)
        break;
      const gboolean is_blank =
          span->column >= *n_cells || yl_text_is_blank ((*cells)[span->column]);
      if (span->first_row == row && !is_blank && span->text == NULL)
        span->text = yl_text_dup ((*cells)[span->column]);
      if (span->first_row == row || span->last_row < row || span->text == NULL || !is_blank
          || !is_among (span->column, columns, n_columns))
        continue;
      put (merged, span, cells, n_cells);
      if (filled != NULL)
        filled (data, span->column);
    }
}
