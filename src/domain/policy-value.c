#include "yanglu/domain/policy-value.h"

const char *
yl_mileage_basis_get_name (YlMileageBasis basis)
{
  static const char *const names[YL_N_MILEAGE_BASES] = { "计入里程", "列养里程", "补助养护里程" };
  return names[basis];
}

const char *
yl_mileage_basis_get_key (YlMileageBasis basis)
{
  static const char *const keys[YL_N_MILEAGE_BASES] = { "counted", "maintained", "subsidised" };
  return keys[basis];
}

const char *
yl_indicator_get_name (YlIndicatorKind kind)
{
  static const char *const names[YL_N_INDICATORS] = { "列养率", "养护工程比例", "中等及以上比例" };
  return names[kind];
}

const char *
yl_indicator_get_key (YlIndicatorKind kind)
{
  static const char *const keys[YL_N_INDICATORS] = { "maintained-ratio", "engineering-ratio",
                                                     "fair-or-better-ratio" };
  return keys[kind];
}

const char *
yl_land_basis_get_name (const char *basis)
{
  return g_strcmp0 (basis, YL_LAND_BASIS_NET) == 0 ? "财综〔2011〕62号（净收益）" : basis;
}
