#pragma once

#include "yanglu/domain/head-unit.h"
#include "yanglu/domain/road.h"

G_BEGIN_DECLS

/** The columns of a road list that the program knows. */
typedef enum
{
  YL_COLUMN_ROUTE_CODE,
  YL_COLUMN_ROUTE_NAME,
  YL_COLUMN_CLASS,
  YL_COLUMN_TOWNSHIP,
  YL_COLUMN_DIVISION_CODE,
  YL_COLUMN_VILLAGE,
  YL_COLUMN_START,
  YL_COLUMN_END,
  YL_COLUMN_LENGTH,
  YL_COLUMN_BREAK,
  YL_COLUMN_DUPLICATE_OF,
  YL_COLUMN_DEAD_END,
  YL_COLUMN_URBAN,
  YL_COLUMN_GRADE,
  YL_COLUMN_SURFACE,
  YL_COLUMN_WIDTH,
  YL_COLUMN_MAINTAINED,
  YL_COLUMN_MAINTAINED_LENGTH,
  YL_COLUMN_SUBSIDISED_LENGTH,
  YL_COLUMN_CONDITION,
  YL_COLUMN_CHIEF,
  YL_COLUMN_PACKAGE,
  YL_COLUMN_PAYEE,
  YL_COLUMN_BUILT,
  YL_COLUMN_REBUILT,
  YL_COLUMN_LAST_WORKS,
  YL_COLUMN_PREVIOUS_CODE,
  YL_COLUMN_PREVIOUS_START,
  YL_COLUMN_PREVIOUS_END,
  YL_N_COLUMNS,
} YlColumn;

/**
 * YlRoadRow: one row of a road list as the importer understood it: numbers in
 * @road (its text ids are all 0), texts borrowed from the reader until the
 * call returns.  A row that reaches a YlRoadSink is sound enough to count.
 */
typedef struct
{
  YlRoad road;
  const char *sheet;      /* "" or %NULL of a file without sheets */
  YlHeadUnit length_unit; /* that the head of the lengths states */
  YlText route_code;      /* already folded */
  YlText route_name;
  YlText township;
  YlText village;
  YlText package;
  YlText payee;
  YlText chief;
  YlText duplicate_of;
  YlText previous_code;
} YlRoadRow;

/** Takes rows one by one: an inventory, or the tally of `summary`. */
typedef struct
{
  void (*take) (gpointer self, const YlRoadRow *row);
  gpointer self;
} YlRoadSink;

G_END_DECLS
