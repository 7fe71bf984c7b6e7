#pragma once

#include "check-private.h"

G_BEGIN_DECLS

/** Cells added up, as they stand and as they should. */
typedef struct
{
  gint64 stated;
  gint64 expected; /* when every cell were right */
  guint n;
  guint n_known;
  guint n_rounded;    /* of them, not what the policy comes to to the unit */
  gint64 lost_micro;  /* of `stated`, by rounding: see YlFoundValue */
  gboolean is_unread; /* a number is missing or does not fit */
} FoundSum;
void found_sum_add (FoundSum *sum, const FoundCell *cell);
/** found_sum_get_off: what @whole is more; nothing where the digits that stand there add up to it. */
gint64 found_sum_get_off (const FoundSum *sum, const FoundCell *whole);

G_END_DECLS
