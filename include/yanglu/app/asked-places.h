#pragma once

#include "yanglu/domain/choices.h"
#include "yanglu/domain/places.h"

G_BEGIN_DECLS

/**
 * yl_asked_county_read: the county of --county, by its code or its name.
 *
 * Returns: (transfer full): six digits for a name; what is no name as it is. %NULL with
 *   %YL_ERROR_NOT_FOUND for a name that none or several counties have, naming these
 */
char *yl_asked_county_read (const char *asked, GError **error);

/** yl_asked_townships_split: (transfer full): what is asked for one by one, parted by commas, semicolons or blanks of either
 * width, or by 、; nothing of it is empty. */
char **yl_asked_townships_split (const char *asked);

/**
 * yl_asked_townships_read: the townships of --@option, codes and names mixed, parted as above.
 *
 * A name that several counties have is that of the county in which another one of the list lies beyond
 * doubt. What stays in doubt is refused.
 *
 * Returns: (transfer full): codes, parted by commas, when there is a name; else as it is
 */
char *yl_asked_townships_read (const char *option, const char *asked, GError **error);

/**
 * yl_asked_townships_find:
 * @own: (element-type YlTownship): those among which they are, of the register
 * @whose: whose those are, in a sentence
 *
 * The townships of --@option, by code or by name, each once. What was called by its name is told in @choices.
 *
 * Returns: (transfer container) (element-type YlTownship): %NULL with %YL_ERROR_USAGE at the first that is not
 *   among @own, with those that are called nearly so
 */
GPtrArray *yl_asked_townships_find (const char *option,
                                    const char *asked,
                                    const GPtrArray *own,
                                    const char *whose,
                                    YlChoices *choices,
                                    GError **error);

G_END_DECLS
