#include "yanglu/app/audit/job.h"

#include "work-private.h"

#include "yanglu/audit/budget/grade-rules.h"
#include "yanglu/audit/budget/performance-rules.h"
#include "yanglu/audit/conclude.h"
#include "yanglu/io/import/tables/free-tables.h"
#include "yanglu/io/words/words.h"

struct _YlAuditJob
{
  YlAuditWork work;
};

void
yl_audit_job_free (YlAuditJob *job)
{
  if (job == NULL)
    return;
  YlAuditWork *work = &job->work;
  g_clear_pointer (&work->audit, yl_audit_free);
  g_clear_pointer (&work->rules, yl_arena_free_record);
  g_clear_pointer (&work->lands, g_ptr_array_unref);
  g_clear_pointer (&work->found_budget, yl_arena_free_record);
  g_clear_pointer (&work->plan, yl_arena_free_record);
  g_clear_pointer (&work->made, yl_budget_job_free);
  g_clear_pointer (&work->copy, yl_copy_free);
  g_clear_pointer (&work->found, yl_arena_free_record);
  g_clear_pointer (&work->texts, yl_text_pool_free);
  g_clear_pointer (&work->input, yl_input_free);
  g_clear_pointer (&work->places, yl_places_free);
  g_free (job);
}

/* The points of an assessment against the bands of the rules (C07); a workbook of ours holds none. */
static gboolean
check_assessment (YlAuditWork *work, GError **error)
{
  (void) error;
  if (work->found == NULL || work->copy != NULL)
    return TRUE;
  g_autoptr (YlAssessment) assessment = yl_assessment_import (work->found, yl_words_get_builtin ());
  if (assessment->rows->len > 0)
    yl_grades_audit (assessment, work->rules, work->audit);
  return TRUE;
}

/* What the office wrote into its table of indicators (D05). */
static gboolean
check_performance (YlAuditWork *work, GError **error)
{
  (void) error;
  if (work->found == NULL)
    return TRUE;
  const YlWorkbook *planned = work->plan == NULL ? NULL : work->plan->workbook;
  const guint year = work->made == NULL
                         ? work->options->job.year
                         : yl_budget_get_figures (yl_budget_job_get_budget (work->made))->year;
  g_autoptr (YlPerformance) performance =
      yl_performance_import (work->found, planned, yl_words_get_builtin ());
  yl_performance_audit (performance, year, work->options->job.date, work->audit);
  return TRUE;
}

static gboolean
settle (YlAuditWork *work, GError **error)
{
  (void) error;
  yl_audit_settle (work->audit, work->rules);
  return TRUE;
}

static gboolean
conclude (YlAuditWork *work, GError **error)
{
  (void) error;
  yl_audit_conclude (work->audit);
  return TRUE;
}

/* The audit, step by step: each finds what the later ones need. */
static gboolean (*const steps[]) (YlAuditWork *work, GError **error) = {
  yl_audit_open,
  yl_audit_own_book,
  yl_audit_found_tables,
  yl_audit_record,
  yl_audit_list_population,
  check_assessment,
  check_performance,
  yl_audit_years,
  yl_audit_paying,
  settle,
  yl_audit_diagnose,
  conclude,
};

YlAuditJob *
yl_audit_job_run (const YlAuditOptions *options, YlProgress progress, GError **error)
{
  g_autoptr (YlAuditJob) job = g_new0 (YlAuditJob, 1);
  job->work.options = options;
  job->work.progress = progress;
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (!steps[i](&job->work, error))
      return NULL;
  job->work.options = NULL;
  return g_steal_pointer (&job);
}

const YlAudit *
yl_audit_job_get_audit (const YlAuditJob *job)
{
  return job->work.audit;
}

const YlWorkbook *
yl_audit_job_get_workbook (const YlAuditJob *job)
{
  return job->work.found;
}

const YlBudget *
yl_audit_job_get_budget (const YlAuditJob *job)
{
  return job->work.made == NULL ? NULL : yl_budget_job_get_budget (job->work.made);
}
