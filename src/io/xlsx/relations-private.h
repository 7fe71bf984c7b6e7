#pragma once

#include "archive-private.h"

G_BEGIN_DECLS

/** One relationship of a part (Open Packaging Conventions, ECMA-376 part 2). */
typedef struct
{
  char *id;
  char *kind;   /* the last step of the type, "worksheet": the same in both editions */
  char *target; /* a part name from the root of the archive; as written when external */
  gboolean is_external;
} YlRelation;

/** YlRelations: the relationships of one part; empty when it has none. */
typedef struct _YlRelations YlRelations;

/** yl_relations_read: @part "" is the whole archive. */
YlRelations *yl_relations_read (YlArchive *archive, const char *part, GError **error);
void yl_relations_free (YlRelations *relations);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlRelations, yl_relations_free)

guint yl_relations_get_n (const YlRelations *relations);
const YlRelation *yl_relations_get (const YlRelations *relations, guint index);
/** yl_relations_find: by @id. */
const YlRelation *yl_relations_find (const YlRelations *relations, const char *id);
/** yl_relations_find_kind: the first one of @kind. */
const YlRelation *yl_relations_find_kind (const YlRelations *relations, const char *kind);

/**
 * yl_relations_resolve: (transfer full): the part that @target names when it
 * stands in the relationships of @part: absolute, or relative with dots.
 */
char *yl_relations_resolve (const char *part, const char *target);

G_END_DECLS
