#include "reads-private.h"

/* A formula that was done. */
typedef struct
{
  guint sheet;
  guint32 row;
  guint16 column;
  guint first; /* of what it read */
  guint n;
} Done;

/* The rows of a column that are changed lie between these; none where the change is an earlier one. */
typedef struct
{
  guint change;
  guint32 row;
  guint32 last_row;
} Span;

struct _YlReads
{
  YlEffort *effort;
  GArray *open;    /* (element-type YlArea): of the formulas that are begun, the last one's last */
  guint begun;     /* where those of the last one begin */
  guint64 n_looks; /* of all */
  GArray *areas;   /* (element-type YlArea): of those that are done */
  GArray *done;    /* (element-type Done): each after those that it read */
  guint n_reached_for; /* of them: it is known whether they are reached */
  guint n_sheets;
  GArray **spans;      /* (element-type Span): by sheet and column */
  GHashTable *changed; /* places of cells */
  gboolean is_any;     /* any cell is changed */
  guint change;
};

/* A formula looks at few places again and again. */
#define MAX_COMPARED 16u

YlReads *
yl_reads_new (guint n_sheets, YlEffort *effort)
{
  YlReads *reads = g_new0 (YlReads, 1);
  reads->effort = effort;
  reads->open = g_array_new (FALSE, FALSE, sizeof (YlArea));
  reads->areas = g_array_new (FALSE, FALSE, sizeof (YlArea));
  reads->done = g_array_new (FALSE, FALSE, sizeof (Done));
  reads->n_sheets = n_sheets;
  reads->spans = g_new0 (GArray *, n_sheets + 1);
  reads->changed = g_hash_table_new (NULL, NULL);
  return reads;
}

void
yl_reads_free (YlReads *reads)
{
  if (reads == NULL)
    return;
  for (guint i = 0; i < reads->n_sheets; i++)
    g_clear_pointer (&reads->spans[i], g_array_unref);
  g_free (reads->spans);
  g_array_unref (reads->open);
  g_array_unref (reads->areas);
  g_array_unref (reads->done);
  g_hash_table_unref (reads->changed);
  g_free (reads);
}

/* No sheet has this number: what stands there is anything. */
#define ANYTHING G_MAXUINT

guint
yl_reads_begin (YlReads *reads)
{
  const guint outer = reads->begun;
  reads->begun = reads->open->len;
  return outer;
}

static gboolean
is_same (const YlArea *a, const YlArea *b)
{
  return a->sheet == b->sheet && a->row == b->row && a->last_row == b->last_row
         && a->column == b->column && a->last_column == b->last_column;
}

void
yl_reads_add (YlReads *reads, const YlArea *area)
{
  const guint n = reads->open->len;
  reads->n_looks++;
  const guint first = MAX (reads->begun, n < MAX_COMPARED ? 0 : n - MAX_COMPARED);
  for (guint i = n; i > first; i--)
    if (is_same (area, &g_array_index (reads->open, YlArea, i - 1)))
      return;
  g_array_append_val (reads->open, *area);
}

void
yl_reads_add_anything (YlReads *reads)
{
  yl_reads_add (reads, &(YlArea){ .sheet = ANYTHING });
}

guint64
yl_reads_count (const YlReads *reads)
{
  return reads->n_looks;
}

void
yl_reads_end (YlReads *reads, guint begun, const YlArea *cell)
{
  const guint n = reads->open->len - reads->begun;
  if (cell != NULL && yl_effort_keep (reads->effort, sizeof (Done) + n * sizeof (YlArea)))
    {
      const Done done = { .sheet = cell->sheet,
                          .row = cell->row,
                          .column = cell->column,
                          .first = reads->areas->len,
                          .n = n };
      if (n > 0)
        g_array_append_vals (reads->areas, &g_array_index (reads->open, YlArea, reads->begun), n);
      g_array_append_val (reads->done, done);
    }
  g_array_set_size (reads->open, reads->begun);
  reads->begun = begun;
}

static gpointer
make_key (guint sheet, guint32 row, guint column)
{
  return GSIZE_TO_POINTER ((gsize) sheet << 40 | (gsize) row << 16 | column);
}

void
yl_reads_start_change (YlReads *reads)
{
  reads->change++;
  reads->n_reached_for = 0;
  reads->is_any = FALSE;
  g_hash_table_remove_all (reads->changed);
}

void
yl_reads_change (YlReads *reads, const YlArea *cell)
{
  GArray **spans = &reads->spans[cell->sheet];
  if (*spans == NULL)
    *spans = g_array_new (FALSE, TRUE, sizeof (Span));
  if ((*spans)->len <= cell->column)
    {
      yl_effort_keep (reads->effort, (cell->column + 1u - (*spans)->len) * sizeof (Span));
      g_array_set_size (*spans, cell->column + 1u);
    }
  Span *span = &g_array_index (*spans, Span, cell->column);
  if (span->change != reads->change)
    *span = (Span){ reads->change, cell->row, cell->row };
  span->row = MIN (span->row, cell->row);
  span->last_row = MAX (span->last_row, cell->row);
  reads->is_any = TRUE;
  g_hash_table_add (reads->changed, make_key (cell->sheet, cell->row, cell->column));
}

static gboolean
is_changed_in (const YlReads *reads, const YlArea *area)
{
  if (area->sheet == ANYTHING)
    return reads->is_any;
  const GArray *spans = reads->spans[area->sheet];
  for (guint column = area->column;
       spans != NULL && column <= area->last_column && column < spans->len; column++)
    {
      const Span *span = &g_array_index (spans, Span, column);
      if (span->change != reads->change || span->last_row < area->row || span->row > area->last_row)
        continue;
      /* Of a column some cells between the first and the last may be as they were: that costs time. */
      if (area->row < area->last_row
          || g_hash_table_contains (reads->changed, make_key (area->sheet, area->row, column)))
        return TRUE;
    }
  return FALSE;
}

gboolean
yl_reads_is_reached (YlReads *reads, const YlArea *cell)
{
  while (reads->n_reached_for < reads->done->len)
    {
      const Done *done = &g_array_index (reads->done, Done, reads->n_reached_for++);
      for (guint i = 0; i < done->n; i++)
        if (is_changed_in (reads, &g_array_index (reads->areas, YlArea, done->first + i)))
          {
            const YlArea reached = { done->sheet, done->row, done->row, done->column,
                                     done->column };
            yl_reads_change (reads, &reached);
            break;
          }
    }
  return g_hash_table_contains (reads->changed, make_key (cell->sheet, cell->row, cell->column));
}
