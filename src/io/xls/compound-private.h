#pragma once

#include "yanglu/domain/book-limits.h"
#include "yanglu/io/input.h"

G_BEGIN_DECLS

/**
 * YlCompound: a compound file ([MS-CFB]): streams in chains of sectors, told of
 * by a directory. Only what lies in the root storage is looked at: an embedded
 * workbook is none of ours.
 *
 * A chain that leaves the file, is longer than it or ends too early is
 * %YL_ERROR_INVALID: a list that lacks an unknown part of its rows is worse than
 * none.
 */
typedef struct _YlCompound YlCompound;

YlCompound *yl_compound_open (const YlInput *input, const YlBookLimits *limits, GError **error);
void yl_compound_free (YlCompound *compound);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlCompound, yl_compound_free)

/** yl_compound_has: whether the root storage holds a stream or storage of this name (ASCII, in any
 * case). */
gboolean yl_compound_has (const YlCompound *compound, const char *name);

/** yl_compound_read: (transfer full): all of stream @name, which must be there. */
GBytes *yl_compound_read (const YlCompound *compound, const char *name, GError **error);

G_END_DECLS
