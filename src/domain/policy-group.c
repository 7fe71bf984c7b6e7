#include "yanglu/domain/policy-group.h"

#include "yanglu/base/enum-table.h"
#include "yanglu/domain/bridge.h"
#include "yanglu/domain/fund.h"
#include "yanglu/domain/road-class.h"
#include "yanglu/domain/sheet-names.h"

#include <string.h>

/* Keys that are a set of the domain, from its member @first to @last: spelled and named there. */
typedef struct
{
  guint first;
  guint last;
  YlTextOfMember get_key;
  YlTextOfMember get_name;
} KeySet;

static const KeySet rate_kinds = { YL_RATE_COUNTY, YL_RATE_TRACK, yl_rate_kind_get_key,
                                   yl_rate_kind_get_name };
static const KeySet classes = { YL_CLASS_COUNTY, YL_CLASS_SPECIAL, yl_road_class_get_key,
                                yl_road_class_get_name };
static const KeySet bridge_sizes = { YL_BRIDGE_EXTRA_LARGE, YL_BRIDGE_SMALL, yl_bridge_size_get_key,
                                     yl_bridge_size_get_name };
static const KeySet payers = { YL_PAYER_PROVINCE, YL_PAYER_COUNTY, yl_payer_get_key,
                               yl_payer_get_name };
static const KeySet indicators = { YL_INDICATOR_MAINTAINED, YL_INDICATOR_FAIR_OR_BETTER,
                                   yl_indicator_get_key, yl_indicator_get_name };

static const YlPolicyKey land_keys[] = {
  { YL_LAND_MIN_SHARE, "min-share", "计提比例下限", YL_POLICY_SHARE, YL_FIGURE_PPM },
  { YL_LAND_MAX_SHARE, "max-share", "计提比例上限", YL_POLICY_SHARE, YL_FIGURE_PPM },
  { YL_LAND_DEFAULT_SHARE, "default-share", "计提比例（默认）", YL_POLICY_SHARE, YL_FIGURE_PPM },
  { YL_LAND_PAYERS, "payers", "计提主体", YL_POLICY_PAYERS, YL_FIGURE_NONE },
  { YL_LAND_BASIS, "basis", "收益口径", YL_POLICY_LAND_BASIS, YL_FIGURE_NONE },
};
static const YlPolicyKey mileage_keys[] = {
  { 0, "basis", "日常养护计费里程", YL_POLICY_MILEAGE_BASIS, YL_FIGURE_NONE },
};
static const YlPolicyKey match_keys[] = {
  { YL_MATCH_SUPERIOR_GRANTS, "superior-grants", "占上级日常养护补助", YL_POLICY_SHARE,
    YL_FIGURE_PPM },
};
static const YlPolicyKey share_keys[] = {
  { YL_SHARE_BASE_KEY, "base", "日常养护分担基数", YL_POLICY_SHARE_BASE, YL_FIGURE_NONE },
};
static const YlPolicyKey target_keys[] = {
  { YL_ENGINEERING_BASE_KEY, "engineering-base", "养护工程比例的分母", YL_POLICY_WORKS_BASE,
    YL_FIGURE_NONE },
  { YL_ENGINEERING_YEARS_KEY, "engineering-years", "养护工程比例取几年平均", YL_POLICY_YEARS,
    YL_FIGURE_NONE },
};
static const YlPolicyKey required_keys[] = {
  { YL_REQUIRED_LAND, "land", YL_LIST_LAND, YL_POLICY_FLAG, YL_FIGURE_NONE },
  { YL_REQUIRED_RUNNING, "running", "机构运行经费", YL_POLICY_FLAG, YL_FIGURE_NONE },
  { YL_REQUIRED_STAFF, "staff", "人员支出", YL_POLICY_FLAG, YL_FIGURE_NONE },
  { YL_REQUIRED_ROAD_CHIEF, "road-chief", "路长制工作经费", YL_POLICY_FLAG, YL_FIGURE_NONE },
  { YL_REQUIRED_RATIO, "ratio", "日常养护分担比例", YL_POLICY_FLAG, YL_FIGURE_NONE },
  { YL_REQUIRED_INSURANCE, "insurance", "灾毁保险", YL_POLICY_FLAG, YL_FIGURE_NONE },
};
/* The last day of each month, February's in a common year. */
static const YlPolicyKey payment_keys[] = {
  { YL_PAYMENT_PASS_ON_DAYS, "pass-on-days", "收到上级资金后的拨付期限", YL_POLICY_DAYS,
    YL_FIGURE_NONE },
  { 131, "by-0131", "1月31日前应拨付", YL_POLICY_SHARE, YL_FIGURE_PPM },
  { 228, "by-0228", "2月28日前应拨付", YL_POLICY_SHARE, YL_FIGURE_PPM },
  { 331, "by-0331", "3月31日前应拨付", YL_POLICY_SHARE, YL_FIGURE_PPM },
  { 430, "by-0430", "4月30日前应拨付", YL_POLICY_SHARE, YL_FIGURE_PPM },
  { 531, "by-0531", "5月31日前应拨付", YL_POLICY_SHARE, YL_FIGURE_PPM },
  { 630, "by-0630", "6月30日前应拨付", YL_POLICY_SHARE, YL_FIGURE_PPM },
  { 731, "by-0731", "7月31日前应拨付", YL_POLICY_SHARE, YL_FIGURE_PPM },
  { 831, "by-0831", "8月31日前应拨付", YL_POLICY_SHARE, YL_FIGURE_PPM },
  { 930, "by-0930", "9月30日前应拨付", YL_POLICY_SHARE, YL_FIGURE_PPM },
  { 1031, "by-1031", "10月31日前应拨付", YL_POLICY_SHARE, YL_FIGURE_PPM },
  { 1130, "by-1130", "11月30日前应拨付", YL_POLICY_SHARE, YL_FIGURE_PPM },
  { 1231, "by-1231", "12月31日前应拨付", YL_POLICY_SHARE, YL_FIGURE_PPM },
};

