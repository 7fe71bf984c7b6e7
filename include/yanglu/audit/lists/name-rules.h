#pragma once

#include "yanglu/calc/price.h"
#include "yanglu/domain/finding.h"
#include "yanglu/domain/inventory.h"

G_BEGIN_DECLS

/**
 * yl_names_check: A12: a code of a route and its name that do not go together, in one list or in two; each is told at the
 * later row with the place of the other, which is the twin where it stands in another file.
 *
 * - One code under two names (I, 0): told once a route, at the first row that is called otherwise than its first. Blanks
 *   are passed over, and a name that holds the other (聊莘路, 聊莘路堂邑段) is none of its own.
 * - One stretch under two codes (W, at the lower rate): counted rows of one township with the same name, stakes and
 *   length. Names alone repeat: every township has its 环镇路.
 */
void yl_names_check (const YlInventory *inventory, const YlRateTable *rates, YlFindings *findings);

G_END_DECLS
