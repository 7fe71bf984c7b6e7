#pragma once

#include "yanglu/domain/workbook.h"
#include "yanglu/io/rows.h"

G_BEGIN_DECLS

/** YlLayouts: what the sheets of a workbook say beside their rows, in the order in which they came. */
typedef struct
{
  YlTextPool *texts;
  YlWorkbook *book; /* merged cells, and as cells the formulas that were worked out */
  GArray *all;      /* of YlSheetLayout */
} YlLayouts;

YlLayouts *yl_layouts_new (void);
void yl_layouts_free (YlLayouts *layouts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlLayouts, yl_layouts_free)

/** yl_layouts_begin: (transfer none): a new last sheet, to be filled. */
YlWorksheet *yl_layouts_begin (YlLayouts *layouts);
/** yl_layouts_set_unsaved: formulas of the last sheet that nobody could work out. */
void yl_layouts_set_unsaved (YlLayouts *layouts, guint n_unsaved);
/** yl_layouts_add_value: a formula of the last sheet that was worked out. */
void yl_layouts_add_value (YlLayouts *layouts, guint32 row, guint column, const char *text);

/** yl_layouts_get: (nullable) (transfer none): of the sheet that came as number @index. */
const YlSheetLayout *yl_layouts_get (const YlLayouts *layouts, guint index);
/** yl_layouts_is_needed: whether whoever reads the rows of the last sheet without it misreads some. */
gboolean yl_layouts_is_needed (const YlLayouts *layouts);

/** yl_layouts_fill: puts what was worked out of @row into its cells.
 * @cells: (element-type YlText): as they came; more of them, where the row ends before */
void yl_layouts_fill (const YlLayouts *layouts, guint index, guint32 row, GArray *cells);

G_END_DECLS
