#include "yanglu/io/import/typed.h"

#include <string.h>

static void
add (GArray *typed, const YlTypedCell *cell)
{
  YlTypedCell kept = *cell;
  kept.text = yl_text_trim (cell->text);
  if (!yl_text_is_blank (kept.text))
    g_array_append_val (typed, kept);
}

/* Columns that are read, in their order; each cell of the row is told once. */
static guint64
add_known (GArray *typed,
           const YlHeadFinder *finder,
           const YlImportTable *table,
           const YlText *cells,
           guint n_cells)
{
  guint64 told = 0;
  for (guint i = 0; i < table->n_columns; i++)
    {
      const YlHead *head = yl_head_finder_get (finder, i);
      if (head->cell == YL_HEAD_ABSENT)
        continue;
      const gboolean is_usual = head->unit == yl_import_column_get_usual (&table->columns[i]);
      const YlTypedCell cell = { .key = table->columns[i].key,
                                 .head = head->head == NULL ? "" : head->head,
                                 .text = head->cell < n_cells ? yl_text_trim (cells[head->cell])
                                                              : YL_TEXT_EMPTY,
                                 .unit = is_usual ? YL_UNIT_NONE : head->unit };
      g_array_append_val (typed, cell);
      told |= head->cell < 64 ? G_GUINT64_CONSTANT (1) << head->cell : 0;
    }
  return told;
}

static void
add_unknown (
    GArray *typed, const YlHeadFinder *finder, guint64 told, const YlText *cells, guint n_cells)
{
  const GPtrArray *written = yl_head_finder_get_written (finder);
  for (guint cell = 0; cell < n_cells; cell++)
    {
      if (cell < 64 && (told & G_GUINT64_CONSTANT (1) << cell) != 0)
        continue;
      const char *head =
          written != NULL && cell < written->len ? g_ptr_array_index (written, cell) : "";
      add (typed, &(YlTypedCell){ .head = head == NULL ? "" : head, .text = cells[cell] });
    }
}

GArray *
yl_typed_begin (const YlHeadFinder *finder,
                const YlImportTable *table,
                const YlText *cells,
                guint n_cells)
{
  GArray *typed = g_array_new (FALSE, FALSE, sizeof (YlTypedCell));
  const guint64 told = add_known (typed, finder, table, cells, n_cells);
  add_unknown (typed, finder, told, cells, n_cells);
  return typed;
}

void
yl_typed_add (GArray *typed, const char *key, YlText text)
{
  for (guint i = 0; i < typed->len; i++)
    {
      YlTypedCell *told = &g_array_index (typed, YlTypedCell, i);
      if (g_strcmp0 (told->key, key) != 0)
        continue;
      if (yl_text_is_blank (told->text))
        told->text = yl_text_trim (text);
      return;
    }
  add (typed, &(YlTypedCell){ .key = key, .head = "", .text = text });
}

void
yl_typed_end (const YlTypedSink *sink, const YlTypedRow *row, GArray *typed)
{
  YlTypedRow told = *row;
  told.cells = (const YlTypedCell *) (gpointer) typed->data;
  told.n_cells = typed->len;
  if (typed->len > 0)
    sink->take (sink->self, &told);
  g_array_unref (typed);
}

void
yl_typed_miss (const YlTypedSink *sink, const YlHeadFinder *finder, const char *sheet)
{
  const GPtrArray *heads = yl_head_finder_get_missed (finder);
  if (sink->miss != NULL && heads != NULL)
    sink->miss (sink->self, sheet, heads);
}
