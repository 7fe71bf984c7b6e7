#pragma once

#include "yanglu/base/arena.h"
#include "yanglu/io/remarks.h"

G_BEGIN_DECLS

/** One `key=value` of a key file. */
typedef struct
{
  const char *group; /* as in the brackets, with single blanks */
  const char *key;
  const char *value; /* without blanks at both ends */
  guint line;
} YlKeyEntry;

/** A group's head line. */
typedef struct
{
  const char *name;
  guint line;
} YlKeyGroup;

/**
 * YlKeyFile: the lines of a file of groups and keys, such as a policy. GKeyFile
 * gives no line numbers, takes the last of repeated keys, joins repeated groups
 * and keeps a trailing note as value, so the syntax is read here, and strictly.
 */
typedef struct
{
  YlArena *arena;
  GArray *entries; /* of YlKeyEntry */
  GArray *groups;  /* of YlKeyGroup, each name once */
} YlKeyFile;

/** Largest key file that is read. */
#define YL_KEY_FILE_MAX_BYTES ((gsize) 1024 * 1024)

/**
 * yl_key_file_new: reads @bytes; what is not a key file goes into @remarks
 * as fatal errors. A file that is too large, holds NUL or is not UTF-8 has no entries.
 */
YlKeyFile *yl_key_file_new (GBytes *bytes, const YlKeyFileKind *kind, YlRemarks *remarks);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlKeyFile, yl_arena_free_record)

/** yl_key_file_find_group: the line of the group @name; 0 for none. */
guint yl_key_file_find_group (const YlKeyFile *file, const char *name);

/**
 * yl_key_file_load: a file's bytes, at most one past the limit of yl_key_file_new().
 *
 * Returns: (transfer full) (nullable): %NULL with what the system says, of %G_IO_ERROR
 */
GBytes *yl_key_file_load (const char *path, GError **error);
/** yl_key_file_describe: what people can do about an error of yl_key_file_load(), as half a sentence; the
 * system's own words are English. */
const char *yl_key_file_describe (const GError *cause);

G_END_DECLS
