#include "yanglu/domain/audit/rule-set.h"

#include "yanglu/base/enum-table.h"

struct _YlRuleSet
{
  YlArena *arena;
  YlRule rules[YL_N_CODES];
  GArray *bands; /* of YlGradeBand */
};

typedef struct
{
  const char *key;
  const char *name;
  const char *unit;
  YlLimitForm form;
} LimitKind;

static const LimitKind kinds[] = {
  [YL_LIMIT_MIN_AMOUNT] = { "limit-min-amount", "涉及金额低于此数不报", "元", YL_LIMIT_IN_YUAN },
  [YL_LIMIT_TOLERANCE] = { "limit-tolerance", "允许相差", "元", YL_LIMIT_IN_YUAN },
  [YL_LIMIT_CHANGE] = { "limit-change", "较上年变动超过", "%", YL_LIMIT_IN_PERCENT },
  [YL_LIMIT_LENGTH] = { "limit-length", "并且变动超过", "公里", YL_LIMIT_IN_KM },
  [YL_LIMIT_ROWS] = { "limit-rows", "同一数字至少出现", "行", YL_LIMIT_IN_NUMBERS },
  [YL_LIMIT_ROUND] = { "limit-round", "此数的整倍数不算零碎", "元", YL_LIMIT_IN_YUAN },
  [YL_LIMIT_DAYS] = { "limit-days", "到账后应拨付的期限", "天", YL_LIMIT_IN_NUMBERS },
  [YL_LIMIT_WARNING_YEARS] = { "limit-warning-years", "闲置超过即警告", "年", YL_LIMIT_IN_NUMBERS },
  [YL_LIMIT_ERROR_YEARS] = { "limit-error-years", "闲置超过即错误", "年", YL_LIMIT_IN_NUMBERS },
  [YL_LIMIT_FROM_YEAR] = { "limit-from-year", "人员和机构运行自此年起不得使用", "年度",
                           YL_LIMIT_IN_NUMBERS },
  [YL_LIMIT_SECTION] = { "limit-section", "一个路段最长", "公里", YL_LIMIT_IN_KM },
  [YL_LIMIT_ROUTE] = { "limit-route", "一条路线在一县最长", "公里", YL_LIMIT_IN_KM },
  [YL_LIMIT_COUNTY] = { "limit-county", "一县最多", "公里", YL_LIMIT_IN_KM },
  [YL_LIMIT_GROWTH] = { "limit-growth", "全县最多为上年的", "倍", YL_LIMIT_IN_NUMBERS },
  [YL_LIMIT_MEDIAN_MOST] = { "limit-median-most", "一张表的中间值最大", "公里", YL_LIMIT_IN_KM },
  [YL_LIMIT_MEDIAN_LEAST] = { "limit-median-least", "一张表的中间值最小", "公里", YL_LIMIT_IN_KM },
  [YL_LIMIT_MEDIAN_ROWS] = { "limit-median-rows", "中间值至少取自", "行", YL_LIMIT_IN_NUMBERS },
  [YL_LIMIT_MEDIAN_TIMES] = { "limit-median-times", "一行不到同类中间值的", "倍",
                              YL_LIMIT_IN_NUMBERS },
  [YL_LIMIT_GRANT] = { "limit-grant", "一笔补助最少", "元", YL_LIMIT_IN_YUAN },
  [YL_LIMIT_GRANT_TIMES] = { "limit-grant-times", "一笔补助最多为应达标准的", "倍",
                             YL_LIMIT_IN_NUMBERS },
  [YL_LIMIT_LAND] = { "limit-land", "土地出让收入最少", "元", YL_LIMIT_IN_YUAN },
};

YL_DEFINE_COLUMN (yl_limit_get_key, YlLimit, YL_N_LIMITS, kinds, key)
YL_DEFINE_COLUMN (yl_limit_get_name, YlLimit, YL_N_LIMITS, kinds, name)
YL_DEFINE_COLUMN (yl_limit_get_unit, YlLimit, YL_N_LIMITS, kinds, unit)

