#pragma once

#include "yanglu/app/audit/job.h"
#include "yanglu/app/years/side.h"
#include "yanglu/domain/audit/reconciliation.h"
#include "yanglu/domain/audit/versions.h"

G_BEGIN_DECLS

/** Two files to compare, each a road list with what belongs to it, or a budget workbook. */
typedef struct
{
  YlJobOptions old_options; /* `roads` is the file */
  YlJobOptions new_options;
} YlDiffOptions;

/** YlDiffJob: two budgets and every step from one to the other. */
typedef struct
{
  YlDiffSide sides[YL_N_SIDES];
  YlAuditJob
      *audits[YL_N_SIDES]; /* (nullable): of a workbook: whether it holds; of ours, its budget is
                                     that of the side */
  YlReconciliation *reconciliation;
  YlVersions *versions; /* (nullable): what two workbooks of ours show; %NULL: one is no such */
  YlTextPool *texts;    /* of both workbooks */
  guint64 n_unplaced[YL_N_SIDES]; /* rows that were left out and name no route */
} YlDiffJob;

/**
 * yl_diff_job_run: a workbook of ours is made again from its copy, and audited against it; of a road
 * list a budget is made. What two workbooks of ours show is compared as well, cell by cell.
 * A list whose year nobody names is of the year after or before the other; the old list follows
 * the policy of its year, else, when none was in force yet, that of the new one. Any other workbook
 * is read by its heads; then the townships are all that is compared.
 *
 * Returns: (transfer full): %NULL with @error; %YL_ERROR_INVALID when a file is neither
 */
YlDiffJob *yl_diff_job_run (const YlDiffOptions *options, YlProgress progress, GError **error);
void yl_diff_job_free (YlDiffJob *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlDiffJob, yl_diff_job_free)

/** yl_diff_job_get_findings: (nullable): what is wrong with a side: of a workbook what its audit found, of
 * a list what was found when its budget was made. */
const YlFindings *yl_diff_job_get_findings (const YlDiffJob *job, YlSide side);

/** yl_diff_job_write: the workbook, whole or not at all; an existing @path only with @force. */
gboolean yl_diff_job_write (const YlDiffJob *job, const char *path, gboolean force, GError **error);

G_END_DECLS
