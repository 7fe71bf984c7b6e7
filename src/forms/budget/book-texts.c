#include "book-private.h"

#include "yanglu/domain/cell-place.h"

#include <string.h>

char *
yl_book_make_title (const YlBook *book, const char *what)
{
  return g_strdup_printf ("%s%u年%s", book->name, book->figures->year, what);
}

const char *
yl_book_print (YlBook *book, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return yl_ranges_keep (book->texts, text);
}

const char *
yl_book_formula (YlBook *book, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *formula = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return yl_tables_write_out (book->tables, NULL, formula);
}

const YlFigureRange *
yl_book_find_figure (const YlBook *book, const char *key)
{
  gsize n = 0;
  const YlFigureRange *map = yl_form_get_map (book->form, &n);
  for (gsize i = 0; i < n; i++)
    if (map[i].first_row == map[i].last_row && strcmp (map[i].key, key) == 0)
      return &map[i];
  return NULL;
}

const char *
yl_book_figure_cell (YlBook *book, const YlFigureRange *range)
{
  char letters[YL_COLUMN_LETTERS];
  yl_column_to_letters (range->column, letters);
  return yl_book_print (book, "'%s'!$%s$%u", range->sheet, letters, range->first_row);
}
