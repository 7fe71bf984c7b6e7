#pragma once

#include "yanglu/app/options.h"

G_BEGIN_DECLS

/**
 * yl_counties_is_list: whether @path is a road list and no budget: road heads and sections in the first
 * 50 rows of a sheet, and in those of no visible sheet a word of money over the first section.
 * Standard input, and what cannot be opened, are none.
 * @options: words are used
 */
gboolean yl_counties_is_list (const char *path, const YlJobOptions *options);

G_END_DECLS
