#pragma once

#include "yanglu/domain/audit/rule-set.h"

G_BEGIN_DECLS

/* Each returns what is wrong with the text as half a sentence; NULL when it was read. */

const char *yl_rules_parse_limit (YlLimit limit, const char *text, gint64 *out_value);
const char *yl_rules_parse_switch (const char *text, gboolean *out_is_on);
const char *yl_rules_parse_severity (const char *text, YlSeverity *out_severity);

/** yl_rules_parse_bands: "优:90-100:105,良:80-89:100": appended to @bands (of YlGradeBand), whose names
 * are kept by @set. */
const char *yl_rules_parse_bands (YlRuleSet *set, const char *text, GArray *bands);

G_END_DECLS
