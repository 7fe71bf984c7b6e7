#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yl_likeness_distance: how many characters must be put in, taken out or changed to make @b of @a,
 * both UTF-8; capital letters are small ones; characters past the 64th do not count.
 */
guint yl_likeness_distance (const char *a, const char *b);

/** YlNearest: the names nearest to one that was asked for. */
typedef struct _YlNearest YlNearest;

/** yl_nearest_new: at most @n_most names are kept. */
YlNearest *yl_nearest_new (const char *asked, guint n_most);
void yl_nearest_free (YlNearest *nearest);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlNearest, yl_nearest_free)

/** yl_nearest_offer: one more name; told twice, it is kept once. */
void yl_nearest_offer (YlNearest *nearest, const char *name);
/**
 * yl_nearest_advise:
 * @lister: (nullable): where all that there are can be looked up, as a sentence
 *
 * What is said to who asked for a name that is none, behind a comma: "是不是“A”或“B”？" of one or two
 * that are as near and like it, then @lister. Without either: "可用的有“A”、“B”。", in the order in
 * which they were offered; of more than thirty "最相近的有“A”、“B”。". Nothing is taken in its place.
 *
 * Returns: (transfer full): whole sentences; "" when there is nothing to say
 */
char *yl_nearest_advise (const YlNearest *nearest, const char *lister);

G_END_DECLS
