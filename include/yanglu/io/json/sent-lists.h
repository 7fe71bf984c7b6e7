#pragma once

#include "yanglu/domain/sent-list.h"
#include "yanglu/io/json/json-sink.h"

G_BEGIN_DECLS

/** yl_json_sent_lists: the members "files", "townships_unsent" and "townships_empty" of yanglu.budget/1 and
 * yanglu.check/1, where several lists were given, and of yanglu.summary/1. @sent: (nullable): none of them */
void yl_json_sent_lists (YlJsonSink *json, const YlSentLists *sent);

G_END_DECLS
