#pragma once

#include "price-private.h"

G_BEGIN_DECLS

/**
 * yl_book_price_printed: what a difference comes to in a cell that shows an amount otherwise than in figures of
 * yuan: in 万元, or in 大写; no other figure moves by it
 * @found: the value of the cell as it was found
 * @out_figure: (transfer none): set to the figure in yuan that a cell in 万元 shows; %NULL where it is no one cell
 *
 * Returns: %FALSE when the cell shows none
 */
gboolean yl_book_price_printed (YlBookPricing *pricing,
                                const YlCellDifference *difference,
                                const YlCellValue *found,
                                YlBookEffect *effect,
                                const YlFigureRange **out_figure);

G_END_DECLS
