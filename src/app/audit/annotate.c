#include "yanglu/app/audit/annotate.h"

#include "yanglu/audit/formula/fill-values.h"
#include "yanglu/base/error.h"
#include "yanglu/forms/annotated/annotated-book.h"
#include "yanglu/io/xlsx-writer/writer.h"

static void
write_plan (gconstpointer plan, const YlCellSink *sink)
{
  yl_budget_job_write_sheets (plan, sink);
}

static gboolean
check_size (const YlAuditJob *job, GError **error)
{
  guint64 n_cells = 0;
  if (yl_annotated_book_fits (job->found, &n_cells))
    return TRUE;
  g_set_error (error, YL_ERROR, YL_ERROR_LIMIT,
               "“%s”有 %" G_GUINT64_FORMAT " 个单元格，批注本至多写 %u 个，没有写出。"
               "请去掉 --annotate，用 -o 写审计底稿，其中有每个问题的位置。",
               job->audit->file, n_cells, YL_ANNOTATED_CELLS);
  return FALSE;
}

gboolean
yl_audit_annotate (const YlAuditJob *job, const char *path, gboolean force, GError **error)
{
  if (!check_size (job, error))
    return FALSE;
  g_autoptr (YlXlsxWriter) writer = yl_xlsx_writer_new_copy (path, force, error);
  if (writer == NULL)
    return FALSE;
  /* openpyxl saves no values: a copy without them would show nothing until it is recalculated. */
  yl_fill_values (job->found);
  const YlAnnotatedRequest request = { .audit = job->audit,
                                       .found = job->found,
                                       .write_plan = job->plan == NULL ? NULL : write_plan,
                                       .plan = job->made };
  yl_annotated_book_write (&request, yl_xlsx_writer_get_sink (writer));
  return yl_xlsx_writer_close (writer, error);
}
