#pragma once

#include <xlsxwriter.h>

#include "yanglu/forms/form.h"

G_BEGIN_DECLS

/* Charts in the fonts of the form, with amounts in yuan on their axes. */
lxw_chart *yl_chart_new (YlForm *form, guint8 type, const char *title);
/** yl_chart_add_series: ranges as yl_ranges_rows() spells them. */
lxw_chart_series *yl_chart_add_series (
    lxw_chart *chart, const char *name, const char *categories, const char *values, guint32 colour);
/** yl_chart_remember_points: the values that a viewer draws which computes nothing, such as a preview:
 * @n labels and amounts, in the order of the cells of the ranges. */
void yl_chart_remember_points (lxw_chart_series *series,
                               guint n,
                               const char *const *labels,
                               const gint64 *amounts_fen);
/** yl_chart_place: at the cell @row (from 1), @column, this many pixels wide and high. */
void yl_chart_place (
    YlSheet *sheet, lxw_chart *chart, guint32 row, guint column, double width, double height);

G_END_DECLS
