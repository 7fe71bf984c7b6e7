#pragma once

#include "yanglu/domain/finding.h"
#include "yanglu/domain/intake.h"
#include "yanglu/domain/inventory.h"

G_BEGIN_DECLS

/**
 * yl_senders_check: rows of another township in a list that says which township sent it (E07, W): they count, and no
 * amount hangs on it. Where the other township's own list has the route as well, that place is told, and it is the twin
 * of the finding.
 */
void yl_senders_check (const YlInventory *inventory, const YlIntake *intake, YlFindings *findings);

G_END_DECLS
