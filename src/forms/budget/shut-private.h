#pragma once

#include "book-private.h"

G_BEGIN_DECLS

/* Columns and rows of which there is nothing: out of sight, and named below their table. */

typedef gboolean (*YlIsNothing) (const YlBook *book, const char *column);
/** yl_book_shut_columns: those of @table that are steps, or of which @is_nothing (nullable), are out of sight,
 * from edition 7 on. */
void yl_book_shut_columns (const YlBook *book, YlTable *table, YlIsNothing is_nothing);
/** yl_book_note_shut: a row that names them, if any. */
void yl_book_note_shut (const YlBook *book, const YlTable *table, YlIsNothing is_nothing);

/** yl_book_shut_row: the row of @table just written is out of sight, from edition 7 on: it is one of a list of
 * named kinds, no form requires it, and its columns @first to @last come to nothing. @group: (nullable):
 * what @name is one of. */
void yl_book_shut_row (YlBook *book,
                       const YlTable *table,
                       const char *first,
                       const char *last,
                       const char *group,
                       const char *name);
/** yl_book_note_shut_rows: a row that names those of the sheet, if any, and warns as soon as one of them comes
 * to something. */
void yl_book_note_shut_rows (YlBook *book, YlSheet *sheet);

G_END_DECLS
