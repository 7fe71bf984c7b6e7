#include "explain-private.h"

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

/* The flag beside a rate: whether it is declared. */
static YlDerivation *
explain_has_rate (const YlExplain *explain, const char *key)
{
  YlKeyValues values;
  if (!yl_key_match ("policy.daily-rate.%k.has_rate", key, &values))
    return NULL;
  const YlPolicyValue *value =
      yl_policy_find (explain->policy, YL_GROUP_DAILY_RATE, "", values.rate);
  g_autofree char *name =
      g_strdup_printf ("%s是否计费", yl_rate_kind_get_name ((YlRateKind) values.rate));
  YlDerivation *node =
      yl_derivation_new (key, name, YL_FIGURE_COUNT, value != NULL, YL_STEP_STATED);
  yl_derivation_set_how (node, "1 表示政策规定了这类公路的标准，0 表示没有规定、列里程不计费；"
                               "里程明细的计费里程乘以它");
  node->basis = value;
  return node;
}

YlDerivation *
yl_explain_policy (const YlExplain *explain, const char *key)
{
  const YlPolicyValue *value = yl_policy_find_figure (explain->policy, key);
  return value == NULL ? explain_has_rate (explain, key) : yl_explain_policy_value (value);
}
