#pragma once

#include "yanglu/app/budget/job.h"
#include "yanglu/domain/audit/found-budget.h"
#include "yanglu/domain/audit/reconciliation.h"
#include "yanglu/domain/words.h"

G_BEGIN_DECLS

/** Two files to compare, each a road list with what belongs to it, or a budget workbook. */
typedef struct
{
  YlJobOptions old_options; /* `roads` is the file */
  YlJobOptions new_options;
} YlDiffOptions;

typedef enum
{
  YL_DIFF_BUDGET, /* a workbook of ours */
  YL_DIFF_LIST,   /* a road list, of which a budget was made for the comparison */
  YL_DIFF_FOUND,  /* a found workbook: what it states by township */
} YlDiffKind;

/** One of the files, as it was read. */
typedef struct
{
  YlBudgetJob *job;            /* (nullable): %NULL for a found table */
  YlFoundBudget *found_budget; /* (nullable): %NULL unless found */
  char *file;                  /* the base name */
  YlFindings *unread;          /* (nullable): what could not be read of a list */
  YlDiffKind kind;
} YlDiffSide;

/** YlDiffJob: two budgets and every step from one to the other. */
typedef struct
{
  YlDiffSide sides[YL_N_SIDES];
  YlReconciliation *reconciliation;
  guint64 n_unplaced[YL_N_SIDES]; /* rows that were left out and name no route */
} YlDiffJob;

/**
 * yl_diff_job_run: a workbook of ours is made again from its copy; of a road list a budget is made.
 * A list whose year nobody names is of the year after or before the other; the old list follows
 * the policy of its year, else, when none was in force yet, that of the new one. Any other workbook
 * is read by its heads; then the townships are all that is compared.
 *
 * Returns: (transfer full): %NULL with @error; %YL_ERROR_INVALID when a file is neither
 */
YlDiffJob *yl_diff_job_run (const YlDiffOptions *options, YlProgress progress, GError **error);
void yl_diff_job_free (YlDiffJob *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlDiffJob, yl_diff_job_free)

/**
 * yl_diff_open_old: the budget that @new_budget is to be compared with, from the file `roads` of
 * @options, as yl_diff_job_run() reads the old one.
 *
 * Returns: (transfer full): %NULL with @error; %YL_ERROR_INVALID when the file is neither
 */
YlBudgetJob *yl_diff_open_old (const YlJobOptions *options,
                               const YlBudget *new_budget,
                               YlProgress progress,
                               GError **error);

/**
 * yl_diff_open_found: what a found workbook states, by its heads.
 *
 * Returns: (transfer full) (nullable): %NULL when it is no workbook, or names no townships with
 *   amounts
 */
YlFoundBudget *yl_diff_open_found (const char *path, const YlWords *words);

/** yl_diff_side_get_budget: (nullable): %NULL for a found table. */
const YlBudget *yl_diff_side_get_budget (const YlDiffSide *side);

/** yl_diff_job_write: the workbook, whole or not at all; an existing @path only with @force. */
gboolean yl_diff_job_write (const YlDiffJob *job, const char *path, gboolean force, GError **error);

G_END_DECLS
