#include "audit-work-private.h"

#include "yanglu/audit/diagnosis/land.h"
#include "yanglu/io/import/found-budget.h"
#include "yanglu/io/import/found-land.h"
#include "yanglu/io/words/words.h"

/* What @aside has gathered, told as well. */
static void
tell_again (const YlAudit *aside, YlAudit *audit)
{
  for (guint i = 0; i < aside->readings->len; i++)
    {
      const YlReading *reading = &g_array_index (aside->readings, YlReading, i);
      yl_audit_add_reading (audit, reading->what, reading->taken_for);
    }
  for (gsize i = 0; i < yl_findings_get_n (aside->findings); i++)
    yl_findings_add (audit->findings, yl_findings_get (aside->findings, i));
}

void
yl_audit_import_tables (YlAuditWork *work, guint32 county_code)
{
  g_autoptr (YlWorkbook) rest = NULL;
  g_autoptr (YlAudit) aside = yl_audit_new (work->audit->file);
  work->lands = yl_found_land_import (work->found, yl_words_get_builtin (), work->audit, &rest);
  work->found_budget =
      yl_found_import (rest, yl_words_get_builtin (), work->places, county_code, aside);
  /* Beside a table of land revenue, no other table is no fault. */
  if (work->lands->len == 0 || work->found_budget->tables->len > 0)
    tell_again (aside, work->audit);
}

void
yl_audit_explain_land (YlAuditWork *work)
{
  const YlBudget *budget = yl_budget_job_get_budget (work->made);
  const char *code = yl_budget_get_entity (budget)->code;
  const YlWorksheet *sheet = yl_workbook_find_sheet (work->found, "土地出让收益测算");
  if (sheet == NULL)
    return;
  g_autoptr (GPtrArray) sheets = g_ptr_array_new ();
  g_ptr_array_add (sheets, (gpointer) sheet);
  YlWorkbook part = *work->found;
  part.sheets = sheets;
  g_autoptr (GPtrArray) lands = yl_found_land_import (&part, yl_words_get_builtin (), NULL, NULL);
  yl_diagnosis_tell_land (lands, budget, yl_budget_get_policy (budget), code == NULL ? "" : code,
                          work->audit);
}
