#pragma once

#include "yanglu/domain/audit.h"

G_BEGIN_DECLS

/** yl_audit_json_print: the format yanglu.audit/1 on standard output. */
void yl_audit_json_print (const YlAudit *audit);

G_END_DECLS
