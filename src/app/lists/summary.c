#include "yanglu/app/lists/summary.h"

#include "yanglu/app/intake.h"
#include "yanglu/app/load.h"
#include "yanglu/app/policy-choices.h"
#include "yanglu/app/words.h"
#include "yanglu/app/lists/counties.h"
#include "yanglu/app/lists/rates.h"
#include "yanglu/audit/lists/form-rules.h"
#include "yanglu/base/keyed-hash.h"
#include "yanglu/io/places/register.h"

void
yl_summary_job_free (YlSummaryJob *job)
{
  if (job == NULL)
    return;
  g_clear_pointer (&job->tally, yl_tally_free);
  g_clear_pointer (&job->lists, yl_county_lists_free);
  g_clear_pointer (&job->sent, yl_arena_free_record);
  g_clear_pointer (&job->intake, yl_arena_free_record);
  g_clear_pointer (&job->given, yl_arena_free_record);
  g_clear_pointer (&job->choices, yl_arena_free_record);
  g_clear_pointer (&job->words, yl_arena_free_record);
  g_free (job);
}

/* Of a list that is a whole county's so many townships are named. */
#define N_NAMED 6u

typedef struct
{
  YlSummaryJob *job;
  YlRates *rates;
  GHashTable *townships; /* of the list at hand */
  GString *named;        /* the first of them */
  const char *last; /* (nullable): that of the row before, of @townships: they stand together */
} Reading;

static void
name_township (Reading *reading, YlText name)
{
  if (name.length == 0 || (reading->last != NULL && yl_text_is (name, reading->last)))
    return;
  g_autofree char *township = yl_text_dup (name);
  const guint n = g_hash_table_size (reading->townships);
  reading->last = g_hash_table_lookup (reading->townships, township);
  if (reading->last != NULL)
    return;
  if (n < N_NAMED)
    g_string_append_printf (reading->named, "%s%s", n == 0 ? "" : "、", township);
  reading->last = township;
  g_hash_table_add (reading->townships, g_steal_pointer (&township));
}

static void
take_row (gpointer self, const YlRoadRow *row)
{
  Reading *reading = self;
  YlSummaryJob *job = reading->job;
  const YlRateTable *rates = yl_rates_get (reading->rates, row->road.county_code);
  yl_county_lists_take (job->lists, row, rates);
  yl_tally_add (job->tally, rates, row);
  name_township (reading, row->township);
}

/* What there was before the list is taken off again: only sums are kept. */
static void
begin_list (Reading *reading, const char *name, YlSentList *sent)
{
  const YlSummaryJob *job = reading->job;
  const YlTallySum sum = yl_tally_get_sum (job->tally);
  sent->sections = -sum.sections;
  sent->counted_m = -sum.counted_m;
  sent->amount_fen = -sum.amount_fen;
  for (guint severity = 0; severity < YL_N_SEVERITIES; severity++)
    sent->n_found[severity] = yl_findings_get_n_of_severity (job->findings, (YlSeverity) severity);
  reading->last = NULL;
  g_hash_table_remove_all (reading->townships);
  g_string_truncate (reading->named, 0);
  yl_county_lists_begin (job->lists, name);
}

static void
end_list (const Reading *reading, guint64 n_roads, YlSentList *sent)
{
  const YlSummaryJob *job = reading->job;
  const YlTallySum sum = yl_tally_get_sum (job->tally);
  gboolean has[YL_N_SEVERITIES];
  sent->sections += sum.sections;
  sent->counted_m += sum.counted_m;
  sent->amount_fen += sum.amount_fen;
  for (guint severity = 0; severity < YL_N_SEVERITIES; severity++)
    {
      sent->n_found[severity] = yl_findings_get_n_of_severity (job->findings, (YlSeverity) severity)
                                - sent->n_found[severity];
      has[severity] = sent->n_found[severity] > 0;
    }
  sent->standing = yl_standing_judge (has, n_roads);
  const guint n = g_hash_table_size (reading->townships);
  if (n > N_NAMED)
    g_string_append_printf (reading->named, "等 %u 个", n);
  sent->townships = yl_arena_keep (job->sent->arena, reading->named->str);
  g_array_append_vals (job->sent->lists, sent, 1);
}