/* The limits beside limit-min-amount. */
static const struct
{
  YlCode code;
  YlLimit limit;
} bounded[] = {
  { YL_A10, YL_LIMIT_CHANGE },      { YL_A10, YL_LIMIT_LENGTH },
  { YL_B08, YL_LIMIT_TOLERANCE },   { YL_C01, YL_LIMIT_TOLERANCE },
  { YL_C03, YL_LIMIT_SECTION },     { YL_C03, YL_LIMIT_ROUTE },
  { YL_C03, YL_LIMIT_COUNTY },      { YL_C03, YL_LIMIT_GROWTH },
  { YL_C03, YL_LIMIT_MEDIAN_MOST }, { YL_C03, YL_LIMIT_MEDIAN_LEAST },
  { YL_C03, YL_LIMIT_MEDIAN_ROWS }, { YL_C03, YL_LIMIT_MEDIAN_TIMES },
  { YL_C03, YL_LIMIT_GRANT },       { YL_C03, YL_LIMIT_GRANT_TIMES },
  { YL_C03, YL_LIMIT_LAND },        { YL_C06, YL_LIMIT_ROWS },
  { YL_C06, YL_LIMIT_ROUND },       { YL_C08, YL_LIMIT_TOLERANCE },
  { YL_D01, YL_LIMIT_DAYS },        { YL_D02, YL_LIMIT_TOLERANCE },
  { YL_D03, YL_LIMIT_TOLERANCE },   { YL_D06, YL_LIMIT_WARNING_YEARS },
  { YL_D06, YL_LIMIT_ERROR_YEARS }, { YL_B12, YL_LIMIT_FROM_YEAR },
};

YlRuleSet *
yl_rule_set_new (void)
{
  YlRuleSet *set = yl_arena_new_record (sizeof *set);
  set->bands = yl_arena_array (set->arena, sizeof (YlGradeBand));
  for (guint code = 0; code < YL_N_CODES; code++)
    set->rules[code] = (YlRule){
      .code = (YlCode) code,
      .is_enabled = TRUE,
      .severity = yl_code_get_severity ((YlCode) code),
      .basis = yl_code_get_basis ((YlCode) code),
      .note = "",
    };
  return set;
}

YlRuleSet *
yl_rule_set_copy (const YlRuleSet *set)
{
  YlRuleSet *copy = yl_rule_set_new ();
  for (guint code = 0; code < YL_N_CODES; code++)
    {
      YlRule *rule = &copy->rules[code];
      *rule = set->rules[code];
      rule->basis = yl_rule_set_keep (copy, rule->basis);
      rule->note = yl_rule_set_keep (copy, rule->note);
    }
  guint n_bands = 0;
  const YlGradeBand *bands = yl_rule_set_get_bands (set, &n_bands);
  yl_rule_set_replace_bands (copy, bands, n_bands);
  return copy;
}

YlRule *
yl_rule_set_edit (YlRuleSet *set, YlCode code)
{
  g_return_val_if_fail ((guint) code < YL_N_CODES, NULL);
  return &set->rules[code];
}

const char *
yl_rule_set_keep (YlRuleSet *set, const char *text)
{
  return yl_arena_keep_once (set->arena, text);
}

void
yl_rule_set_replace_bands (YlRuleSet *set, const YlGradeBand *bands, guint n_bands)
{
  g_array_set_size (set->bands, 0);
  for (guint i = 0; i < n_bands; i++)
    {
      YlGradeBand band = bands[i];
      band.name = yl_rule_set_keep (set, band.name);
      g_array_append_val (set->bands, band);
    }
}

const YlRule *
yl_rule_set_get (const YlRuleSet *set, YlCode code)
{
  g_return_val_if_fail ((guint) code < YL_N_CODES, NULL);
  return &set->rules[code];
}

gint64
yl_rule_set_get_limit (const YlRuleSet *set, YlCode code, YlLimit limit)
{
  g_return_val_if_fail (yl_rule_has_limit (code, limit), 0);
  return set->rules[code].limits[limit];
}

const YlGradeBand *
yl_rule_set_get_bands (const YlRuleSet *set, guint *out_n)
{
  *out_n = set->bands->len;
  return (const YlGradeBand *) (gconstpointer) set->bands->data;
}

gboolean
yl_rule_has_limit (YlCode code, YlLimit limit)
{
  gboolean has = limit == YL_LIMIT_MIN_AMOUNT;
  for (gsize i = 0; i < G_N_ELEMENTS (bounded); i++)
    has = has || (bounded[i].code == code && bounded[i].limit == limit);
  return has;
}

gboolean
yl_limit_find (const char *key, YlLimit *out_limit)
{
  guint limit = 0;
  if (!yl_enum_find (yl_limit_get_key, YL_N_LIMITS, key, &limit))
    return FALSE;
  *out_limit = (YlLimit) limit;
  return TRUE;
}

YlLimitForm
yl_limit_get_form (YlLimit limit)
{
  return kinds[limit].form;
}
