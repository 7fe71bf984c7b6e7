#pragma once

#include "yanglu/audit/years/road-link.h"
#include "yanglu/domain/budget.h"
#include "yanglu/domain/finding.h"

G_BEGIN_DECLS

/** What a budget is checked against: the budget of the year before. */
typedef struct
{
  const YlBudget *old_budget;
  const YlBudget *new_budget;
  const YlRoadLinks *links; /* of their road lists */
  const char *file;         /* (nullable): of the new budget, for findings that no row has */
  YlShare change;           /* A10: what a route may change, as a share of last year's length … */
  YlLength length;          /* … or in metres, whichever is more */
} YlYearCheck;

/**
 * yl_year_check: the rules that need two years.
 *
 * A10: the listed metres of a route changed by more than the limits, and nothing was built: metres
 * that came with a row whose 修建年度 or 改建年度 lies from the year before the old budget to the
 * new one's, or that went from a route with such a row, are explained; a new route only when it
 * says itself that it is older. At stake: the change, at the rates of its year.
 * A11: metres of last year's list claimed twice: rows that have moved (上年路线编码) to the same
 * stretch, or to one that another row still holds; without stakes, once rows of the same previous
 * code already account for its whole length. The row that stands later in the file, at the lower
 * rate. What overlaps by its own code and stakes is told by A01 and A02.
 * B10: the demand is below last year's; else each part of it (daily, running …) that is. Nothing
 * when @findings hold a B10 already.
 */
void yl_year_check (const YlYearCheck *check, YlFindings *findings);

/** What B10 is of when last year is known by its total only. */
#define YL_YEAR_WHOLE "预算合计"

/**
 * yl_year_check_part: B10 of @what, the whole or the townships together; nothing when @findings hold
 * a B10 already.
 * @file: (nullable): of the new budget
 */
void yl_year_check_part (
    const char *file, const char *what, gint64 old_fen, gint64 new_fen, YlFindings *findings);

G_END_DECLS
