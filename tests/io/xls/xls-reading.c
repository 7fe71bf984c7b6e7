#include "xls-reading.h"

int
xls_reading_begin (void **state)
{
  (void) state;
  return book_reading_begin (yl_xls_read, "a.xls", "Roads");
}

gboolean
read_records (void (*add) (XlsMaker *maker))
{
  return read_bytes (xls_make_book (add, FALSE));
}
