#include "yanglu/app/budget/findings.h"

#include "yanglu/forms/papers/findings-book.h"
#include "yanglu/io/xlsx-writer/writer.h"

char *
yl_list_job_tell_rows (const YlListJob *job)
{
  return g_strdup_printf (
      "读入 %" G_GUINT64_FORMAT " 行：可计入的路段 %" G_GUINT64_FORMAT
      " 行，合计、小计 %" G_GUINT64_FORMAT " 行，未计入 %" G_GUINT64_FORMAT " 行。",
      job->tally.n_rows, job->tally.n_roads, job->tally.n_sums, job->tally.n_left_out);
}

/* (transfer full): what the list was made of. */
static char *
tell_made (const YlListJob *job)
{
  const char *first = g_array_index (job->lists, YlListFile, 0).file;
  g_autofree char *file = job->lists->len == 1
                              ? g_strdup_printf ("“%s”", first)
                              : g_strdup_printf ("“%s”等 %u 份台账", first, job->lists->len);
  const YlPolicyHead *policy = yl_policy_get_head (job->policy);
  g_autofree char *rows = yl_list_job_tell_rows (job);
  return g_strdup_printf ("本清单由程序检查%s得出，涉及金额按政策 %s（%s）计算。%s", file,
                          policy->id, policy->document, rows);
}

gboolean
yl_list_job_write_findings (const YlListJob *job, const char *path, gboolean force, GError **error)
{
  g_autoptr (YlXlsxWriter) writer = yl_xlsx_writer_new (path, force, error);
  if (writer == NULL)
    return FALSE;
  g_autofree char *made = tell_made (job);
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
