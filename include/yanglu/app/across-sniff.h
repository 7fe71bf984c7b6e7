#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yl_across_is_list: whether @path is a CSV road list and no budget: road heads and sections, and
 * no word of money, in its first 50 rows. A workbook, standard input, and what cannot be opened are
 * none.
 */
gboolean yl_across_is_list (const char *path);

G_END_DECLS
