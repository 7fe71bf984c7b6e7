#include "yanglu/app/audit-paper.h"

#include "yanglu/io/output.h"
#include "yanglu/forms/papers/audit-book.h"

/* 被审计单位: whoever made the budget, as far as it is known. */
static const char *
find_entity (const YlBudget *budget)
{
  if (budget == NULL)
    return NULL;
  const YlEntry *entry = yl_budget_get_entry (budget);
  return entry->unit.entity[0] != '\0' ? entry->unit.entity : yl_budget_get_entity (budget)->name;
}

gboolean
yl_audit_paper_write (const YlAuditJob *job,
                      const YlSamplePlan *plan,
                      YlDate date,
                      const char *path,
                      gboolean force,
                      GError **error)
{
  const YlAudit *audit = yl_audit_job_get_audit (job);
  g_autoptr (YlSample) sample = yl_sample_draw (audit->population, plan, error);
  if (sample == NULL)
    return FALSE;
  g_autoptr (YlOutput) output = yl_output_new (path, force, error);
  if (output == NULL)
    return FALSE;
  const YlAuditBookRequest request = {
    .audit = audit,
    .found = yl_audit_job_get_workbook (job),
    .sample = sample,
    .entity = find_entity (yl_audit_job_get_budget (job)),
    .date = date,
  };
  return yl_audit_book_write (&request, yl_output_get_temporary (output), error)
         && yl_output_commit (output, error);
}
