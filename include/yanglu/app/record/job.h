#pragma once

#include "yanglu/app/budget/job.h"
#include "yanglu/app/record/actor.h"
#include "yanglu/app/record/rows.h"

G_BEGIN_DECLS

/** yl_record_found: a record of the county that @options name, for their year, in the file @path: with the policy,
 * the office's rules and words that a budget of it is made by, whole. @choices: (nullable): whom it was made for, as
 * yl_entity_choose() tells it. */
YlRecord *yl_record_found (const YlJobOptions *options,
                           const char *path,
                           const YlRecordActor *actor,
                           YlChoices *choices,
                           GError **error);

/** yl_record_choose_entity: (transfer full): the county or zone that @record is of. */
YlEntity *yl_record_choose_entity (YlRecord *record, const YlPlaces *places, GError **error);

/** YlRecordJob: the budget of a record as it stands. */
typedef struct
{
  YlRecordRows *rows;
  YlCopy *kept; /* policy, rules and words of the record */
  YlPolicy *policy;
  YlBudgetJob *budget; /* its findings call the file by the name of the record's */
} YlRecordJob;

/** yl_record_job_run: what `budget` would make of the files that the record exports to. */
YlRecordJob *yl_record_job_run (YlRecord *record, GError **error);
/** yl_record_job_run_on: the same, on the rows of @record as it stands that are in memory already. */
YlRecordJob *yl_record_job_run_on (YlRecord *record, YlRecordRows *rows, GError **error);
void yl_record_job_free (YlRecordJob *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlRecordJob, yl_record_job_free)

/** yl_record_keep: (transfer full): the files that a record keeps: rules, words, policy and its bases, as inputs
 * ("rules" "words" "policy" "policy-base"). */
YlCopy *yl_record_keep (YlRecord *record, GError **error);
/** yl_record_open_words: (transfer full): the words of @kept beside those compiled in. */
YlWords *yl_record_open_words (const YlCopy *kept, YlChoices *choices, GError **error);

G_END_DECLS
