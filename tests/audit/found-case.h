#pragma once

#include "yanglu/audit/found/rules.h"
#include "yanglu/domain/workbook.h"

/** A found workbook, read and checked under 10 000, 5 000 and 3 000 yuan per km. */
typedef struct
{
  YlTextPool *texts;
  YlWorkbook *workbook;
  YlFoundBudget *budget;
  YlAudit *audit;
  YlRuleSet *rules; /* as the default rules bound C06: three rows, 100 yuan */
} YlFoundCase;

/** yl_found_case_new: of one sheet, 汇总, as yl_test_add_sheet() writes it. */
YlFoundCase *yl_found_case_new (const char *rows);
/** yl_found_case_run: reads and checks what the workbook holds now. */
void yl_found_case_run (YlFoundCase *c);
void yl_found_case_free (YlFoundCase *c);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlFoundCase, yl_found_case_free)

/** yl_found_case_list: (transfer full): the findings, as yl_findings_list() writes them. */
char *yl_found_case_list (const YlFoundCase *c);
/** yl_found_case_totals: (transfer full): "stated 173150.00 expected 173150.00: step -1.00, …" */
char *yl_found_case_totals (const YlFoundCase *c);
