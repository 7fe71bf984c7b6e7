#pragma once

#include "yanglu/app/budget-job.h"
#include "yanglu/app/explain-job.h"
#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

struct _YlExplainJob
{
  char *file;
  YlTextPool *texts;    /* of the workbook */
  YlWorkbook *workbook; /* (nullable): a road list has none */
  YlCopy *copy;         /* (nullable) */
  YlBudgetJob *made;
};

/** yl_explained_new: nothing in it yet. */
YlExplained *yl_explained_new (void);

G_END_DECLS
