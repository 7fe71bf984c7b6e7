#pragma once

#include "yanglu/domain/audit/audit.h"
#include "yanglu/domain/budget.h"
#include "yanglu/domain/places.h"
#include "yanglu/domain/audit/rule-set.h"
#include "yanglu/domain/audit/found-budget.h"

G_BEGIN_DECLS

/** The budget that is audited, beside that of the year before. */
typedef struct
{
  const char *old_file;       /* base name of last year's file */
  const YlBudget *budget;     /* (nullable): as it should be */
  const YlFoundBudget *found; /* (nullable): what it states, when it could not be made again */
  const YlPlaces *places;
  const YlRuleSet *rules;
  YlAudit *audit;
} YlYearAudit;

/* Each says in the audit what last year's file was taken for, and adds what yl_year_check(),
 * yl_year_check_part() or yl_township_sums_check() finds: as much as both budgets tell. */
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
