#pragma once

#include "expected-private.h"

G_BEGIN_DECLS

/* settle.c */
/** found_read_again: the numbers of a column in another unit. */
void found_read_again (YlFoundTable *table, guint index, gint64 unit);
/** found_count_exact: rows whose amount is kilometres × rate; @out_n: those that could be. */
guint found_count_exact (YlFoundTable *table, const YlRateTable *rates, guint *out_n);
/** found_read_amounts: every amount whose unit nobody stated, in 元 or in 万元. */
void found_read_amounts (YlFoundTable *table, gboolean is_wan);

/* settle-heads.c */
/** found_settle_heads: columns whose heads name a class and no measure: kilometres or amounts, as
 * the figures have it; told as a reading, and as E01 (a warning) where they are silent. */
void found_settle_heads (YlFoundTable *table,
                         const char *file,
                         const YlRateTable *rates,
                         YlAudit *audit);

G_END_DECLS
