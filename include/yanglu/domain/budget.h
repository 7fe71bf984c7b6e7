#pragma once

#include "yanglu/domain/entity.h"
#include "yanglu/domain/entry.h"
#include "yanglu/domain/budget-figures.h"
#include "yanglu/domain/inventory.h"
#include "yanglu/domain/policy.h"
#include "yanglu/domain/working.h"

G_BEGIN_DECLS

/**
 * YlBudget: inputs, policy, working of every row, and the figures; made by yl_budget_make() (calc),
 * only read afterwards.
 */
typedef struct
{
  const YlInventory *inventory;
  const YlEntry *entry;
  const YlEntity *entity;
  const YlPolicy *policy;
  const char *place;              /* yl_policy_get_place() of the two */
  const YlRoadWorking *roads;     /* (array): one a road */
  const YlRoadStack *stacks;      /* (array) (nullable): one a road when the payers are stacked */
  const YlBridgeWorking *bridges; /* (array): one a bridge */
  const YlFigures *figures;
} YlBudget;

/** yl_budget_free: frees the arrays and the figures, and drops what the budget holds of its inputs. */
void yl_budget_free (YlBudget *budget);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlBudget, yl_budget_free)

/** yl_budget_get_road_stack: (nullable): %NULL unless payers_method is %YL_PAYERS_BY_STACK. */
const YlRoadStack *yl_budget_get_road_stack (const YlBudget *budget, gsize road);

G_END_DECLS
