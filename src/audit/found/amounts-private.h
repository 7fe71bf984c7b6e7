#pragma once

#include "check-private.h"

G_BEGIN_DECLS

/* Amounts and the kilometres that they are for. */

/** found_count_exact: rows whose amount is kilometres × rate, and those that could be. */
guint found_count_exact (const FoundCheck *check, guint *out_n);
/** found_get_length: metres that the amount of @column (-1: none) in @row is for, all of class @rate;
 * 0 for others. */
gint64 found_get_length (const FoundCheck *check, guint row, int column, guint8 rate);

/** found_check_bounds: C10, B01: amounts without a class of roads, beside kilometres, that are above the
 * highest rate of the policy or, where they are of daily maintenance, below the lowest. */
void found_check_bounds (FoundCheck *check);

G_END_DECLS