/* All that is told of a group: only calc knows what its values mean. */
typedef struct
{
  const char *key;
  const char *title;
  const char *value_name; /* of one of its values; {} stands for the name of its key */
  const char *note;       /* (nullable) */
  const KeySet *set;      /* its keys, all of one @kind and @unit … */
  YlPolicyValueKind kind;
  YlFigureUnit unit;
  const YlPolicyKey *listed; /* … and those that stand each for itself */
  guint n_listed;
  gboolean takes_area;
  gboolean is_whole;
} GroupRow;

static const GroupRow groups[] = {
  [YL_GROUP_DAILY_RATE] = {
    .key = "daily-rate",
    .title = "日常养护标准",
    .value_name = "{}日常养护标准",
    .set = &rate_kinds,
    .kind = YL_POLICY_RATE,
    .unit = YL_FIGURE_FEN_PER_KM,
  },
  [YL_GROUP_BRIDGE_RATE] = {
    .key = "bridge-rate",
    .title = "桥梁养护标准（按座）",
    .value_name = "{}每座养护标准",
    .set = &bridge_sizes,
    .kind = YL_POLICY_RATE,
    .unit = YL_FIGURE_FEN_PER_BRIDGE,
  },
  [YL_GROUP_BRIDGE_RATE_PER_METRE] = {
    .key = "bridge-rate-per-metre",
    .title = "桥梁养护标准（按米）",
    .value_name = "{}桥梁每米养护标准",
    .set = &classes,
    .kind = YL_POLICY_RATE,
    .unit = YL_FIGURE_FEN_PER_METRE,
  },
  [YL_GROUP_PAYER_SHARE] = {
    .key = "payer-share",
    .title = "日常养护分担比例",
    .value_name = "{}级分担比例",
    .note = "base=standard（缺省）按标准总额分担，base=after-superior 先减没有比例的上级补助",
    .set = &payers,
    .kind = YL_POLICY_SHARE,
    .unit = YL_FIGURE_PPM,
    .listed = share_keys,
    .n_listed = G_N_ELEMENTS (share_keys),
    .takes_area = TRUE,
    .is_whole = TRUE,
  },
  [YL_GROUP_PAYER_RATE_PROVINCE] = {
    .key = "payer-rate province",
    .title = "省级承担标准",
    .value_name = "{}省级承担标准",
    .set = &classes,
    .kind = YL_POLICY_RATE,
    .unit = YL_FIGURE_FEN_PER_KM,
    .takes_area = TRUE,
  },
  [YL_GROUP_PAYER_RATE_CITY] = {
    .key = "payer-rate city",
    .title = "市级承担标准",
    .value_name = "{}市级承担标准",
    .note = "县级承担其余",
    .set = &classes,
    .kind = YL_POLICY_RATE,
    .unit = YL_FIGURE_FEN_PER_KM,
    .takes_area = TRUE,
  },
  [YL_GROUP_LAND_REVENUE] = {
    .key = "land-revenue",
    .title = YL_LIST_LAND,
    .value_name = "土地出让收益{}",
    .listed = land_keys,
    .n_listed = G_N_ELEMENTS (land_keys),
  },
  [YL_GROUP_TARGET] = {
    .key = "target",
    .title = YL_LIST_TARGETS,
    .value_name = "{}目标值",
    .note = "engineering-base=maintained（缺省）或 counted；engineering-years 为取几年平均，缺省 1",
    .set = &indicators,
    .kind = YL_POLICY_SHARE,
    .unit = YL_FIGURE_PPM,
    .listed = target_keys,
    .n_listed = G_N_ELEMENTS (target_keys),
  },
  [YL_GROUP_MILEAGE] = {
    .key = "mileage",
    .title = "计费里程口径",
    .value_name = "{}口径",
    .note = "counted、maintained 或 subsidised",
    .listed = mileage_keys,
    .n_listed = G_N_ELEMENTS (mileage_keys),
  },
  [YL_GROUP_COUNTY_MATCH] = {
    .key = "county-match",
    .title = "县级配套",
    .value_name = "县级配套{}的最低比例",
    .note = "县级配套占上级日常养护补助",
    .listed = match_keys,
    .n_listed = G_N_ELEMENTS (match_keys),
    .takes_area = TRUE,
  },
  [YL_GROUP_PAYMENT] = {
    .key = "payment",
    .title = YL_LIST_SCHEDULE,
    .value_name = "{}",
    .note = "到月末应拨付的累计百分数；上级资金应在几天内拨付",
    .listed = payment_keys,
    .n_listed = G_N_ELEMENTS (payment_keys),
    .takes_area = TRUE,
  },
  [YL_GROUP_REQUIRED] = {
    .key = "required",
    .title = "应填内容",
    .value_name = "应填{}",
    .note = "yes 或 no：要求而没有填报的报 B15",
    .listed = required_keys,
    .n_listed = G_N_ELEMENTS (required_keys),
  },
};

