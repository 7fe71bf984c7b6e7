#pragma once

#include "yanglu/domain/finding.h"

/*
 * A workbook read back whole, cell by cell, with our own reader: for looking
 * at workbooks that tests have written.  Numbers are decimals ("12.5"), flags
 * 1 and 0, dates "2021-01-31"; formulas show their cached value.
 */
typedef struct _YlTestBook YlTestBook;

/* Fails the test when the workbook cannot be read. */
YlTestBook *yl_test_read_book (const char *path);
void yl_test_book_free (YlTestBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlTestBook, yl_test_book_free)

guint yl_test_book_get_n_sheets (const YlTestBook *book);
const char *yl_test_book_get_sheet (const YlTestBook *book, guint index);
gboolean yl_test_book_has_sheet (const YlTestBook *book, const char *sheet);
gboolean yl_test_book_is_hidden (const YlTestBook *book, const char *sheet);

/* The text of a cell, "封面", "B3"; "" when it is empty. Fails the test when there is no such sheet. */
const char *yl_test_book_get (const YlTestBook *book, const char *sheet, const char *cell);
/* The same by numbers: @row from 1, @column from 0. */
const char *
yl_test_book_get_at (const YlTestBook *book, const char *sheet, guint32 row, guint column);

/* The last row and the number of columns that hold anything; 0 for an empty sheet. */
guint32 yl_test_book_get_last_row (const YlTestBook *book, const char *sheet);
guint yl_test_book_get_n_columns (const YlTestBook *book, const char *sheet);
/* The row (from @from_row on) whose cell in @column is @text; 0 when there is none. */
guint32 yl_test_book_find_row (
    const YlTestBook *book, const char *sheet, guint32 from_row, guint column, const char *text);

/* The first row whose cell in @column is @text; fails the test when there is none. */
guint32 yl_test_book_require_row (const YlTestBook *book,
                                  const char *sheet,
                                  guint column,
                                  const char *text);
/* The cell in @column of the row that @label stands in, in @label_column, is @text. */
void yl_test_book_assert_beside (const YlTestBook *book,
                                 const char *sheet,
                                 guint label_column,
                                 const char *label,
                                 guint column,
                                 const char *text);

/* How many cells of all sheets hold anything. */
gsize yl_test_book_get_n_cells (const YlTestBook *book);
const YlFindings *yl_test_book_get_findings (const YlTestBook *book);
