#include "row-private.h"

typedef struct
{
  guint32 column;
  guint32 n_columns;
  YlContent content;
  gsize start; /* in the row's text */
  gsize length;
} Cell;

void
yl_ods_row_init (YlOdsRow *row)
{
  *row = (YlOdsRow){ g_array_new (FALSE, FALSE, sizeof (Cell)), g_string_new (NULL) };
}

void
yl_ods_row_clear (YlOdsRow *row)
{
  g_array_unref (row->cells);
  g_string_free (row->text, TRUE);
}

void
yl_ods_row_reset (YlOdsRow *row)
{
  g_array_set_size (row->cells, 0);
  g_string_truncate (row->text, 0);
}

void
yl_ods_row_add (YlOdsRow *row, guint32 column, guint32 n_columns, YlContent content, YlText text)
{
  const Cell cell = { column, n_columns, content, row->text->len, text.length };
  g_string_append_len (row->text, text.at, (gssize) text.length);
  g_array_append_val (row->cells, cell);
}

/* Returns: %FALSE when nothing more of the row is to be read. */
static gboolean
write_cell (const YlOdsRow *row, const Cell *cell, YlSheetTarget *target, guint32 number)
{
  YlText kept = YL_TEXT_EMPTY;
  for (guint32 i = 0; i < cell->n_columns; i++)
    {
      if (!yl_sheet_target_open (target, number, cell->column + i))
        return FALSE;
      if (i == 0)
        kept =
            yl_sheet_target_keep (target, (YlText){ row->text->str + cell->start, cell->length });
      yl_sheet_target_put (target, cell->content, kept, 0);
    }
  return TRUE;
}

void
yl_ods_row_write (
    const YlOdsRow *row, YlSheetTarget *target, guint32 first, guint32 n_rows, gboolean is_hidden)
{
  const guint32 limit = target->book->limits->rows_per_sheet;
  if (row->cells->len == 0)
    return;
  for (guint32 i = 0; i < n_rows && !target->is_over; i++)
    {
      for (guint k = 0; k < row->cells->len; k++)
        if (!write_cell (row, &g_array_index (row->cells, Cell, k), target, first + i))
          break;
      if (first + i > limit)
        return;
      if (is_hidden)
        yl_sheet_target_hide_row (target, first + i);
    }
}
