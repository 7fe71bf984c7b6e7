#pragma once

#include "yanglu/domain/audit/audit.h"
#include "yanglu/domain/places.h"
#include "yanglu/domain/words.h"
#include "yanglu/domain/audit/found-budget.h"
#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

/**
 * yl_found_import: reads every table of a found workbook: heads in one to
 * three rows under titles, group heads merged or not, tables under and beside each other; units
 * from the heads, from 单位： near the table, else the usual ones (公里, 元, 元/公里).
 * @places: (nullable): knows the townships
 * @county_code: six digits; 0 unknown
 * @audit: gets, as readings, what every column was taken for, and findings: C04 for a cell that is
 *   no number, E01 for no table at all (with what was seen), E02 for a class that is none, E08 for a
 *   limit
 *
 * Numbers typed as text, in full width and with separators of thousands are read; what stands below
 * a table without figures is no row.
 *
 * Returns: (transfer full): what the workbook states; without tables when none was found
 */
YlFoundBudget *yl_found_import (const YlWorkbook *workbook,
                                const YlWords *words,
                                const YlPlaces *places,
                                guint32 county_code,
                                YlAudit *audit);

G_END_DECLS
