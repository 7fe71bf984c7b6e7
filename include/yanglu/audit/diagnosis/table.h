#pragma once

#include "yanglu/audit/diagnosis/diagnosis.h"
#include "yanglu/domain/budget.h"
#include "yanglu/domain/audit/found-budget.h"

G_BEGIN_DECLS

/** What tables are held against. */
typedef struct
{
  const YlBudget
      *budget; /* (nullable): the budget as it should be: its roads are the record; %NULL:
                                the kilometres that a table states are, under the rates of @policy */
  const YlBudget *last_year; /* (nullable): whose kilometres somebody may have forgotten to renew */
  const YlPolicy *policy;
} YlDiagnosisRecord;

typedef enum
{
  YL_DIAGNOSIS_OF_ALL,
  YL_DIAGNOSIS_OF_FINDINGS, /* only tables on whose sheet the audit has a finding that costs money */
  YL_DIAGNOSIS_OF_OUR_BOOK, /* nothing is said of a difference that the errors found come to */
} YlDiagnosisScope;

/**
 * yl_diagnosis_report_tables: tells of every table of @found that differs from what the record pays for
 * its rows (townships, routes, classes, or only a total); of tables with the same difference only the
 * one with the most rows.
 */
void yl_diagnosis_report_tables (const YlFoundBudget *found,
                                 const YlDiagnosisRecord *record,
                                 YlDiagnosisScope scope,
                                 YlAudit *audit);

G_END_DECLS
