#include "yanglu/app/budget/new.h"

#include "yanglu/app/budget/entity.h"
#include "yanglu/base/error.h"
#include "yanglu/io/places/register.h"
#include "yanglu/forms/entry/entry-book.h"
#include "yanglu/io/xlsx-writer/writer.h"

gboolean
yl_new_job_run (const YlJobOptions *options, const char *path, gboolean force, GError **error)
{
  g_autoptr (YlPlaces) places = yl_register_load (error);
  if (places == NULL)
    return FALSE;
  g_autoptr (YlEntity) entity = yl_entity_choose_asked (options, places, error);
  if (entity == NULL)
    return FALSE;
  g_autoptr (YlXlsxWriter) writer = yl_xlsx_writer_new_entry (path, force, error);
  if (writer == NULL)
    return FALSE;
  const guint year = options->year != 0 ? options->year : options->clock_year;
  yl_entry_book_write (entity, year, places, NULL, 0, yl_xlsx_writer_get_sink (writer));
  return yl_xlsx_writer_close (writer, error);
}
