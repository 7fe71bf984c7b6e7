#pragma once

#include "yanglu/app/diff/job.h"

G_BEGIN_DECLS

/** yl_versions_print_verdicts: of each workbook that was audited whether it holds; those that do not, first. */
void yl_versions_print_verdicts (const YlDiffJob *job);

/** yl_versions_print: the steps between the totals that two workbooks state, then what they do not show
 * alike, by its meaning; nothing when the job compared no two workbooks. */
void yl_versions_print (const YlDiffJob *job);

G_END_DECLS
