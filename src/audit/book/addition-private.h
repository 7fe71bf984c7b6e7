#pragma once

#include "price-private.h"

#include "yanglu/domain/audit/audit.h"

G_BEGIN_DECLS

/** An amount in a row that the plan does not have. */
typedef struct
{
  gint64 fen;
  guint column; /* where it stands, as found */
} YlOwnAmount;

/** yl_book_find_own_amount: the largest amount of a found row below a head of money, else of all: numbers
 * from 10,000 yuan on, and what a text says is paid beside the table. */
gboolean yl_book_find_own_amount (YlBookPricing *pricing,
                                  const YlSheetPair *pair,
                                  guint32 row,
                                  YlOwnAmount *out_amount);

/** yl_book_read_own_cell: the same of one cell where nothing was planned. */
gboolean
yl_book_read_own_cell (YlBookPricing *pricing, const YlCellDifference *difference, gint64 *out_fen);

/** yl_book_add_own_column: the amounts of a found column that was put in, where it has no more than three
 * numbers and each is one; else 0. */
gint64 yl_book_add_own_column (YlBookPricing *pricing, const YlSheetPair *pair, guint column);

/** yl_book_report_own_capitals: 大写 in a found row that was not planned, held against the total (C05). */
void yl_book_report_own_capitals (const YlBookPricing *pricing,
                                  const YlSheetPair *pair,
                                  guint32 row,
                                  YlAudit *audit);
/** yl_book_report_own_sums: what a found row that was not planned says that the sheet comes to (共计38万元), held
 * against its lines and totals (C01). */
void yl_book_report_own_sums (const YlBookPricing *pricing,
                              const YlSheetPair *pair,
                              guint32 row,
                              YlAudit *audit);

G_END_DECLS
