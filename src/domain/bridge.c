#include "yanglu/domain/bridge.h"

#include "yanglu/base/enum-table.h"

YL_DEFINE_MEMBERS (yl_bridge_size,
                   YlBridgeSize,
                   YL_N_BRIDGE_SIZES,
                   { "extra-large", "特大桥" },
                   { "large", "大桥" },
                   { "medium", "中桥" },
                   { "small", "小桥" })

gint64
yl_bridge_round_m (gint64 length_cm)
{
  return (length_cm + 50) / 100;
}
