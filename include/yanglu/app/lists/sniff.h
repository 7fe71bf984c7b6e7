#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yl_counties_is_list: whether @path is a road list and no budget: road heads and sections in the first
 * 50 rows of a sheet, and in those of no visible sheet a word of money over the first section.
 * Standard input, and what cannot be opened, are none.
 */
gboolean yl_counties_is_list (const char *path);

G_END_DECLS
