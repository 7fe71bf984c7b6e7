#pragma once

#include "yanglu/audit/lists/row-check.h"
#include "yanglu/audit/years/rules.h"

G_BEGIN_DECLS

/** yl_year_get_gainer: (nullable): the township of @road. */
const char *yl_year_get_gainer (const YlYearCheck *check, const YlRoad *road);

/** yl_year_tell: adds @finding at the row of @road in the new list. */
void yl_year_tell (const YlYearCheck *check,
                   YlFindings *findings,
                   const YlRoad *road,
                   YlFinding finding,
                   YlMoney at_stake);

void yl_year_check_lengths (const YlYearCheck *check, YlFindings *findings); /* lengths.c */
void yl_year_check_claims (const YlYearCheck *check, YlFindings *findings);  /* claims.c */

/* rules.c */
/** yl_year_check_part: B10 of @what, such as the townships together; once. */
void yl_year_check_part (
    const char *file, const char *what, gint64 old_fen, gint64 new_fen, YlFindings *findings);

G_END_DECLS
