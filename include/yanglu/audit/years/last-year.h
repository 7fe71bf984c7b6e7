#pragma once

#include "yanglu/domain/entry.h"
#include "yanglu/domain/finding.h"

G_BEGIN_DECLS

/**
 * yl_last_year_settle: holds what all of last year came to against its items, where any were read of the table
 * of --last-year: its 合计, and 上年预算数 of 单位信息. One that is neither the sum of the items that were taken nor
 * that of all rows is C01 (E) with both and the difference. As elsewhere a sum is that of its rows: what was taken
 * is the whole then, and where the table has no 合计, so that parts and whole agree; a 合计 of all rows, of which
 * some were refused and told, stays. Without items the 合计 stays, and another 上年预算数 is told.
 *
 * @file: of --last-year
 * @entry_file: (nullable): of 单位信息
 * @findings: what the reading of it told, of which the rows that were refused are known; gets what is found
 */
void yl_last_year_settle (YlEntry *entry,
                          const char *file,
                          const char *entry_file,
                          YlFindings *findings);

G_END_DECLS
