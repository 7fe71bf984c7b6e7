#pragma once

#include "draft-private.h"

G_BEGIN_DECLS

/**
 * yl_policy_merged_check: what shows only when the values of the base stand
 * beside those of the draft: shares that do not make the whole, a land range
 * upside down, a stack above the daily rate, a rate below the base's (B01).
 */
void yl_policy_merged_check (YlPolicyDraft *draft, const YlPolicy *policy);

G_END_DECLS
