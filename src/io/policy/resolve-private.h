#pragma once

#include "draft-private.h"
#include "yanglu/io/policy/policies.h"

G_BEGIN_DECLS

/** Where a base is looked for: among the texts, among those compiled in, then in the folder. */
typedef struct
{
  const YlPolicyText *texts;
  gsize n_texts;
  const char *folder; /* (nullable) */
} YlPolicyBases;

/** yl_policy_resolve: makes @draft whole: finds its base, merges and checks. What is wrong goes into
 * the draft's remarks.
 *
 * Returns: (transfer full) (nullable): %NULL when the draft has a fatal error
 */
YlPolicy *yl_policy_resolve (YlPolicyDraft *draft, const YlPolicyBases *bases);

G_END_DECLS
