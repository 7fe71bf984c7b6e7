#pragma once

#include "yanglu/audit/formula/cell-value.h"
#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

/** YlRecalculation: the formulas of a workbook worked out anew, whatever values were saved with
 * them. A cell is computed when it is asked for, and once. */
typedef struct _YlRecalculation YlRecalculation;

/** Cells that are looked at before the rest is left unknown, so that a hostile workbook ends: some
 * hundred times what a budget of 300,000 sections needs. */
#define YL_RECALCULATION_MAX_VISITS ((guint64) 4000000000)

/**
 * yl_recalculation_new:
 * @workbook: borrowed; must not change while it lives
 * @max_visits: %YL_RECALCULATION_MAX_VISITS, or fewer for whoever cannot wait
 */
YlRecalculation *yl_recalculation_new (const YlWorkbook *workbook, guint64 max_visits);
void yl_recalculation_free (YlRecalculation *recalculation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlRecalculation, yl_recalculation_free)

/**
 * yl_recalculation_set: what if the cell held @value, and no formula: everything that was computed
 * is forgotten, the visits too.
 * @value: its text is copied; an empty value empties the cell
 *
 * Returns: %FALSE when there is no such sheet
 */
gboolean yl_recalculation_set (YlRecalculation *recalculation,
                               const char *sheet,
                               guint32 row,
                               guint column,
                               const YlCellValue *value);

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
 * decimals of it. A cell that needs itself is %YL_CIRCULAR. %YL_VALUE_UNKNOWN is what cannot be
 * computed here: a function that is not known, another workbook, an array that is not summed up,
 * numbers beyond YlFixed, more than the visits allowed. No such sheet: #REF!.
 */
void yl_recalculation_get (YlRecalculation *recalculation,
                           const char *sheet,
                           guint32 row,
                           guint column,
                           YlCellValue *out_value);

G_END_DECLS
