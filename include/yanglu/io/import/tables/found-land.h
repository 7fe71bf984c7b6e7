#pragma once

#include "yanglu/domain/audit/audit.h"
#include "yanglu/domain/audit/found-land.h"
#include "yanglu/domain/words.h"
#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

/**
 * yl_found_land_import: reads every table of land-transfer revenue of @workbook: one line names
 * 土地出让收入, another what is drawn (计提, 应计提数), with the costs, the net revenue and the share
 * between them; the lines may be rows or columns, with one set of figures (市级, 县级) or several.
 * @audit: (nullable): gets, as readings, what was taken for what
 * @out_rest: (out) (optional) (transfer full): the workbook without the rows of these tables
 *
 * A share is read from 0.03, 3% and, under 计提比例（%）, from 3. Lines of 已列数 and 差额 are no part of
 * it.
 *
 * Returns: (transfer full) (element-type YlFoundLand): at most %YL_FOUND_LAND_MAX
 */
GPtrArray *yl_found_land_import (const YlWorkbook *workbook,
                                 const YlWords *words,
                                 YlAudit *audit,
                                 YlWorkbook **out_rest);

/** So many sets of figures of one workbook are read. */
#define YL_FOUND_LAND_MAX 64

G_END_DECLS
