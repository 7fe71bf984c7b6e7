#include "yanglu/domain/budget.h"

void
yl_budget_free (YlBudget *budget)
{
  if (budget == NULL)
    return;
  /* The figures first: their lines point into the policy and the entry. */
  yl_arena_free_record ((YlFigures *) budget->figures);
  g_free ((YlBridgeWorking *) budget->bridges);
  g_free ((YlRoadStack *) budget->stacks);
  g_free ((YlRoadWorking *) budget->roads);
  yl_policy_free ((YlPolicy *) budget->policy);
  yl_entity_free ((YlEntity *) budget->entity);
  yl_entry_free ((YlEntry *) budget->entry);
  yl_inventory_free ((YlInventory *) budget->inventory);
  g_free (budget);
}

const YlRoadStack *
yl_budget_get_road_stack (const YlBudget *budget, gsize road)
{
  return budget->stacks == NULL ? NULL : &budget->stacks[road];
}
