#pragma once

#include "yanglu/domain/planned-book.h"

G_BEGIN_DECLS

/** A cell; @sheet is borrowed from the workbook that it is of. */
typedef struct
{
  const char *sheet;
  guint32 row;  /* from 1 */
  guint column; /* from 0 */
} YlBookPlace;

/** YlBookMatch: which cell of a workbook as found is which cell as planned, told by what stands in
 * its row and column, though those were sorted, taken out, put in or moved. */
typedef struct _YlBookMatch YlBookMatch;

/** yl_book_match_new: @found and @plan are of one text pool and outlive it; the sheet @passed_over
 * is looked at on neither side. */
YlBookMatch *
yl_book_match_new (const YlWorkbook *found, const YlPlannedBook *plan, const char *passed_over);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlBookMatch, yl_arena_free_record)

/** yl_book_match_is_planned: whether the sheet of this name as found is one of the plan. */
gboolean yl_book_match_is_planned (const YlBookMatch *match, const char *sheet);

/** yl_book_match_find_planned: where the found cell @place was planned. Returns: %FALSE when its
 * row, column or sheet was not planned */
gboolean yl_book_match_find_planned (const YlBookMatch *match,
                                     const YlBookPlace *place,
                                     YlBookPlace *out_planned);

/** yl_book_match_find_found: where the planned cell @place stands now. Returns: %FALSE when its row,
 * column or sheet is gone */
gboolean yl_book_match_find_found (const YlBookMatch *match,
                                   const YlBookPlace *place,
                                   YlBookPlace *out_found);

G_END_DECLS
