#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * YlOutput: a file that appears whole or not at all. It is written under a
 * temporary name in the folder of its target, synced, then renamed; freed
 * before yl_output_commit() it leaves nothing behind and the old file as it was.
 */
typedef struct _YlOutput YlOutput;

/** yl_output_new: refuses an existing @path with %YL_ERROR_EXISTS unless @force. */
YlOutput *yl_output_new (const char *path, gboolean force, GError **error);
/** yl_output_get_temporary: (transfer none): the path to write to. */
const char *yl_output_get_temporary (const YlOutput *output);
/** yl_output_is_file: whether writing to @path would replace @other, however the two are spelt. */
gboolean yl_output_is_file (const char *path, const char *other);
gboolean yl_output_commit (YlOutput *output, GError **error);
void yl_output_free (YlOutput *output);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlOutput, yl_output_free)

G_END_DECLS
