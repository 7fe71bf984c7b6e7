#pragma once

#include "yanglu/app/budget/list.h"

G_BEGIN_DECLS

/**
 * yl_own_rows_keep: leaves in the lists of @job what is its entity's.  A zone takes the rows of its
 * townships out of the county's lists; a list without one township is its own and stays whole.  A county
 * may leave those of its zones out.  What was left out is told, and so is a list taken whole.
 */
void yl_own_rows_keep (YlListJob *job);

G_END_DECLS
