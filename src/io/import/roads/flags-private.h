#pragma once

#include "roads-private.h"

G_BEGIN_DECLS

/* The effects that a fault may have on its row. */
#define ROAD_EFFECT_ITEM "该行不因此剔除，此项按空白处理"
#define ROAD_EFFECT_FLAG "该行不因此剔除，此标记按“否”处理"

#define ROAD_NOT_ONE_OF "不在规定的取值之内"

/** road_read_word: the member of @list that @cell means: as it stands, then in half width and capitals,
 * cut at a bracket, or by the two digits before a word ("11沥青混凝土"). */
gboolean
road_read_word (const RoadReading *reading, YlWordList list, YlText cell, guint *out_value);

/** road_take_flag: 断头路, 城管路段, 列养: a word that is neither yes nor no is told and counts as no. */
void road_take_flag (RoadReading *reading, guint column, YlText cell);
/** road_take_break: 断链: whatever stands there tells it, but for a no. */
void road_take_break (RoadReading *reading, guint column, YlText cell);
/** road_take_duplicate: 重复路段, 重复路线编码: marks what is no no; road_judge_duplicate() has the last word. */
void road_take_duplicate (RoadReading *reading, guint column, YlText cell);
/** road_judge_duplicate: of a row whose length is known: what names neither a route nor a sharing of one is told
 * with the row's money and counts as no; so is, still not counted, what names the row's own route. */
void road_judge_duplicate (RoadReading *reading);

G_END_DECLS
