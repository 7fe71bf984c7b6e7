#pragma once

#include "io/book-reading.h"

#include "yanglu/io/ods/reader.h"

int ods_reading_begin (void **state);

#define ods_sentence(name)                                                                         \
  cmocka_unit_test_setup_teardown (name, ods_reading_begin, book_reading_end)

#define ODS_SPREADSHEET "application/vnd.oasis.opendocument.spreadsheet"

/* (transfer full): a document of @type with content.xml and a part @other (nullable) of @text. */
GBytes *ods_make (const char *type, const char *content, const char *other, const char *text);
/* (transfer full): content.xml with automatic styles and tables. */
char *ods_write_content (const char *styles, const char *tables);

/* Reads a spreadsheet of these tables, and of one table “里程” of these rows, as “a.ods”. Returns: what
 * yl_book_read() does. */
gboolean read_tables (const char *styles, const char *tables);
gboolean read_rows (const char *rows);
/* The first sheet of such a spreadsheet, kept whole. */
const YlWorksheet *load_tables (const char *styles, const char *tables);

#define ODS_TABLE(rows) "<table:table table:name='里程'>" rows "</table:table>"
#define ODS_ROW(cells) "<table:table-row>" cells "</table:table-row>"
#define ODS_TEXT(text)                                                                             \
  "<table:table-cell office:value-type='string'><text:p>" text "</text:p></table:table-cell>"
#define ODS_NUMBER(value) "<table:table-cell office:value-type='float' office:value='" value "'/>"
