#pragma once

#include "yanglu/domain/audit/audit.h"
#include "yanglu/io/json/json-sink.h"

G_BEGIN_DECLS

/** yl_json_write_audit: the format yanglu.audit/1. */
void yl_json_write_audit (YlJsonSink *json, const YlAudit *audit);

G_END_DECLS
