#pragma once

#include "yanglu/domain/words.h"
#include "yanglu/io/json/json-sink.h"

G_BEGIN_DECLS

/** yl_json_write_words: the format yanglu.words/1: every list with its spellings, in their order. */
void yl_json_write_words (YlJsonSink *json, const YlWords *words);

G_END_DECLS
