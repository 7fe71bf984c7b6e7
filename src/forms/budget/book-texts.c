#include "book-private.h"

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
