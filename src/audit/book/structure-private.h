#pragma once

#include "price-private.h"

#include "yanglu/domain/audit/audit.h"

G_BEGIN_DECLS

/** yl_book_report_structure: sheets and rows that are gone, were added, are hidden, sorted or
 * filtered; names that mean another cell. */
void yl_book_report_structure (YlBookPricing *pricing, YlAudit *audit);

/** yl_book_report_columns: columns that were put in, taken out or moved. */
void yl_book_report_columns (YlBookPricing *pricing, YlAudit *audit);

/** yl_book_report_hidden: rows, columns and sheets out of sight that carry money; filters. */
void yl_book_report_hidden (YlBookPricing *pricing, YlAudit *audit);

/** yl_book_cover: every planned figure of money whose row is there was compared, cell by cell; the numbers
 * of sheets that somebody put in were not. */
void yl_book_cover (const YlBookMatch *match, YlCoverage *coverage);

/** yl_book_report_unseen: numbers of a sheet that its page does not show as they are. */
void yl_book_report_unseen (YlBookPricing *pricing, const YlSheetPair *pair, YlAudit *audit);

/** yl_book_price_columns: the money of the found columns @first to @last, a total for what it adds up.
 * Returns: %FALSE when nobody can say */
gboolean yl_book_price_columns (
    YlBookPricing *pricing, const YlSheetPair *pair, guint first, guint last, gint64 *out_fen);

G_END_DECLS
