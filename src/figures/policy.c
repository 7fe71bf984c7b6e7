#include "explain-private.h"

#include <string.h>

#define PREFIX "policy."

static YlFigureUnit
unit_of (const YlPolicyValue *value)
{
  switch (value->group)
    {
    case YL_GROUP_BRIDGE_RATE:
      return YL_FIGURE_FEN_PER_BRIDGE;
    case YL_GROUP_BRIDGE_RATE_PER_METRE:
      return YL_FIGURE_FEN_PER_METRE;
    case YL_GROUP_PAYER_SHARE:
    case YL_GROUP_LAND_REVENUE:
    case YL_GROUP_TARGET:
    case YL_GROUP_COUNTY_MATCH:
    case YL_GROUP_PAYMENT:
      return YL_FIGURE_PPM;
    case YL_GROUP_DAILY_RATE:
    case YL_GROUP_PAYER_RATE_PROVINCE:
    case YL_GROUP_PAYER_RATE_CITY:
    case YL_GROUP_MILEAGE:
    default:
      return YL_FIGURE_FEN_PER_KM;
    }
}

static const char *
land_name (guint key)
{
  switch ((YlLandKey) key)
    {
    case YL_LAND_MIN_SHARE:
      return "土地出让收益计提比例下限";
    case YL_LAND_MAX_SHARE:
      return "土地出让收益计提比例上限";
    case YL_LAND_PAYERS:
      return "土地出让收益计提主体";
    case YL_LAND_BASIS:
      return "土地出让收益口径";
    case YL_LAND_DEFAULT_SHARE:
    default:
      return "土地出让收益计提比例";
    }
}

/* What is set, and for what. */
static char *
name_of (const YlPolicyValue *value)
{
  const guint key = value->key;
  switch (value->group)
    {
    case YL_GROUP_DAILY_RATE:
      return g_strdup_printf ("%s日常养护标准", yl_rate_kind_get_name ((YlRateKind) key));
    case YL_GROUP_BRIDGE_RATE:
      return g_strdup_printf ("%s每座养护标准", yl_bridge_size_get_name ((YlBridgeSize) key));
    case YL_GROUP_BRIDGE_RATE_PER_METRE:
      return g_strdup_printf ("%s桥梁每米养护标准", yl_road_class_get_name ((YlRoadClass) key));
    case YL_GROUP_PAYER_SHARE:
      return g_strdup_printf ("%s级分担比例", yl_payer_get_name ((YlPayer) key));
    case YL_GROUP_PAYER_RATE_PROVINCE:
      return g_strdup_printf ("%s省级承担标准", yl_road_class_get_name ((YlRoadClass) key));
    case YL_GROUP_PAYER_RATE_CITY:
      return g_strdup_printf ("%s市级承担标准", yl_road_class_get_name ((YlRoadClass) key));
    case YL_GROUP_LAND_REVENUE:
      return g_strdup (land_name (key));
    case YL_GROUP_TARGET:
      return g_strdup_printf ("%s目标值", yl_indicator_get_name ((YlIndicatorKind) key));
    case YL_GROUP_COUNTY_MATCH:
      return g_strdup ("县级配套占上级日常养护补助的最低比例");
    case YL_GROUP_PAYMENT:
      return g_strdup (yl_payment_key_get_name (key));
    case YL_GROUP_MILEAGE:
    default:
      return g_strdup ("计费里程口径");
    }
}

static char *
key_of (const YlPolicyValue *value)
{
  return g_strdup_printf (PREFIX "%s.%s%s%s", yl_policy_group_get_key (value->group),
                          value->key_name, value->area[0] == '\0' ? "" : ".", value->area);
}

YlDerivation *
yl_explain_policy_value (const YlPolicyValue *value)
{
  if (value == NULL)
    return NULL;
  g_autofree char *name = name_of (value);
  g_autofree char *key = key_of (value);
  YlDerivation *node = yl_derivation_new (key, name, unit_of (value), value->value, YL_STEP_POLICY);
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
  if (!g_str_has_prefix (key, PREFIX))
    return NULL;
  gsize n = 0;
  const YlPolicyValue *values = yl_policy_get_values (explain->policy, &n);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *own = key_of (&values[i]);
      if (strcmp (own, key) == 0)
        return yl_explain_policy_value (&values[i]);
    }
  return explain_has_rate (explain, key);
}
