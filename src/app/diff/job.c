#include "yanglu/app/diff/job.h"

#include "yanglu/audit/book/versions.h"
#include "yanglu/audit/formula/fill-values.h"
#include "yanglu/audit/years/reconciliation.h"
#include "yanglu/audit/years/townships.h"
#include "yanglu/base/error.h"
#include "yanglu/io/places/register.h"
#include "yanglu/forms/papers/year-book.h"
#include "yanglu/io/xlsx-writer/writer.h"

void
yl_diff_job_free (YlDiffJob *job)
{
  if (job == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (job->sides); i++)
    {
      yl_diff_side_clear (&job->sides[i]);
      g_clear_pointer (&job->audits[i], yl_audit_job_free);
    }
  g_clear_pointer (&job->reconciliation, yl_arena_free_record);
  g_clear_pointer (&job->versions, yl_arena_free_record);
  g_clear_pointer (&job->texts, yl_text_pool_free);
  g_free (job);
}

/* The budget of a workbook of ours, and what the workbook shows beside it; one without a copy may still
 * hold a road list. */
static gboolean
open_side (
    YlDiffJob *job, YlSide at, const YlJobOptions *options, YlProgress progress, GError **error)
{
  YlDiffSide *side = &job->sides[at];
  gboolean is_workbook = FALSE;
  if (!yl_diff_side_open (side, options->roads, &is_workbook, error))
    return FALSE;
  if (!is_workbook)
    return TRUE;
  GError *failure = NULL;
  const YlAuditOptions asked = {
    .file = options->roads,
    .texts = job->texts,
    .is_own_only = TRUE,
    .job = { .words = options->words, .clock_year = options->clock_year },
  };
  YlAuditJob *audit = yl_audit_job_run (&asked, progress, &failure);
  job->audits[at] = audit;
  return yl_diff_side_take (side, audit == NULL ? NULL : g_steal_pointer (&audit->made), failure,
                            error);
}

static guint
get_year (const YlDiffSide *side)
{
  return side->job->budget->figures->year;
}

const YlFindings *
yl_diff_job_get_findings (const YlDiffJob *job, YlSide side)
{
  if (job->audits[side] != NULL)
    return job->audits[side]->audit->findings;
  return job->sides[side].job == NULL ? NULL : job->sides[side].job->list->findings;
}

/* What is no list may be found: @failure says that it is no list. */
static gboolean
may_be_found (YlDiffSide *side, const YlJobOptions *options, GError **failure, GError **error)
{
  if (g_error_matches (*failure, YL_ERROR, YL_ERROR_INVALID)
      && yl_diff_side_read_found (side, options))
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
  if (new_side->kind == YL_DIFF_LIST
      && !yl_diff_side_budget (new_side, &new_options, progress, &failure)
      && !may_be_found (new_side, &new_options, &failure, error))
    return FALSE;
  g_clear_error (&failure);
  return old_side->kind != YL_DIFF_LIST
         || yl_diff_side_budget_old (old_side, &options->old_options,
                                     yl_diff_side_get_budget (new_side), progress, &failure)
         || may_be_found (old_side, &options->old_options, &failure, error);
}

static GArray *
sum_townships (const YlDiffSide *side)
{
  return side->found_budget != NULL ? yl_township_sums_of_found (side->found_budget)
                                    : yl_township_sums_of_budget (yl_diff_side_get_budget (side));
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
  yl_road_links_note_unread_sides (
      links,
      (const YlIntake *const[]){ job->sides[YL_OLD].job->list->intake,
                                 job->sides[YL_NEW].job->list->intake },
      (const YlInventory *const[]){ old_budget->inventory, new_budget->inventory },
      job->n_unplaced);
  return yl_reconciliation_make (old_budget, new_budget, links, error);
}

/* Whether a found workbook holds. */
static gboolean
audit_found (YlDiffJob *job, const YlDiffOptions *options, YlProgress progress, GError **error)
{
  const YlJobOptions *const of_sides[] = { &options->old_options, &options->new_options };
  for (guint side = 0; side < YL_N_SIDES; side++)
    {
      if (job->sides[side].kind != YL_DIFF_FOUND)
        continue;
      const YlAuditOptions asked = { .file = of_sides[side]->roads, .job = *of_sides[side] };
      job->audits[side] = yl_audit_job_run (&asked, progress, error);
      if (job->audits[side] == NULL)
        return FALSE;
    }
  return TRUE;
}

/* What two workbooks of ours show. */
static void
compare_shown (YlDiffJob *job)
{
  YlBookVersion versions[YL_N_SIDES];
  for (guint side = 0; side < YL_N_SIDES; side++)
    {
      const YlAuditJob *audit = job->audits[side];
      if (audit == NULL || audit->plan == NULL)
        return;
      yl_fill_values (audit->found);
      versions[side] = (YlBookVersion){ audit->found, audit->plan, audit->audit };
    }
  job->versions = yl_book_compare (versions, YL_COPY_SHEET);
}

YlDiffJob *
yl_diff_job_run (const YlDiffOptions *options, YlProgress progress, GError **error)
{
  g_autoptr (YlDiffJob) job = g_new0 (YlDiffJob, 1);
  job->texts = yl_text_pool_new ();
  if (!open_side (job, YL_OLD, &options->old_options, progress, error)
      || !open_side (job, YL_NEW, &options->new_options, progress, error)
      || !budget_lists (job, options, progress, error))
    return NULL;
  if (!audit_found (job, options, progress, error))
    return NULL;
  compare_shown (job);
  job->reconciliation = make_reconciliation (job, error);
  return job->reconciliation == NULL ? NULL : g_steal_pointer (&job);
}

gboolean
yl_diff_job_write (const YlDiffJob *job, const char *path, gboolean force, GError **error)
{
  g_autoptr (YlXlsxWriter) writer = yl_xlsx_writer_new (path, force, error);
  if (writer == NULL)
    return FALSE;
  YlYearBookRequest request = {
    .reconciliation = job->reconciliation,
    .versions = job->versions,
    .budget = { yl_diff_side_get_budget (&job->sides[YL_OLD]),
                yl_diff_side_get_budget (&job->sides[YL_NEW]) },
    .file = { job->sides[YL_OLD].file, job->sides[YL_NEW].file },
  };
  for (guint side = 0; side < YL_N_SIDES; side++)
    {
      const YlAudit *audit = job->audits[side] == NULL ? NULL : job->audits[side]->audit;
      request.verdict[side] = audit == NULL ? NULL : yl_verdict_get_name (audit->verdict);
      request.conclusion[side] = audit == NULL ? NULL : audit->conclusion;
      request.findings[side] = yl_diff_job_get_findings (job, (YlSide) side);
    }
  yl_year_book_write (&request, yl_xlsx_writer_get_sink (writer));
  return yl_xlsx_writer_close (writer, error);
}
