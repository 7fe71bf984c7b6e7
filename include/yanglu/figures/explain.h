#pragma once

#include "yanglu/domain/budget.h"
#include "yanglu/domain/derivation.h"

G_BEGIN_DECLS

/**
 * yl_explain_figure:
 * @key: as the map of the workbook's copy names figures; a row of a table by its number:
 *   "daily.standard_fen", "townships[3].amount_fen"
 *
 * Where a figure of @budget comes from, down to the roads, the entries and the values of the
 * policy. Looks up and arranges what the budget worked out; nothing is calculated anew.
 *
 * Returns: (transfer full) (nullable): %NULL when the budget has no such figure
 */
YlDerivation *yl_explain_figure (const YlBudget *budget, const char *key);

/**
 * yl_explain_feeds:
 * @rows: (element-type YlDerivationRow): roads and bridges; their kind and index count
 *
 * Returns: (transfer full) (element-type YlFeed): every figure that @rows together feed, in the
 *   order from the row to the total, and how much of it they are
 */
GArray *yl_explain_feeds (const YlBudget *budget, const GArray *rows);

/** yl_explain_rows: (transfer full): what @rows come to together, called @name, with each of them. */
YlDerivation *yl_explain_rows (const YlBudget *budget, const GArray *rows, const char *name);

/**
 * yl_explain_line_feeds: the same for the line of demand @code that has no rows behind it, such as
 * "staff". Returns: (transfer full) (element-type YlFeed)
 */
GArray *yl_explain_line_feeds (const YlBudget *budget, const char *code);

/**
 * yl_explain_holds: whether what is shown makes the figure shown, by its step, throughout the tree.
 * @out_first: (out) (optional) (transfer none): the first that does not
 */
gboolean yl_explain_holds (const YlDerivation *derivation, const YlDerivation **out_first);

G_END_DECLS
