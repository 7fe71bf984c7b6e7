#include "yanglu/io/sheet-row.h"

#define FIRST_TEXT_BYTES ((gsize) 4096)

void
yl_sheet_row_init (YlSheetRow *row, guint n_columns)
{
  *row = (YlSheetRow){
    .cells = g_new (YlText, n_columns),
    .text = g_malloc (FIRST_TEXT_BYTES),
    .capacity = FIRST_TEXT_BYTES,
  };
}

void
yl_sheet_row_clear (YlSheetRow *row)
{
  g_free (row->cells);
  g_free (row->text);
  *row = (YlSheetRow){ 0 };
}

static gboolean
is_own_text (const YlSheetRow *row, const char *at)
{
  return at >= row->text && at < row->text + row->length;
}

void
yl_sheet_row_grow (YlSheetRow *row, gsize more)
{
  const gsize capacity = MAX (row->capacity * 2, row->length + more);
  char *text = g_malloc (capacity);
  memcpy (text, row->text, row->length);
  /* A cell that holds a shared string stays where it is. */
  for (guint i = 0; i < row->n_cells; i++)
    if (is_own_text (row, row->cells[i].at))
      row->cells[i].at = text + (row->cells[i].at - row->text);
  g_free (row->text);
  row->text = text;
  row->capacity = capacity;
}
