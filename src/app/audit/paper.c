#include "yanglu/app/audit/paper.h"

#include "yanglu/forms/papers/audit-book.h"
#include "yanglu/io/xlsx-writer/writer.h"

/* 被审计单位: whoever made the budget, as far as it is known. */
static const char *
find_entity (const YlBudgetJob *made)
{
  if (made == NULL)
    return NULL;
  const YlEntry *entry = made->budget->entry;
  return entry->unit.entity[0] != '\0' ? entry->unit.entity : made->budget->entity->name;
}

/* 审计期间 */
static guint
find_year (const YlAuditJob *job)
{
  return job->made != NULL ? job->made->budget->entry->unit.year : job->year;
}

gboolean
yl_audit_paper_write (const YlAuditJob *job,
                      const YlSamplePlan *plan,
                      YlDate date,
                      const char *path,
                      gboolean force,
                      GError **error)
{
  const YlAudit *audit = job->audit;
  g_autoptr (YlSample) sample = yl_sample_draw (audit->population, plan, error);
  if (sample == NULL)
    return FALSE;
  g_autoptr (YlXlsxWriter) writer = yl_xlsx_writer_new (path, force, error);
  if (writer == NULL)
    return FALSE;
  const YlAuditBookRequest request = {
    .audit = audit,
    .found = job->found,
    .sample = sample,
    .rules = job->rules,
    .year = find_year (job),
    .entity = find_entity (job->made),
    .date = date,
  };
  yl_audit_book_write (&request, yl_xlsx_writer_get_sink (writer));
  return yl_xlsx_writer_close (writer, error);
}
