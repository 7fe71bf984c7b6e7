#include "schema-private.h"

#include <string.h>

#define MAX_NAME 64

static const YlPolicyKey rate_keys[] = {
  { "county", YL_RATE_COUNTY },
  { "township", YL_RATE_TOWNSHIP },
  { "village", YL_RATE_VILLAGE },
  { "special", YL_RATE_SPECIAL },
  { "urban", YL_RATE_URBAN },
  { "track", YL_RATE_TRACK },
  { NULL, 0 },
};
static const YlPolicyKey class_keys[] = {
  { "county", YL_CLASS_COUNTY },
  { "township", YL_CLASS_TOWNSHIP },
  { "village", YL_CLASS_VILLAGE },
  { "special", YL_CLASS_SPECIAL },
  { NULL, 0 },
};
static const YlPolicyKey bridge_keys[] = {
  { "extra-large", YL_BRIDGE_EXTRA_LARGE },
  { "large", YL_BRIDGE_LARGE },
  { "medium", YL_BRIDGE_MEDIUM },
  { "small", YL_BRIDGE_SMALL },
  { NULL, 0 },
};
static const YlPolicyKey payer_keys[] = {
  { "province", YL_PAYER_PROVINCE },
  { "city", YL_PAYER_CITY },
  { "county", YL_PAYER_COUNTY },
  { NULL, 0 },
};
static const YlPolicyKey land_keys[] = {
  { "min-share", YL_LAND_MIN_SHARE },
  { "max-share", YL_LAND_MAX_SHARE },
  { "default-share", YL_LAND_DEFAULT_SHARE },
  { "payers", YL_LAND_PAYERS },
  { "basis", YL_LAND_BASIS },
  { NULL, 0 },
};
static const YlPolicyKey target_keys[] = {
  { "maintained-ratio", YL_INDICATOR_MAINTAINED },
  { "engineering-ratio", YL_INDICATOR_ENGINEERING },
  { "fair-or-better-ratio", YL_INDICATOR_FAIR_OR_BETTER },
  { NULL, 0 },
};
static const YlPolicyKey match_keys[] = {
  { "superior-grants", YL_MATCH_SUPERIOR_GRANTS },
  { NULL, 0 },
};
static const YlPolicyKey mileage_keys[] = { { "basis", 0 }, { NULL, 0 } };

/* The last day of each month, February's in a common year. */
static const YlPolicyKey payment_keys[] = {
  { "pass-on-days", YL_PAYMENT_PASS_ON_DAYS },
  { "by-0131", 131 },
  { "by-0228", 228 },
  { "by-0331", 331 },
  { "by-0430", 430 },
  { "by-0531", 531 },
  { "by-0630", 630 },
  { "by-0731", 731 },
  { "by-0831", 831 },
  { "by-0930", 930 },
  { "by-1031", 1031 },
  { "by-1130", 1130 },
  { "by-1231", 1231 },
  { NULL, 0 },
};

static const YlPolicyGroupForm forms[YL_N_POLICY_GROUPS] = {
  [YL_GROUP_DAILY_RATE] = { rate_keys, YL_VALUE_YUAN, FALSE },
  [YL_GROUP_BRIDGE_RATE] = { bridge_keys, YL_VALUE_YUAN, FALSE },
  [YL_GROUP_BRIDGE_RATE_PER_METRE] = { class_keys, YL_VALUE_YUAN, FALSE },
  [YL_GROUP_PAYER_SHARE] = { payer_keys, YL_VALUE_PERCENT, TRUE },
  [YL_GROUP_PAYER_RATE_PROVINCE] = { class_keys, YL_VALUE_YUAN, TRUE },
  [YL_GROUP_PAYER_RATE_CITY] = { class_keys, YL_VALUE_YUAN, TRUE },
  [YL_GROUP_LAND_REVENUE] = { land_keys, YL_VALUE_PERCENT, FALSE },
  [YL_GROUP_TARGET] = { target_keys, YL_VALUE_PERCENT, FALSE },
  [YL_GROUP_MILEAGE] = { mileage_keys, YL_VALUE_MILEAGE, FALSE },
  [YL_GROUP_COUNTY_MATCH] = { match_keys, YL_VALUE_PERCENT, TRUE },
  [YL_GROUP_PAYMENT] = { payment_keys, YL_VALUE_PERCENT, TRUE },
};

const YlPolicyGroupForm *
yl_policy_group_get_form (YlPolicyGroup group)
{
  return &forms[group];
}

gboolean
yl_policy_group_parse (const char *name, YlPolicyGroup *out_group, const char **out_area)
{
  for (guint group = 0; group < YL_N_POLICY_GROUPS; group++)
    {
      const char *key = yl_policy_group_get_key ((YlPolicyGroup) group);
      const gsize length = strlen (key);
      if (strncmp (name, key, length) != 0)
        continue;
      const char *rest = name + length;
      const gboolean has_area =
          rest[0] == ' ' && forms[group].takes_area && yl_policy_is_area (rest + 1);
      if (rest[0] != '\0' && !has_area)
        continue;
      *out_group = (YlPolicyGroup) group;
      *out_area = has_area ? rest + 1 : "";
      return TRUE;
    }
  return FALSE;
}

const YlPolicyKey *
yl_policy_group_find_key (YlPolicyGroup group, const char *name)
{
  for (const YlPolicyKey *key = forms[group].keys; key->name != NULL; key++)
    if (strcmp (key->name, name) == 0)
      return key;
  return NULL;
}

