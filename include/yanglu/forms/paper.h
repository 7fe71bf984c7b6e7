#pragma once

#include "yanglu/forms/sheet-form.h"

G_BEGIN_DECLS

/** YL_PAPER_PERCENT: at which a page is printed whose columns take all of its room. */
#define YL_PAPER_PERCENT 91.0

/** yl_paper_get_room: how wide the columns of a page may be together, in characters of a digit, so that
 * 10 points are printed as 9 or more. */
double yl_paper_get_room (gboolean is_a3, gboolean is_portrait);

/** yl_paper_get_height: how high the rows of a page may be together, in points, where it is printed as large
 * as it is; a little is left for what other fonts and rounding take. */
double yl_paper_get_height (gboolean is_a3, gboolean is_portrait);

/** yl_paper_get_column: what a column of @width takes of that, with its margins. */
double yl_paper_get_column (double width);

/** yl_paper_get_width: how wide the columns of a sheet that are seen are together, in the same. */
double yl_paper_get_width (const YlSheetForm *form);

/** yl_paper_choose: A4 where its columns have room there, A3 where they have not.
 *
 * Returns: how many columns stand on the first page: all of them, or those of the first of two pages beside one another,
 *   of a sheet that folds and has no room on A3 either: such that the wider of both is as narrow as
 *   can be. */
guint yl_paper_choose (YlSheetForm *form);

G_END_DECLS
