#pragma once

#include "sum-private.h"

G_BEGIN_DECLS

/* Columns that others add up to: by what their heads say, and by what their numbers do. */

#define FOUND_MAX_PARTS 16

/** FoundSet: a column that is the sum of others, in most rows. */
typedef struct
{
  guint whole;
  guint parts[FOUND_MAX_PARTS];
  guint n;
  guint n_rows;        /* that state the whole and the parts */
  guint n_right;       /* of them */
  guint n_exact;       /* of these, to the unit */
  gboolean is_granted; /* the table divides what was granted or received: payers, instalments */
} FoundSet;

/** found_sets_new: (transfer full) (element-type FoundSet) */
GArray *found_sets_new (const FoundCheck *check);
/** found_set_add_up: FALSE when a part cannot be read, or none is there. */
gboolean
found_set_add_up (const FoundCheck *check, guint row, const FoundSet *set, FoundSum *out_sum);
/** found_set_get_slack: what the parts may differ from their whole by rounding; whole metres are not
 * rounded, and neither are whole 万元 where every other row adds up to the unit. */
gint64 found_set_get_slack (const FoundCheck *check, const FoundSet *set);

G_END_DECLS