YL_DEFINE_COLUMN (yl_policy_group_get_key, YlPolicyGroup, YL_N_POLICY_GROUPS, groups, key)
YL_DEFINE_COLUMN (yl_policy_group_get_title, YlPolicyGroup, YL_N_POLICY_GROUPS, groups, title)

gboolean
yl_policy_group_takes_area (YlPolicyGroup group)
{
  return groups[group].takes_area;
}

gboolean
yl_policy_group_is_whole (YlPolicyGroup group)
{
  return groups[group].is_whole;
}

const char *
yl_policy_group_get_note (YlPolicyGroup group)
{
  return groups[group].note == NULL ? "" : groups[group].note;
}

char *
yl_policy_group_list (gboolean takes_area)
{
  g_autoptr (GString) list = g_string_new (NULL);
  for (guint group = 0; group < YL_N_POLICY_GROUPS; group++)
    if (!takes_area || groups[group].takes_area)
      g_string_append_printf (list, "%s%s", list->len == 0 ? "" : "、", groups[group].key);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static guint
count_set (const GroupRow *row)
{
  return row->set == NULL ? 0 : row->set->last - row->set->first + 1;
}

guint
yl_policy_group_get_n_keys (YlPolicyGroup group)
{
  return count_set (&groups[group]) + groups[group].n_listed;
}

YlPolicyKey
yl_policy_group_get_nth_key (YlPolicyGroup group, guint index)
{
  const GroupRow *row = &groups[group];
  const guint n_set = count_set (row);
  if (index >= n_set)
    return row->listed[index - n_set];
  const guint member = row->set->first + index;
  return (YlPolicyKey){ member, row->set->get_key (member), row->set->get_name (member), row->kind,
                        row->unit };
}

gboolean
yl_policy_group_find_key (YlPolicyGroup group, const char *key, YlPolicyKey *out_key)
{
  for (guint i = 0; i < yl_policy_group_get_n_keys (group); i++)
    {
      const YlPolicyKey own = yl_policy_group_get_nth_key (group, i);
      if (strcmp (own.key, key) != 0)
        continue;
      *out_key = own;
      return TRUE;
    }
  return FALSE;
}

YlPolicyKey
yl_policy_group_get_key_of (YlPolicyGroup group, guint number)
{
  for (guint i = 0; i < yl_policy_group_get_n_keys (group); i++)
    {
      const YlPolicyKey key = yl_policy_group_get_nth_key (group, i);
      if (key.number == number)
        return key;
    }
  g_return_val_if_reached (yl_policy_group_get_nth_key (group, 0));
}

char *
yl_policy_value_to_figure_key (const YlPolicyValue *value)
{
  return g_strdup_printf (YL_POLICY_FIGURE "%s.%s%s%s", yl_policy_group_get_key (value->group),
                          value->key_name, value->area[0] == '\0' ? "" : ".", value->area);
}

char *
yl_policy_value_to_name (const YlPolicyValue *value)
{
  const GroupRow *row = &groups[value->group];
  const YlPolicyKey key = yl_policy_group_get_key_of (value->group, value->key);
  if (row->set != NULL && key.kind != row->kind)
    return g_strdup (key.name);
  g_autoptr (GString) name = g_string_new (row->value_name);
  g_string_replace (name, "{}", key.name, 1);
  return g_string_free (g_steal_pointer (&name), FALSE);
}

char *
yl_policy_value_show_period (const YlPolicyValue *value)
{
  g_autofree char *from = yl_date_to_chinese (value->effective_from);
  g_autofree char *to = yl_date_to_chinese (value->effective_to);
  if (from[0] == '\0' && to[0] == '\0')
    return g_strdup ("");
  return g_strdup_printf ("（%s%s%s%s）", from, from[0] == '\0' ? "" : "起",
                          to[0] == '\0' ? "" : "至", to);
}

static char *
list_payers (gint64 bits)
{
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint payer = 0; payer < YL_N_PAYERS; payer++)
    if (bits & ((gint64) 1 << payer))
      g_string_append_printf (names, "%s%s", names->len == 0 ? "" : "、",
                              yl_payer_get_name (payer));
  return g_string_free (g_steal_pointer (&names), FALSE);
}

