#pragma once

#include "draft-private.h"

G_BEGIN_DECLS

/** yl_policy_resolve: makes @draft whole: finds its base (compiled in, then in @folder), merges and
 * checks. What is wrong goes into the draft's remarks.
 * @folder: (nullable): where bases may lie beside those compiled in
 *
 * Returns: (transfer full) (nullable): %NULL when the draft has a fatal error
 */
YlPolicy *yl_policy_resolve (YlPolicyDraft *draft, const char *folder);

G_END_DECLS
