#include "entry-book-private.h"

#include <time.h>

#include "yanglu/base/error.h"

/* The first day of the year, so that the same request gives the same bytes. */
static time_t
get_created (guint year)
{
  struct tm day = { .tm_year = (int) year - 1900, .tm_mon = 0, .tm_mday = 1 };
  return timegm (&day);
}

static void
set_properties (YlEntryBook *book)
{
  g_autofree char *title = g_strdup_printf ("%u年%s农村公路养护预算录入表", book->year,
                                            book->entity->name == NULL ? "" : book->entity->name);
  char subject[] = "农村公路养护预算";
  char author[] = "养路 yanglu";
  lxw_doc_properties properties = {
    .title = title,
    .subject = subject,
    .author = author,
    .company = (char *) (book->entity->name == NULL ? "" : book->entity->name),
    .created = get_created (book->year),
  };
  yl_entry_book_note (book, workbook_set_properties (book->workbook, &properties));
}

gboolean
yl_entry_book_write (
    const YlEntity *entity, guint year, const YlPlaces *places, const char *path, GError **error)
{
  YlEntryBook book = {
    .workbook = workbook_new (path), .entity = entity, .year = year, .places = places
  };
  if (book.workbook == NULL)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_IO, "无法建立录入表“%s”", path);
      return FALSE;
    }
  set_properties (&book);
  yl_entry_book_measure_lists (&book);
  yl_entry_book_add_guide (&book);
  yl_entry_book_add_unit (&book);
  yl_entry_book_add_table (&book, &yl_entry_roads_form);
  yl_entry_book_add_table (&book, &yl_entry_bridges_form);
  yl_entry_book_add_table (&book, &yl_entry_funds_form);
  yl_entry_book_add_land (&book);
  yl_entry_book_add_table (&book, &yl_entry_other_form);
  yl_entry_book_add_lists (&book);
  const lxw_error closing = workbook_close (book.workbook);
  const lxw_error failure = book.failure != LXW_NO_ERROR ? book.failure : closing;
  if (failure == LXW_NO_ERROR)
    return TRUE;
  g_set_error (error, YL_ERROR, YL_ERROR_IO,
               "录入表“%s”没有写成（写表库错误 %d）；请检查磁盘空间和权限", path, (int) failure);
  return FALSE;
}
