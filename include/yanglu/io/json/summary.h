#pragma once

#include "yanglu/calc/tally.h"
#include "yanglu/domain/choices.h"
#include "yanglu/domain/finding.h"
#include "yanglu/domain/sent-list.h"
#include "yanglu/io/json/json-sink.h"

G_BEGIN_DECLS

/** What holding all sections against each other came to. */
typedef struct
{
  gboolean is_compared; /* %FALSE: there were too many */
  guint64 n_compared;   /* of the sections, those that count and have a full code */
  guint64 n_sections;   /* that stand in two places */
  gint64 length_m;
  gint64 amount_fen; /* at the lower rate */
} YlJsonTwice;

/** What a summary says. */
typedef struct
{
  const YlTallyRow *rows; /* (array length=n_rows) */
  gsize n_rows;
  const YlSentLists *sent; /* the lists as they were given */
  YlJsonTwice twice;
  const YlChoices *choices;
  const YlFindings *findings;
  guint n_kept; /* of a code so many findings have their text */
} YlJsonSummary;

/** yl_json_write_summary: the format yanglu.summary/1; a row of the tally a line. */
void yl_json_write_summary (YlJsonSink *json, const YlJsonSummary *summary);

G_END_DECLS
