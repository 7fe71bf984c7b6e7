#include "audit-work-private.h"

#include "yanglu/app/diff-job.h"
#include "yanglu/app/load.h"
#include "yanglu/audit/years/rules.h"
#include "yanglu/audit/years/townships.h"
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

/* The whole of last year: its own line, else its lines together. FALSE when they do not fit. */
static gboolean
sum_lines (const GArray *lines, gint64 *out_fen)
{
  YlMoney total = { 0 };
  YlMoney sum = { 0 };
  gboolean has_total = FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      const YlLastYearLine *line = &g_array_index (lines, YlLastYearLine, i);
      const gboolean is_total = g_strcmp0 (line->code, "total") == 0;
      YlMoney *to = is_total ? &total : &sum;
      has_total = has_total || is_total;
      if (!yl_money_add (*to, line->amount, to))
        return FALSE;
    }
  *out_fen = has_total ? total.fen : sum.fen;
  return TRUE;
}

/* A table 项目, 金额 says only what last year came to. FALSE: the file holds none. */
static gboolean
check_table (YlAuditWork *work)
{
  g_autoptr (YlInput) input = yl_input_open (work->options->last_year, NULL);
  g_autoptr (YlEntry) entry = yl_entry_new ();
  g_autoptr (YlFindings) untold = yl_findings_new_counting (0);
  const YlLoadContext context = { .places = work->places, .findings = untold };
  gint64 old_fen = 0;
  if (input == NULL || !yl_load_entry (&context, input, YL_ENTRY_LAST_YEAR, entry, NULL)
      || entry->last_year->len == 0 || !sum_lines (entry->last_year, &old_fen))
    return FALSE;
  const YlFigures *figures = yl_budget_get_figures (yl_budget_job_get_budget (work->made));
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ old_fen });
  g_autofree char *taken_for =
      g_strdup_printf ("上年预算数，合计 %s 元；没有里程，只比较合计", yuan);
  yl_audit_add_reading (work->audit, yl_input_get_name (input), taken_for);
  yl_year_check_total (work->audit->file, old_fen, figures->demand_fen, work->audit->findings);
  return TRUE;
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
  g_autoptr (YlRoadLinks) links = yl_road_links_make (
      yl_budget_get_inventory (old_budget), yl_budget_get_inventory (new_budget), work->places);
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

/* One of the two budgets names no roads: the townships are all that is compared. */
static void
check_townships (YlAuditWork *work, const GArray *old_sums, const char *how)
{
  g_autoptr (GArray) new_sums =
      work->made != NULL ? yl_township_sums_of_budget (yl_budget_job_get_budget (work->made))
                         : yl_township_sums_of_found (work->found_budget);
  g_autofree char *file = g_path_get_basename (work->options->last_year);
  gint64 old_fen = 0;
  if (new_sums->len == 0)
    {
      yl_audit_add_reading (work->audit, file, "所审的表没有分乡镇的金额，未与上年比较");
      return;
    }
  const guint n_less = yl_township_sums_check (work->audit->file, old_sums, new_sums, &old_fen,
                                               work->audit->findings);
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ old_fen });
  g_autofree char *taken_for = g_strdup_printf (
      "%s，%u 行分乡镇合计 %s 元；没有路线可对，只比较乡镇和合计，其中 %u 个乡镇减少", how,
      old_sums->len, yuan, n_less);
  yl_audit_add_reading (work->audit, file, taken_for);
}

/* A found budget, as diff takes it. */
static gboolean
check_found (YlAuditWork *work)
{
  g_autoptr (YlFoundBudget) found_budget = yl_diff_open_found (work->options->last_year);
  if (found_budget == NULL)
    return FALSE;
  g_autoptr (GArray) sums = yl_township_sums_of_found (found_budget);
  check_townships (work, sums, "手工编制的上年预算");
  return TRUE;
}

static void
compare (YlAuditWork *work, const YlBudget *old_budget)
{
  if (work->made != NULL)
    {
      note_reading (work, old_budget);
      check_years (work, old_budget);
      return;
    }
  g_autoptr (GArray) sums = yl_township_sums_of_budget (old_budget);
  check_townships (work, sums, "上年的预算");
}

gboolean
yl_audit_years (YlAuditWork *work, GError **error)
{
  const gboolean is_found = work->found_budget != NULL && work->found_budget->tables->len > 0;
  if (work->options->last_year == NULL || (work->made == NULL && !is_found))
    return TRUE;
  GError *failure = NULL;
  const YlJobOptions options = make_old_options (work->options);
  const YlBudget *new_budget = work->made == NULL ? NULL : yl_budget_job_get_budget (work->made);
  g_autoptr (YlBudgetJob) old_job =
      yl_diff_open_old (&options, new_budget, work->progress, &failure);
  if (g_error_matches (failure, YL_ERROR, YL_ERROR_INVALID)
      && ((work->made != NULL && check_table (work)) || check_found (work)))
    {
      g_error_free (failure);
      return TRUE;
    }
  if (old_job == NULL)
    return tell_unreadable (work, failure, error);
  compare (work, yl_budget_job_get_budget (old_job));
  return TRUE;
}
