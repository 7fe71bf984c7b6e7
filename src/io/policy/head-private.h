#pragma once

#include "draft-private.h"
#include "yanglu/io/key-file.h"

G_BEGIN_DECLS

/** yl_policy_head_read: the group `[policy]` into @draft. */
void yl_policy_head_read (YlPolicyDraft *draft, const YlKeyFile *scan);

G_END_DECLS
