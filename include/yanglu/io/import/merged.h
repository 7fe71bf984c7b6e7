#pragma once

#include "yanglu/io/rows.h"

G_BEGIN_DECLS

/** YlMerged: gives the rows that a merged cell spans what stands in its first one. */
typedef struct _YlMerged YlMerged;

YlMerged *yl_merged_new (void);
void yl_merged_free (YlMerged *merged);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlMerged, yl_merged_free)

/** yl_merged_begin: @merges: (nullable) (element-type YlCellRange): of the sheet that begins; copied. */
void yl_merged_begin (YlMerged *merged, const GArray *merges);
/** yl_merged_is_needed: whether the sheet has any; yl_merged_fill() does nothing where it has none. */
gboolean yl_merged_is_needed (const YlMerged *merged);

/**
 * yl_merged_fill: to be called for every row from the first one on.
 * @cells: (inout) (array length=n_cells): the row; its own cells come first, and where blank ones of
 *   @columns are part of a merged cell, an array of @merged that lives until the next call
 * @columns: (array length=n_columns): the cells that may be filled
 * @filled: (nullable): called for every cell that was
 */
void yl_merged_fill (YlMerged *merged,
                     YlRowId row,
                     const YlText **cells,
                     guint *n_cells,
                     const guint *columns,
                     guint n_columns,
                     void (*filled) (gpointer data, guint cell),
                     gpointer data);

G_END_DECLS
