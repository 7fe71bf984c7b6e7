#include "yanglu/app/diff-job.h"

#include "yanglu/app/entity.h"
#include "yanglu/app/reopen.h"
#include "yanglu/audit/year-bridge.h"
#include "yanglu/base/error.h"
#include "yanglu/io/output.h"
#include "yanglu/io/policy/policies.h"
#include "yanglu/io/workbook/year-book.h"

typedef struct
{
  YlBudgetJob *job;
  char *file;
  gboolean is_list;
} Side;

struct _YlDiffJob
{
  Side sides[2];
  YlYearBridge *bridge;
};

void
yl_diff_job_free (YlDiffJob *job)
{
  if (job == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (job->sides); i++)
    {
      g_clear_pointer (&job->sides[i].job, yl_budget_job_free);
      g_free (job->sides[i].file);
    }
  g_clear_pointer (&job->bridge, yl_year_bridge_free);
  g_free (job);
}

/* A workbook without a copy may still hold a road list. */
static gboolean
open_side (Side *side, const YlJobOptions *options, GError **error)
{
  g_autoptr (YlInput) input = yl_input_open (options->roads, error);
  if (input == NULL)
    return FALSE;
  side->file = g_strdup (yl_input_get_name (input));
  side->is_list = TRUE;
  if (!yl_input_is_zip (input))
    return TRUE;
  g_autoptr (GError) failure = NULL;
  side->job = yl_reopen_file (options->roads, &failure);
  side->is_list = side->job == NULL;
  if (side->is_list && !g_error_matches (failure, YL_ERROR, YL_ERROR_NOT_FOUND))
    {
      g_propagate_prefixed_error (error, g_steal_pointer (&failure), "%s：", side->file);
      return FALSE;
    }
  return TRUE;
}

static guint
get_year (const Side *side)
{
  return yl_budget_get_figures (yl_budget_job_get_budget (side->job))->year;
}

static gboolean
budget_list (Side *side, const YlJobOptions *options, YlProgress progress, GError **error)
{
  side->job = yl_budget_job_run (options, progress, error);
  if (side->job == NULL)
    return FALSE;
  const YlBudget *budget = yl_budget_job_get_budget (side->job);
  if (yl_inventory_get_n_roads (yl_budget_get_inventory (budget)) > 0)
    return TRUE;
  g_set_error (error, YL_ERROR, YL_ERROR_INVALID,
               "“%s”既不是本程序生成的预算工作簿，也没有可以计入的路段，无法比较；请给出里程台账。",
               side->file);
  return FALSE;
}

/* The policy for a year in which none was in force yet: the new year's; NULL when there was one. */
static const char *
find_stand_in (const YlBudget *new_budget, guint old_year)
{
  g_autofree char *area = yl_entity_get_area (yl_budget_get_entity (new_budget));
  g_autoptr (YlPolicy) policy = yl_policies_choose (area, yl_date_of_year (old_year), NULL);
  return policy != NULL ? NULL : yl_policy_get_head (yl_budget_get_policy (new_budget))->id;
}

static gboolean
budget_old_list (Side *side,
                 const YlJobOptions *options,
                 const YlBudget *new_budget,
                 YlProgress progress,
                 GError **error)
{
  YlJobOptions old_options = *options;
  if (old_options.year == 0)
    old_options.year = yl_budget_get_figures (new_budget)->year - 1;
  if (old_options.policy == NULL)
    old_options.policy = find_stand_in (new_budget, old_options.year);
  return budget_list (side, &old_options, progress, error);
}

static gboolean
budget_lists (YlDiffJob *job, const YlDiffOptions *options, YlProgress progress, GError **error)
{
  Side *old_side = &job->sides[YL_DIFF_OLD];
  Side *new_side = &job->sides[YL_DIFF_NEW];
  YlJobOptions new_options = options->new_options;
  if (new_options.year == 0 && old_side->job != NULL)
    new_options.year = get_year (old_side) + 1;
  if (new_side->is_list && !budget_list (new_side, &new_options, progress, error))
    return FALSE;
  return !old_side->is_list
         || budget_old_list (old_side, &options->old_options,
                             yl_budget_job_get_budget (new_side->job), progress, error);
}

YlBudgetJob *
yl_diff_open_old (const YlJobOptions *options,
                  const YlBudget *new_budget,
                  YlProgress progress,
                  GError **error)
{
  Side side = { 0 };
  const gboolean is_read =
      open_side (&side, options, error)
      && (!side.is_list || budget_old_list (&side, options, new_budget, progress, error));
  g_free (side.file);
  if (!is_read)
    g_clear_pointer (&side.job, yl_budget_job_free);
  return side.job;
}

YlDiffJob *
yl_diff_job_run (const YlDiffOptions *options, YlProgress progress, GError **error)
{
  g_autoptr (YlDiffJob) job = g_new0 (YlDiffJob, 1);
  if (!open_side (&job->sides[YL_DIFF_OLD], &options->old_options, error)
      || !open_side (&job->sides[YL_DIFF_NEW], &options->new_options, error)
      || !budget_lists (job, options, progress, error))
    return NULL;
  const YlBudget *old_budget = yl_budget_job_get_budget (job->sides[YL_DIFF_OLD].job);
  const YlBudget *new_budget = yl_budget_job_get_budget (job->sides[YL_DIFF_NEW].job);
  g_autoptr (YlRoadLinks) links = yl_road_links_make (yl_budget_get_inventory (old_budget),
                                                      yl_budget_get_inventory (new_budget));
  job->bridge = yl_year_bridge_make (old_budget, new_budget, links, error);
  return job->bridge == NULL ? NULL : g_steal_pointer (&job);
}

const YlYearBridge *
yl_diff_job_get_bridge (const YlDiffJob *job)
{
  return job->bridge;
}

const YlBudgetJob *
yl_diff_job_get_side (const YlDiffJob *job, YlDiffSide side)
{
  return job->sides[side].job;
}

const char *
yl_diff_job_get_file (const YlDiffJob *job, YlDiffSide side)
{
  return job->sides[side].file;
}

gboolean
yl_diff_job_is_list (const YlDiffJob *job, YlDiffSide side)
{
  return job->sides[side].is_list;
}

gboolean
yl_diff_job_write (const YlDiffJob *job, const char *path, gboolean force, GError **error)
{
  g_autoptr (YlOutput) output = yl_output_new (path, force, error);
  if (output == NULL)
    return FALSE;
  const YlYearBookRequest request = {
    .bridge = job->bridge,
    .old_budget = yl_budget_job_get_budget (job->sides[YL_DIFF_OLD].job),
    .new_budget = yl_budget_job_get_budget (job->sides[YL_DIFF_NEW].job),
    .old_file = job->sides[YL_DIFF_OLD].file,
    .new_file = job->sides[YL_DIFF_NEW].file,
  };
  return yl_year_book_write (&request, yl_output_get_temporary (output), error)
         && yl_output_commit (output, error);
}
