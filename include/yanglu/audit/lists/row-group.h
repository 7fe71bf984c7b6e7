#pragma once

#include "yanglu/domain/road.h"

G_BEGIN_DECLS

/** Rows of one table that one finding tells; starts as all zero, ends with yl_row_group_clear(). */
typedef struct
{
  guint64 n_rows;
  YlRowId first_row;
  GString *named; /* (nullable): "12、15、18": the first ten */
} YlRowGroup;

void yl_row_group_add (YlRowGroup *group, YlRowId row);
/** yl_row_group_show: (transfer full): "12、15、18", with " 等" where there are more than ten. */
char *yl_row_group_show (const YlRowGroup *group);
void yl_row_group_clear (YlRowGroup *group);

G_END_DECLS
