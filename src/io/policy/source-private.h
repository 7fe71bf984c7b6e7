#pragma once

#include "yanglu/io/key-file.h"

G_BEGIN_DECLS

/** What messages call a policy file. */
extern const YlKeyFileKind yl_policy_kind;

/** yl_policy_source_list: (transfer full): the ids of the policies compiled in, sorted. */
char **yl_policy_source_list (void);
/** yl_policy_source_find: (transfer full) (nullable): the text of one compiled in. */
GBytes *yl_policy_source_find (const char *id);
/** yl_policy_source_read: (transfer full): a file, at most one byte past the limit of the scan. */
GBytes *yl_policy_source_read (const char *path, GError **error);

G_END_DECLS
