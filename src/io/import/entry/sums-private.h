#pragma once

#include "table-private.h"

G_BEGIN_DECLS

/** YlTableSums: what the amounts of a table come to, as they are written, so that its rows of 合计 and
 * 小计 can be held against them; zeros at first. */
typedef struct
{
  YlMoney all;
  YlMoney since;    /* since the last such row */
  YlMoney doubtful; /* of such rows that said something else, which may be money after all */
  YlMoney top;      /* of a 合计 above all rows, which waits for them */
  YlRowId top_row;  /* 0: none waits */
  gboolean has_rows;
  gboolean is_too_large; /* then nothing is held against it */
} YlTableSums;

/** yl_table_find_amount_column: the first column of money; @table->n_columns: none. */
guint yl_table_find_amount_column (const YlImportTable *table);

/** yl_table_sums_find_amount: the money of a row, told to nobody. Returns: %FALSE where none can be read */
gboolean yl_table_sums_find_amount (YlTableRow *row, YlMoney *out_amount);

/** yl_table_sums_add: what one more row says, whether it was taken or refused. */
void yl_table_sums_add (YlTableSums *sums, const YlTableRow *row);
/**
 * yl_table_sums_check: @row is one of 合计. One that says what the rows above it come to, all or since the
 * last such row, is no money of its own; any other is C01 (E) with the difference. Rows of a table
 * without a required amount, and without a readable one, say nothing.
 */
void yl_table_sums_check (YlTableSums *sums, YlTableRow *row);
/** yl_table_sums_end: the table ended: a 合计 that stood above its rows is held against all of them. */
void
yl_table_sums_end (YlTableSums *sums, const YlImportTable *table, const YlTableContext *context);

G_END_DECLS
