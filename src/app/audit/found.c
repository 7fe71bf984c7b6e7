#include "steps-private.h"

#include "yanglu/audit/diagnosis/land.h"
#include "yanglu/audit/diagnosis/table.h"
#include "yanglu/audit/formula/fill-values.h"
#include "yanglu/app/budget/entity.h"
#include "yanglu/app/policy-choices.h"
#include "yanglu/app/workbooks.h"
#include "yanglu/audit/found/formula-rules.h"
#include "yanglu/audit/found/land-rules.h"
#include "yanglu/audit/found/money-rules.h"
#include "yanglu/audit/found/outside.h"
#include "yanglu/audit/found/rules.h"
#include "yanglu/audit/found/stored.h"
#include "yanglu/audit/found/titles.h"
#include "yanglu/audit/found/turned.h"
#include "yanglu/audit/found/unseen.h"
#include "yanglu/forms/budget/own-book.h"
#include "yanglu/io/file-form.h"
#include "yanglu/io/import/tables/found-budget.h"
#include "yanglu/io/import/tables/found-land.h"
#include "yanglu/io/policy/policies.h"

/* The one that is asked for, that the workbook names, or that was in force there. */
static YlPolicy *
choose_policy (const YlAuditJob *job, guint32 county_code, guint year, GError **error)
{
  const YlJobOptions *options = &job->options->job;
  if (options->policy != NULL)
    return yl_policies_open (options->policy, error);
  const char *named = yl_own_book_is (job->found) ? yl_own_book_find_policy (job->found) : NULL;
  /* What a workbook names is never opened as a file. */
  YlPolicy *policy = named == NULL ? NULL : yl_policies_find (named);
  if (policy != NULL)
    return policy;
  g_autofree char *area = county_code == 0 ? g_strdup ("") : g_strdup_printf ("%06u", county_code);
  return yl_policies_choose (area, yl_date_of_year (year), error);
}

/* Under which policy the tables were taken, and which others are there for the same place. */
static void
report_policy (YlAuditJob *job, const YlPolicy *policy, guint32 county_code, guint year)
{
  g_autofree char *period = yl_policy_describe_period (policy, year);
  yl_found_report_policy (policy, job->places, county_code, year, job->audit);
  if (period != NULL)
    yl_audit_add_reading (job->audit, job->audit->file, period);
  if (job->options->job.policy != NULL || county_code == 0)
    return;
  g_autofree char *area = g_strdup_printf ("%06u", county_code);
  g_autofree char *waiting = yl_policies_tell_waiting (area, yl_date_of_year (year), policy);
  if (waiting != NULL)
    yl_audit_add_reading (job->audit, job->audit->file, waiting);
}

/* The budget that the road list comes to; its own findings are those of `check`. */
static gboolean
make_listed (YlAuditJob *job, GError **error)
{
  YlJobOptions options = job->options->job;
  if (job->options->roads == NULL)
    return TRUE;
  options.roads = job->options->roads;
  options.lists = job->options->lists;
  job->made = yl_budget_job_run (&options, job->progress, error);
  return job->made != NULL;
}

/* A road list is a record of its own: what differs from it, no rule need have seen. */
static void
diagnose (YlAuditJob *job, const YlFoundBudget *found_budget, const YlPolicy *policy)
{
  const YlBudget *listed = job->made == NULL ? NULL : job->made->budget;
  if (listed == NULL
      && yl_findings_get_n_of_severity (job->audit->findings, YL_SEVERITY_ERROR) == 0)
    return;
  g_autoptr (YlBudgetJob) last_year = yl_audit_open_last_year (job);
  const YlDiagnosisRecord record = { .budget = listed,
                                     .last_year = last_year == NULL ? NULL : last_year->budget,
                                     .policy = policy };
  yl_diagnosis_report_tables (found_budget, &record,
                              listed == NULL ? YL_DIAGNOSIS_OF_FINDINGS : YL_DIAGNOSIS_OF_ALL,
                              job->audit);
}

