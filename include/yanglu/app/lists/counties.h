#pragma once

#include "yanglu/app/options.h"
#include "yanglu/audit/lists/county-lists.h"

G_BEGIN_DECLS

/** So many findings of one code stand in working papers; the others are counted. */
#define YL_COUNTIES_PAPER_FINDINGS 1000u

/**
 * yl_counties_job_run:
 * @paths: (array zero-terminated=1): road lists, "-" for standard input
 * @options: policy, words, year and clock_year are used as `summary` does
 * @n_kept: findings of one code that are kept with their text
 *
 * Every row is validated as by `summary`; then the counted sections of all lists are compared.
 *
 * Returns: (transfer full): %NULL with %YL_ERROR_USAGE for more than 65,536 lists, or
 *   %YL_ERROR_OVERFLOW when a sum does not fit
 */
YlCountyLists *yl_counties_job_run (const char *const *paths,
                                    const YlJobOptions *options,
                                    guint n_kept,
                                    YlProgress progress,
                                    GError **error);

/**
 * yl_counties_job_write: writes the working papers of @lists to @path, whole or not at all: 结论, 问题清单,
 * the lists and the pairs of counties (读取口径), a sheet for each rule that hit, 取证单. There is no
 * budget, so no 差异分解 and nothing to draw a sample from.
 * @date: 编制日期; no day: left for the pen
 */
gboolean yl_counties_job_write (
    const YlCountyLists *lists, YlDate date, const char *path, gboolean force, GError **error);

G_END_DECLS
