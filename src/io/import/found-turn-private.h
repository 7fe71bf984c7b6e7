#pragma once

#include "found-private.h"

G_BEGIN_DECLS

/* Rows of a sheet that a table with townships across may begin in. */
#define FOUND_MAX_TURN_ROW 20

/** found_turn_find: whether townships stand across in @sheet, over rows of kilometres, amounts or
 * classes; @out_turn: where. Its texts are not set. */
gboolean
found_turn_find (const FoundReading *reading, const YlWorksheet *sheet, YlFoundTurn *out_turn);
/** found_turn_fill: writes @sheet into @turned with the rows and columns of the block changed. */
void found_turn_fill (const FoundReading *reading,
                      const YlWorksheet *sheet,
                      const YlFoundTurn *turn,
                      YlWorksheet *turned);

G_END_DECLS
