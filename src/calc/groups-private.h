#pragma once

#include "yanglu/base/text-pool.h"

G_BEGIN_DECLS

/** What rows are put together by: a nine-digit code, or, where none is known, a name. */
typedef struct
{
  guint32 code;     /* 0: by name */
  const char *name; /* borrowed; a coded group takes the smallest name that its rows give it */
} YlGroup;

/** YlGroups: finds the group of a row, making it when it is the first; numbers count from 0. */
typedef struct _YlGroups YlGroups;

YlGroups *yl_groups_new (void);
void yl_groups_free (YlGroups *groups);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlGroups, yl_groups_free)

guint32 yl_groups_find_code (YlGroups *groups, guint32 code, const char *name);
guint32 yl_groups_find_name (YlGroups *groups, const char *name);
/** yl_groups_find_text: as yl_groups_find_name(), without reading the name again for the same @id.
 */
guint32 yl_groups_find_text (YlGroups *groups, YlTextId id, const char *name);

guint yl_groups_get_n (const YlGroups *groups);
YlGroup *yl_groups_get (const YlGroups *groups, guint32 group);

/**
 * yl_groups_rank:
 * @compare: orders two YlGroup; groups that compare equal share a place
 * @out_n_places: (out)
 *
 * Returns: (transfer full): the place of each group, from 0
 */
guint32 *yl_groups_rank (const YlGroups *groups, GCompareFunc compare, guint32 *out_n_places);

G_END_DECLS
