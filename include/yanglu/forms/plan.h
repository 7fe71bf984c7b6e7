#pragma once

#include "yanglu/forms/cell-sink.h"

G_BEGIN_DECLS

/** yl_plan_get_sink: a sink whose cells become those of @plan, which must outlive it. */
YlCellSink yl_plan_get_sink (YlPlannedBook *plan);

G_END_DECLS
