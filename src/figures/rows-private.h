#pragma once

#include "explain-private.h"

#include "yanglu/calc/price.h"

G_BEGIN_DECLS

/** What a road adds to a sum. */
typedef enum
{
  YL_ROAD_ADDS_NOTHING,
  YL_ROAD_ADDS_AMOUNT,
  YL_ROAD_ADDS_PAID_M,
  YL_ROAD_ADDS_COUNTED_M,
  YL_ROAD_ADDS_LISTED_M,
  YL_ROAD_ADDS_MAINTAINED_M,
  YL_ROAD_ADDS_SUBSIDISED_M,
  YL_ROAD_ADDS_DUPLICATE_M,
  YL_ROAD_ADDS_DEAD_END_M,
  YL_ROAD_ADDS_URBAN_M,
  YL_ROAD_ADDS_SECTION,
  YL_ROAD_ADDS_PAID_SECTION,
  YL_ROAD_ADDS_PROVINCE,
  YL_ROAD_ADDS_CITY,
  YL_ROAD_ADDS_BY_COUNTED, /* its amount, had the policy paid so */
  YL_ROAD_ADDS_BY_MAINTAINED,
  YL_ROAD_ADDS_BY_SUBSIDISED,
  YL_ROAD_ADDS_WORKS_M, /* counted, last works in the base year */
  YL_ROAD_ADDS_ASSESSED_M,
  YL_ROAD_ADDS_FAIR_M,
} YlRoadAdds;

/** What a bridge adds to a sum. */
typedef enum
{
  YL_BRIDGE_ADDS_NOTHING,
  YL_BRIDGE_ADDS_AMOUNT,
  YL_BRIDGE_ADDS_BY_SIZE,
  YL_BRIDGE_ADDS_BY_METRE,
  YL_BRIDGE_ADDS_LENGTH,
  YL_BRIDGE_ADDS_ONE,
  YL_BRIDGE_ADDS_METRED_LENGTH, /* where it is paid by the metre */
  YL_BRIDGE_ADDS_METRED_ONE,
  YL_BRIDGE_ADDS_SIZED_ONE, /* where it is paid by its size */
} YlBridgeAdds;

/** Which rows are in a sum: 1 << each below that must be that of the key. */
typedef enum
{
  YL_OF_ALL = 0,
  YL_OF_CLASS = 1 << 0,
  YL_OF_RATE = 1 << 1,
  YL_OF_TOWNSHIP = 1 << 2, /* %n is the line of the table */
  YL_OF_PAYEE = 1 << 3,
  YL_OF_PACKAGE = 1 << 4,
  YL_OF_SIZE = 1 << 5,
} YlSumOf;

/** A figure that roads and bridges add up to. */
typedef struct
{
  const char *pattern;
  const char *title; /* after the names of what it is of */
  YlFigureUnit unit;
  guint of; /* YlSumOf */
  YlRoadAdds road;
  YlBridgeAdds bridge;
  gint64 (*get) (const YlExplain *explain,
                 const YlKeyValues *values,
                 gsize offset); /* (nullable) */
  gsize offset;
} YlRowSum;

/** yl_road_adds_get: what the road @index adds; 0 where it adds nothing. */
gint64 yl_road_adds_get (const YlExplain *explain, YlRoadAdds adds, gsize index);
gint64 yl_bridge_adds_get (const YlExplain *explain, YlBridgeAdds adds, gsize index);
/** yl_road_find_reason: why the road @index adds nothing. */
YlLeftOut yl_road_find_reason (const YlExplain *explain, gsize index);
/** yl_row_values: what a row is: its class, rate, size; %n by @of. %FALSE: it has no such line. */
gboolean yl_row_values (const YlExplain *explain,
                        const YlDerivationRow *row,
                        guint of,
                        YlKeyValues *out_values);
/** yl_row_sum_add_rows: the rows of @sum behind @node; those of its kind that are left out, too. */
void yl_row_sum_add_rows (const YlExplain *explain,
                          const YlRowSum *sum,
                          const YlKeyValues *values,
                          YlDerivation *node);
/** yl_row_sum_get_name: (transfer full): "闫寺街道县道计入里程" */
char *
yl_row_sum_get_name (const YlExplain *explain, const YlRowSum *sum, const YlKeyValues *values);
/** yl_row_sums_get: (array length=out_n): from the row to the total. */
const YlRowSum *yl_row_sums_get (gsize *out_n);

G_END_DECLS
