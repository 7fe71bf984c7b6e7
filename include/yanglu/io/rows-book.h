#pragma once

#include "yanglu/domain/finding.h"
#include "yanglu/domain/workbook.h"
#include "yanglu/io/rows.h"

G_BEGIN_DECLS

/** Cells that a workbook made of rows may hold; a found table has a thousandth of them. */
#define YL_ROW_BOOK_MAX_CELLS 2000000

/** YlRowBook: makes a workbook, as it was found, of the rows of a table reader (CSV); a
 * record is no spreadsheet. */
typedef struct _YlRowBook YlRowBook;

/** yl_row_book_new: the sheets are added to @workbook; a sheet without a name gets @sheet. At
 * YL_ROW_BOOK_MAX_CELLS reading ends with an E08 in @findings. */
YlRowBook *yl_row_book_new (YlWorkbook *workbook, const char *sheet, YlFindings *findings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlRowBook, yl_arena_free_record)

YlRowSink yl_row_book_get_sink (YlRowBook *book);

G_END_DECLS
