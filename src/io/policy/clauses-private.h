#pragma once

#include "yanglu/io/key-file.h"
#include "schema-private.h"

G_BEGIN_DECLS

/** YlPolicyClauses: the group `[clause]`: `daily-rate=二（二）1`, `payer-share 340621.city=…`. */
typedef struct _YlPolicyClauses YlPolicyClauses;

/** yl_policy_clauses_new: borrows the strings of @scan; a clause for a group that the file does not
 * use is no error, one for a group that no policy has is. */
YlPolicyClauses *yl_policy_clauses_new (const YlKeyFile *scan, YlRemarks *remarks);
void yl_policy_clauses_free (YlPolicyClauses *clauses);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlPolicyClauses, yl_policy_clauses_free)

/** yl_policy_clauses_find: the nearest of "group area.key", "group area", "group.key", "group"; ""
 * when none is there. */
const char *yl_policy_clauses_find (const YlPolicyClauses *clauses, const YlPolicyValue *value);

G_END_DECLS
