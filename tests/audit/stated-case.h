#pragma once

#include "yanglu/audit/stated/rules.h"
#include "yanglu/domain/workbook.h"

/** A workbook made by hand, read and checked under 10 000, 5 000 and 3 000 yuan per km. */
typedef struct
{
  YlTextPool *texts;
  YlWorkbook *workbook;
  YlStatedBudget *budget;
  YlAudit *audit;
  YlRuleSet *rules; /* as the default rules bound C06: three rows, 100 yuan */
} YlStatedCase;

/** yl_stated_case_new: of one sheet, 汇总, as yl_test_add_sheet() writes it. */
YlStatedCase *yl_stated_case_new (const char *rows);
/** yl_stated_case_run: reads and checks what the workbook holds now. */
void yl_stated_case_run (YlStatedCase *c);
void yl_stated_case_free (YlStatedCase *c);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlStatedCase, yl_stated_case_free)

/** yl_stated_case_list: (transfer full): the findings, as yl_findings_list() writes them. */
char *yl_stated_case_list (const YlStatedCase *c);
/** yl_stated_case_totals: (transfer full): "stated 173150.00 expected 173150.00: step -1.00, …" */
char *yl_stated_case_totals (const YlStatedCase *c);
