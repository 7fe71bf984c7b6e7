#pragma once

#include "yanglu/app/budget/job.h"
#include "yanglu/io/copy/copy.h"

G_BEGIN_DECLS

/**
 * yl_reopen_budget: the budget made again from @copy alone: the same inputs, options and policy
 * give the same figures, findings and choices. Nothing is read from the disk.
 *
 * Returns: (transfer full): %NULL with @error when the inputs make no budget
 */
YlBudgetJob *yl_reopen_budget (const YlCopy *copy, GError **error);

/** yl_reopen_policy: (transfer full): the policy whose text and whose bases' texts stand in @copy. */
YlPolicy *yl_reopen_policy (const YlCopy *copy, GError **error);

/**
 * yl_reopen_file: the budget in the file @path: of a workbook of ours from its copy.
 * Returns: (transfer full): %NULL with %YL_ERROR_NOT_FOUND when it is a workbook without a copy
 */
YlBudgetJob *yl_reopen_file (const char *path, GError **error);

G_END_DECLS
