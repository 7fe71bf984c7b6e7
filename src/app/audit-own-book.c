#include "audit-work-private.h"

#include "yanglu/audit/book/check.h"

gboolean
yl_audit_own_book (YlAuditWork *work, GError **error)
{
  (void) error;
  if (work->made == NULL)
    return TRUE;
  work->plan = yl_budget_job_plan (work->made, work->audit->file, work->texts);
  yl_book_check (work->found, work->plan, yl_budget_job_get_budget (work->made), YL_COPY_SHEET,
                 work->audit);
  yl_audit_add_reading (work->audit, work->audit->file,
                        "本程序生成的预算工作簿；按隐藏工作表里的数据副本逐格重算核对");
  return TRUE;
}
