#pragma once

#include "stated-private.h"

G_BEGIN_DECLS

/* Rows of a sheet that a table with townships across may begin in. */
#define STATED_MAX_TURN_ROW 20

/** stated_turn_find: whether townships stand across in @sheet, over rows of kilometres, amounts or
 * classes; @out_turn: where. Its texts are not set. */
gboolean
stated_turn_find (const StatedReading *reading, const YlWorksheet *sheet, YlStatedTurn *out_turn);
/** stated_turn_fill: writes @sheet into @turned with the rows and columns of the block changed. */
void stated_turn_fill (const StatedReading *reading,
                       const YlWorksheet *sheet,
                       const YlStatedTurn *turn,
                       YlWorksheet *turned);

G_END_DECLS
