#pragma once

#include "yanglu/app/across-job.h"

G_BEGIN_DECLS

/** So many findings of one code stand in working papers; the others are counted. */
#define YL_ACROSS_PAPER_FINDINGS 1000u

/**
 * yl_across_paper_write: writes the working papers of @job to @path, whole or not at all: 结论, 问题清单,
 * the lists and the pairs of counties (读取口径), a sheet for each rule that hit, 取证单. There is no
 * budget, so no 差异分解 and nothing to draw a sample from.
 * @date: 编制日期; no day: left for the pen
 */
gboolean yl_across_paper_write (
    const YlAcrossJob *job, YlDate date, const char *path, gboolean force, GError **error);

/** yl_across_job_to_audit: (transfer full): what @job comes to in the form of an audit of one file. */
YlAudit *yl_across_job_to_audit (const YlAcrossJob *job);

G_END_DECLS
