#include "steps-private.h"

#include "yanglu/app/years/side.h"
#include "yanglu/app/load.h"
#include "yanglu/audit/unread.h"
#include "yanglu/audit/years/rules.h"
#include "yanglu/base/error.h"
#include "yanglu/io/file-name.h"

/* Of the options only those that say who and by which policy hold for the year before. */
static YlJobOptions
make_old_options (const YlAuditOptions *options)
{
  return (YlJobOptions){
    .roads = options->last_year,
    .policy = options->job.policy,
    .county = options->job.county,
    .entity = options->job.entity,
    .townships = options->job.townships,
    .words = options->job.words,
    .clock_year = options->job.clock_year,
  };
}

YlBudgetJob *
yl_audit_open_last_year (const YlAuditJob *job)
{
  if (job->options->last_year == NULL)
    return NULL;
  const YlJobOptions options = make_old_options (job->options);
  return yl_diff_open_old (&options, job->made == NULL ? NULL : job->made->budget, NULL, NULL);
}

/* A table 项目, 金额 says only what last year came to. FALSE: the file holds none. */
static gboolean
compare_table (const YlAuditJob *job, const YlYearAudit *years)
{
  g_autoptr (YlInput) input = yl_input_open (job->options->last_year, NULL);
  g_autoptr (YlEntry) entry = yl_entry_new ();
  g_autoptr (YlFindings) untold = yl_findings_new_counting (0);
  const YlLoadContext context = { .words = job->words, .places = job->places, .findings = untold };
  return input != NULL && yl_load_entry (&context, input, YL_ENTRY_LAST_YEAR, entry, NULL)
         && entry->last_year->len > 0 && yl_year_audit_lines (years, entry->last_year);
}

/* A budget that others made, as diff takes it. */
static gboolean
compare_found (const YlAuditJob *job, const YlYearAudit *years)
{
  g_autoptr (YlFoundBudget) found = yl_diff_open_found (job->options->last_year, job->words);
  if (found != NULL)
    yl_year_audit_found (years, found);
  return found != NULL;
}

/* In a file that this program did not make. One in which no budget of last year is found is a
 * finding; one that is not there is not. */
static gboolean
compare_other (const YlAuditJob *job, const YlYearAudit *years, GError *failure, GError **error)
{
  if (!g_error_matches (failure, YL_ERROR, YL_ERROR_INVALID))
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (!(years->budget != NULL && compare_table (job, years)) && !compare_found (job, years))
    yl_unread_file (years->audit->findings, years->old_file, failure->message);
  g_error_free (failure);
  return TRUE;
}

gboolean
yl_audit_years (YlAuditJob *job, GError **error)
{
  const gboolean has_found = job->found_budget != NULL && job->found_budget->tables->len > 0;
  if (job->options->last_year == NULL || (job->made == NULL && !has_found))
    return TRUE;
  g_autofree char *file = yl_file_name_show_base (job->options->last_year);
  YlYearAudit years = {
    .intakes = { NULL, job->made == NULL ? NULL : job->made->list->intake },
    .old_file = file,
    .budget = job->made == NULL ? NULL : job->made->budget,
    .found = job->found_budget,
    .places = job->places,
    .rules = job->rules,
    .audit = job->audit,
  };
  GError *failure = NULL;
  const YlJobOptions options = make_old_options (job->options);
  g_autoptr (YlBudgetJob) old_job =
      yl_diff_open_old (&options, years.budget, job->progress, &failure);
  if (old_job == NULL)
    return compare_other (job, &years, failure, error);
  years.intakes[YL_OLD] = old_job->list->intake;
  yl_year_audit_budget (&years, old_job->budget);
  return TRUE;
}
