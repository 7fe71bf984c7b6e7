#pragma once

#include "yanglu/domain/finding.h"
#include "yanglu/io/json/json-sink.h"

G_BEGIN_DECLS

/** yl_json_findings: the member "findings" of yanglu.budget/1 and yanglu.check/1. */
void yl_json_findings (YlJsonSink *json, const YlFindings *findings);

/** yl_json_audit_findings: the member "findings" of yanglu.audit/1. */
void yl_json_audit_findings (YlJsonSink *json, const YlFindings *findings);

G_END_DECLS
