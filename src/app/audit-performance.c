#include "audit-work-private.h"

#include "yanglu/audit/budget/performance-rules.h"
#include "yanglu/io/import/performance.h"
#include "yanglu/io/words/words.h"

static guint
get_year (const YlAuditWork *work)
{
  const YlBudget *budget = work->made == NULL ? NULL : yl_budget_job_get_budget (work->made);
  return budget == NULL ? work->options->job.year : yl_budget_get_figures (budget)->year;
}

/* Whether anybody wrote an actual value into it. */
static guint
count_filled (const YlPerformance *performance)
{
  guint n = 0;
  for (guint i = 0; i < performance->rows->len; i++)
    {
      const YlFilledIndicator *row = yl_performance_get (performance, i);
      n += !row->is_worked_out && (row->actual[0] != '\0' || row->verdict[0] != '\0') ? 1 : 0;
    }
  return n;
}

gboolean
yl_audit_performance (YlAuditWork *work, GError **error)
{
  (void) error;
  if (work->found == NULL)
    return TRUE;
  const YlWorkbook *planned = work->plan == NULL ? NULL : work->plan->workbook;
  g_autoptr (YlPerformance) performance =
      yl_performance_import (work->found, planned, yl_words_get_builtin ());
  const guint n = count_filled (performance);
  yl_performance_check (performance, get_year (work), work->options->job.date,
                        work->audit->findings);
  if (n == 0)
    return TRUE;
  const YlFilledIndicator *first = yl_performance_get (performance, 0);
  g_autofree char *what = g_strdup_printf ("工作表“%s”第 %u 行起", first->sheet, first->row);
  g_autofree char *taken = g_strdup_printf ("绩效目标，其中 %u 项填写了实际或自评", n);
  yl_audit_add_reading (work->audit, what, taken);
  return TRUE;
}
