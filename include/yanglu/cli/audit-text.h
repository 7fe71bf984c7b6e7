#pragma once

#include "yanglu/domain/audit/audit.h"

G_BEGIN_DECLS

/** yl_audit_text_print: what was taken for what, every finding, what explains the difference, the
 * conclusion, in plain Chinese. */
void yl_audit_text_print (const YlAudit *audit);

G_END_DECLS
