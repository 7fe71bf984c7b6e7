#include "figures-private.h"

#include "yanglu/domain/policy-group.h"

YlDerivation *
yl_explain_policy_value (const YlPolicyValue *value)
{
  if (value == NULL)
    return NULL;
  g_autofree char *name = yl_policy_value_to_name (value);
  g_autofree char *key = yl_policy_value_to_figure_key (value);
  const YlFigureUnit unit = yl_policy_group_get_key_of (value->group, value->key).unit;
  YlDerivation *node = yl_derivation_new (key, name, unit, value->value, YL_STEP_POLICY);
  node->basis = value;
  if (value->area[0] == '\0')
    yl_derivation_set_how (node, "政策规定的数值");
  else
    yl_derivation_set_how (node, "政策对区划代码以 %s 开头的地区规定的数值", value->area);
  return node;
}

YlDerivation *
yl_explain_policy (const YlFigureView *view, const char *key)
{
  return yl_explain_policy_value (yl_policy_find_figure (view->policy, key));
}

const char *
yl_policy_find_moved (const YlFigureView *view, const char *key)
{
  static const char *const moved[] = {
    [YL_GROUP_DAILY_RATE] = "demand_fen",
    [YL_GROUP_BRIDGE_RATE] = "demand_fen",
    [YL_GROUP_BRIDGE_RATE_PER_METRE] = "demand_fen",
    [YL_GROUP_PAYER_SHARE] = "daily.county_gap_fen",
    [YL_GROUP_PAYER_RATE_PROVINCE] = "payers.county.daily.amount_fen",
    [YL_GROUP_PAYER_RATE_CITY] = "payers.county.daily.amount_fen",
    [YL_GROUP_LAND_REVENUE] = "land.county.due_fen",
    [YL_GROUP_TARGET] = NULL,
    [YL_GROUP_MILEAGE] = NULL,
    [YL_GROUP_COUNTY_MATCH] = NULL,
    [YL_GROUP_PAYMENT] = NULL,
    [YL_GROUP_REQUIRED] = NULL,
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (moved) == YL_N_POLICY_GROUPS);
  const YlPolicyValue *value = yl_policy_find_figure (view->policy, key);
  return value == NULL ? NULL : moved[value->group];
}
