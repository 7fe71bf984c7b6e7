#include "audit-work-private.h"

#include "yanglu/audit/diagnosis/land.h"
#include "yanglu/audit/diagnosis/table.h"
#include "yanglu/audit/formula/fill-values.h"
#include "yanglu/app/entity.h"
#include "yanglu/app/reopen.h"
#include "yanglu/audit/found/formula-rules.h"
#include "yanglu/audit/found/land-rules.h"
#include "yanglu/audit/found/money-rules.h"
#include "yanglu/audit/found/rules.h"
#include "yanglu/audit/found/turned.h"
#include "yanglu/io/csv/reader.h"
#include "yanglu/io/policy/policies.h"
#include "yanglu/io/rows-book.h"

#include <string.h>

/* Texts of a sheet that may name the county and the year. */
#define N_TITLES 40

/* A file of one table: CSV, as a workbook of one sheet. */
static gboolean
open_csv (YlAuditWork *work, GError **error)
{
  YlFindings *findings = work->audit->findings;
  work->found = yl_workbook_new (work->audit->file, work->texts);
  g_autoptr (YlRowBook) book = yl_row_book_new (work->found, work->audit->file);
  const YlRowSink sink = yl_row_book_get_sink (book);
  if (!yl_csv_read (work->input, &sink, findings, work->progress, NULL, error))
    return FALSE;
  const guint32 full_row = yl_row_book_get_full_row (book);
  if (full_row != 0)
    yl_findings_add (findings, &(YlFinding){ .code = YL_E08,
                                             .severity = YL_SEVERITY_ERROR,
                                             .file = work->audit->file,
                                             .row = full_row,
                                             .message = "单元格超过 2,000,000 个，其余各行未读" });
  return TRUE;
}

/* (transfer full): the first words of every sheet, where titles stand. */
static char *
gather_titles (const YlWorkbook *workbook)
{
  GString *titles = g_string_new ("");
  for (guint i = 0; i < workbook->sheets->len && i < N_TITLES; i++)
    {
      const YlWorksheet *sheet = g_ptr_array_index (workbook->sheets, i);
      for (guint k = 0; k < sheet->cells->len && k < N_TITLES; k++)
        {
          const YlCell *cell = &g_array_index (sheet->cells, YlCell, k);
          if (cell->content == YL_CONTENT_TEXT)
            g_string_append_printf (titles, "%s\n", yl_workbook_get_text (workbook, cell->value));
        }
    }
  return g_string_free (titles, FALSE);
}

/* 2021年 in a title; 0 for none. */
static guint
find_year (const char *titles)
{
  for (const char *at = strstr (titles, "年"); at != NULL; at = strstr (at + 1, "年"))
    {
      const guint64 year = at - titles < 4 ? 0 : g_ascii_strtoull (at - 4, NULL, 10);
      if (year >= 2000 && year < 2100)
        return (guint) year;
    }
  return 0;
}

/* (nullable): the policy that a budget of ours names in 标准依据, under 政策编号. */
static const char *
find_named_policy (const YlWorkbook *workbook)
{
  const YlWorksheet *sheet = yl_workbook_find_sheet (workbook, "标准依据");
  const YlCell *head = NULL;
  for (guint i = 0; sheet != NULL && i < sheet->cells->len; i++)
    {
      const YlCell *cell = &g_array_index (sheet->cells, YlCell, i);
      const char *text = yl_workbook_get_text (workbook, cell->value);
      if (head == NULL)
        head = strcmp (text, "政策编号") == 0 ? cell : NULL;
      else if (cell->column == head->column && text[0] != '\0')
        return text;
    }
  return NULL;
}

/* One that is compiled in: what a workbook names is never opened as a file. */
static YlPolicy *
open_compiled_in (const char *id)
{
  g_autoptr (GPtrArray) policies = yl_policies_list (NULL);
  for (guint i = 0; policies != NULL && i < policies->len; i++)
    if (strcmp (yl_policy_get_head (g_ptr_array_index (policies, i))->id, id) == 0)
      return yl_policies_open (id, NULL);
  return NULL;
}

/* The one that is asked for, that the workbook names, or that was in force there. */
static YlPolicy *
choose_policy (const YlAuditWork *work, guint32 county_code, guint year, GError **error)
{
  const YlJobOptions *options = &work->options->job;
  if (options->policy != NULL)
    return yl_policies_open (options->policy, error);
  const char *named = yl_reopen_is_of_ours (work->found) ? find_named_policy (work->found) : NULL;
  YlPolicy *policy = named == NULL ? NULL : open_compiled_in (named);
  if (policy != NULL)
    return policy;
  g_autofree char *area = county_code == 0 ? g_strdup ("") : g_strdup_printf ("%06u", county_code);
  return yl_policies_choose (area, yl_date_of_year (year), error);
}

static void
tell_policy (YlAuditWork *work, const YlPolicy *policy, guint32 county_code, guint year)
{
  const YlCounty *county = yl_places_find_county (work->places, county_code);
  const YlPolicyHead *head = yl_policy_get_head (policy);
  g_autofree char *taken = g_strdup_printf (
      "%s，%u 年；按%s（%s）的标准重算；不对时请用 --county、--year 或 --policy 指明",
      county == NULL ? "看不出是哪个县区" : county->name, year, head->title, head->document);
  yl_audit_add_reading (work->audit, work->audit->file, taken);
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
  tell_policy (work, policy, county_code, year);
  yl_found_settle (found_budget, &rates, work->audit);
  const YlBudget *listed = work->made == NULL ? NULL : yl_budget_job_get_budget (work->made);
  yl_found_check (found_budget, &rates, listed, work->rules, work->audit);
  yl_found_check_formulas (work->found, found_budget, &rates, work->audit);
  g_autofree char *area = county_code == 0 ? g_strdup ("") : g_strdup_printf ("%06u", county_code);
  const YlFoundContext context = { policy, area, listed, work->rules };
  yl_found_check_money (found_budget, &context, work->audit->findings);
  yl_found_check_land (work->lands, found_budget->file, &context, work->audit->findings);
  if (yl_findings_get_n_of_severity (work->audit->findings, YL_SEVERITY_ERROR) > 0)
    yl_diagnosis_tell_tables (found_budget, listed, policy, TRUE, work->audit);
  yl_diagnosis_tell_land (work->lands, NULL, policy, area, work->audit);
  yl_found_turn_findings (found_budget, work->audit);
  return TRUE;
}

gboolean
yl_audit_found_tables (YlAuditWork *work, GError **error)
{
  if (work->made != NULL)
    return TRUE;
  if (work->found == NULL && (yl_input_is_zip (work->input) || !open_csv (work, error)))
    return *error == NULL;
  const YlJobOptions *options = &work->options->job;
  g_autofree char *titles = gather_titles (work->found);
  const guint32 county_code = yl_entity_find_asked_county (options, titles, work->places);
  const guint year_told = options->year != 0 ? options->year : find_year (titles);
  const guint year = year_told != 0 ? year_told : options->clock_year;
  if (yl_fill_values (work->found) > 0)
    yl_audit_add_reading (work->audit, work->audit->file,
                          "有公式没有保存数值，先按公式算出，再行核对");
  yl_audit_import_tables (work, county_code);
  return work->found_budget->tables->len + work->lands->len == 0
         || check (work, work->found_budget, county_code, year, error);
}
