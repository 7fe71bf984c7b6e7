#pragma once

#include "yanglu/base/money.h"
#include "yanglu/domain/road-class.h"
#include "yanglu/domain/row-id.h"

G_BEGIN_DECLS

/** 桥梁类型 by size (K6007: 1 特大 2 大 3 中 4 小). */
typedef enum
{
  YL_BRIDGE_EXTRA_LARGE,
  YL_BRIDGE_LARGE,
  YL_BRIDGE_MEDIUM,
  YL_BRIDGE_SMALL,
} YlBridgeSize;
#define YL_N_BRIDGE_SIZES (YL_BRIDGE_SMALL + 1)
#define YL_BRIDGE_SIZE_UNKNOWN YL_N_BRIDGE_SIZES

/** YlBridge: one row of 桥梁. Strings are owned by the entry; "" where nothing stood. */
typedef struct
{
  const char *code;
  const char *route_code;
  const char *name;
  const char *township;
  guint32 township_code; /* nine digits; 0 unknown */
  guint8 size;           /* YlBridgeSize or YL_BRIDGE_SIZE_UNKNOWN */
  guint8
      road_class; /* YlRoadClass, of the column, else of the route's letter; YL_N_CLASSES unknown */
  gint64 length_cm; /* 全长; 0 unknown */
  const char *file; /* where it stands, as its findings say */
  const char *sheet;
  YlRowId row;
  gboolean is_hidden; /* its row, by hand or by a filter */
} YlBridge;

/** yl_bridge_round_m: whole metres of a bridge's, or bridges', centimetres; half up. */
gint64 yl_bridge_round_m (gint64 length_cm);

const char *yl_bridge_size_get_name (YlBridgeSize size); /* "特大桥" … */
const char *yl_bridge_size_get_key (YlBridgeSize size);  /* "extra-large" … */

G_END_DECLS
