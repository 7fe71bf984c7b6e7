#pragma once

#include "roads-private.h"

G_BEGIN_DECLS

/** road_sums_new: (transfer full): for YlRoadImport.sums: holds what rows of 合计 state against the rows above or below
 * them, so that a row lost on the way is told by a sum that does not add up. */
RoadSums *road_sums_new (void);
void road_sums_free (RoadSums *sums);

/** road_sums_begin_sheet: a sum of the sheet may be that of its rows, or of all rows so far. */
void road_sums_begin_sheet (RoadSums *sums);

/** road_sums_add: a road of @listed_m, of which @counted_m count. @is_rounded: it had decimals below a metre */
void road_sums_add (RoadSums *sums, guint32 listed_m, guint32 counted_m, gboolean is_rounded);

/** road_sums_leave_out: a row that was told as left out, whose length can be read. */
void road_sums_leave_out (RoadSums *sums, gint64 m);

/** road_sums_take: a row of sums with a length. @is_all: it says 合计 and nothing else, so that some rows must make it:
 * else a sum of a class or of a township, which stand in any order, is none of ours to judge. */
void road_sums_take (RoadSums *sums, const RoadReading *reading, gboolean is_all);

/** road_sums_end_sheet: what no rows make is told (C01, a warning). */
void road_sums_end_sheet (RoadSums *sums, const YlRoadImport *import);

G_END_DECLS
