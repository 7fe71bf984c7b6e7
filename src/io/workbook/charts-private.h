#pragma once

#include "book-private.h"
#include "book-references-private.h"

G_BEGIN_DECLS

/* Charts in the fonts of the form, with amounts in yuan on their axes. */
lxw_chart *yl_book_make_chart (YlBook *book, guint8 type, const char *title);
/** yl_book_add_series: ranges as yl_book_range() spells them. */
lxw_chart_series *yl_book_add_series (
    lxw_chart *chart, const char *name, const char *categories, const char *values, guint32 colour);
/** yl_book_remember_points: the values that a viewer draws which computes nothing, such as a preview:
 * @n labels and amounts, in the order of the cells of the ranges. */
void yl_book_remember_points (lxw_chart_series *series,
                              guint n,
                              const char *const *labels,
                              const gint64 *amounts_fen);
/** yl_book_place_chart: at the cell @row (from 1), @column, this many pixels wide and high. */
void yl_book_place_chart (
    YlSheet *sheet, lxw_chart *chart, guint32 row, guint column, double width, double height);

G_END_DECLS
