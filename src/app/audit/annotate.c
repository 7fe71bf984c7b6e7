#include "yanglu/app/audit/annotate.h"

#include "yanglu/app/annotated.h"

static void
write_plan (gconstpointer plan, const YlCellSink *sink)
{
  yl_budget_job_write_sheets (plan, sink);
}

gboolean
yl_audit_annotate (const YlAuditJob *job, const char *path, gboolean force, GError **error)
{
  YlAnnotatedRequest request = { .audit = job->audit,
                                 .write_plan = job->plan == NULL ? NULL : write_plan,
                                 .plan = job->made };
  return yl_annotated_write (&request, job->found, path, force,
                             "请去掉 --annotate，用 -o 写审计底稿，其中有每个问题的位置。", error);
}
