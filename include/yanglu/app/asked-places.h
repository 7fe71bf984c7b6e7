#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yl_asked_county_read: the county of --county, by its code or its name.
 *
 * Returns: (transfer full): six digits for a name; what is no name as it is. %NULL with
 *   %YL_ERROR_NOT_FOUND for a name that none or several counties have, naming these
 */
char *yl_asked_county_read (const char *asked, GError **error);

/**
 * yl_asked_townships_read: the townships of --townships, codes and names mixed, parted by commas.
 *
 * A name that several counties have is that of the county in which another one of the list lies beyond
 * doubt. What stays in doubt is refused.
 *
 * Returns: (transfer full): codes, parted by commas, when there is a name; else as it is
 */
char *yl_asked_townships_read (const char *asked, GError **error);

G_END_DECLS
