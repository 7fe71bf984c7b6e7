#include "audit-work-private.h"

#include "yanglu/app/diff-job.h"
#include "yanglu/audit/year-rules.h"
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

/* A file in which no budget of last year was found is a finding; one that is not there is not. */
static gboolean
tell_unreadable (YlAuditWork *work, GError *failure, GError **error)
{
  if (!g_error_matches (failure, YL_ERROR, YL_ERROR_INVALID))
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  g_autofree char *file = g_path_get_basename (work->options->last_year);
  yl_findings_add (work->audit->findings, &(YlFinding){ .code = YL_E01,
                                                        .severity = YL_SEVERITY_ERROR,
                                                        .file = file,
                                                        .message = failure->message });
  g_error_free (failure);
  return TRUE;
}

static void
note_reading (YlAuditWork *work, const YlBudget *old_budget)
{
  const YlFigures *figures = yl_budget_get_figures (old_budget);
  g_autofree char *file = g_path_get_basename (work->options->last_year);
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ figures->demand_fen });
  g_autofree char *taken_for = g_strdup_printf (
      "%u年的预算，政策 %s，合计 %s 元；里程按上年路线编码、桩号与本年对应", figures->year,
      yl_policy_get_head (yl_budget_get_policy (old_budget))->document, yuan);
  yl_audit_add_reading (work->audit, file, taken_for);
}

static void
check_years (YlAuditWork *work, const YlBudget *old_budget)
{
  const YlBudget *new_budget = yl_budget_job_get_budget (work->made);
  g_autoptr (YlRoadLinks) links = yl_road_links_make (yl_budget_get_inventory (old_budget),
                                                      yl_budget_get_inventory (new_budget));
  const YlYearCheck check = {
    .old_budget = old_budget,
    .new_budget = new_budget,
    .links = links,
    .file = work->audit->file,
    .change = { yl_rule_set_get_limit (work->rules, YL_A10, YL_LIMIT_CHANGE) },
    .length = { yl_rule_set_get_limit (work->rules, YL_A10, YL_LIMIT_LENGTH) },
  };
  yl_year_check (&check, work->audit->findings);
}

gboolean
yl_audit_years (YlAuditWork *work, GError **error)
{
  if (work->options->last_year == NULL || work->made == NULL)
    return TRUE;
  GError *failure = NULL;
  const YlJobOptions options = make_old_options (work->options);
  g_autoptr (YlBudgetJob) old_job =
      yl_diff_open_old (&options, yl_budget_job_get_budget (work->made), work->progress, &failure);
  if (old_job == NULL)
    return tell_unreadable (work, failure, error);
  note_reading (work, yl_budget_job_get_budget (old_job));
  check_years (work, yl_budget_job_get_budget (old_job));
  return TRUE;
}