char *
yl_policy_value_to_text (const YlPolicyValue *value)
{
  const YlPolicyKey key = yl_policy_group_get_key_of (value->group, value->key);
  switch (key.kind)
    {
    case YL_POLICY_DAYS:
      return g_strdup_printf ("%" G_GINT64_FORMAT " 天", value->value);
    case YL_POLICY_PAYERS:
      return list_payers (value->value);
    case YL_POLICY_MILEAGE_BASIS:
      return g_strdup (yl_mileage_basis_get_name ((YlMileageBasis) value->value));
    case YL_POLICY_LAND_BASIS:
      return g_strdup (yl_land_basis_get_name (value->shown));
    case YL_POLICY_WORKS_BASE:
      return g_strdup (yl_mileage_basis_get_name ((YlMileageBasis) value->value));
    case YL_POLICY_YEARS:
      return g_strdup_printf ("%" G_GINT64_FORMAT " 年", value->value);
    case YL_POLICY_SHARE_BASE:
      return g_strdup (yl_share_base_get_name ((YlShareBase) value->value));
    case YL_POLICY_FLAG:
      return g_strdup (value->value != 0 ? "应填" : "不要求");
    case YL_POLICY_RATE:
    case YL_POLICY_SHARE:
    default:
      return yl_figure_to_text (key.unit, value->value);
    }
}
