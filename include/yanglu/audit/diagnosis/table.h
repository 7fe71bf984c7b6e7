#pragma once

#include "yanglu/audit/diagnosis/diagnosis.h"
#include "yanglu/domain/budget.h"
#include "yanglu/domain/audit/found-budget.h"

G_BEGIN_DECLS

/** YlDiagnosisTable: a table as somebody stated it beside what it should say, as a difference to be
 * explained. */
typedef struct _YlDiagnosisTable YlDiagnosisTable;

/**
 * yl_diagnosis_table_new: the rows of @table (townships, routes, classes, or only a total) with
 * what the record pays for them.
 * @budget: (nullable): the budget as it should be: its roads are the record. %NULL: the kilometres
 *   that the table states are, under the rates of @policy
 *
 * @table, @budget and @policy must outlive it. Rows that nothing in the record belongs to are taken
 * as right; a second row of the same name is held to be none.
 *
 * Returns: (transfer full) (nullable): %NULL when the table has no amounts, or no row that the
 *   record knows
 */
YlDiagnosisTable *
yl_diagnosis_table_new (const YlFoundTable *table, const YlBudget *budget, const YlPolicy *policy);
void yl_diagnosis_table_free (YlDiagnosisTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlDiagnosisTable, yl_diagnosis_table_free)

const YlDiagnosisCase *yl_diagnosis_table_get_case (const YlDiagnosisTable *table);

/**
 * yl_diagnosis_report_gap: explains the county's part in the total of @table, where that is not what
 * the superior levels' daily money in the same row leaves of the standard (S2): an engineering
 * grant taken off, another unit, a slip. Says nothing when there is no such column, or nothing
 * explains it.
 * @budget: (nullable): its engineering grants are those that may have been taken off, when the table
 *   has none
 */
void yl_diagnosis_report_gap (const YlFoundTable *table, const YlBudget *budget, YlAudit *audit);

/** yl_diagnosis_report_tables: tells of every table of @stated that differs; of tables with the same difference only the one with the most rows.
 * @is_of_findings: only tables on whose sheet @audit has a finding that costs money */
void yl_diagnosis_report_tables (const YlFoundBudget *found,
                                 const YlBudget *budget,
                                 const YlPolicy *policy,
                                 gboolean is_of_findings,
                                 YlAudit *audit);

G_END_DECLS
