#include "yanglu/domain/bridge.h"

#include "keys-private.h"

static const char *const names[YL_N_BRIDGE_SIZES] = { "特大桥", "大桥", "中桥", "小桥" };
static const char *const short_names[YL_N_BRIDGE_SIZES] = { "特大", "大", "中", "小" };
static const char *const codes[YL_N_BRIDGE_SIZES] = { "1", "2", "3", "4" };
const char *const yl_bridge_size_keys[YL_N_BRIDGE_SIZES] = { "extra-large", "large", "medium",
                                                             "small" };

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

gboolean
yl_bridge_size_parse (YlText text, YlBridgeSize *out_size)
{
  g_autofree char *folded = yl_text_fold_width (yl_text_trim (text));
  const YlText word = yl_text_trim (yl_text_of (folded));
  for (guint i = 0; i < YL_N_BRIDGE_SIZES; i++)
    if (yl_text_is (word, names[i]) || yl_text_is (word, short_names[i])
        || yl_text_is (word, codes[i]))
      {
        *out_size = (YlBridgeSize) i;
        return TRUE;
      }
  return FALSE;
}
