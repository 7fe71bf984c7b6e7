#pragma once

#include "yanglu/domain/policy.h"
#include "yanglu/io/json/json-sink.h"

G_BEGIN_DECLS

/** yl_json_write_policy: the format yanglu.policy/1. */
void yl_json_write_policy (YlJsonSink *json, const YlPolicy *policy);

/** yl_json_write_policies: the format yanglu.policies/1. @policies: (element-type YlPolicy) */
void yl_json_write_policies (YlJsonSink *json, const GPtrArray *policies);

G_END_DECLS
