#pragma once

#include "yanglu/calc/tally.h"
#include "yanglu/domain/choices.h"
#include "yanglu/domain/finding.h"
#include "yanglu/io/json/json-sink.h"

G_BEGIN_DECLS

/** yl_json_write_summary: the format yanglu.summary/1; a row of the tally a line. */
void yl_json_write_summary (YlJsonSink *json,
                            const YlTallyRow *rows,
                            gsize n_rows,
                            const YlChoices *choices,
                            const YlFindings *findings);

G_END_DECLS
