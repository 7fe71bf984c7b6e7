#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** yl_compare_numbers: below, at or above zero, as functions that sort want it. */
static inline int
yl_compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

/**
 * yl_compare_keys: two rows by several keys: the first that differs tells.
 * @keys: (array length=n): of each key that of the one and that of the other row; the other one's
 *   first where the greater comes first
 */
int yl_compare_keys (const gint64 keys[][2], gsize n);

G_END_DECLS
