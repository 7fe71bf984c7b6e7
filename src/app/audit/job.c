#include "yanglu/app/audit/job.h"

#include "steps-private.h"

#include "yanglu/audit/budget/grade-rules.h"
#include "yanglu/audit/budget/performance-rules.h"
#include "yanglu/audit/conclude.h"
#include "yanglu/audit/unread.h"
#include "yanglu/io/import/tables/free-tables.h"

void
yl_audit_job_free (YlAuditJob *job)
{
  if (job == NULL)
    return;
  g_clear_pointer (&job->audit, yl_audit_free);
  g_clear_pointer (&job->rules, yl_arena_free_record);
  g_clear_pointer (&job->lands, g_ptr_array_unref);
  g_clear_pointer (&job->found_budget, yl_arena_free_record);
  g_clear_pointer (&job->plan, yl_arena_free_record);
  g_clear_pointer (&job->made, yl_budget_job_free);
  g_clear_pointer (&job->copy, yl_copy_free);
  g_clear_pointer (&job->found, yl_arena_free_record);
  g_clear_pointer (&job->own_texts, yl_text_pool_free);
  g_clear_pointer (&job->input, yl_input_free);
  g_clear_pointer (&job->places, yl_arena_free_record);
  g_clear_pointer (&job->words, yl_arena_free_record);
  g_free (job);
}

/* The points of an assessment against the bands of the rules (C07); a workbook of ours holds none. */
static gboolean
check_assessment (YlAuditJob *job, GError **error)
{
  (void) error;
  if (job->found == NULL || job->copy != NULL)
    return TRUE;
  g_autoptr (YlFilledTable) assessment = yl_assessment_import (job->found, job->words);
  if (assessment->rows->len > 0)
    yl_grades_audit (assessment, job->rules, job->audit);
  return TRUE;
}

/* What the office wrote into its table of indicators (D05). */
static gboolean
check_performance (YlAuditJob *job, GError **error)
{
  (void) error;
  if (job->found == NULL)
    return TRUE;
  const YlWorkbook *planned = job->plan == NULL ? NULL : job->plan->workbook;
  const guint year = job->made == NULL ? job->options->job.year : job->made->budget->figures->year;
  g_autoptr (YlFilledTable) performance = yl_performance_import (job->found, planned, job->words);
  yl_performance_audit (performance, year, yl_audit_get_base_day (job), job->audit);
  return TRUE;
}

/* What no effort was left for, in all that was worked out before. */
static gboolean
tell_unfinished (YlAuditJob *job, GError **error)
{
  (void) error;
  if (job->found != NULL)
    yl_unread_formulas (job->audit->findings, job->found);
  return TRUE;
}

static gboolean
settle (YlAuditJob *job, GError **error)
{
  (void) error;
  yl_audit_check_totals (job->audit);
  yl_audit_settle (job->audit, job->rules);
  return TRUE;
}

static gboolean
conclude (YlAuditJob *job, GError **error)
{
  (void) error;
  yl_audit_conclude (job->audit);
  return TRUE;
}

/* The audit, step by step: each finds what the later ones need. */
static gboolean (*const steps[]) (YlAuditJob *job, GError **error) = {
  yl_audit_open,
  yl_audit_own_book,
  yl_audit_found_tables,
  yl_audit_record,
  yl_audit_list_population,
  check_assessment,
  check_performance,
  yl_audit_years,
  yl_audit_paying,
  tell_unfinished,
  settle,
  yl_audit_diagnose,
  conclude,
};

YlAuditJob *
yl_audit_job_run (const YlAuditOptions *options, YlProgress progress, GError **error)
{
  g_autoptr (YlAuditJob) job = g_new0 (YlAuditJob, 1);
  job->options = options;
  job->year = options->job.year;
  job->progress = progress;
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (!steps[i](job, error))
      return NULL;
  job->options = NULL;
  return g_steal_pointer (&job);
}
