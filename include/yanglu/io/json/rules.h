#pragma once

#include "yanglu/domain/audit/rule-set.h"
#include "yanglu/io/json/json-sink.h"

G_BEGIN_DECLS

/** yl_json_write_rules: the format yanglu.rules/1: of one @code, or of all when it is YL_N_CODES. */
void yl_json_write_rules (YlJsonSink *json, const YlRuleSet *rules, guint code);

G_END_DECLS
