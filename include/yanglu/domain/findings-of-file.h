#pragma once

#include "yanglu/domain/finding.h"

G_BEGIN_DECLS

/** yl_findings_of_file: (transfer full): those of @file, and those of other files whose other place is in it: whoever
 * sent it reads the same fault there, told from there. */
YlFindings *yl_findings_of_file (const YlFindings *findings, const char *file);
/** yl_finding_is_of: whether it is one of those. */
gboolean yl_finding_is_of (const YlFinding *finding, const char *file);

G_END_DECLS
