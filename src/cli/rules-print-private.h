#pragma once

#include "yanglu/domain/rule-set.h"

G_BEGIN_DECLS

/* Which rules are printed: one, or all when it is YL_N_CODES. */

void yl_rules_text_print (const YlRuleSet *rules, guint code);

/** yl_rules_show_limit: (transfer full): "30 天". */
char *yl_rules_show_limit (YlLimit limit, gint64 value);

G_END_DECLS
