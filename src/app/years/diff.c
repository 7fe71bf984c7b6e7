#include "yanglu/app/years/diff.h"

#include "yanglu/app/budget/last-year.h"
#include "yanglu/app/budget/reopen.h"
#include "yanglu/app/workbooks.h"
#include "yanglu/app/words.h"
#include "yanglu/audit/formula/fill-values.h"
#include "yanglu/audit/years/reconciliation.h"
#include "yanglu/audit/years/townships.h"
#include "yanglu/base/error.h"
#include "yanglu/domain/findings-as-read.h"
#include "yanglu/io/import/tables/found-budget.h"
#include "yanglu/io/places/register.h"
#include "yanglu/forms/papers/year-book.h"
#include "yanglu/io/file-form.h"
#include "yanglu/io/xlsx-writer/writer.h"

static void
side_clear (YlDiffSide *side)
{
  g_clear_pointer (&side->job, yl_budget_job_free);
  g_clear_pointer (&side->found_budget, yl_arena_free_record);
  g_clear_pointer (&side->unread, yl_findings_free);
  g_clear_pointer (&side->file, g_free);
}

void
yl_diff_job_free (YlDiffJob *job)
{
  if (job == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (job->sides); i++)
    side_clear (&job->sides[i]);
  g_clear_pointer (&job->reconciliation, yl_arena_free_record);
  g_free (job);
}

/* A workbook without a copy may still hold a road list. */
static gboolean
open_side (YlDiffSide *side, const YlJobOptions *options, GError **error)
{
  g_autoptr (YlInput) input = yl_input_open (options->roads, error);
  if (input == NULL)
    return FALSE;
  side->file = g_strdup (yl_input_get_name (input));
  side->kind = YL_DIFF_LIST;
  if (!yl_file_form_is_workbook (input))
    return TRUE;
  g_autoptr (GError) failure = NULL;
  side->job = yl_reopen_file (options->roads, &failure);
  side->kind = side->job == NULL ? YL_DIFF_LIST : YL_DIFF_BUDGET;
  if (side->job == NULL && !g_error_matches (failure, YL_ERROR, YL_ERROR_NOT_FOUND))
    {
      g_propagate_prefixed_error (error, g_steal_pointer (&failure), "%s：", side->file);
      return FALSE;
    }
  return TRUE;
}

static guint
get_year (const YlDiffSide *side)
{
  return side->job->budget->figures->year;
}

static gboolean
budget_list (YlDiffSide *side, const YlJobOptions *options, YlProgress progress, GError **error)
{
  side->job = yl_budget_job_run (options, progress, error);
  if (side->job == NULL)
    return FALSE;
  const YlBudget *budget = side->job->budget;
  if (yl_inventory_get_n_roads (budget->inventory) > 0)
    {
      side->unread = yl_findings_find_unread (side->job->list->findings);
      return TRUE;
    }
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

/* A workbook that holds no roads may be a found budget: its townships are compared. */
static gboolean
read_found (YlDiffSide *side, const YlJobOptions *options)
{
  g_autoptr (YlWords) words = yl_job_words_open (options, NULL, NULL, NULL, NULL);
  side->found_budget = words == NULL ? NULL : yl_diff_open_found (options->roads, words);
  if (side->found_budget == NULL)
    return FALSE;
  g_clear_pointer (&side->job, yl_budget_job_free);
  side->kind = YL_DIFF_FOUND;
  return TRUE;
}

static gboolean
budget_old_list (YlDiffSide *side,
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
  return budget_list (side, &old_options, progress, error);
}

const YlBudget *
yl_diff_side_get_budget (const YlDiffSide *side)
{
  return side->job == NULL ? NULL : side->job->budget;
}

/* What is no list may be found: @failure says that it is no list. */
static gboolean
may_be_found (YlDiffSide *side, const YlJobOptions *options, GError **failure, GError **error)
{
  if (g_error_matches (*failure, YL_ERROR, YL_ERROR_INVALID) && read_found (side, options))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (failure));
  return FALSE;
}

