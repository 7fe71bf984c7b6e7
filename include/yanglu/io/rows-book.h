#pragma once

#include "yanglu/domain/workbook.h"
#include "yanglu/io/rows.h"

G_BEGIN_DECLS

/** Cells that a workbook made of rows may hold; a found table has a thousandth of them. */
#define YL_ROW_BOOK_MAX_CELLS 2000000

/** YlRowBook: makes a workbook, as it was found, of the rows of a table reader (CSV). */
typedef struct _YlRowBook YlRowBook;

/** yl_row_book_new: the sheets are added to @workbook; a sheet without a name gets @sheet. */
YlRowBook *yl_row_book_new (YlWorkbook *workbook, const char *sheet);
void yl_row_book_free (YlRowBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlRowBook, yl_row_book_free)

YlRowSink yl_row_book_get_sink (YlRowBook *book);
/** yl_row_book_get_full_row: the row at which YL_ROW_BOOK_MAX_CELLS was reached; 0: it was not. */
guint32 yl_row_book_get_full_row (const YlRowBook *book);

G_END_DECLS
