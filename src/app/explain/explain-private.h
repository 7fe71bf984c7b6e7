#pragma once

#include "yanglu/app/budget/job.h"
#include "yanglu/app/explain/job.h"
#include "yanglu/audit/book/match.h"
#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

struct _YlExplainJob
{
  char *file;
  YlTextPool *texts;    /* of the workbook */
  YlWorkbook *workbook; /* (nullable): a road list has none */
  YlCopy *copy;         /* (nullable) */
  YlBudgetJob *made;
  YlPlannedBook *plan; /* (nullable): with the workbook */
  YlBookMatch *places; /* (nullable): where its cells stand now */
};

/** yl_explain_job_find_key: (transfer full) (nullable): the figure that the cell of the workbook shows,
 * told by what stands in its row and column. */
char *
yl_explain_job_find_key (const YlExplainJob *job, const char *sheet, guint32 row, guint column);

G_END_DECLS
