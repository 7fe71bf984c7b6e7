#include "yanglu/app/years/side.h"

#include "yanglu/app/budget/last-year.h"
#include "yanglu/app/budget/reopen.h"
#include "yanglu/app/workbooks.h"
#include "yanglu/app/words.h"
#include "yanglu/audit/formula/fill-values.h"
#include "yanglu/audit/years/townships.h"
#include "yanglu/base/error.h"
#include "yanglu/io/file-form.h"
#include "yanglu/io/file-name.h"
#include "yanglu/io/import/tables/found-budget.h"
#include "yanglu/io/places/register.h"

void
yl_diff_side_clear (YlDiffSide *side)
{
  g_clear_pointer (&side->job, yl_budget_job_free);
  g_clear_pointer (&side->found_budget, yl_arena_free_record);
  g_clear_pointer (&side->file, g_free);
  g_clear_pointer (&side->lists, yl_arena_free_record);
}

const YlBudget *
yl_diff_side_get_budget (const YlDiffSide *side)
{
  return side->job == NULL ? NULL : side->job->budget;
}

static gboolean
open_folder (YlDiffSide *side, const char *folder, GError **error)
{
  side->lists =
      yl_given_lists_find ((const char *const[]){ folder, NULL }, YL_GIVEN_LISTS_MAX, error);
  side->file = yl_file_name_show_base (folder);
  side->kind = YL_DIFF_LIST;
  return side->lists != NULL;
}

gboolean
yl_diff_side_open (YlDiffSide *side, const char *path, gboolean *out_is_workbook, GError **error)
{
  if (yl_given_lists_is_folder (path))
    return open_folder (side, path, error);
  g_autoptr (YlInput) input = yl_input_open (path, error);
  if (input == NULL)
    return FALSE;
  side->file = g_strdup (yl_input_get_name (input));
  side->kind = YL_DIFF_LIST;
  *out_is_workbook = yl_file_form_is_workbook (input);
  return TRUE;
}

gboolean
yl_diff_side_take (YlDiffSide *side, YlBudgetJob *made, GError *failure, GError **error)
{
  side->job = made;
  if (made != NULL)
    side->kind = YL_DIFF_BUDGET;
  if (made != NULL || g_error_matches (failure, YL_ERROR, YL_ERROR_NOT_FOUND))
    {
      g_clear_error (&failure);
      return TRUE;
    }
  g_propagate_prefixed_error (error, failure, "%s：", side->file);
  return FALSE;
}

gboolean
yl_diff_side_budget (YlDiffSide *side,
                     const YlJobOptions *options,
                     YlProgress progress,
                     GError **error)
{
  YlJobOptions own = *options;
  own.lists = side->lists;
  side->job = yl_budget_job_run (&own, progress, error);
  if (side->job == NULL)
    return FALSE;
  const YlBudget *budget = side->job->budget;
  if (yl_inventory_get_n_roads (budget->inventory) > 0)
    return TRUE;
  g_set_error (
      error, YL_ERROR, YL_ERROR_INVALID,
      "“%s”里没有可以计入的路段，也没有分乡镇的预算表，无法比较；请给出预算工作簿或里程台账。",
      side->file);
  return FALSE;
}

YlFoundBudget *
yl_diff_open_found (const char *path, const YlWords *words)
{
  g_autoptr (YlInput) input = yl_input_open (path, NULL);
  if (input == NULL || !yl_file_form_is_workbook (input))
    return NULL;
  g_autoptr (YlPlaces) places = yl_register_load (NULL);
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlFindings) untold = yl_findings_new_counting (0);
  g_autoptr (YlWorkbook) workbook = yl_workbooks_load (input, texts, untold, NULL, NULL);
  g_autoptr (YlAudit) unsaid = yl_audit_new (yl_input_get_name (input));
  if (workbook == NULL)
    return NULL;
  yl_fill_values (workbook);
  g_autoptr (YlFoundBudget) found_budget = yl_found_import (workbook, words, places, 0, unsaid);
  g_autoptr (GArray) sums = yl_township_sums_of_found (found_budget);
  return sums->len == 0 ? NULL : g_steal_pointer (&found_budget);
}

gboolean
yl_diff_side_read_found (YlDiffSide *side, const YlJobOptions *options)
{
  g_autoptr (YlWords) words = yl_job_words_open (options, NULL, NULL, NULL, NULL);
  side->found_budget = words == NULL ? NULL : yl_diff_open_found (options->roads, words);
  if (side->found_budget == NULL)
    return FALSE;
  g_clear_pointer (&side->job, yl_budget_job_free);
  side->kind = YL_DIFF_FOUND;
  return TRUE;
}

gboolean
yl_diff_side_budget_old (YlDiffSide *side,
                         const YlJobOptions *options,
                         const YlBudget *new_budget,
                         YlProgress progress,
                         GError **error)
{
  YlJobOptions old_options = *options;
  if (old_options.year == 0 && new_budget != NULL)
    old_options.year = new_budget->figures->year - 1;
  if (old_options.policy == NULL && new_budget != NULL
      && !yl_last_year_has_policy (new_budget->entity, old_options.year))
    old_options.policy = yl_policy_get_head (new_budget->policy)->id;
  return yl_diff_side_budget (side, &old_options, progress, error);
}

/* Of a workbook of ours; one without a copy may still hold a road list. */
static gboolean
reopen (YlDiffSide *side, const char *path, GError **error)
{
  gboolean is_workbook = FALSE;
  if (!yl_diff_side_open (side, path, &is_workbook, error))
    return FALSE;
  GError *failure = NULL;
  YlBudgetJob *made = is_workbook ? yl_reopen_file (path, &failure) : NULL;
  return !is_workbook || yl_diff_side_take (side, made, failure, error);
}

YlBudgetJob *
yl_diff_open_old (const YlJobOptions *options,
                  const YlBudget *new_budget,
                  YlProgress progress,
                  GError **error)
{
  YlDiffSide side = { 0 };
  const gboolean is_read =
      reopen (&side, options->roads, error)
      && (side.kind != YL_DIFF_LIST
          || yl_diff_side_budget_old (&side, options, new_budget, progress, error));
  YlBudgetJob *job = is_read ? g_steal_pointer (&side.job) : NULL;
  yl_diff_side_clear (&side);
  return job;
}
