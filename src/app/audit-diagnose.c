#include "audit-work-private.h"

#include "yanglu/audit/diagnosis-table.h"
#include "yanglu/io/import/stated-budget.h"

static guint32
get_county_code (const YlBudget *budget)
{
  const char *code = yl_budget_get_entity (budget)->code;
  return code == NULL ? 0 : (guint32) g_ascii_strtoull (code, NULL, 10);
}

/* Of our own workbook the sheet by townships: the others say the same money in other words. */
static void
keep_townships (YlStatedBudget *stated)
{
  for (guint i = stated->tables->len; i > 0; i--)
    {
      const YlStatedTable *table = g_ptr_array_index (stated->tables, i - 1);
      if (g_strcmp0 (table->sheet, "分乡镇汇总") != 0)
        g_ptr_array_remove_index (stated->tables, i - 1);
    }
}

/* Why figures differ is asked only where some do; what the tables are taken for was said before. */
gboolean
yl_audit_diagnose (YlAuditWork *work, GError **error)
{
  (void) error;
  if (work->found == NULL || work->made == NULL
      || yl_findings_get_n_of_severity (work->audit->findings, YL_SEVERITY_ERROR) == 0)
    return TRUE;
  const YlBudget *budget = yl_budget_job_get_budget (work->made);
  g_autoptr (YlAudit) readings = yl_audit_new (work->audit->file);
  g_autoptr (YlStatedBudget) stated =
      yl_stated_import (work->found, work->places, get_county_code (budget), readings);
  if (work->copy != NULL)
    keep_townships (stated);
  yl_diagnosis_tell_tables (stated, budget, yl_budget_get_policy (budget), work->audit);
  return TRUE;
}
