#pragma once

#include "yanglu/domain/policy-group.h"

G_BEGIN_DECLS

/** yl_policy_value_parse: Returns: (nullable): what is wrong with @text, as half a sentence; %NULL
 * when it was read. */
const char *yl_policy_value_parse (YlPolicyValueKind kind, const char *text, gint64 *out_value);

/** yl_policy_is_area: a prefix of division codes of 2, 4, 6, 9 or 12 digits. */
gboolean yl_policy_is_area (const char *text);

/** yl_policy_is_name: small letters, digits and hyphens, at most 64. */
gboolean yl_policy_is_name (const char *text);

G_END_DECLS
