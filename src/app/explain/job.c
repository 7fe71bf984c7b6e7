#include "cell-private.h"

#include "yanglu/app/budget/reopen.h"
#include "yanglu/app/workbooks.h"
#include "yanglu/base/error.h"
#include "yanglu/forms/budget/own-book.h"
#include "yanglu/io/file-form.h"

#include <string.h>

void
yl_explain_job_free (YlExplainJob *job)
{
  if (job == NULL)
    return;
  g_clear_pointer (&job->readers, yl_explain_readers_free);
  g_clear_pointer (&job->recalculation, yl_recalculation_free);
  g_clear_pointer (&job->places, yl_arena_free_record);
  g_clear_pointer (&job->plan, yl_arena_free_record);
  g_clear_pointer (&job->made, yl_budget_job_free);
  g_clear_pointer (&job->copy, yl_copy_free);
  g_clear_pointer (&job->workbook, yl_arena_free_record);
  g_clear_pointer (&job->texts, yl_text_pool_free);
  g_free (job->file);
  g_free (job);
}

/* A budget without its inputs cannot be explained: its cells might say anything. */
static gboolean
refuse_without_copy (const YlWorkbook *workbook, GError **error)
{
  if (!yl_own_book_has_core (workbook))
    return FALSE;
  g_set_error (error, YL_ERROR, YL_ERROR_INVALID,
               "“%s”是预算工作簿，但里面没有数据副本（隐藏工作表“" YL_COPY_SHEET
               "”），无法追溯各数的来源。请用原始台账重新生成，或直接对台账运行本命令。",
               workbook->file);
  return TRUE;
}

/* Those options make a budget of a list; a workbook has its own. */
static gboolean
refuse_options (const YlJobOptions *options, GError **error)
{
  const char *const given[] = { options->entry,     options->funds,     options->bridges,
                                options->last_year, options->policy,    options->county,
                                options->entity,    options->townships, options->words };
  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    if (given[i] != NULL || options->year != 0)
      {
        g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
                     "预算工作簿自带编制时的全部资料，不能再给 --entry、--policy、--year "
                     "等选项；它们只用于里程台账。");
        return TRUE;
      }
  return FALSE;
}

/* Leaves job->workbook NULL for a list that is no workbook of ours. */
static gboolean
open_book (YlExplainJob *job, const YlInput *input, const YlJobOptions *options, GError **error)
{
  g_autoptr (YlFindings) untold = yl_findings_new_counting (0);
  g_autoptr (GError) reason = NULL;
  job->workbook = yl_workbooks_load (input, job->texts, untold, NULL, error);
  if (job->workbook == NULL)
    return FALSE;
  job->copy = yl_copy_find (job->workbook, &reason);
  if (job->copy != NULL)
    {
      if (refuse_options (options, error) || !yl_workbooks_check_formulas (input, error))
        return FALSE;
      job->made = yl_reopen_budget (job->copy, error);
      if (job->made == NULL)
        return FALSE;
      job->plan = yl_budget_job_plan (job->made, job->file, job->texts);
      job->places = yl_book_match_new (job->workbook, job->plan, YL_COPY_SHEET);
      job->recalculation = yl_recalculation_new (job->workbook);
      job->readers = yl_explain_readers_new (job->workbook);
      return TRUE;
    }
  if (refuse_without_copy (job->workbook, error))
    return FALSE;
  if (!g_error_matches (reason, YL_ERROR, YL_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  g_clear_pointer (&job->workbook, yl_arena_free_record);
  return TRUE;
}

YlExplainJob *
yl_explain_job_open (const YlJobOptions *options, YlProgress progress, GError **error)
{
  g_autoptr (YlExplainJob) job = g_new0 (YlExplainJob, 1);
  job->texts = yl_text_pool_new ();
  /* Standard input can be read once: it is a list. */
  if (strcmp (options->roads, "-") == 0)
    job->file = g_strdup ("标准输入");
  else
    {
      g_autoptr (YlInput) input = yl_input_open (options->roads, error);
      if (input == NULL)
        return NULL;
      job->file = g_strdup (yl_input_get_name (input));
      if (yl_file_form_is_workbook (input) && !open_book (job, input, options, error))
        return NULL;
    }
  if (job->made == NULL)
    job->made = yl_budget_job_run (options, progress, error);
  return job->made == NULL ? NULL : g_steal_pointer (&job);
}
