#pragma once

#include "yanglu/app/budget/list.h"
#include "yanglu/calc/price.h"
#include "yanglu/io/input.h"

G_BEGIN_DECLS

/* The roads of an entry workbook that is given beside a road list: they do not count, and that is said. */

/** yl_unused_roads_read: those of @entry, unless it is the very file that one of @lists is. @county: as in YlLoadContext */
gboolean yl_unused_roads_read (
    YlListJob *job, const GPtrArray *lists, const YlInput *entry, guint32 county, GError **error);

/** yl_unused_roads_tell: how many they are, and what they would have been paid. */
void yl_unused_roads_tell (YlListJob *job, const YlRateTable *rates);

G_END_DECLS
