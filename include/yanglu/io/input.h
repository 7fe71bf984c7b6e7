#pragma once

#include "yanglu/io/rows.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * YlInput: one file of input, read at any place and more than once: a regular
 * file through pread, or bytes in memory (standard input, the copy inside a
 * workbook).
 */
typedef struct _YlInput YlInput;

/** yl_input_open: @path, or "-" for standard input (read whole, at most 2 GiB). */
YlInput *yl_input_open (const char *path, GError **error);
/** yl_input_open_as: the same, which findings call @name. */
YlInput *yl_input_open_as (const char *path, const char *name, GError **error);
/** yl_input_new_for_bytes: @name stands for the file in findings. */
YlInput *yl_input_new_for_bytes (const char *name, GBytes *bytes);
/** yl_input_new_for_file: (transfer full): the regular file at descriptor @fd, which it takes. */
YlInput *yl_input_new_for_file (const char *name, int fd, GError **error);
/** Hands all sheets of @rows to @sink, as a reader of workbooks does. */
typedef gboolean (*YlRowsReader) (gpointer rows, const YlRowSink *sink, GError **error);
/** yl_input_new_for_rows: rows that are no file, such as those of a record: they may be read as often as
 * one likes, and have no bytes. @rows: (transfer full): freed by @free */
YlInput *
yl_input_new_for_rows (const char *name, YlRowsReader read, gpointer rows, GDestroyNotify free);
gboolean yl_input_has_rows (const YlInput *input);
/** yl_input_read_rows: of one that yl_input_has_rows(). */
gboolean yl_input_read_rows (const YlInput *input, const YlRowSink *sink, GError **error);
void yl_input_free (YlInput *input);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlInput, yl_input_free)

/** yl_input_name: (transfer full): what findings call the file at @path: its base name, "标准输入" for "-". */
char *yl_input_name (const char *path);
/** yl_input_get_name: yl_input_name() of it. */
const char *yl_input_get_name (const YlInput *input);
goffset yl_input_get_size (const YlInput *input);
/** yl_input_read: reads up to @count bytes at @offset; fewer only at the end. -1 on error. */
gssize
yl_input_read (const YlInput *input, goffset offset, void *buffer, gsize count, GError **error);
/** yl_input_share: (transfer full): a descriptor of a regular file with all of it, for another
 * process: above those of the standard streams and the two next, closed by exec. -1 on error. */
int yl_input_share (const YlInput *input, GError **error);
/** yl_input_keep: (transfer full): what its reader made of its bytes and will want again, in place of
 * what was kept before; freed with the input. One reader an input. */
void yl_input_keep (const YlInput *input, gpointer what, GDestroyNotify free);
/** yl_input_get_kept: (nullable) (transfer none) */
gpointer yl_input_get_kept (const YlInput *input);
/** yl_input_load: (transfer full): all of it. */
GBytes *yl_input_load (const YlInput *input, GError **error);

G_END_DECLS
