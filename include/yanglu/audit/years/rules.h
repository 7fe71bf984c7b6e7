#pragma once

#include "yanglu/audit/years/road-link.h"
#include "yanglu/domain/audit/audit.h"
#include "yanglu/domain/audit/found-budget.h"
#include "yanglu/domain/audit/rule-set.h"
#include "yanglu/domain/budget.h"

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
 * A10: the listed metres of a route changed by more than the limits, and nothing was built, nor has the
 * other list a row of it that could not be read: metres
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

/** The budget that is audited, beside that of the year before. */
typedef struct
{
  const char *old_file;       /* base name of last year's file */
  const YlBudget *budget;     /* (nullable): as it should be */
  const YlFoundBudget *found; /* (nullable): what it states, when it could not be made again */
  const YlIntake *intakes[YL_N_SIDES]; /* (nullable): how the road lists of both were read */
  const YlPlaces *places;
  const YlRuleSet *rules;
  YlAudit *audit;
} YlYearAudit;

/* Each says in the audit what last year's file was taken for, and adds what yl_year_check()
 * finds, or B10 of the whole or of the townships together: as much as both budgets tell. */
/** yl_year_audit_budget: last year's budget is whole. */
void yl_year_audit_budget (const YlYearAudit *years, const YlBudget *old_budget);
/** yl_year_audit_found: last year's was that others made: its townships are all that is compared. */
void yl_year_audit_found (const YlYearAudit *years, const YlFoundBudget *old_found);
/**
 * yl_year_audit_lines: last year's is known by a table 项目, 金额 alone, and this one's is whole.
 * @lines: (element-type YlLastYearLine): the line of the total counts, without one their sum
 *
 * Returns: %FALSE, and nothing is said, when they do not add up within 64 bits
 */
gboolean yl_year_audit_lines (const YlYearAudit *years, const GArray *lines);

G_END_DECLS
