#include "yanglu/app/lists/summary.h"

#include "yanglu/app/intake.h"
#include "yanglu/app/load.h"
#include "yanglu/app/words.h"
#include "yanglu/app/lists/rates.h"
#include "yanglu/audit/lists/rules.h"
#include "yanglu/io/places/register.h"

/* Findings of one code that are kept with their text; the others are counted. */
#define N_KEPT 20

void
yl_summary_job_free (YlSummaryJob *job)
{
  if (job == NULL)
    return;
  g_clear_pointer (&job->tally, yl_tally_free);
  g_clear_pointer (&job->findings, yl_findings_free);
  g_clear_pointer (&job->intake, yl_arena_free_record);
  g_clear_pointer (&job->choices, yl_arena_free_record);
  g_clear_pointer (&job->places, yl_arena_free_record);
  g_clear_pointer (&job->words, yl_arena_free_record);
  g_free (job);
}

typedef struct
{
  YlSummaryJob *job;
  YlRates *rates;
  const char *file;
} Reading;

static void
take_row (gpointer self, const YlRoadRow *row)
{
  const Reading *reading = self;
  YlSummaryJob *job = reading->job;
  const YlRateTable *rates = yl_rates_get (reading->rates, row->road.county_code);
  const YlRowContext context = { rates, job->places, NULL };
  const YlRowTexts texts = { reading->file, "", row->route_code };
  yl_list_check_row (&context, &row->road, &texts, job->findings);
  yl_tally_add (job->tally, rates, row);
}

static gboolean
read_list (Reading *reading, const char *path, YlProgress progress, GError **error)
{
  g_autoptr (YlInput) input = yl_input_open (path, error);
  if (input == NULL)
    return FALSE;
  reading->file = yl_input_get_name (input);
  const YlLoadContext context = { .words = reading->job->words,
                                  .places = reading->job->places,
                                  .findings = reading->job->findings,
                                  .intake = reading->job->intake,
                                  .progress = progress };
  YlRoadImportTally tally;
  return yl_load_roads (&context, input, NULL, (YlRoadSink){ take_row, reading }, &tally, error);
}

YlSummaryJob *
yl_summary_job_run (const char *const *paths,
                    const YlJobOptions *options,
                    YlProgress progress,
                    GError **error)
{
  g_autoptr (YlSummaryJob) job = g_new0 (YlSummaryJob, 1);
  const guint year = options->year != 0 ? options->year : options->clock_year;
  job->choices = yl_choices_new ();
  job->words = yl_job_words_open (options, job->choices, NULL, NULL, error);
  job->places = job->words == NULL ? NULL : yl_register_load (error);
  if (job->places == NULL)
    return NULL;
  job->findings = yl_findings_new_counting (N_KEPT);
  job->intake = yl_intake_new ();
  job->tally = yl_tally_new ();
  g_autoptr (YlRates) rates = yl_rates_new (options, year, error);
  if (rates == NULL)
    return NULL;
  Reading reading = { .job = job, .rates = rates };
  for (gsize i = 0; paths[i] != NULL; i++)
    if (!read_list (&reading, paths[i], progress, error))
      return NULL;
  yl_intake_tell (job->intake, job->choices);
  job->rows = yl_tally_end (job->tally, &job->n_rows, error);
  return job->rows == NULL ? NULL : g_steal_pointer (&job);
}
