#pragma once

#include "yanglu/domain/choices.h"
#include "yanglu/domain/finding.h"
#include "yanglu/domain/sent-list.h"
#include "yanglu/io/json/json-sink.h"

G_BEGIN_DECLS

/** yl_json_findings: the member "findings" of yanglu.budget/1 and yanglu.check/1. */
void yl_json_findings (YlJsonSink *json, const YlFindings *findings);

/** yl_json_choices: the member "choices" of yanglu.budget/1, yanglu.check/1 and yanglu.summary/1. */
void yl_json_choices (YlJsonSink *json, const YlChoices *choices);

/** How many rows of a road list there were, and of which sort. */
typedef struct
{
  guint64 n_rows;
  guint64 n_roads;
  guint64 n_sums;
  guint64 n_left_out;
} YlJsonRows;

/** yl_json_write_check: the format yanglu.check/1. @sent: (nullable) */
void yl_json_write_check (YlJsonSink *json,
                          const YlJsonRows *rows,
                          const YlSentLists *sent,
                          const YlChoices *choices,
                          const YlFindings *findings);

G_END_DECLS
