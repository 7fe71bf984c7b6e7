#include "yanglu/audit/diagnosis/cause.h"

/*
 * How rare a kind is, in bits: one more bit is half as often. Offices call
 * 元 and 万元 the commonest slip; there are no counts of the others, so the order
 * is a judgement: mistakes in how a budget is made (rates, which roads count)
 * recur from year to year and come before slips of the hand.
 */
static const struct
{
  const char *key;
  const char *name;
  guint bits;
} kinds[] = {
  [YL_CAUSE_AMOUNT_UNIT] = { "amount-unit", "元与万元混淆", 1 },
  [YL_CAUSE_ROUNDING] = { "rounding", "取整单位不同", 2 },
  [YL_CAUSE_GRANT_NETTED] = { "grant-netted", "养护工程补助抵扣日常养护", 2 },
  [YL_CAUSE_INCOME_SHARE] = { "income-share", "计提基数不是净收益", 2 },
  [YL_CAUSE_LAND_SHARE] = { "land-share", "计提比例不符", 2 },
  [YL_CAUSE_OLD_RATE] = { "old-rate", "沿用旧标准", 3 },
  [YL_CAUSE_NOT_COUNTED] = { "not-counted", "重复路段、断头路计入里程", 3 },
  [YL_CAUSE_ROAD_TWICE] = { "road-twice", "重复计算", 3 },
  [YL_CAUSE_ROAD_MISSING] = { "road-missing", "漏计", 3 },
  [YL_CAUSE_RATES_SWAPPED] = { "rates-swapped", "两类标准互换", 3 },
  [YL_CAUSE_WRONG_CLASS] = { "wrong-class", "行政等级归错", 4 },
  [YL_CAUSE_LENGTH_UNIT] = { "length-unit", "公里与米混淆", 4 },
  [YL_CAUSE_ROW_SHIFTED] = { "row-shifted", "金额错行", 4 },
  [YL_CAUSE_DIGITS_SWAPPED] = { "digits-swapped", "数字颠倒", 5 },
  [YL_CAUSE_DIGIT_LOST] = { "digit-lost", "漏写一位数字", 5 },
  [YL_CAUSE_DIGIT_DOUBLED] = { "digit-doubled", "多写一位数字", 5 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == YL_N_CAUSE_KINDS);

const char *
yl_cause_get_key (YlCauseKind kind)
{
  return kinds[kind].key;
}

const char *
yl_cause_get_name (YlCauseKind kind)
{
  return kinds[kind].name;
}

guint
yl_cause_get_bits (YlCauseKind kind)
{
  return kinds[kind].bits;
}
