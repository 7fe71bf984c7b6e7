#pragma once

#include "price-private.h"

#include "yanglu/audit/gainers.h"

G_BEGIN_DECLS

/**
 * yl_book_find_gainer: who has more by @difference: the payee of a row that gets more, else the
 * treasury that pays less. A row whose township or payee was changed moves its money: that is then
 * what is at stake.
 */
void yl_book_find_gainer (YlBookPricing *pricing,
                          const YlCellDifference *difference,
                          const YlFigureRange *figure,
                          const YlFigureRange *amount,
                          const char *payee,
                          YlBookEffect *effect);

/** yl_book_find_label: (transfer none): whom a planned row is about: its first text behind the
 * ordinal; "" when it has none. */
const char *yl_book_find_label (const YlBookMatch *match, const YlWorksheet *planned, guint32 row);

G_END_DECLS
