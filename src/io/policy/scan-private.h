#pragma once

#include "remarks-private.h"

G_BEGIN_DECLS

/** One `key=value` of a policy file. */
typedef struct
{
  const char *group; /* as in the brackets, with single blanks */
  const char *key;
  const char *value; /* without blanks at both ends */
  guint line;
} YlPolicyEntry;

/** A group's head line. */
typedef struct
{
  const char *name;
  guint line;
} YlPolicyGroupLine;

/**
 * YlPolicyScan: the lines of a policy file. GKeyFile gives no line numbers,
 * takes the last of repeated keys, joins repeated groups and keeps a trailing
 * note as value, so the syntax of a key file is read here, and strictly.
 */
typedef struct
{
  GStringChunk *strings;
  GArray *entries; /* of YlPolicyEntry */
  GArray *groups;  /* of YlPolicyGroupLine, each name once */
} YlPolicyScan;

/** Largest policy file that is read. */
#define YL_POLICY_MAX_BYTES ((gsize) 1024 * 1024)

/**
 * yl_policy_scan_new: reads @bytes; what is not a key file goes into @remarks
 * as fatal errors. A file that is too large, holds NUL or is not UTF-8 has no entries.
 */
YlPolicyScan *yl_policy_scan_new (GBytes *bytes, YlRemarks *remarks);
void yl_policy_scan_free (YlPolicyScan *scan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlPolicyScan, yl_policy_scan_free)

G_END_DECLS
