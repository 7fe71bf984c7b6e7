#pragma once

#include "yanglu/domain/audit/rule-set.h"
#include "yanglu/io/key-file.h"

G_BEGIN_DECLS

/** What messages call a rules file. */
extern const YlKeyFileKind yl_rules_kind;

/**
 * yl_rules_draft_read: the rules of @bytes over those of @base.
 * @base: (nullable): %NULL for the file compiled in, whose bases and severities are the rule book's
 * @remarks: what is wrong with it
 *
 * Returns: (transfer full)
 */
YlRuleSet *yl_rules_draft_read (GBytes *bytes, const YlRuleSet *base, YlRemarks *remarks);

G_END_DECLS
