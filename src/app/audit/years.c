#include "work-private.h"

#include "yanglu/app/years/diff.h"
#include "yanglu/app/load.h"
#include "yanglu/audit/unread.h"
#include "yanglu/audit/years/rules.h"
#include "yanglu/base/error.h"

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
    .clock_year = options->job.clock_year,
  };
}

/* A table 项目, 金额 says only what last year came to. FALSE: the file holds none. */
static gboolean
compare_table (const YlAuditWork *work, const YlYearAudit *years)
{
  g_autoptr (YlInput) input = yl_input_open (work->options->last_year, NULL);
  g_autoptr (YlEntry) entry = yl_entry_new ();
  g_autoptr (YlFindings) untold = yl_findings_new_counting (0);
  const YlLoadContext context = { .places = work->places, .findings = untold };
  return input != NULL && yl_load_entry (&context, input, YL_ENTRY_LAST_YEAR, entry, NULL)
         && entry->last_year->len > 0 && yl_year_audit_lines (years, entry->last_year);
}

/* A budget that others made, as diff takes it. */
static gboolean
compare_found (const YlAuditWork *work, const YlYearAudit *years)
{
  g_autoptr (YlFoundBudget) found = yl_diff_open_found (work->options->last_year);
  if (found != NULL)
    yl_year_audit_found (years, found);
  return found != NULL;
}

/* In a file that this program did not make. One in which no budget of last year is found is a
 * finding; one that is not there is not. */
static gboolean
compare_other (const YlAuditWork *work, const YlYearAudit *years, GError *failure, GError **error)
{
  if (!g_error_matches (failure, YL_ERROR, YL_ERROR_INVALID))
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (!(years->budget != NULL && compare_table (work, years)) && !compare_found (work, years))
    yl_unread_file (years->audit->findings, years->old_file, failure->message);
  g_error_free (failure);
  return TRUE;
}

gboolean
yl_audit_years (YlAuditWork *work, GError **error)
{
  const gboolean has_found = work->found_budget != NULL && work->found_budget->tables->len > 0;
  if (work->options->last_year == NULL || (work->made == NULL && !has_found))
    return TRUE;
  g_autofree char *file = g_path_get_basename (work->options->last_year);
  const YlYearAudit years = {
    .old_file = file,
    .budget = work->made == NULL ? NULL : yl_budget_job_get_budget (work->made),
    .found = work->found_budget,
    .places = work->places,
    .rules = work->rules,
    .audit = work->audit,
  };
  GError *failure = NULL;
  const YlJobOptions options = make_old_options (work->options);
  g_autoptr (YlBudgetJob) old_job =
      yl_diff_open_old (&options, years.budget, work->progress, &failure);
  if (old_job == NULL)
    return compare_other (work, &years, failure, error);
  yl_year_audit_budget (&years, yl_budget_job_get_budget (old_job));
  return TRUE;
}
