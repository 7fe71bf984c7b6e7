#pragma once

#include "yanglu/audit/sample/sample.h"

G_BEGIN_DECLS

/** yl_sample_plan_drive: puts @draws into the order of the drive and gives each its day and stop.
 * Returns: how many days it takes */
guint yl_sample_plan_drive (const GArray *population, GArray *draws, guint stops_per_day);

G_END_DECLS
