#pragma once

#include "yanglu/app/budget/list.h"
#include "yanglu/io/json/json-sink.h"

G_BEGIN_DECLS

/** yl_list_sarif_write: what was found in the road lists and beside them, as SARIF. */
void yl_list_sarif_write (const YlListJob *job, YlJsonSink *json);

G_END_DECLS
