#pragma once

#include "yanglu/base/text.h"

G_BEGIN_DECLS

/**
 * yl_cells_unmark: where some of @cells begin with an apostrophe (' ‘ ’), which tells a spreadsheet that a number is a
 * text and which exports keep, @cells becomes @own (of YlText), which has them without it: '12.345 is 12.345. A cell that
 * ends with one, too, is quoted and stays.
 *
 * Returns: whether there were some; @cells is untouched otherwise
 */
gboolean yl_cells_unmark (GArray *own, const YlText **cells, guint n_cells);

G_END_DECLS
