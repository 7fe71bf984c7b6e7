#pragma once

#include "yanglu/domain/finding.h"
#include "yanglu/domain/audit/rule-set.h"

G_BEGIN_DECLS

/** yl_rule_set_apply_switches: (transfer full): @findings without those of rules that are off. */
YlFindings *yl_rule_set_apply_switches (const YlRuleSet *rules, const YlFindings *findings);

/**
 * yl_rule_set_apply: @findings as @rules want them: those of rules that are switched off are left
 * out, and those with less at stake than limit-min-amount (an unknown amount always stays);
 * severity and basis are the rule's where the rules file gives them. The order stays. Findings that
 * were only counted stay counted unless their rule is off.
 *
 * Returns: (transfer full)
 */
YlFindings *yl_rule_set_apply (const YlRuleSet *rules, const YlFindings *findings);

G_END_DECLS
