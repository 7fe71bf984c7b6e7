#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** formula_shape_new: (transfer full): @formula of a cell in @row, with rows that move with the cell
 * told from it: formulas that were filled down have the same. */
char *formula_shape_new (const char *formula, guint32 row);
/** formula_shape_write: (transfer full): the formula of that shape in @row. */
char *formula_shape_write (const char *shape, guint32 row);

G_END_DECLS
