#include "value-private.h"

#include "yanglu/base/money.h"
#include "yanglu/domain/fund.h"

#include <string.h>

#define MAX_NAME 64
#define MAX_DAYS 3660

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
      YlPolicyKey payer;
      if (!yl_policy_group_find_key (YL_GROUP_PAYER_SHARE, g_strstrip (names[i]), &payer))
        return "不认识：应为 province、city、county 中的一个或几个，用半角逗号隔开";
      if (bits & ((gint64) 1 << payer.number))
        return "同一级写了两次";
      bits |= (gint64) 1 << payer.number;
    }
  if (bits == 0)
    return "没有值：应为 province、city、county 中的一个或几个";
  *out_value = bits;
  return NULL;
}

static const char *
parse_mileage_basis (const char *text, gint64 *out_value)
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
  if (yl_decimal_parse (yl_text_of (text), 0, MAX_DAYS, &days, &lost) != YL_DECIMAL_OK || lost != 0
      || days < 1)
    return "不合要求：应为天数，1 至 3660 的整数，例如 30";
  *out_value = days;
  return NULL;
}

static const char *
parse_land_basis (const char *text, gint64 *out_value)
{
  if (!yl_policy_is_name (text))
    return "不合要求：应为小写字母、数字和连字符，例如 net-2011-62";
  *out_value = 0;
  return NULL;
}

const char *
yl_policy_value_parse (YlPolicyValueKind kind, const char *text, gint64 *out_value)
{
  static const char *(*const parse[]) (const char *text, gint64 *out_value) = {
    [YL_POLICY_RATE] = parse_yuan,
    [YL_POLICY_SHARE] = parse_percent,
    [YL_POLICY_DAYS] = parse_days,
    [YL_POLICY_PAYERS] = parse_payers,
    [YL_POLICY_MILEAGE_BASIS] = parse_mileage_basis,
    [YL_POLICY_LAND_BASIS] = parse_land_basis,
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (parse) == YL_N_POLICY_VALUE_KINDS);
  return parse[kind](text, out_value);
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
