#pragma once

#include "yanglu/domain/budget.h"
#include "yanglu/domain/choices.h"
#include "yanglu/domain/finding.h"
#include "yanglu/domain/sent-list.h"
#include "yanglu/io/json/json-sink.h"

G_BEGIN_DECLS

/** yl_json_write_budget: the format yanglu.budget/1. @sent: (nullable) */
void yl_json_write_budget (YlJsonSink *json,
                           const YlBudget *budget,
                           const YlSentLists *sent,
                           const YlChoices *choices,
                           const YlFindings *findings);

G_END_DECLS