char *
yl_policy_group_list_keys (YlPolicyGroup group)
{
  g_autoptr (GString) list = g_string_new (NULL);
  for (const YlPolicyKey *key = forms[group].keys; key->name != NULL; key++)
    g_string_append_printf (list, "%s%s", list->len == 0 ? "" : "、", key->name);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

YlPolicyValueForm
yl_policy_key_get_form (YlPolicyGroup group, guint key)
{
  if (group == YL_GROUP_LAND_REVENUE && key == YL_LAND_PAYERS)
    return YL_VALUE_PAYERS;
  if (group == YL_GROUP_LAND_REVENUE && key == YL_LAND_BASIS)
    return YL_VALUE_NAME;
  if (group == YL_GROUP_PAYMENT && key == YL_PAYMENT_PASS_ON_DAYS)
    return YL_VALUE_DAYS;
  return forms[group].form;
}

static const char *
parse_yuan (const char *text, gint64 *out_value)
{
  gint64 fen = 0;
  gint32 lost = 0;
  switch (yl_decimal_parse (yl_text_of (text), 2, YL_RATE_MAX_FEN_PER_KM, &fen, &lost))
    {
    case YL_DECIMAL_BLANK:
      return "没有值：没有这项标准时请删去这一行，标准为零时写 0";
    case YL_DECIMAL_MALFORMED:
      return "不是数：应为以元为单位的数，例如 10000 或 3500.50，不写单位";
    case YL_DECIMAL_TOO_LARGE:
      return "太大：标准最多十亿元";
    case YL_DECIMAL_OK:
    default:
      break;
    }
  if (fen < 0 || (fen == 0 && lost < 0))
    return "是负数：标准不能小于零";
  if (lost != 0)
    return "小数过多：标准最多写到分（两位小数）";
  *out_value = fen;
  return NULL;
}

static const char *
parse_percent (const char *text, gint64 *out_value)
{
  gint64 ppm = 0;
  gint32 lost = 0;
  switch (yl_decimal_parse (yl_text_of (text), 4, YL_SHARE_WHOLE, &ppm, &lost))
    {
    case YL_DECIMAL_BLANK:
      return "没有值：没有这项比例时请删去这一行";
    case YL_DECIMAL_MALFORMED:
      return "不是数：应为百分数的数值，例如 2.5，不写 % 号";
    case YL_DECIMAL_TOO_LARGE:
      return "超过 100：应为 0 至 100 的百分数";
    case YL_DECIMAL_OK:
    default:
      break;
    }
  if (ppm < 0 || (ppm == 0 && lost < 0))
    return "是负数：应为 0 至 100 的百分数";
  if (lost != 0)
    return "小数过多：百分数最多四位小数";
  *out_value = ppm;
  return NULL;
}

static const char *
parse_payers (const char *text, gint64 *out_value)
{
  gint64 bits = 0;
  g_auto (GStrv) names = g_strsplit_set (text, ",;", 8);
  for (guint i = 0; names[i] != NULL; i++)
    {
      const YlPolicyKey *payer =
          yl_policy_group_find_key (YL_GROUP_PAYER_SHARE, g_strstrip (names[i]));
      if (payer == NULL)
        return "不认识：应为 province、city、county 中的一个或几个，用半角逗号隔开";
      if (bits & ((gint64) 1 << payer->key))
        return "同一级写了两次";
      bits |= (gint64) 1 << payer->key;
    }
  if (bits == 0)
    return "没有值：应为 province、city、county 中的一个或几个";
  *out_value = bits;
  return NULL;
}

static const char *
parse_mileage (const char *text, gint64 *out_value)
{
  for (guint basis = YL_BASIS_COUNTED; basis <= YL_BASIS_SUBSIDISED; basis++)
    if (strcmp (text, yl_mileage_basis_get_key ((YlMileageBasis) basis)) == 0)
      {
        *out_value = basis;
        return NULL;
      }
  return "不认识：应为 counted、maintained 或 subsidised";
}

static const char *
parse_days (const char *text, gint64 *out_value)
{
  gint64 days = 0;
  gint32 lost = 0;
  if (yl_decimal_parse (yl_text_of (text), 0, 3660, &days, &lost) != YL_DECIMAL_OK || lost != 0
      || days < 1)
    return "不合要求：应为天数，1 至 3660 的整数，例如 30";
  *out_value = days;
  return NULL;
}

static const char *
parse_name (const char *text, gint64 *out_value)
{
  if (!yl_policy_is_name (text))
    return "不合要求：应为小写字母、数字和连字符，例如 net-2011-62";
  *out_value = 0;
  return NULL;
}

const char *
yl_policy_value_parse (YlPolicyValueForm form, const char *text, gint64 *out_value)
{
  switch (form)
    {
    case YL_VALUE_YUAN:
      return parse_yuan (text, out_value);
    case YL_VALUE_PERCENT:
      return parse_percent (text, out_value);
    case YL_VALUE_PAYERS:
      return parse_payers (text, out_value);
    case YL_VALUE_MILEAGE:
      return parse_mileage (text, out_value);
    case YL_VALUE_DAYS:
      return parse_days (text, out_value);
    case YL_VALUE_NAME:
    default:
      return parse_name (text, out_value);
    }
}

gboolean
yl_policy_is_area (const char *text)
{
  const gsize n_digits = strspn (text, "0123456789");
  if (text[n_digits] != '\0')
    return FALSE;
  return n_digits == 2 || n_digits == 4 || n_digits == 6 || n_digits == 9 || n_digits == 12;
}

gboolean
yl_policy_is_name (const char *text)
{
  const gsize length = strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-");
  return text[length] == '\0' && length > 0 && length <= MAX_NAME;
}
