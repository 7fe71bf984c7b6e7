#pragma once

#include "yanglu/app/audit/job.h"

G_BEGIN_DECLS

/**
 * yl_audit_annotate: writes the annotated copy of the workbook that @job audited to @path, whole or not at
 * all; what it is, see forms/annotated. A file of one table is a workbook of one sheet.
 * @force: replaces a file that stands there
 *
 * Returns: as yl_annotated_write()
 */
gboolean
yl_audit_annotate (const YlAuditJob *job, const char *path, gboolean force, GError **error);

G_END_DECLS
