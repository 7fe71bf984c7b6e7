#pragma once

#include "yanglu/domain/audit/audit.h"
#include "yanglu/domain/audit/rule-set.h"

G_BEGIN_DECLS

/** yl_audit_settle: what was found as @rules want it, one finding for one fact. */
void yl_audit_settle (YlAudit *audit, const YlRuleSet *rules);

/** yl_audit_check_totals: C01 where the stated total is not the recomputed one and no error says why. */
void yl_audit_check_totals (YlAudit *audit);

/** yl_audit_conclude: the findings in order, the verdict, the conclusion in words. */
void yl_audit_conclude (YlAudit *audit);

/**
 * yl_findings_judge: the verdict on what @findings were found in.
 * @is_read: something in it could be right or wrong
 * @is_whole: everything in it was compared
 */
YlVerdict yl_findings_judge (const YlFindings *findings, gboolean is_read, gboolean is_whole);

G_END_DECLS
