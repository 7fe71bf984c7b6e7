#pragma once

#include "yanglu/app/budget/list.h"

G_BEGIN_DECLS

/** yl_policy_gaps_tell: a line of what the policy of @job does not rule though the list or what was
 * entered asks for it, and what is done instead; none where nothing is missing. */
void yl_policy_gaps_tell (YlListJob *job);

G_END_DECLS
