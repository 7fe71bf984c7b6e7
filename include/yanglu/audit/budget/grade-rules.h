#pragma once

#include "yanglu/audit/budget/figure-rules.h"
#include "yanglu/domain/audit/filled-table.h"
#include "yanglu/domain/audit/audit.h"
#include "yanglu/domain/audit/rule-set.h"

G_BEGIN_DECLS

/**
 * yl_grades_check: C07: scores that fall between two grade bands, such as 89.95 where 良 ends at 89
 * and 优 begins at 90.
 * @bands: (array length=n_bands): highest first, as yl_rule_set_get_bands() gives them
 *
 * At stake: the allotment × the difference of what the two bands pay. The allotment is the row's, or
 * its amount ÷ what its grade pays; unknown without either. A score above or below every band is
 * none between two. Who is paid by the higher band gains.
 */
void yl_grades_check (const YlFilledTable *assessment,
                      const YlGradeBand *bands,
                      guint n_bands,
                      YlFindings *findings);

/** yl_grades_audit: the same by the bands of @rules; says in @audit what was read, a row at least. */
void yl_grades_audit (const YlFilledTable *assessment, const YlRuleSet *rules, YlAudit *audit);

G_END_DECLS
