#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yl_likeness_distance: how many characters must be put in, taken out or changed to make @b of @a,
 * both UTF-8; characters past the 64th do not count.
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
/** yl_nearest_to_text: (transfer full): "“A”、“B”", the nearest first; "" when none was offered. */
char *yl_nearest_to_text (const YlNearest *nearest);

G_END_DECLS
