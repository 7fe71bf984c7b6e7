#pragma once

#include "yanglu/calc/tally.h"
#include "yanglu/domain/choices.h"
#include "yanglu/domain/finding.h"
#include "yanglu/domain/list-file.h"
#include "yanglu/io/json/json-sink.h"

G_BEGIN_DECLS

/** What a summary says. */
typedef struct
{
  const YlTallyRow *rows; /* (array length=n_rows) */
  gsize n_rows;
  const GArray *files; /* of YlListFile: the lists as they were given */
  const YlChoices *choices;
  const YlFindings *findings;
  guint n_kept; /* of a code so many findings have their text */
} YlJsonSummary;

/** yl_json_write_summary: the format yanglu.summary/1; a row of the tally a line. */
void yl_json_write_summary (YlJsonSink *json, const YlJsonSummary *summary);

G_END_DECLS
