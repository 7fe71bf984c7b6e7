#include "yanglu/app/budget/findings.h"

#include "yanglu/forms/papers/findings-book.h"
#include "yanglu/io/xlsx-writer/writer.h"

static char *
tell_counts (guint64 n_rows, guint64 n_roads, guint64 n_sums, guint64 n_left_out)
{
  return g_strdup_printf ("读入 %" G_GUINT64_FORMAT " 行：可计入的路段 %" G_GUINT64_FORMAT
                          " 行，合计、小计 %" G_GUINT64_FORMAT " 行，未计入 %" G_GUINT64_FORMAT
                          " 行。",
                          n_rows, n_roads, n_sums, n_left_out);
}

char *
yl_list_job_tell_rows (const YlListJob *job)
{
  const YlRoadImportTally *tally = &job->tally;
  return tell_counts (tally->n_rows, tally->n_roads, tally->n_sums, tally->n_left_out);
}

char *
yl_list_job_tell_made (const YlListJob *job, const YlListFile *list)
{
  const YlListFile *first = &g_array_index (job->lists, YlListFile, 0);
  const gboolean is_one = list != NULL || job->lists->len == 1;
  const char *name = list == NULL ? first->file : list->file;
  g_autofree char *file = is_one ? g_strdup_printf ("“%s”", name)
                                 : g_strdup_printf ("“%s”等 %u 份台账", name, job->lists->len);
  const YlPolicyHead *policy = yl_policy_get_head (job->policy);
  g_autofree char *rows =
      list == NULL ? yl_list_job_tell_rows (job)
                   : tell_counts (list->n_rows, list->n_roads, list->n_sums, list->n_left_out);
  return g_strdup_printf ("本清单由程序检查%s得出，涉及金额按政策 %s（%s）计算。%s", file,
                          policy->id, policy->document, rows);
}

gboolean
yl_list_job_write_findings (const YlListJob *job, const char *path, gboolean force, GError **error)
{
  g_autoptr (YlXlsxWriter) writer = yl_xlsx_writer_new (path, force, error);
  if (writer == NULL)
    return FALSE;
  g_autofree char *made = yl_list_job_tell_made (job, NULL);
  YlFindingsBookRequest request = { .findings = job->findings,
                                    .name = job->entity->name,
                                    .year = job->year,
                                    .unit = &job->entry->unit,
                                    .made = made,
                                    .sent = job->sent };
  request.choices = yl_choices_get (job->choices, &request.n_choices);
  yl_findings_book_write (&request, yl_xlsx_writer_get_sink (writer));
  return yl_xlsx_writer_close (writer, error);
}
