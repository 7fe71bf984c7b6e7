#include "yanglu/audit/diagnosis/cause.h"

static const struct
{
  const char *key;
  const char *name;
} kinds[] = {
  [YL_CAUSE_AMOUNT_UNIT] = { "amount-unit", "元与万元混淆" },
  [YL_CAUSE_ROUNDING] = { "rounding", "取整单位不同" },
  [YL_CAUSE_GRANT_NETTED] = { "grant-netted", "养护工程补助抵扣日常养护" },
  [YL_CAUSE_INCOME_SHARE] = { "income-share", "计提基数不是净收益" },
  [YL_CAUSE_LAND_SHARE] = { "land-share", "计提比例不符" },
  [YL_CAUSE_OLD_RATE] = { "old-rate", "沿用旧标准" },
  [YL_CAUSE_NOT_COUNTED] = { "not-counted", "重复路段、断头路计入里程" },
  [YL_CAUSE_ROAD_TWICE] = { "road-twice", "重复计算" },
  [YL_CAUSE_ROAD_MISSING] = { "road-missing", "漏计" },
  [YL_CAUSE_RATES_SWAPPED] = { "rates-swapped", "两类标准互换" },
  [YL_CAUSE_WRONG_CLASS] = { "wrong-class", "行政等级归错" },
  [YL_CAUSE_LENGTH_UNIT] = { "length-unit", "公里与米混淆" },
  [YL_CAUSE_ROW_SHIFTED] = { "row-shifted", "金额错行" },
  [YL_CAUSE_DIGITS_SWAPPED] = { "digits-swapped", "数字颠倒" },
  [YL_CAUSE_DIGIT_LOST] = { "digit-lost", "漏写一位数字" },
  [YL_CAUSE_DIGIT_DOUBLED] = { "digit-doubled", "多写一位数字" },
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
