#pragma once

#include "yanglu/domain/entry.h"
#include "yanglu/domain/finding.h"
#include "yanglu/domain/inventory.h"
#include "yanglu/domain/places.h"
#include "yanglu/domain/policy.h"

G_BEGIN_DECLS

/** Bridges, and what they are held against. */
typedef struct
{
  const GArray *bridges; /* of YlBridge */
  const YlInventory *inventory;
  const YlPolicy *policy;
  const YlPlaces *places;
} YlBridgeList;

/**
 * yl_bridges_check: what leaves a bridge without money, or in doubt; it stays in the sum. A route or a name, and a
 * type or a length, are enough.
 *
 * C04: its route is in no row of the list, of which some name routes (W, the bridge's money); its code begins like
 * that of a route and is none, or is that of another route (I, W).
 * E02, E03: no type, no length: where the policy pays by it, or the other is not there either (W, unknown money
 * where the policy pays by it); no class where the policy pays by metres (E02).
 * C11: it is hidden and carries money (W).
 */
void yl_bridges_check (const YlBridgeList *list, YlFindings *findings);

G_END_DECLS
