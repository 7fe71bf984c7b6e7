#include "work-private.h"

#include "yanglu/audit/diagnosis/land.h"
#include "yanglu/audit/diagnosis/table.h"
#include "yanglu/audit/formula/fill-values.h"
#include "yanglu/app/budget/entity.h"
#include "yanglu/audit/found/formula-rules.h"
#include "yanglu/audit/found/land-rules.h"
#include "yanglu/audit/found/money-rules.h"
#include "yanglu/audit/found/rules.h"
#include "yanglu/audit/found/titles.h"
#include "yanglu/audit/found/turned.h"
#include "yanglu/forms/budget/own-book.h"
#include "yanglu/io/csv/reader.h"
#include "yanglu/io/import/tables/found-budget.h"
#include "yanglu/io/import/tables/found-land.h"
#include "yanglu/io/policy/policies.h"
#include "yanglu/io/rows-book.h"
#include "yanglu/io/words/words.h"

/* A file of one table: CSV, as a workbook of one sheet. */
static gboolean
open_csv (YlAuditWork *work, GError **error)
{
  YlFindings *findings = work->audit->findings;
  work->found = yl_workbook_new (work->audit->file, work->texts);
  g_autoptr (YlRowBook) book = yl_row_book_new (work->found, work->audit->file, findings);
  const YlRowSink sink = yl_row_book_get_sink (book);
  return yl_csv_read (work->input, &sink, findings, work->progress, NULL, error);
}

/* The one that is asked for, that the workbook names, or that was in force there. */
static YlPolicy *
choose_policy (const YlAuditWork *work, guint32 county_code, guint year, GError **error)
{
  const YlJobOptions *options = &work->options->job;
  if (options->policy != NULL)
    return yl_policies_open (options->policy, error);
  const char *named = yl_own_book_is (work->found) ? yl_own_book_find_policy (work->found) : NULL;
  /* What a workbook names is never opened as a file. */
  YlPolicy *policy = named == NULL ? NULL : yl_policies_find (named);
  if (policy != NULL)
    return policy;
  g_autofree char *area = county_code == 0 ? g_strdup ("") : g_strdup_printf ("%06u", county_code);
  return yl_policies_choose (area, yl_date_of_year (year), error);
}

/* The budget that the road list comes to; its own findings are those of `check`. */
static gboolean
make_listed (YlAuditWork *work, GError **error)
{
  YlJobOptions options = work->options->job;
  if (work->options->roads == NULL)
    return TRUE;
  options.roads = work->options->roads;
  work->made = yl_budget_job_run (&options, work->progress, error);
  return work->made != NULL;
}

static gboolean
check (
    YlAuditWork *work, YlFoundBudget *found_budget, guint32 county_code, guint year, GError **error)
{
  g_autoptr (YlPolicy) policy = choose_policy (work, county_code, year, error);
  if (policy == NULL || !make_listed (work, error))
    return FALSE;
  YlRateTable rates = { 0 };
  yl_rate_table_init (&rates, policy);
  yl_found_report_policy (policy, work->places, county_code, year, work->audit);
  yl_found_settle (found_budget, &rates, work->audit);
  const YlBudget *listed = work->made == NULL ? NULL : yl_budget_job_get_budget (work->made);
  yl_found_check (found_budget, &rates, listed, work->rules, work->audit);
  yl_found_check_formulas (work->found, found_budget, &rates, work->audit);
  g_autofree char *area = county_code == 0 ? g_strdup ("") : g_strdup_printf ("%06u", county_code);
  const YlFoundContext context = { policy, area, listed, work->rules };
  yl_found_check_money (found_budget, &context, work->audit->findings);
  yl_found_check_land (work->lands, found_budget->file, &context, work->audit->findings);
  if (yl_findings_get_n_of_severity (work->audit->findings, YL_SEVERITY_ERROR) > 0)
    yl_diagnosis_report_tables (found_budget, listed, policy, TRUE, work->audit);
  yl_diagnosis_report_land (work->lands, NULL, policy, area, work->audit);
  yl_found_turn_findings (found_budget, work->audit);
  return TRUE;
}

/* The tables of a budget that others made, those of land revenue apart. */
static void
import_tables (YlAuditWork *work, guint32 county_code)
{
  g_autoptr (YlWorkbook) rest = NULL;
  g_autoptr (YlAudit) aside = yl_audit_new (work->audit->file);
  work->lands = yl_found_land_import (work->found, yl_words_get_builtin (), work->audit, &rest);
  work->found_budget =
      yl_found_import (rest, yl_words_get_builtin (), work->places, county_code, aside);
  /* Beside a table of land revenue, no other table is no fault. */
  if (work->lands->len == 0 || work->found_budget->tables->len > 0)
    yl_audit_append (work->audit, aside);
}

gboolean
yl_audit_found_tables (YlAuditWork *work, GError **error)
{
  if (work->made != NULL)
    return TRUE;
  if (work->found == NULL && (yl_input_is_zip (work->input) || !open_csv (work, error)))
    return *error == NULL;
  const YlJobOptions *options = &work->options->job;
  g_autofree char *titles = yl_found_titles_gather (work->found);
  const guint32 county_code = yl_entity_find_asked_county (options, titles, work->places);
  const guint year_told = options->year != 0 ? options->year : yl_found_titles_find_year (titles);
  const guint year = year_told != 0 ? year_told : options->clock_year;
  if (yl_fill_values (work->found) > 0)
    yl_audit_add_reading (work->audit, work->audit->file,
                          "有公式没有保存数值，先按公式算出，再行核对");
  import_tables (work, county_code);
  return work->found_budget->tables->len + work->lands->len == 0
         || check (work, work->found_budget, county_code, year, error);
}
