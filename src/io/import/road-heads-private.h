#pragma once

#include "yanglu/domain/road-row.h"
#include "yanglu/io/import/heads.h"

G_BEGIN_DECLS

/* A chainage break is told by up to three fields of the yearbook; any of them filled tells it. */
#define ROAD_COLUMN_BREAK_2 (YL_N_COLUMNS + 0)
#define ROAD_COLUMN_BREAK_3 (YL_N_COLUMNS + 1)
#define ROAD_N_COLUMNS (YL_N_COLUMNS + 2)
G_STATIC_ASSERT (ROAD_N_COLUMNS <= YL_HEADS_MAX);

/** What road lists call their columns (domain.md §4). */
extern const YlTable yl_road_table;

G_END_DECLS
