#pragma once

#include "yanglu/app/options.h"
#include "yanglu/calc/tally.h"
#include "yanglu/domain/choices.h"
#include "yanglu/domain/finding.h"
#include "yanglu/domain/intake.h"
#include "yanglu/domain/list-file.h"
#include "yanglu/domain/words.h"

G_BEGIN_DECLS

/** So many findings of a code are kept with their text; the others are counted. */
#define YL_SUMMARY_N_KEPT 20u

/** YlSummaryJob: the kilometres and standard money of road lists of any size, streamed. */
typedef struct
{
  YlWords *words;
  YlPlaces *places;
  YlFindings *findings;
  YlIntake *intake; /* what was read, as `choices` tell it */
  YlChoices *choices;
  YlTally *tally;
  const YlTallyRow *rows; /* (array length=n_rows): of the tally */
  gsize n_rows;
  YlGivenLists *given; /* the lists that were given */
  GArray *files;       /* of YlListFile, in their order */
} YlSummaryJob;

/**
 * yl_summary_job_run:
 * @paths: (array zero-terminated=1): road lists, as yl_given_lists_find() takes them
 * @options: policy, words, year and clock_year are used; without a policy each county
 *   has the one in force for it
 *
 * Every row is validated; findings are counted and the first %YL_SUMMARY_N_KEPT of each code kept.
 */
YlSummaryJob *yl_summary_job_run (const char *const *paths,
                                  const YlJobOptions *options,
                                  YlProgress progress,
                                  GError **error);
void yl_summary_job_free (YlSummaryJob *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlSummaryJob, yl_summary_job_free)

G_END_DECLS
