#include "yanglu/domain/policy-value.h"

#include "yanglu/base/enum-table.h"

YL_DEFINE_MEMBERS (yl_mileage_basis,
                   YlMileageBasis,
                   YL_N_MILEAGE_BASES,
                   { "counted", "计入里程" },
                   { "maintained", "列养里程" },
                   { "subsidised", "补助养护里程" })

YL_DEFINE_MEMBERS (yl_part_year,
                   YlPartYear,
                   YL_N_PART_YEARS,
                   { "whole", "按全年计算" },
                   { "months", "按月折算" },
                   { "days", "按天折算" })

YL_DEFINE_MEMBERS (yl_share_base,
                   YlShareBase,
                   YL_N_SHARE_BASES,
                   { "standard", "标准总额" },
                   { "after-superior", "标准总额减没有比例的上级补助" })

YL_DEFINE_MEMBERS (yl_indicator,
                   YlIndicatorKind,
                   YL_N_INDICATORS,
                   { "maintained-ratio", "列养率" },
                   { "engineering-ratio", "养护工程比例" },
                   { "fair-or-better-ratio", "中等及以上比例" })

const char *
yl_land_basis_get_name (const char *basis)
{
  return g_strcmp0 (basis, YL_LAND_BASIS_NET) == 0 ? "财综〔2011〕62号（净收益）" : basis;
}
