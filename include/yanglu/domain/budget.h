#pragma once

#include "yanglu/domain/entity.h"
#include "yanglu/domain/entry.h"
#include "yanglu/domain/budget-figures.h"
#include "yanglu/domain/inventory.h"
#include "yanglu/domain/policy.h"
#include "yanglu/domain/working.h"

G_BEGIN_DECLS

/** YlBudget: inputs, policy, working of every row, and the figures; made by yl_budget_make()
 * (calc). */
typedef struct _YlBudget YlBudget;

/** The parts from which a budget is assembled; yl_budget_new() takes them all. */
typedef struct
{
  YlInventory *inventory;
  YlEntry *entry;
  YlEntity *entity;
  YlPolicy *policy;
  YlRoadWorking *roads;     /* (array): one a road, g_malloc */
  YlRoadStack *stacks;      /* (array) (nullable): one a road when the payers are stacked */
  YlBridgeWorking *bridges; /* (array): one a bridge, g_malloc */
  YlFigures *figures;
} YlBudgetParts;

/** yl_budget_new: takes ownership of every member of @parts. */
YlBudget *yl_budget_new (const YlBudgetParts *parts);
void yl_budget_free (YlBudget *budget);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlBudget, yl_budget_free)

const YlInventory *yl_budget_get_inventory (const YlBudget *budget);
const YlEntry *yl_budget_get_entry (const YlBudget *budget);
const YlEntity *yl_budget_get_entity (const YlBudget *budget);
const YlPolicy *yl_budget_get_policy (const YlBudget *budget);
const YlFigures *yl_budget_get_figures (const YlBudget *budget);
const YlRoadWorking *yl_budget_get_road_working (const YlBudget *budget, gsize road);
/** yl_budget_get_road_stack: (nullable): %NULL unless payers_method is %YL_PAYERS_BY_STACK. */
const YlRoadStack *yl_budget_get_road_stack (const YlBudget *budget, gsize road);
const YlBridgeWorking *yl_budget_get_bridge_working (const YlBudget *budget, gsize bridge);

G_END_DECLS
