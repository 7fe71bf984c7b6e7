#pragma once

#include "yanglu/app/budget/list.h"
#include "yanglu/io/json/json-sink.h"

G_BEGIN_DECLS

/** yl_list_sarif_write: what was found in the road list at @path, and beside it, as SARIF. */
void yl_list_sarif_write (const YlListJob *job, const char *path, YlJsonSink *json);

G_END_DECLS
