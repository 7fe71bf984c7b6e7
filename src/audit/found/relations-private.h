#pragma once

#include "check-private.h"

G_BEGIN_DECLS

/* What columns and rows of a table say of each other. */

/** found_get_total_off: what the last 合计 of a column has more than its items; 0 without one. */
gint64 found_get_total_off (FoundCheck *check, guint column);
/** found_name_row: (transfer full): its label; else its year or its first words; else its number. */
char *found_name_row (const YlFoundTable *table, const YlFoundRow *row);
/** found_is_instalment: a part that is paid first or settled later: 提前下达, 尾款（30%）. */
gboolean found_is_instalment (const YlFoundColumn *column);
/** found_is_of_places: townships or routes, not items of a budget. */
gboolean found_is_of_places (const FoundCheck *check);

/** found_check_own_prices: C01: works whose rows state what a kilometre costs. */
void found_check_own_prices (FoundCheck *check);
/** found_check_across: of the rows that are items, or of the others, after their sums. */
void found_check_across (FoundCheck *check, gboolean is_of_items);
void found_check_sums (FoundCheck *check);
/** found_check_differences: C01: what one column has more than another, as a third states it. */
void found_check_differences (FoundCheck *check, gboolean is_of_items);
/** found_check_shares: C01: a column whose head, or whose rows, say that it is a share of another one: 70 % paid
 * first, 30 % settled later. What was assessed is paid by its marks, and is not held against its share. */
void found_check_shares (FoundCheck *check);
/** found_check_ratios: C01: a figure that is off in its column, and in the share that its row states of it,
 * by the same. */
void found_check_ratios (FoundCheck *check);
/** found_check_parts: C01: rows of 其中, and of an outline, against the row that they are parts of. */
void found_check_parts (FoundCheck *check);
/** found_check_listed_twice: A01, A02 */
void found_check_listed_twice (FoundCheck *check);
/** found_check_details: what the table sums up of @others, checked before, the longest first.
 * @is_of_rest: only what nothing else judged */
void found_check_details (FoundCheck *overview,
                          FoundCheck *const *others,
                          guint n_others,
                          gboolean is_of_rest);

G_END_DECLS
