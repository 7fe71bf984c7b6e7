#include "yanglu/domain/budget.h"

struct _YlBudget
{
  YlBudgetParts parts;
};

YlBudget *
yl_budget_new (const YlBudgetParts *parts)
{
  g_return_val_if_fail (parts->inventory != NULL && parts->entry != NULL, NULL);
  g_return_val_if_fail (parts->entity != NULL && parts->policy != NULL, NULL);
  g_return_val_if_fail (parts->figures != NULL, NULL);

  YlBudget *budget = g_new (YlBudget, 1);
  budget->parts = *parts;
  return budget;
}

void
yl_budget_free (YlBudget *budget)
{
  if (budget == NULL)
    return;
  /* The figures first: their lines point into the policy and the entry. */
  yl_arena_free_record (budget->parts.figures);
  g_free (budget->parts.bridges);
  g_free (budget->parts.stacks);
  g_free (budget->parts.roads);
  yl_policy_free (budget->parts.policy);
  yl_entity_free (budget->parts.entity);
  yl_entry_free (budget->parts.entry);
  yl_inventory_free (budget->parts.inventory);
  g_free (budget);
}

const YlInventory *
yl_budget_get_inventory (const YlBudget *budget)
{
  return budget->parts.inventory;
}

const YlEntry *
yl_budget_get_entry (const YlBudget *budget)
{
  return budget->parts.entry;
}

const YlEntity *
yl_budget_get_entity (const YlBudget *budget)
{
  return budget->parts.entity;
}

const YlPolicy *
yl_budget_get_policy (const YlBudget *budget)
{
  return budget->parts.policy;
}

const YlFigures *
yl_budget_get_figures (const YlBudget *budget)
{
  return budget->parts.figures;
}

const YlRoadWorking *
yl_budget_get_road_working (const YlBudget *budget, gsize road)
{
  g_return_val_if_fail (road < yl_inventory_get_n_roads (budget->parts.inventory), NULL);
  return &budget->parts.roads[road];
}

const YlRoadStack *
yl_budget_get_road_stack (const YlBudget *budget, gsize road)
{
  g_return_val_if_fail (road < yl_inventory_get_n_roads (budget->parts.inventory), NULL);
  return budget->parts.stacks == NULL ? NULL : &budget->parts.stacks[road];
}

const YlBridgeWorking *
yl_budget_get_bridge_working (const YlBudget *budget, gsize bridge)
{
  g_return_val_if_fail (bridge < budget->parts.entry->bridges->len, NULL);
  return &budget->parts.bridges[bridge];
}
