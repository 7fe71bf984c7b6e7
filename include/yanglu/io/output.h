#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * YlOutput: a file that appears whole or not at all. It is written under a
 * temporary name in the folder of its target, synced, then renamed; freed
 * before yl_output_commit() it leaves nothing behind and the old file as it was. What a run that was
 * killed left in that folder goes with the next one that writes there.
 */
typedef struct _YlOutput YlOutput;

/** yl_output_new: refuses an existing @path with %YL_ERROR_EXISTS unless @force. */
YlOutput *yl_output_new (const char *path, gboolean force, GError **error);
/** yl_output_get_temporary: (transfer none): the path to write to. */
const char *yl_output_get_temporary (const YlOutput *output);
/** yl_output_put: all that the file is to hold. */
gboolean yl_output_put (YlOutput *output, const char *bytes, gsize length, GError **error);
/** yl_output_is_file: whether writing to @path would replace @other, however the two are spelt. */
gboolean yl_output_is_file (const char *path, const char *other);
/** yl_output_commit: a file that is replaced keeps its owner and its permissions, as far as the system
 * allows, but never the bits that make it run as its owner; through a link the file behind is
 * replaced. */
gboolean yl_output_commit (YlOutput *output, GError **error);
void yl_output_free (YlOutput *output);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlOutput, yl_output_free)

/** yl_output_make_folder: and those above it; one that is there already will do. */
gboolean yl_output_make_folder (const char *folder, GError **error);

/** yl_output_refuse_existing: before several files are written: %YL_ERROR_EXISTS where one of @paths stands,
 * naming all that do. @paths: (element-type filename) */
gboolean yl_output_refuse_existing (const GPtrArray *paths, GError **error);
/** yl_output_prefix_written: where writing the one after the first @n_written of @paths failed: which stand. */
void yl_output_prefix_written (const GPtrArray *paths, guint n_written, GError **error);

/** yl_output_remove_temporaries: for a handler of signals, and safe in one: removes what is not
 * finished. */
void yl_output_remove_temporaries (void);
/** yl_output_open_unnamed: an empty file in @folder that ends with its descriptor; where the file system
 * knows none without a name it loses its name at once. Returns: -1 and errno when there is none. */
int yl_output_open_unnamed (const char *folder);

G_END_DECLS
