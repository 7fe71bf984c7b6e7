#include "yanglu/domain/policy-value.h"

const char *
yl_mileage_basis_get_name (YlMileageBasis basis)
{
  static const char *const names[] = { "计入里程", "列养里程", "补助养护里程" };
  G_STATIC_ASSERT (G_N_ELEMENTS (names) == YL_N_MILEAGE_BASES);
  return names[basis];
}

const char *
yl_mileage_basis_get_key (YlMileageBasis basis)
{
  static const char *const keys[] = { "counted", "maintained", "subsidised" };
  G_STATIC_ASSERT (G_N_ELEMENTS (keys) == YL_N_MILEAGE_BASES);
  return keys[basis];
}

const char *
yl_indicator_get_name (YlIndicatorKind kind)
{
  static const char *const names[] = { "列养率", "养护工程比例", "中等及以上比例" };
  G_STATIC_ASSERT (G_N_ELEMENTS (names) == YL_N_INDICATORS);
  return names[kind];
}

const char *
yl_indicator_get_key (YlIndicatorKind kind)
{
  static const char *const keys[] = { "maintained-ratio", "engineering-ratio",
                                      "fair-or-better-ratio" };
  G_STATIC_ASSERT (G_N_ELEMENTS (keys) == YL_N_INDICATORS);
  return keys[kind];
}

const char *
yl_land_basis_get_name (const char *basis)
{
  return g_strcmp0 (basis, YL_LAND_BASIS_NET) == 0 ? "财综〔2011〕62号（净收益）" : basis;
}
