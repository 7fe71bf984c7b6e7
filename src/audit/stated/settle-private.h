#pragma once

#include "expected-private.h"

G_BEGIN_DECLS

/* settle.c */
/** stated_read_again: the numbers of a column in another unit. */
void stated_read_again (YlStatedTable *table, guint index, gint64 unit);
/** stated_count_exact: rows whose amount is kilometres × rate; @out_n: those that could be. */
guint stated_count_exact (YlStatedTable *table, const YlRateTable *rates, guint *out_n);
/** stated_read_amounts: every amount whose unit nobody stated, in 元 or in 万元. */
void stated_read_amounts (YlStatedTable *table, gboolean is_wan);

/* settle-heads.c */
/** stated_settle_heads: columns whose heads name a class and no measure: kilometres or amounts, as
 * the figures have it; told as a reading, and as E01 (a warning) where they are silent. */
void stated_settle_heads (YlStatedTable *table,
                          const char *file,
                          const YlRateTable *rates,
                          YlAudit *audit);

G_END_DECLS
