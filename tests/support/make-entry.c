#include "support/make-entry.h"

#include "support/assert.h"
#include "yanglu/io/xlsx-writer/writer.h"

void
yl_test_make_entry (const YlEntity *entity, guint year, const YlPlaces *places, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YlXlsxWriter) writer = yl_xlsx_writer_new_entry (path, TRUE, &error);
  if (writer != NULL)
    yl_entry_book_write (&(YlEntryRequest){ .entity = entity, .year = year, .places = places },
                         yl_xlsx_writer_get_sink (writer));
  if (writer == NULL || !yl_xlsx_writer_close (writer, &error))
    fail_msg ("%s", error->message);
}
