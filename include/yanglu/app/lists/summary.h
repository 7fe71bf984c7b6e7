#pragma once

#include "yanglu/app/options.h"
#include "yanglu/audit/lists/county-lists.h"
#include "yanglu/calc/tally.h"
#include "yanglu/domain/choices.h"
#include "yanglu/domain/finding.h"
#include "yanglu/domain/intake.h"
#include "yanglu/domain/sent-list.h"
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
  YlGivenLists *given;  /* the lists that were given */
  GArray *files;        /* of YlListFile, in their order */
  YlSentLists *sent;    /* what each brought: its findings, those between lists aside */
  YlCountyLists *lists; /* whose sections were compared; findings and places are its own */
  guint year;
} YlSummaryJob;

/**
 * yl_summary_job_run:
 * @paths: (array zero-terminated=1): road lists, as yl_given_lists_find() takes them
 * @options: policy, words, year and clock_year are used; without a policy each county
 *   has the one in force for it
 *
 * Every row is validated; findings are counted and the first %YL_SUMMARY_N_KEPT of each code kept. The counted sections
 * of all lists are compared with each other (some 130 bytes a section while they are), unless they are more than
 * %YL_COUNTIES_MAX_COMPARED.
 */
YlSummaryJob *yl_summary_job_run (const char *const *paths,
                                  const YlJobOptions *options,
                                  YlProgress progress,
                                  GError **error);
/**
 * yl_summary_job_run_for_book: the same for a workbook: sections are compared however many there are, and
 * %YL_COUNTIES_PAPER_FINDINGS findings of each code kept.
 */
YlSummaryJob *yl_summary_job_run_for_book (const char *const *paths,
                                           const YlJobOptions *options,
                                           YlProgress progress,
                                           GError **error);
/**
 * yl_summary_job_write: the roll-up of @job, which was run for it, as a workbook (forms/summary), whole or not at all.
 * @date: 填报日期; no day: left for the pen
 *
 * Returns: %FALSE with %YL_ERROR_LIMIT for more than %YL_SUMMARY_BOOK_ROWS townships and classes, or what
 *   io/output tells
 */
gboolean yl_summary_job_write (
    const YlSummaryJob *job, YlDate date, const char *path, gboolean force, GError **error);
void yl_summary_job_free (YlSummaryJob *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlSummaryJob, yl_summary_job_free)

G_END_DECLS
