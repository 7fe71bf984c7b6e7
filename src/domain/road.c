#include "yanglu/domain/road.h"

#include "yanglu/base/enum-table.h"

YL_DEFINE_TEXTS (yl_condition_get_name,
                 YlCondition,
                 YL_CONDITION_BAD + 1,
                 [YL_CONDITION_UNKNOWN] = "",
                 [YL_CONDITION_EXCELLENT] = "优",
                 [YL_CONDITION_GOOD] = "良",
                 [YL_CONDITION_FAIR] = "中",
                 [YL_CONDITION_POOR] = "次",
                 [YL_CONDITION_BAD] = "差")