static gboolean
check (
    YlAuditJob *job, YlFoundBudget *found_budget, guint32 county_code, guint year, GError **error)
{
  g_autoptr (YlPolicy) chosen = choose_policy (job, county_code, year, error);
  if (chosen == NULL || !make_listed (job, error))
    return FALSE;
  g_autoptr (YlPolicy) policy = yl_policy_for_year (chosen, year);
  YlRateTable rates = { 0 };
  yl_rate_table_init (&rates, policy);
  report_policy (job, policy, county_code, year);
  yl_found_settle_years (found_budget, year, job->audit);
  yl_found_settle (found_budget, &rates, job->audit);
  const YlBudget *listed = job->made == NULL ? NULL : job->made->budget;
  yl_found_check_stored (job->found, found_budget, &rates, job->audit);
  yl_found_check (found_budget, &rates, listed, job->rules, job->audit);
  yl_found_check_formulas (job->found, found_budget, &rates, job->audit);
  yl_found_check_unseen (job->found, found_budget, job->audit);
  g_autofree char *area = county_code == 0 ? g_strdup ("") : g_strdup_printf ("%06u", county_code);
  const YlFoundContext context = { policy, area, listed, job->rules };
  yl_found_check_money (found_budget, &context, job->audit->findings);
  yl_found_check_land (job->lands, found_budget->file, &context, job->audit->findings);
  yl_found_cover_land (job->lands, job->audit->coverage);
  diagnose (job, found_budget, policy);
  yl_diagnosis_report_land (job->lands, NULL, policy, area, job->audit);
  yl_found_turn_findings (found_budget, job->audit);
  return TRUE;
}

/* What lists faults in a workbook of ours is no table of its money. */
static void
leave_beside (const YlAuditJob *job, YlWorkbook *rest)
{
  for (guint i = rest->sheets->len; i-- > 0 && yl_own_book_is (job->found);)
    {
      const YlWorksheet *sheet = g_ptr_array_index (rest->sheets, i);
      if (!yl_own_book_is_beside (sheet->name))
        continue;
      g_autofree char *what = g_strdup_printf ("工作表“%s”", sheet->name);
      yl_audit_add_reading (job->audit, what, "编制时列明的问题，不是预算的表，不参加核对");
      g_ptr_array_remove_index (rest->sheets, i);
    }
}

/* The tables of a budget that others made, those of land revenue apart. */
static void
import_tables (YlAuditJob *job, guint32 county_code)
{
  g_autoptr (YlWorkbook) rest = NULL;
  g_autoptr (YlAudit) aside = yl_audit_new (job->audit->file);
  job->lands = yl_found_land_import (job->found, job->words, job->audit, &rest);
  leave_beside (job, rest);
  job->found_budget = yl_found_import (rest, job->words, job->places, county_code, aside);
  /* Beside a table of land revenue, no other table is no fault. */
  if (job->lands->len == 0 || job->found_budget->tables->len > 0)
    yl_audit_append (job->audit, aside);
  if (job->lands->len + job->found_budget->tables->len > 0)
    yl_found_tell_outside (rest, job->found_budget, job->audit);
}

gboolean
yl_audit_found_tables (YlAuditJob *job, GError **error)
{
  if (job->made != NULL || job->is_copy_foreign)
    return TRUE;
  if (job->found == NULL && yl_file_form_is_workbook (job->input))
    return TRUE;
  if (job->found == NULL)
    job->found = yl_workbooks_load_table (job->input, job->texts, job->audit->findings,
                                          job->progress, error);
  if (job->found == NULL)
    return FALSE;
  const YlJobOptions *options = &job->options->job;
  g_autofree char *titles = yl_found_titles_gather (job->found);
  const guint32 county_code = yl_entity_find_asked_county (options, titles, job->places);
  const guint year_told = options->year != 0 ? options->year : yl_found_titles_find_year (titles);
  const guint year = year_told != 0 ? year_told : options->clock_year;
  job->year = year;
  if (yl_fill_values (job->found) > 0)
    yl_audit_add_reading (job->audit, job->audit->file,
                          "有公式没有保存数值（或保存的全是 0），先按公式算出，再行核对");
  import_tables (job, county_code);
  return job->found_budget->tables->len + job->lands->len == 0
         || check (job, job->found_budget, county_code, year, error);
}
