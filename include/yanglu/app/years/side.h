#pragma once

#include "yanglu/app/budget/job.h"
#include "yanglu/domain/audit/found-budget.h"
#include "yanglu/domain/words.h"

G_BEGIN_DECLS

typedef enum
{
  YL_DIFF_BUDGET, /* a workbook of ours */
  YL_DIFF_LIST, /* a road list, or a folder of them, of which a budget was made for the comparison */
  YL_DIFF_FOUND, /* a found workbook: what it states by township */
} YlDiffKind;

/** One of the files, as it was read. */
typedef struct
{
  YlBudgetJob *job;            /* (nullable): %NULL for a found table */
  YlFoundBudget *found_budget; /* (nullable): %NULL unless found */
  char *file;                  /* the base name */
  YlGivenLists *lists; /* (nullable): of a folder those in it, which are one list together */
  YlDiffKind kind;
} YlDiffSide;

/** yl_diff_side_open: names the file; it is a list until it is taken for something else. A folder is the lists in it. */
gboolean
yl_diff_side_open (YlDiffSide *side, const char *path, gboolean *out_is_workbook, GError **error);
void yl_diff_side_clear (YlDiffSide *side);

/**
 * yl_diff_side_take: what reading the workbook as one of ours came to.
 * @made: (transfer full) (nullable)
 * @failure: (transfer full) (nullable): why it is %NULL
 *
 * Returns: %FALSE with @error, unless it is a budget, or has no copy and may yet be a list
 */
gboolean yl_diff_side_take (YlDiffSide *side, YlBudgetJob *made, GError *failure, GError **error);

/* Each makes the budget of a list; %FALSE with %YL_ERROR_INVALID when it holds no road that counts. */
/** yl_diff_side_budget: as @options say. */
gboolean yl_diff_side_budget (YlDiffSide *side,
                              const YlJobOptions *options,
                              YlProgress progress,
                              GError **error);
/** yl_diff_side_budget_old: without a year that of the year before @new_budget, without a policy for that
 * year by its policy. */
gboolean yl_diff_side_budget_old (YlDiffSide *side,
                                  const YlJobOptions *options,
                                  const YlBudget *new_budget,
                                  YlProgress progress,
                                  GError **error);
/** yl_diff_side_read_found: a workbook that holds no roads may be a found budget, of which the townships
 * are compared. Returns: whether it is one */
gboolean yl_diff_side_read_found (YlDiffSide *side, const YlJobOptions *options);

/**
 * yl_diff_open_old: the budget that @new_budget is to be compared with, from the file `roads` of
 * @options, a workbook of ours or a road list.
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

G_END_DECLS
