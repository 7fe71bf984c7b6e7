#include "policy-print-private.h"

#include "yanglu/cli/text-table.h"
#include "yanglu/domain/bridge.h"
#include "yanglu/domain/policy-group.h"
#include "yanglu/io/policy/policies.h"

#define UNVERIFIED "（待核）"

static const char *
get_group_name (YlPolicyGroup group)
{
  static const char *const names[YL_N_POLICY_GROUPS] = {
    "日常养护标准", "桥梁标准（每座）", "桥梁标准（每米）", "资金承担比例",
    "省级补助标准", "市级补助标准",     "土地出让收益",     "工作目标",
    "计量里程",     "县级配套",         "拨付进度",
  };
  return names[group];
}

static const char *
get_land_name (guint key)
{
  static const char *const names[] = { "比例下限", "比例上限", "默认比例", "计提级次", "收益口径" };
  return names[key];
}

static const char *
get_key_name (const YlPolicyValue *value)
{
  switch (value->group)
    {
    case YL_GROUP_DAILY_RATE:
      return yl_rate_kind_get_name ((YlRateKind) value->key);
    case YL_GROUP_BRIDGE_RATE:
      return yl_bridge_size_get_name ((YlBridgeSize) value->key);
    case YL_GROUP_PAYER_SHARE:
      return yl_payer_get_name ((YlPayer) value->key);
    case YL_GROUP_LAND_REVENUE:
      return get_land_name (value->key);
    case YL_GROUP_TARGET:
      return yl_indicator_get_name ((YlIndicatorKind) value->key);
    case YL_GROUP_MILEAGE:
      return "计量依据";
    case YL_GROUP_COUNTY_MATCH:
      return "占上级日常养护补助";
    case YL_GROUP_PAYMENT:
      return yl_policy_group_get_key_of (value->group, value->key).name;
    case YL_GROUP_BRIDGE_RATE_PER_METRE:
    case YL_GROUP_PAYER_RATE_PROVINCE:
    case YL_GROUP_PAYER_RATE_CITY:
    default:
      return yl_road_class_get_name ((YlRoadClass) value->key);
    }
}

static char *
show_payers (gint64 bits)
{
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint payer = 0; payer < YL_N_PAYERS; payer++)
    if (bits & ((gint64) 1 << payer))
      g_string_append_printf (names, "%s%s", names->len == 0 ? "" : "、",
                              yl_payer_get_name ((YlPayer) payer));
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
show_yuan (gint64 fen, const char *unit)
{
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ fen });
  return g_strdup_printf ("%s %s", yuan, unit);
}

static char *
show_land (const YlPolicyValue *value)
{
  if (value->key == YL_LAND_PAYERS)
    return show_payers (value->value);
  if (value->key == YL_LAND_BASIS)
    return g_strdup (value->shown);
  return yl_share_to_percent ((YlShare){ value->value });
}

static char *
show_value (const YlPolicyValue *value)
{
  switch (value->group)
    {
    case YL_GROUP_BRIDGE_RATE:
      return show_yuan (value->value, "元/座");
    case YL_GROUP_BRIDGE_RATE_PER_METRE:
      return show_yuan (value->value, "元/米");
    case YL_GROUP_LAND_REVENUE:
      return show_land (value);
    case YL_GROUP_PAYER_SHARE:
    case YL_GROUP_TARGET:
    case YL_GROUP_COUNTY_MATCH:
      return yl_share_to_percent ((YlShare){ value->value });
    case YL_GROUP_PAYMENT:
      return value->key == YL_PAYMENT_PASS_ON_DAYS
                 ? g_strdup_printf ("%" G_GINT64_FORMAT " 天", value->value)
                 : yl_share_to_percent ((YlShare){ value->value });
    case YL_GROUP_MILEAGE:
      return g_strdup (yl_mileage_basis_get_name ((YlMileageBasis) value->value));
    case YL_GROUP_DAILY_RATE:
    case YL_GROUP_PAYER_RATE_PROVINCE:
    case YL_GROUP_PAYER_RATE_CITY:
    default:
      return show_yuan (value->value, "元/公里");
    }
}

static char *
show_area (const YlPolicyHead *head)
{
  return head->area[0] == NULL ? g_strdup ("各地") : g_strjoinv ("、", (char **) head->area);
}

static char *
show_period (const YlPolicyHead *head)
{
  g_autofree char *from = yl_date_to_iso (head->effective_from);
  g_autofree char *to = yl_date_to_iso (head->effective_to);
  return to[0] == '\0' ? g_strdup_printf ("%s 起", from) : g_strdup_printf ("%s 至 %s", from, to);
}

static void
print_head (const YlPolicyHead *head)
{
  g_autofree char *issued = yl_date_to_iso (head->issued);
  g_autofree char *period = show_period (head);
  g_autofree char *area = show_area (head);
  g_print ("%s  %s%s\n", head->id, head->title, head->verified ? "" : UNVERIFIED);
  g_print ("文号：%s    印发：%s    施行：%s    适用：%s\n", head->document, issued, period, area);
  if (head->base[0] != '\0')
    g_print ("未写明的值依据：%s\n", head->base);
  g_print ("SHA-256：%s\n\n", head->sha256);
}

static void
add_value (YlTextTable *table, const YlPolicyValue *value)
{
  g_autofree char *shown = show_value (value);
  g_autofree char *marked = g_strconcat (shown, value->verified ? "" : UNVERIFIED, NULL);
  const char *cells[] = {
    get_group_name (value->group),
    value->area,
    get_key_name (value),
    marked,
    value->document,
    value->clause[0] == '\0' ? "（未写条款）" : value->clause,
  };
  yl_text_table_add (table, cells);
}

void
yl_policy_text_print (const YlPolicy *policy)
{
  static const YlAlign alignments[] = { YL_ALIGN_LEFT, YL_ALIGN_LEFT, YL_ALIGN_LEFT,
                                        YL_ALIGN_LEFT, YL_ALIGN_LEFT, YL_ALIGN_LEFT };
  static const char *const heads[] = { "项目", "地区", "名称", "值", "依据文件", "条款" };
  g_autoptr (YlTextTable) table = yl_text_table_new (alignments, G_N_ELEMENTS (alignments));
  gsize n_values = 0;
  const YlPolicyValue *values = yl_policy_get_values (policy, &n_values);
  print_head (yl_policy_get_head (policy));
  yl_text_table_add (table, heads);
  yl_text_table_add_line (table);
  for (gsize i = 0; i < n_values; i++)
    add_value (table, &values[i]);
  yl_text_table_print (table);
}

void
yl_policy_text_print_list (const GPtrArray *policies)
{
  static const YlAlign alignments[] = { YL_ALIGN_LEFT, YL_ALIGN_LEFT, YL_ALIGN_LEFT, YL_ALIGN_LEFT,
                                        YL_ALIGN_LEFT };
  static const char *const heads[] = { "编号", "文号", "适用", "施行", "名称" };
  g_autoptr (YlTextTable) table = yl_text_table_new (alignments, G_N_ELEMENTS (alignments));
  yl_text_table_add (table, heads);
  yl_text_table_add_line (table);
  for (guint i = 0; i < policies->len; i++)
    {
      const YlPolicyHead *head = yl_policy_get_head (g_ptr_array_index (policies, i));
      g_autofree char *document =
          g_strconcat (head->document, head->verified ? "" : UNVERIFIED, NULL);
      g_autofree char *area = show_area (head);
      g_autofree char *period = show_period (head);
      const char *cells[] = { head->id, document, area, period, head->title };
      yl_text_table_add (table, cells);
    }
  yl_text_table_print (table);
}
