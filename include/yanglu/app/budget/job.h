#pragma once

#include "yanglu/app/budget/list.h"
#include "yanglu/domain/planned-book.h"
#include "yanglu/forms/cell-sink.h"

G_BEGIN_DECLS

/** YlBudgetJob: from the files of a budget to its figures, findings and workbook. */
typedef struct
{
  YlListJob *list; /* what was read, and what is wrong in it */
  YlBudget *budget;
  YlDate date;     /* on the forms */
  guint edition;   /* of the workbook; 0: the latest */
  gboolean in_wan; /* it has tables of sums in 万元 as well */
} YlBudgetJob;

/** yl_budget_job_run: reads, calculates, checks and balances; nothing is written. */
YlBudgetJob *yl_budget_job_run (const YlJobOptions *options, YlProgress progress, GError **error);
void yl_budget_job_free (YlBudgetJob *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlBudgetJob, yl_budget_job_free)

/** yl_budget_job_check_read: a file without one road that was read gives no budget in any form, and nothing to
 * put in the place of a good one; the error says why none was. */
gboolean yl_budget_job_check_read (const YlBudgetJob *job, GError **error);

/** yl_budget_job_write: the workbook, whole or not at all; an existing @path only with @force. */
gboolean
yl_budget_job_write (const YlBudgetJob *job, const char *path, gboolean force, GError **error);

/** yl_budget_job_make_csv: (transfer full): one sheet of that workbook as CSV; %NULL with
 * %YL_ERROR_NOT_FOUND when it has no such sheet. */
char *yl_budget_job_make_csv (const YlBudgetJob *job, const char *sheet, GError **error);

/** yl_budget_job_plan: the cells of that workbook, without writing one. @texts must outlive it. */
YlPlannedBook *yl_budget_job_plan (const YlBudgetJob *job, const char *file, YlTextPool *texts);
/** yl_budget_job_write_sheets: writes the sheets of the budget, without its copy of the inputs, into @sink. */
void yl_budget_job_write_sheets (const YlBudgetJob *job, const YlCellSink *sink);

G_END_DECLS
