#include "yanglu/domain/planned-book.h"

#include <string.h>

static void
range_clear (gpointer data)
{
  YlFigureRange *range = data;
  g_free (range->sheet);
  g_free (range->key);
}

static void
open_clear (gpointer data)
{
  g_free (((YlOpenCell *) data)->sheet);
}

YlPlannedBook *
yl_planned_book_new (const char *file, YlTextPool *texts)
{
  YlPlannedBook *book = g_new0 (YlPlannedBook, 1);
  book->workbook = yl_workbook_new (file, texts);
  book->figures = g_array_new (FALSE, FALSE, sizeof (YlFigureRange));
  g_array_set_clear_func (book->figures, range_clear);
  book->open = g_array_new (FALSE, FALSE, sizeof (YlOpenCell));
  g_array_set_clear_func (book->open, open_clear);
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
  g_free (book);
}

void
yl_planned_book_add_figure (YlPlannedBook *book, const YlFigureRange *range)
{
  YlFigureRange copy = *range;
  copy.sheet = g_strdup (range->sheet);
  copy.key = g_strdup (range->key);
  g_array_append_val (book->figures, copy);
}

void
yl_planned_book_add_open (YlPlannedBook *book, const char *sheet, guint32 row, guint16 column)
{
  const YlOpenCell cell = { g_strdup (sheet), row, column };
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
