#include "yanglu/app/budget/last-year.h"

#include "yanglu/app/intake.h"
#include "yanglu/app/load.h"
#include "yanglu/audit/unread.h"
#include "yanglu/audit/years/last-year.h"
#include "yanglu/io/policy/policies.h"

static gsize
count_choices (const YlChoices *choices)
{
  gsize n = 0;
  yl_choices_get (choices, &n);
  return n;
}

static void
append_line (GArray *lines, const char *code, gint64 amount_fen)
{
  const YlLastYearLine line = { .code = g_strdup (code), .amount = { amount_fen } };
  g_array_append_val (lines, line);
}

static gboolean
read_table (YlListJob *job, const YlInput *input, YlFindings *findings, GError **error)
{
  const YlLoadContext context = {
    .words = job->words, .places = job->places, .findings = findings, .intake = job->intake
  };
  return yl_load_entry (&context, input, YL_ENTRY_LAST_YEAR, job->entry, error);
}

gboolean
yl_last_year_has_policy (const YlEntity *entity, guint year)
{
  g_autofree char *area = yl_entity_get_area (entity);
  g_autoptr (YlPolicy) policy = yl_policies_choose (area, yl_date_of_year (year), NULL);
  return policy != NULL;
}

/* What was taken for what in last year's list, beside what is told of this year's. */
static void
tell_list (YlListJob *job, YlListJob *last)
{
  const gsize n_before = count_choices (last->choices);
  yl_list_job_settle (last, 0);
  gsize n = 0;
  const YlChoice *choices = yl_choices_get (last->choices, &n);
  for (gsize i = n_before; i < n; i++)
    {
      g_autofree char *what = g_strconcat ("上年", choices[i].what, NULL);
      yl_choices_add (job->choices, what, choices[i].chosen, choices[i].why);
    }
}

/* Makes last year's budget of a road list; the figures of its demand are what is compared. */
static gboolean
budget_list (YlListJob *job, const YlInput *input, const YlJobOptions *options, GError **error)
{
  const YlJobOptions last = {
    .roads = options->last_year,
    .county = options->county,
    .entity = options->entity,
    .townships = options->townships,
    .without_zones = options->without_zones,
    .words = options->words,
    .kept_policy = yl_last_year_has_policy (job->entity, job->year - 1) ? NULL : job->policy,
    .year = job->year - 1,
    .clock_year = options->clock_year,
    .copy = options->copy,
    .makes_no_book = TRUE,
  };
  g_autoptr (YlListJob) list = yl_list_job_run (&last, NULL, error);
  if (list == NULL)
    return FALSE;
  if (yl_inventory_get_n_roads (list->inventory) == 0)
    {
      yl_unread_last_year (job->findings, yl_input_get_name (input));
      return TRUE;
    }
  g_autoptr (YlBudget) budget = yl_list_job_make_budget (list, error);
  if (budget == NULL)
    return FALSE;
  const YlFigures *figures = budget->figures;
  for (guint i = 0; i < figures->demand->len; i++)
    {
      const YlDemandLine *line = &g_array_index (figures->demand, YlDemandLine, i);
      append_line (job->entry->last_year, line->code, line->amount_fen);
    }
  append_line (job->entry->last_year, "total", figures->demand_fen);
  job->last_year_m = figures->mileage.counted_m;
  const guint64 n_errors = yl_findings_get_n_of_severity (list->findings, YL_SEVERITY_ERROR);
  g_autofree char *faults = n_errors == 0
                                ? g_strdup ("")
                                : g_strdup_printf ("；其中有 %" G_GUINT64_FORMAT
                                                   " 处错误，请用 yanglu check 检查上年台账",
                                                   n_errors);
  const char *rule =
      last.kept_policy == NULL ? "按上年政策重算" : "上年没有政策在施行，按本年政策重算";
  g_autofree char *why = g_strconcat ("上年文件是里程台账，", rule, faults, NULL);
  if (options->edition != 1)
    tell_list (job, list);
  yl_choices_add (job->choices, "上年数", yl_policy_get_head (budget->policy)->id, why);
  return TRUE;
}

gboolean
yl_last_year_load (YlListJob *job, const YlJobOptions *options, GError **error)
{
  if (options->last_year == NULL)
    return TRUE;
  g_autoptr (YlInput) input = yl_job_options_open (options, options->last_year, error);
  if (input == NULL || !yl_inputs_keep (job->inputs, YL_ROLE_LAST_YEAR, input, error))
    return FALSE;
  g_autoptr (YlFindings) tried = yl_findings_new ();
  const guint n_files = job->intake->files->len;
  if (!read_table (job, input, tried, error))
    return FALSE;
  job->entry->last_year_file = yl_arena_keep (job->entry->arena, yl_input_get_name (input));
  if (options->edition != 1)
    yl_intake_tell_files (job->intake, n_files, job->choices);
  if (yl_findings_get_n_of_code (tried, YL_E01) > 0)
    return budget_list (job, input, options, error);
  /* Workbooks before the seventh edition took the total as it stood. */
  if (options->edition == 0 || options->edition >= 7)
    yl_last_year_settle (job->entry, yl_input_get_name (input), job->entry_file, tried);
  yl_findings_append (job->findings, tried);
  return TRUE;
}
