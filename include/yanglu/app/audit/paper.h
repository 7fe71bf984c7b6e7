#pragma once

#include "yanglu/app/audit/job.h"
#include "yanglu/audit/sample/sample.h"

G_BEGIN_DECLS

/**
 * yl_audit_paper_write: writes the working papers of @job to @path, whole or not at all.
 * @plan: how the sample is drawn
 * @date: 编制日期; no day: left for the pen
 * @force: replaces a file that stands there
 *
 * Returns: %FALSE with %YL_ERROR_USAGE when @plan is none, %YL_ERROR_OVERFLOW when the amounts to
 *   draw from do not add up within 64 bits, or what io/output tells
 */
gboolean yl_audit_paper_write (const YlAuditJob *job,
                               const YlSamplePlan *plan,
                               YlDate date,
                               const char *path,
                               gboolean force,
                               GError **error);

G_END_DECLS
