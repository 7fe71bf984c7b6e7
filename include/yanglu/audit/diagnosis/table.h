#pragma once

#include "yanglu/audit/diagnosis/diagnosis.h"
#include "yanglu/domain/budget.h"
#include "yanglu/domain/audit/found-budget.h"

G_BEGIN_DECLS

/**
 * yl_diagnosis_report_gap: explains the county's part in the total of @table, where that is not what
 * the superior levels' daily money in the same row leaves of the standard (S2): an engineering
 * grant taken off, another unit, a slip. Says nothing when there is no such column, or nothing
 * explains it.
 * @budget: (nullable): its engineering grants are those that may have been taken off, when the table
 *   has none
 */
void yl_diagnosis_report_gap (const YlFoundTable *table, const YlBudget *budget, YlAudit *audit);

/**
 * yl_diagnosis_report_tables: tells of every table of @found that differs from what the record pays for
 * its rows (townships, routes, classes, or only a total); of tables with the same difference only the
 * one with the most rows.
 * @budget: (nullable): the budget as it should be: its roads are the record. %NULL: the kilometres
 *   that a table states are, under the rates of @policy
 * @is_of_findings: only tables on whose sheet @audit has a finding that costs money
 */
void yl_diagnosis_report_tables (const YlFoundBudget *found,
                                 const YlBudget *budget,
                                 const YlPolicy *policy,
                                 gboolean is_of_findings,
                                 YlAudit *audit);

G_END_DECLS
