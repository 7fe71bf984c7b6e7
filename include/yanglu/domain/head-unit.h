#pragma once

/** The unit that a head states, as 里程(米), 金额（万元）, 长度/公里, or a number. */
typedef enum
{
  YL_UNIT_NONE, /* the head is silent: the column's usual unit */
  YL_UNIT_METRE,
  YL_UNIT_KILOMETRE,
  YL_UNIT_YUAN,
  YL_UNIT_QIAN, /* thousands of yuan; only in tables that offices made */
  YL_UNIT_WAN,
  YL_UNIT_YI, /* as %YL_UNIT_QIAN */
  YL_UNIT_PERCENT,
} YlHeadUnit;
