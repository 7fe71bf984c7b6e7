#include "yanglu/domain/bridge.h"

#include "keys-private.h"

static const char *const names[] = { "特大桥", "大桥", "中桥", "小桥" };
G_STATIC_ASSERT (G_N_ELEMENTS (names) == YL_N_BRIDGE_SIZES);
const char *const yl_bridge_size_keys[] = { "extra-large", "large", "medium", "small" };
G_STATIC_ASSERT (G_N_ELEMENTS (yl_bridge_size_keys) == YL_N_BRIDGE_SIZES);

const char *
yl_bridge_size_get_name (YlBridgeSize size)
{
  g_return_val_if_fail ((guint) size < YL_N_BRIDGE_SIZES, "");
  return names[size];
}

const char *
yl_bridge_size_get_key (YlBridgeSize size)
{
  g_return_val_if_fail ((guint) size < YL_N_BRIDGE_SIZES, "");
  return yl_bridge_size_keys[size];
}
