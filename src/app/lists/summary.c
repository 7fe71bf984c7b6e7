#include "yanglu/app/lists/summary.h"

#include "yanglu/app/intake.h"
#include "yanglu/app/load.h"
#include "yanglu/app/policy-choices.h"
#include "yanglu/app/words.h"
#include "yanglu/app/lists/counties.h"
#include "yanglu/app/lists/rates.h"
#include "yanglu/audit/lists/form-rules.h"
#include "yanglu/audit/lists/rules.h"
#include "yanglu/io/places/register.h"

void
yl_summary_job_free (YlSummaryJob *job)
{
  if (job == NULL)
    return;
  g_clear_pointer (&job->tally, yl_tally_free);
  if (job->lists != NULL)
    {
      job->findings = NULL;
      job->places = NULL;
      g_clear_pointer (&job->lists, yl_county_lists_free);
    }
  g_clear_pointer (&job->findings, yl_findings_free);
  g_clear_pointer (&job->intake, yl_arena_free_record);
  g_clear_pointer (&job->given, yl_arena_free_record);
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
  const YlRowContext context = { rates, job->places, NULL, NULL };
  const YlRowTexts texts = { reading->file, "", row->route_code, row->length_unit };
  if (job->lists != NULL)
    yl_county_lists_take (job->lists, row, rates);
  else
    yl_list_check_row (&context, &row->road, &texts, job->findings);
  yl_tally_add (job->tally, rates, row);
}

/* What there was before the file is taken off again: only sums are kept. */
static void
begin_file (YlSummaryJob *job, const char *name, YlListFile *file)
{
  const YlTallySum sum = yl_tally_get_sum (job->tally);
  file->counted_m = -sum.counted_m;
  file->amount_fen = -sum.amount_fen;
  file->n_errors = yl_findings_get_n_of_severity (job->findings, YL_SEVERITY_ERROR);
  file->n_warnings = yl_findings_get_n_of_severity (job->findings, YL_SEVERITY_WARNING);
  if (job->lists != NULL)
    yl_county_lists_begin (job->lists, name);
}

static void
end_file (const YlSummaryJob *job, YlListFile *file)
{
  const YlTallySum sum = yl_tally_get_sum (job->tally);
  const YlFindings *findings = job->findings;
  file->counted_m += sum.counted_m;
  file->amount_fen += sum.amount_fen;
  file->n_errors = yl_findings_get_n_of_severity (findings, YL_SEVERITY_ERROR) - file->n_errors;
  file->n_warnings =
      yl_findings_get_n_of_severity (findings, YL_SEVERITY_WARNING) - file->n_warnings;
}

static gboolean
read_list (
    Reading *reading, const YlGivenList *list, guint year, YlProgress progress, GError **error)
{
  g_autoptr (YlInput) input = yl_input_open_as (list->path, list->name, error);
  if (input == NULL)
    return FALSE;
  reading->file = yl_input_get_name (input);
  const YlLoadContext context = { .words = reading->job->words,
                                  .places = reading->job->places,
                                  .findings = reading->job->findings,
                                  .intake = reading->job->intake,
                                  .year = year,
                                  .progress = progress };
  YlRoadImportTally tally = { 0 };
  YlListFile file = { 0 };
  begin_file (reading->job, reading->file, &file);
  if (!yl_load_roads (&context, input, NULL, (YlRoadSink){ take_row, reading }, &tally, error))
    return FALSE;
  yl_forms_check (reading->job->intake, reading->job->places, reading->job->year, reading->file,
                  reading->job->findings);
  file.file = list->name;
  file.path = list->path;
  file.n_rows = tally.n_rows;
  file.n_roads = tally.n_roads;
  file.n_sums = tally.n_sums;
  file.n_left_out = tally.n_left_out;
  end_file (reading->job, &file);
  g_array_append_val (reading->job->files, file);
  return TRUE;
}

