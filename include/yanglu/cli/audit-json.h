#pragma once

#include <json-glib/json-glib.h>

#include "yanglu/domain/audit.h"

G_BEGIN_DECLS

/** yl_audit_json_print: the format yanglu.audit/1 on standard output. */
void yl_audit_json_print (const YlAudit *audit);

/** yl_audit_json_add_findings: the member "findings" of yanglu.audit/1. */
void yl_audit_json_add_findings (JsonBuilder *builder, const YlFindings *findings);

G_END_DECLS
