#pragma once

#include "yanglu/domain/head-unit.h"
#include "yanglu/domain/words.h"

G_BEGIN_DECLS

/** What lines over a table state for all its heads that are silent: 单位：万元, 单位：公里、元.
 * %YL_UNIT_NONE: nothing. */
typedef struct
{
  YlHeadUnit money;
  YlHeadUnit length;
} YlUnitLine;

/** yl_unit_line_take: reads a row above the heads into @line; of two lines the lower one counts, and a
 * row that states two units of one measure states none. */
void yl_unit_line_take (YlUnitLine *line, const YlWords *words, const YlText *cells, guint n_cells);

/** yl_unit_is_length: metres or kilometres. */
gboolean yl_unit_is_length (YlHeadUnit unit);
/** yl_unit_is_money: yuan, or a multiple of them. */
gboolean yl_unit_is_money (YlHeadUnit unit);
/** yl_unit_get_name: "万元" */
const char *yl_unit_get_name (YlHeadUnit unit);
/** yl_unit_get_n_decimals: how many decimals of a number in @unit there are down to a fen, or to a
 * metre: 6 of 万元. */
guint yl_unit_get_n_decimals (YlHeadUnit unit);

G_END_DECLS
