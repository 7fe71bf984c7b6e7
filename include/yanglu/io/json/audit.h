#pragma once

#include "yanglu/audit/lists/county-lists.h"
#include "yanglu/domain/audit/audit.h"
#include "yanglu/io/json/json-sink.h"

G_BEGIN_DECLS

/** yl_json_write_audit: the format yanglu.audit/1. `found` and `expected` of a finding are values, amounts
 * in yuan and grouped; `found_formula` and `expected_formula` what formula stands there and what should,
 * null where none does. */
void yl_json_write_audit (YlJsonSink *json, const YlAudit *audit);

/** yl_json_write_county_lists: the same format, of road lists that were compared. */
void yl_json_write_county_lists (YlJsonSink *json, const YlCountyLists *lists);

G_END_DECLS
