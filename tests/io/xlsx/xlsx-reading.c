#include "xlsx-reading.h"

XlsxMaker *maker;

int
xlsx_reading_begin (void **state)
{
  (void) state;
  maker = xlsx_maker_new ();
  return book_reading_begin (yl_xlsx_read, "a.xlsx", "里程");
}

int
xlsx_reading_end (void **state)
{
  g_clear_pointer (&maker, xlsx_maker_free);
  return book_reading_end (state);
}

gboolean
read_archive (GBytes *bytes)
{
  return read_bytes (g_bytes_ref (bytes));
}

gboolean
read_made (void)
{
  return read_bytes (xlsx_maker_finish (maker));
}

gboolean
read_rows (const char *rows)
{
  return read_bytes (xlsx_make_book (rows));
}
