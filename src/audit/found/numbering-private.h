#pragma once

#include "yanglu/domain/audit/found-budget.h"

G_BEGIN_DECLS

/** found_levels_new: (transfer full) (nullable): how deep each row stands in the outline that its number
 * names: 1 of 一, 2 of （一）, 3 of 1; 0 of rows without one. %NULL where the rows have no two levels. */
guint8 *found_levels_new (const YlFoundTable *table);
/** found_levels_has_parts: whether deeper rows follow @row. */
gboolean found_levels_has_parts (const guint8 *levels, guint n_rows, guint row);

G_END_DECLS
