#include "audit-work-private.h"

#include "yanglu/audit/diagnosis/table.h"
#include "yanglu/audit/formula/fill-values.h"
#include "yanglu/io/import/found-budget.h"
#include "yanglu/io/words/words.h"

static guint32
get_county_code (const YlBudget *budget)
{
  const char *code = yl_budget_get_entity (budget)->code;
  return code == NULL ? 0 : (guint32) g_ascii_strtoull (code, NULL, 10);
}

/* Of our own workbook the sheet by townships: the others say the same money in other words. */
static YlFoundBudget *
read_townships (const YlAuditWork *work, const YlBudget *budget)
{
  g_autoptr (YlAudit) readings = yl_audit_new (work->audit->file);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new ();
  const YlWorksheet *townships = yl_workbook_find_sheet (work->found, "分乡镇汇总");
  if (townships != NULL)
    g_ptr_array_add (sheets, (gpointer) townships);
  YlWorkbook part = *work->found;
  part.sheets = sheets;
  return yl_found_import (&part, yl_words_get_builtin (), work->places, get_county_code (budget),
                          readings);
}

/* Why figures differ is asked only where some do; what the tables are taken for was said before. */
gboolean
yl_audit_diagnose (YlAuditWork *work, GError **error)
{
  (void) error;
  if (work->copy == NULL || work->made == NULL
      || yl_findings_get_n_of_severity (work->audit->findings, YL_SEVERITY_ERROR) == 0)
    return TRUE;
  const YlBudget *budget = yl_budget_job_get_budget (work->made);
  /* openpyxl saves no values, and many a formula is replaced with it. */
  yl_fill_values (work->found);
  g_autoptr (YlFoundBudget) found_budget = read_townships (work, budget);
  yl_diagnosis_tell_tables (found_budget, budget, yl_budget_get_policy (budget), FALSE,
                            work->audit);
  yl_audit_explain_land (work);
  return TRUE;
}
