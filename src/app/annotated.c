#include "yanglu/app/annotated.h"

#include "yanglu/audit/formula/fill-values.h"
#include "yanglu/base/error.h"
#include "yanglu/io/xlsx-writer/writer.h"

static gboolean
check_size (const YlWorkbook *found, const char *instead, GError **error)
{
  guint64 n_cells = 0;
  if (yl_annotated_book_fits (found, &n_cells))
    return TRUE;
  g_set_error (error, YL_ERROR, YL_ERROR_LIMIT,
               "“%s”有 %" G_GUINT64_FORMAT " 个单元格，批注本至多写 %u 个，没有写出。%s",
               found->file, n_cells, YL_ANNOTATED_CELLS, instead);
  return FALSE;
}

gboolean
yl_annotated_write (YlAnnotatedRequest *request,
                    YlWorkbook *found,
                    const char *path,
                    gboolean force,
                    const char *instead,
                    GError **error)
{
  if (!check_size (found, instead, error))
    return FALSE;
  g_autoptr (YlXlsxWriter) writer = yl_xlsx_writer_new_copy (path, force, error);
  if (writer == NULL)
    return FALSE;
  /* openpyxl saves no values: a copy without them would show nothing until it is recalculated. */
  yl_fill_values (found);
  request->found = found;
  yl_annotated_book_write (request, yl_xlsx_writer_get_sink (writer));
  return yl_xlsx_writer_close (writer, error);
}