static gboolean
budget_lists (YlDiffJob *job, const YlDiffOptions *options, YlProgress progress, GError **error)
{
  YlDiffSide *old_side = &job->sides[YL_OLD];
  YlDiffSide *new_side = &job->sides[YL_NEW];
  YlJobOptions new_options = options->new_options;
  g_autoptr (GError) failure = NULL;
  if (new_options.year == 0 && old_side->job != NULL)
    new_options.year = get_year (old_side) + 1;
  if (new_side->kind == YL_DIFF_LIST && !budget_list (new_side, &new_options, progress, &failure)
      && !may_be_found (new_side, &new_options, &failure, error))
    return FALSE;
  g_clear_error (&failure);
  return old_side->kind != YL_DIFF_LIST
         || budget_old_list (old_side, &options->old_options, yl_diff_side_get_budget (new_side),
                             progress, &failure)
         || may_be_found (old_side, &options->old_options, &failure, error);
}

YlBudgetJob *
yl_diff_open_old (const YlJobOptions *options,
                  const YlBudget *new_budget,
                  YlProgress progress,
                  GError **error)
{
  YlDiffSide side = { 0 };
  const gboolean is_read = open_side (&side, options, error)
                           && (side.kind != YL_DIFF_LIST
                               || budget_old_list (&side, options, new_budget, progress, error));
  g_free (side.file);
  g_clear_pointer (&side.unread, yl_findings_free);
  if (!is_read)
    g_clear_pointer (&side.job, yl_budget_job_free);
  return side.job;
}

static GArray *
sum_townships (const YlDiffSide *side)
{
  return side->found_budget != NULL ? yl_township_sums_of_found (side->found_budget)
                                    : yl_township_sums_of_budget (yl_diff_side_get_budget (side));
}

/* A row that could not be read of one list is no road that went, nor one that is new. */
static void
note_unread (YlDiffJob *job, YlRoadLinks *links)
{
  for (guint side = 0; side < YL_N_SIDES; side++)
    {
      const YlSide other = side == YL_OLD ? YL_NEW : YL_OLD;
      job->n_unplaced[side] =
          yl_road_links_note_unread (links, (YlSide) side, job->sides[side].job->list->intake,
                                     yl_diff_side_get_budget (&job->sides[other])->inventory);
    }
}

static YlReconciliation *
make_reconciliation (YlDiffJob *job, GError **error)
{
  const YlBudget *old_budget = yl_diff_side_get_budget (&job->sides[YL_OLD]);
  const YlBudget *new_budget = yl_diff_side_get_budget (&job->sides[YL_NEW]);
  if (old_budget == NULL || new_budget == NULL)
    {
      g_autoptr (GArray) old_sums = sum_townships (&job->sides[YL_OLD]);
      g_autoptr (GArray) new_sums = sum_townships (&job->sides[YL_NEW]);
      return yl_reconciliation_of_townships (old_sums, new_sums, error);
    }
  g_autoptr (YlPlaces) places = yl_register_load (error);
  if (places == NULL)
    return NULL;
  g_autoptr (YlRoadLinks) links =
      yl_road_links_make (old_budget->inventory, new_budget->inventory, places);
  note_unread (job, links);
  return yl_reconciliation_make (old_budget, new_budget, links, error);
}

YlDiffJob *
yl_diff_job_run (const YlDiffOptions *options, YlProgress progress, GError **error)
{
  g_autoptr (YlDiffJob) job = g_new0 (YlDiffJob, 1);
  if (!open_side (&job->sides[YL_OLD], &options->old_options, error)
      || !open_side (&job->sides[YL_NEW], &options->new_options, error)
      || !budget_lists (job, options, progress, error))
    return NULL;
  job->reconciliation = make_reconciliation (job, error);
  return job->reconciliation == NULL ? NULL : g_steal_pointer (&job);
}

gboolean
yl_diff_job_write (const YlDiffJob *job, const char *path, gboolean force, GError **error)
{
  g_autoptr (YlXlsxWriter) writer = yl_xlsx_writer_new (path, force, error);
  if (writer == NULL)
    return FALSE;
  const YlYearBookRequest request = {
    .reconciliation = job->reconciliation,
    .budget = { yl_diff_side_get_budget (&job->sides[YL_OLD]),
                yl_diff_side_get_budget (&job->sides[YL_NEW]) },
    .file = { job->sides[YL_OLD].file, job->sides[YL_NEW].file },
  };
  yl_year_book_write (&request, yl_xlsx_writer_get_sink (writer));
  return yl_xlsx_writer_close (writer, error);
}
