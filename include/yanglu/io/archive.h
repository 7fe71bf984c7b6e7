#pragma once

#include "yanglu/domain/book-limits.h"
#include "yanglu/io/input.h"

G_BEGIN_DECLS

/**
 * YlArchive: the zip layer: parts by name, inflated in blocks straight from a
 * YlInput.  One part is open at a time.
 *
 * What it could not do is %YL_ERROR_LIMIT for a limit of YlBookLimits,
 * %YL_ERROR_INVALID for a damaged archive, %YL_ERROR_IO for the system.
 */
typedef struct _YlArchive YlArchive;

/**
 * yl_archive_open: reads the directory and no part of the archive.
 * @progress: (nullable): told the compressed bytes read so far
 *
 * Part names are compared as the Open Packaging Conventions do: without regard
 * to the case of ASCII letters.  Two entries of one name are refused, for two
 * programs could read different figures from such a file.
 */
YlArchive *yl_archive_open (const YlInput *input,
                            const YlBookLimits *limits,
                            void (*progress) (goffset done, goffset all),
                            GError **error);
void yl_archive_free (YlArchive *archive);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlArchive, yl_archive_free)

gboolean yl_archive_has_part (const YlArchive *archive, const char *name);
/** yl_archive_name_part: (transfer none) (nullable): one place for all spellings of one part. */
const char *yl_archive_name_part (const YlArchive *archive, const char *name);

/** yl_archive_find_part: (transfer none) (nullable): any part whose folded name holds @piece. */
const char *yl_archive_find_part (const YlArchive *archive, const char *piece);

/** yl_archive_open_part: closes the one that was open. */
gboolean yl_archive_open_part (YlArchive *archive, const char *name, GError **error);

/**
 * yl_archive_read: the next bytes of the open part.
 *
 * Returns: 0 at the end, which is told only when length and checksum are
 *   right; -1 on error
 */
gssize yl_archive_read (YlArchive *archive, void *buffer, guint count, GError **error);

G_END_DECLS
