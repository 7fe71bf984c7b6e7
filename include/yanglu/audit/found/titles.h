#pragma once

#include "yanglu/domain/audit/audit.h"
#include "yanglu/domain/places.h"
#include "yanglu/domain/policy.h"
#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

/** yl_found_titles_gather: (transfer full): the first words of every sheet, a line each, where titles
 * stand: they may name the county and the year. */
char *yl_found_titles_gather (const YlWorkbook *workbook);
/** yl_found_titles_find_year: 2021年 in a title; 0 for none. */
guint yl_found_titles_find_year (const char *titles);

/** yl_found_report_policy: says in @audit for whom and which year the tables were taken, and by which
 * standards they are checked. @county_code: 0 unknown */
void yl_found_report_policy (const YlPolicy *policy,
                             const YlPlaces *places,
                             guint32 county_code,
                             guint year,
                             YlAudit *audit);

G_END_DECLS
