#pragma once

#include "evaluation-private.h"

/* The sum of a part of one column and how many numbers it is of, when many parts of that column are
 * summed up that begin or end alike, as running totals are: each is one look at what was summed up
 * before. @out_wrong: empty, or the first of its cells that is. FALSE: they are to be gone through. */
gboolean yl_running_sum (
    YlRecalculation *book, YlArea area, YlFixed *out_sum, gint64 *out_n, YlCellValue *out_wrong);

/* A number of a column. */
typedef struct
{
  guint32 row;
  YlFixed number;
} YlRunningNumber;

/* Works all cells out, so that nothing is begun while they are gone through. Returns: the row of the first
 * that is wrong; behind the last row: none is */
guint32 yl_running_find_wrong (YlRecalculation *book, YlArea area, YlCellValue *out_wrong);
/* (transfer full) (element-type YlRunningNumber): the numbers of rows in their order. */
GArray *yl_running_read (YlRecalculation *book, YlArea area);
