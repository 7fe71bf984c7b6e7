#include "yanglu/domain/planned-book.h"

#include <string.h>

#define KEPT_BLOCK_BYTES 4096

YlPlannedBook *
yl_planned_book_new (const char *file, YlTextPool *texts)
{
  YlPlannedBook *book = g_new0 (YlPlannedBook, 1);
  book->workbook = yl_workbook_new (file, texts);
  book->figures = g_array_new (FALSE, FALSE, sizeof (YlFigureRange));
  book->open = g_array_new (FALSE, FALSE, sizeof (YlOpenCell));
  book->kept = g_string_chunk_new (KEPT_BLOCK_BYTES);
  return book;
}

void
yl_planned_book_free (YlPlannedBook *book)
{
  if (book == NULL)
    return;
  yl_workbook_free (book->workbook);
  g_array_unref (book->figures);
  g_array_unref (book->open);
  g_string_chunk_free (book->kept);
  g_free (book);
}

void
yl_planned_book_add_figure (YlPlannedBook *book, const YlFigureRange *range)
{
  YlFigureRange copy = *range;
  copy.sheet = g_string_chunk_insert_const (book->kept, range->sheet);
  copy.key = g_string_chunk_insert_const (book->kept, range->key);
  g_array_append_val (book->figures, copy);
}

void
yl_planned_book_add_open (YlPlannedBook *book, const char *sheet, guint32 row, guint16 column)
{
  const YlOpenCell cell = { g_string_chunk_insert_const (book->kept, sheet), row, column };
  g_array_append_val (book->open, cell);
}

const YlFigureRange *
yl_planned_book_find_figure (const YlPlannedBook *book,
                             const char *sheet,
                             guint32 row,
                             guint column)
{
  for (guint i = 0; i < book->figures->len; i++)
    {
      const YlFigureRange *range = &g_array_index (book->figures, YlFigureRange, i);
      if (range->column == column && row >= range->first_row && row <= range->last_row
          && strcmp (range->sheet, sheet) == 0)
        return range;
    }
  return NULL;
}

const YlFigureRange *
yl_planned_book_find_key (const YlPlannedBook *book, const char *key)
{
  for (guint i = 0; i < book->figures->len; i++)
    {
      const YlFigureRange *range = &g_array_index (book->figures, YlFigureRange, i);
      if (strcmp (range->key, key) == 0)
        return range;
    }
  return NULL;
}

gboolean
yl_planned_book_is_open (const YlPlannedBook *book, const char *sheet, guint32 row, guint column)
{
  for (guint i = 0; i < book->open->len; i++)
    {
      const YlOpenCell *cell = &g_array_index (book->open, YlOpenCell, i);
      if (cell->row == row && cell->column == column && strcmp (cell->sheet, sheet) == 0)
        return TRUE;
    }
  return FALSE;
}
