#pragma once

#include "yanglu/io/copy/copy.h"

G_BEGIN_DECLS

/*
 * The map of a workbook's copy read as figures: a column of a table shows a row
 * of it in each cell, which is named by its number: "townships[3].amount_fen".
 */

/**
 * yl_figure_cells_find_key:
 * @row: from 1
 * @column: from 0
 *
 * Returns: (transfer full) (nullable): the figure that the cell shows
 */
char *yl_figure_cells_find_key (const YlCopy *copy, const char *sheet, guint32 row, guint column);

/** yl_figure_cells_find_places: (transfer full): where @key stands: "预算总表!F6" …; %NULL-ended. */
char **yl_figure_cells_find_places (const YlCopy *copy, const char *key);

G_END_DECLS
