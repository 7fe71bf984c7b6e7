#pragma once

#include "yanglu/io/json/json-sink.h"

G_BEGIN_DECLS

/**
 * yl_json_write_remarks: what is to be said of a file of policies or rules.
 * @schema: "yanglu.policy-check/1", "yanglu.rules-check/1"
 * @remarks: (element-type YlRemark)
 */
void yl_json_write_remarks (YlJsonSink *json,
                            const char *schema,
                            const char *file,
                            const GPtrArray *remarks);

G_END_DECLS
