#pragma once

#include "yanglu/app/budget/job.h"
#include "yanglu/audit/book/match.h"
#include "yanglu/audit/formula/recalculate.h"
#include "yanglu/domain/explained.h"
#include "yanglu/domain/workbook.h"
#include "yanglu/io/copy/copy.h"

G_BEGIN_DECLS

/** YlExplainReaders: which formulas read which cells. */
typedef struct _YlExplainReaders YlExplainReaders;

/** YlExplainJob: a budget of which figures, roads, townships and lines are asked about. */
typedef struct
{
  char *file;           /* base name of the workbook or list */
  YlTextPool *texts;    /* of the workbook */
  YlWorkbook *workbook; /* (nullable): a road list has none */
  YlCopy *copy;         /* (nullable) */
  YlBudgetJob *made;
  YlPlannedBook *plan;            /* (nullable): with the workbook */
  YlBookMatch *places;            /* (nullable): where its cells stand now */
  YlRecalculation *recalculation; /* (nullable): what its formulas come to */
  YlExplainReaders *readers;      /* (nullable): what they read */
} YlExplainJob;

/**
 * yl_explain_job_open: @options->roads is a budget workbook of ours, which is then made again from
 * its copy, or a road list, of which the budget is made.
 *
 * Returns: (transfer full): %NULL with %YL_ERROR_INVALID for a budget workbook without a copy
 */
YlExplainJob *
yl_explain_job_open (const YlJobOptions *options, YlProgress progress, GError **error);
void yl_explain_job_free (YlExplainJob *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlExplainJob, yl_explain_job_free)

/** yl_explain_job_find_places: (transfer full): the cells that show @key, where they stand now;
 * %NULL-ended. */
char **yl_explain_job_find_places (const YlExplainJob *job, const char *key);

/** yl_explain_job_cell: (transfer full) (nullable): the cell '预算总表!D7' of the workbook; %NULL with
 * %YL_ERROR_NOT_FOUND, which names the nearest ones. */
YlExplained *yl_explain_job_cell (const YlExplainJob *job, const char *place, GError **error);

/** yl_explain_job_road: (transfer full) (nullable): what yl_explained_road() says, and which of its rows were
 * left out or are paid nothing and why; a road of which no row is in the budget is told by that alone. */
YlExplained *yl_explain_job_road (const YlExplainJob *job, const char *road, GError **error);

G_END_DECLS