static gboolean
read_list (
    Reading *reading, const YlGivenList *list, guint year, YlProgress progress, GError **error)
{
  g_autoptr (YlInput) input = yl_input_open_as (list->path, list->name, error);
  if (input == NULL)
    return FALSE;
  const YlLoadContext context = { .words = reading->job->words,
                                  .places = reading->job->places,
                                  .findings = reading->job->findings,
                                  .intake = reading->job->intake,
                                  .year = year,
                                  .progress = progress };
  YlRoadImportTally tally = { 0 };
  YlSentList sent = { 0 };
  begin_list (reading, yl_input_get_name (input), &sent);
  if (!yl_load_roads (&context, input, NULL, (YlRoadSink){ take_row, reading }, &tally, error))
    return FALSE;
  yl_forms_check (reading->job->intake, reading->job->places, reading->job->year,
                  yl_input_get_name (input), reading->job->findings);
  const YlListFile file = { .file = list->name,
                            .path = list->path,
                            .n_rows = tally.n_rows,
                            .n_roads = tally.n_roads,
                            .n_sums = tally.n_sums,
                            .n_left_out = tally.n_left_out };
  g_array_append_val (reading->job->files, file);
  end_list (reading, tally.n_roads, &sent);
  return TRUE;
}

static gboolean
read_lists (YlSummaryJob *job, YlRates *rates, guint year, YlProgress progress, GError **error)
{
  g_autoptr (GHashTable) townships =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) named = g_string_new (NULL);
  Reading reading = { job, rates, townships, named, NULL };
  guint n_lists = 0;
  const YlGivenList *lists = yl_given_lists_get (job->given, &n_lists);
  for (guint i = 0; i < n_lists; i++)
    if (!read_list (&reading, &lists[i], year, progress, error))
      return FALSE;
  for (guint i = 0; i < n_lists; i++)
    {
      YlSentList *sent = &g_array_index (job->sent->lists, YlSentList, i);
      sent->list = &g_array_index (job->files, YlListFile, i);
      sent->sender = yl_intake_find_sender (job->intake, sent->list->file);
    }
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

/* Where what is found is kept. @places: (transfer full) */
static void
open_lists (YlSummaryJob *job, YlPlaces *places, gboolean is_for_book)
{
  job->places = places;
  job->lists =
      yl_county_lists_new (places, is_for_book ? YL_COUNTIES_PAPER_FINDINGS : YL_SUMMARY_N_KEPT);
  job->lists->max_sections = is_for_book ? 0 : YL_COUNTIES_MAX_COMPARED;
  job->findings = job->lists->findings;
  job->files = yl_arena_array (job->given->arena, sizeof (YlListFile));
  job->sent = yl_arena_new_record (sizeof *job->sent);
  job->sent->lists = yl_arena_array (job->sent->arena, sizeof (YlSentList));
  job->sent->has_no_stakes = TRUE;
}

static YlSummaryJob *
run (const char *const *paths,
     const YlJobOptions *options,
     gboolean is_for_book,
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
  YlPlaces *places = job->words == NULL ? NULL : yl_register_load (error);
  if (places == NULL)
    return NULL;
  job->year = year;
  open_lists (job, places, is_for_book);
  job->intake = yl_intake_new ();
  job->tally = yl_tally_new ();
  g_autoptr (YlRates) rates = yl_rates_new (options, year, error);
  if (rates == NULL || !read_lists (job, rates, options->year, progress, error))
    return NULL;
  tell (job, options, year, rates);
  job->rows = yl_tally_end (job->tally, &job->n_rows, error);
  if (job->rows == NULL || !yl_county_lists_compare (job->lists, error))
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
yl_summary_job_run_for_book (const char *const *paths,
                             const YlJobOptions *options,
                             YlProgress progress,
                             GError **error)
{
  return run (paths, options, TRUE, progress, error);
}
