#pragma once

#include "yanglu/domain/audit/versions.h"
#include "yanglu/domain/budget.h"
#include "yanglu/domain/finding.h"
#include "yanglu/forms/cell-sink.h"

G_BEGIN_DECLS

typedef struct
{
  const YlReconciliation *reconciliation;
  const YlBudget *budget[YL_N_SIDES];     /* (nullable): a found table */
  const char *file[YL_N_SIDES];           /* base names */
  const char *verdict[YL_N_SIDES];        /* (nullable): of a workbook that was audited: "不符" */
  const char *conclusion[YL_N_SIDES];     /* (nullable): with it */
  const YlFindings *findings[YL_N_SIDES]; /* (nullable) */
  const YlVersions *versions; /* (nullable): what two workbooks of ours do not show alike */
} YlYearBookRequest;

/**
 * yl_year_book_write: writes the reconciliation between two budgets into @sink: 改动处 (whether
 * the workbooks hold, and each cell that they do not show alike; only of workbooks), 差异分解 (from one
 * total to the other, with sums as formulas), 分乡镇 and 分路线 (the changed roads), each adding up in
 * itself, and last 问题清单: what was found in either.
 */
void yl_year_book_write (const YlYearBookRequest *request, const YlCellSink *sink);

G_END_DECLS
