#pragma once

#include "yanglu/audit/formula/cell-value.h"
#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

/** YlRecalculation: the formulas of a workbook worked out anew, whatever values were saved with
 * them. A cell is computed when it is asked for, and once. */
typedef struct _YlRecalculation YlRecalculation;

/**
 * yl_recalculation_new:
 * @workbook: borrowed; must not change while it lives. The work is done on its effort, and what that
 *   does not allow any more stays unknown; where nobody has allowed it anything, its cells do
 */
YlRecalculation *yl_recalculation_new (const YlWorkbook *workbook);
/** yl_recalculation_new_stored: one in which each formula is worked out from the values that were saved with
 * the cells it needs, whatever their own formulas give: where a value departs from its own. */
YlRecalculation *yl_recalculation_new_stored (const YlWorkbook *workbook);
/** YlIsSaved: whether the value of a formula on sheet number @sheet is believed as it was saved. */
typedef gboolean (*YlIsSaved) (gconstpointer data, guint sheet, const YlCell *cell);
/** yl_recalculation_new_filling: one in which a formula is worked out unless @is_saved holds of it. @data: borrowed */
YlRecalculation *
yl_recalculation_new_filling (const YlWorkbook *workbook, YlIsSaved is_saved, gconstpointer data);
void yl_recalculation_free (YlRecalculation *recalculation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlRecalculation, yl_recalculation_free)

/**
 * yl_recalculation_set: what if the cell held @value, and no formula: everything that was computed
 * is forgotten, and what it cost: to ask what if is our own work. Who asks so again and again for much of the
 * workbook pays for what follows from the cells that are set: all else, told by what each formula really
 * looked at, is worked out once, and comes to exactly what working out the whole would give.
 * @value: its text is copied; an empty value empties the cell
 *
 * Returns: %FALSE when there is no such sheet
 */
gboolean yl_recalculation_set (YlRecalculation *recalculation,
                               const char *sheet,
                               guint32 row,
                               guint column,
                               const YlCellValue *value);

/** yl_recalculation_follow: what the formula of a cell gives, though another value was set over it: what
 * follows from the cells that it needs. @out_value: as of yl_recalculation_get() */
void yl_recalculation_follow (YlRecalculation *recalculation,
                              const char *sheet,
                              guint32 row,
                              guint column,
                              YlCellValue *out_value);

/** yl_recalculation_unset: the cell is again as it was found. */
void yl_recalculation_unset (YlRecalculation *recalculation,
                             const char *sheet,
                             guint32 row,
                             guint column);

/**
 * yl_recalculation_get: what a cell comes to.
 * @out_value: (out): its text lives until the next set or unset
 *
 * Numbers are exact (YlFixed); where a formula compares, rounds or cuts a number it looks at 12
 * decimals of it. A cell or a name that needs itself is %YL_CIRCULAR. %YL_VALUE_UNKNOWN is what cannot be
 * computed here: a function that is not known, another workbook, an array that is not summed up,
 * numbers beyond YlFixed, more work than the effort allows. A text that is longer than a cell can hold
 * is #VALUE!. No such sheet: #REF!.
 */
void yl_recalculation_get (YlRecalculation *recalculation,
                           const char *sheet,
                           guint32 row,
                           guint column,
                           YlCellValue *out_value);

G_END_DECLS
