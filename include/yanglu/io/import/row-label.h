#pragma once

#include "yanglu/domain/words.h"

G_BEGIN_DECLS

/* What a row says of itself: that it adds up others, or is a part of one. */

/** yl_row_is_sum: whether a cell of the row begins or ends with 合计 or its like, blanks and colons
 * aside: 县道小计. */
gboolean yl_row_is_sum (const YlWords *words, const YlText *cells, guint n_cells);

/** yl_row_is_bare_sum: whether 合计 or its like is all that the row says in words. */
gboolean yl_row_is_bare_sum (const YlWords *words, const YlText *cells, guint n_cells);

/** yl_row_is_part: whether a cell of the row begins with 其中: it says once more what the one above says. */
gboolean yl_row_is_part (const YlWords *words, const YlText *cells, guint n_cells);

G_END_DECLS