/* Without --policy each county has its own. */
static void
tell_policies (YlSummaryJob *job, const YlJobOptions *options, guint year, YlRates *rates)
{
  const GPtrArray *policies = yl_rates_get_policies (rates);
  g_autoptr (GString) list = g_string_new (NULL);
  for (guint i = 0; i < policies->len; i++)
    {
      const YlPolicyHead *head = yl_policy_get_head (g_ptr_array_index (policies, i));
      g_string_append_printf (list, "%s%s %s", i == 0 ? "" : "、", head->id, head->document);
    }
  g_autofree char *why = g_strdup_printf ("各县按%u年1月1日有效、适用地区最具体的政策", year);
  if (options->policy == NULL && policies->len > 0)
    yl_choices_add (job->choices, "政策", list->str, why);
  for (guint i = 0; i < policies->len; i++)
    {
      yl_policy_tell_period (g_ptr_array_index (policies, i), year, job->choices);
      yl_policy_tell_out_of_force (g_ptr_array_index (policies, i), NULL, year, job->choices);
      yl_policy_tell_unverified (g_ptr_array_index (policies, i), NULL, job->choices);
    }
}

static void
tell_unrated (YlSummaryJob *job)
{
  g_autoptr (GString) gaps = g_string_new (NULL);
  for (guint kind = 0; kind < YL_N_RATES; kind++)
    {
      const YlTallyUnrated unrated = yl_tally_get_unrated (job->tally, (YlRateKind) kind);
      if (unrated.sections > 0)
        yl_policy_gap_add_roads (gaps, (YlRateKind) kind, unrated.sections, unrated.counted_m);
    }
  yl_policy_gap_tell (gaps, job->choices);
}

static void
tell (YlSummaryJob *job, const YlJobOptions *options, guint year, YlRates *rates)
{
  yl_given_lists_tell (job->given->passed_over, job->choices);
  yl_intake_tell_files (job->intake, 0, job->choices);
  g_autofree char *clock = g_strdup_printf ("%u", year);
  if (options->year == 0)
    yl_choices_add (job->choices, "年度", clock, "本机时钟");
  tell_policies (job, options, year, rates);
  tell_unrated (job);
  yl_intake_tell (job->intake, job->choices);
  const GPtrArray *policies = yl_rates_get_policies (rates);
  YlRateTable table = { 0 };
  if (policies->len == 1)
    yl_rate_table_init (&table, g_ptr_array_index (policies, 0));
  yl_intake_tell_left_out (job->intake, policies->len == 1 ? &table : NULL, job->choices);
}

/* Where what is found is kept. */
static void
open_findings (YlSummaryJob *job, gboolean compares)
{
  if (compares)
    job->lists = yl_county_lists_new (job->places, YL_COUNTIES_PAPER_FINDINGS);
  job->findings = compares ? job->lists->findings : yl_findings_new_counting (YL_SUMMARY_N_KEPT);
}

static YlSummaryJob *
run (const char *const *paths,
     const YlJobOptions *options,
     gboolean compares,
     YlProgress progress,
     GError **error)
{
  g_autoptr (YlSummaryJob) job = g_new0 (YlSummaryJob, 1);
  const guint year = options->year != 0 ? options->year : options->clock_year;
  job->given = yl_given_lists_find (paths, YL_GIVEN_LISTS_MAX_SUMMED, error);
  if (job->given == NULL)
    return NULL;
  job->choices = yl_choices_new ();
  job->words = yl_job_words_open (options, job->choices, NULL, NULL, error);
  job->places = job->words == NULL ? NULL : yl_register_load (error);
  if (job->places == NULL)
    return NULL;
  job->year = year;
  open_findings (job, compares);
  job->files = yl_arena_array (job->given->arena, sizeof (YlListFile));
  job->intake = yl_intake_new ();
  job->tally = yl_tally_new ();
  g_autoptr (YlRates) rates = yl_rates_new (options, year, error);
  if (rates == NULL)
    return NULL;
  Reading reading = { .job = job, .rates = rates };
  guint n_lists = 0;
  const YlGivenList *lists = yl_given_lists_get (job->given, &n_lists);
  for (guint i = 0; i < n_lists; i++)
    if (!read_list (&reading, &lists[i], options->year, progress, error))
      return NULL;
  tell (job, options, year, rates);
  job->rows = yl_tally_end (job->tally, &job->n_rows, error);
  if (job->rows == NULL || (compares && !yl_county_lists_compare (job->lists, error)))
    return NULL;
  return g_steal_pointer (&job);
}

YlSummaryJob *
yl_summary_job_run (const char *const *paths,
                    const YlJobOptions *options,
                    YlProgress progress,
                    GError **error)
{
  return run (paths, options, FALSE, progress, error);
}

YlSummaryJob *
yl_summary_job_run_compared (const char *const *paths,
                             const YlJobOptions *options,
                             YlProgress progress,
                             GError **error)
{
  return run (paths, options, TRUE, progress, error);
}
