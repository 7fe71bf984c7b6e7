#pragma once

#include "yanglu/domain/book-limits.h"

G_BEGIN_DECLS

/** YlEffort: what one file has cost so far, and what it may: steps of work, and bytes that are kept
 * for it.  Whoever works for a file draws on the one effort of that file, so that it ends whatever
 * it holds and in however many ways it is gone through.  A step is some twenty nanoseconds: what takes
 * longer is several. */
typedef struct
{
  guint64 steps;
  guint64 max_steps;
  guint64 bytes;
  guint64 max_bytes;
  guint64 max_copy_bytes; /* of the copy of the inputs */
  guint64 n_left;         /* cells that were not worked out any more … */
  const char *left_sheet; /* … and the first of them; borrowed */
  guint32 left_row;
  guint left_column;
} YlEffort;

/** yl_effort_allow: as much as @limits give a file of @n_cells cells. */
void yl_effort_allow (YlEffort *effort, const YlBookLimits *limits, guint64 n_cells);

/** yl_effort_is_spent: nothing more is worked out. */
static inline gboolean
yl_effort_is_spent (const YlEffort *effort)
{
  return effort->steps > effort->max_steps || effort->bytes > effort->max_bytes;
}

/** yl_effort_spend: @steps more. Returns: %FALSE when it is spent. */
static inline gboolean
yl_effort_spend (YlEffort *effort, guint64 steps)
{
  effort->steps += steps;
  return !yl_effort_is_spent (effort);
}

/** yl_effort_spend_on_bytes: the steps of going through @bytes. */
static inline gboolean
yl_effort_spend_on_bytes (YlEffort *effort, guint64 bytes)
{
  return yl_effort_spend (effort, bytes / 16);
}

/** yl_effort_keep: @bytes more that live on. Returns: %FALSE when there is no room for them. */
static inline gboolean
yl_effort_keep (YlEffort *effort, guint64 bytes)
{
  effort->bytes += bytes;
  return !yl_effort_is_spent (effort);
}

/** yl_effort_leave: a cell was not worked out because the effort was spent. */
void yl_effort_leave (YlEffort *effort, const char *sheet, guint32 row, guint column);

/** yl_effort_tell: (transfer full) (nullable): of E08: the limit that was passed, and what was not worked
 * out; %NULL when none was. */
char *yl_effort_tell (const YlEffort *effort, const YlBookLimits *limits);

G_END_DECLS
