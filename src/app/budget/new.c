#include "yanglu/app/budget/new.h"

#include "yanglu/app/budget/entity.h"
#include "yanglu/base/error.h"
#include "yanglu/io/places/register.h"
#include "yanglu/forms/entry/entry-book.h"
#include "yanglu/io/xlsx-writer/writer.h"

/* With no roads to look at, the options alone say who it is for. */
static YlEntity *
choose_entity (const YlJobOptions *options, const YlPlaces *places, GError **error)
{
  if (options->county == NULL && options->entity == NULL && options->townships == NULL)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
                   "请用 --county 指明县，例如 --county 371502；或用 --entity 指明开发区。");
      return NULL;
    }
  g_autoptr (YlInventory) none = yl_inventory_new ();
  g_autoptr (YlChoices) choices = yl_choices_new ();
  const YlEntityEvidence evidence = { options, "", none, places };
  g_autoptr (YlEntity) entity = yl_entity_choose (&evidence, choices, error);
  if (entity == NULL || entity->name != NULL)
    return g_steal_pointer (&entity);
  g_set_error (error, YL_ERROR, YL_ERROR_NOT_FOUND,
               "名录中没有县级代码“%s”，列不出它的乡镇：请核对 --county。", options->county);
  return NULL;
}

gboolean
yl_new_job_run (const YlJobOptions *options, const char *path, gboolean force, GError **error)
{
  g_autoptr (YlPlaces) places = yl_register_load (error);
  if (places == NULL)
    return FALSE;
  g_autoptr (YlEntity) entity = choose_entity (options, places, error);
  if (entity == NULL)
    return FALSE;
  g_autoptr (YlXlsxWriter) writer = yl_xlsx_writer_new_entry (path, force, error);
  if (writer == NULL)
    return FALSE;
  const guint year = options->year != 0 ? options->year : options->clock_year;
  yl_entry_book_write (entity, year, places, NULL, 0, yl_xlsx_writer_get_sink (writer));
  return yl_xlsx_writer_close (writer, error);
}
