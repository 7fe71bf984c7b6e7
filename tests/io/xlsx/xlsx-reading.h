#pragma once

#include "io/book-reading.h"
#include "xlsx-making.h"

#include "yanglu/io/xlsx/reader.h"

/* A workbook of parts, of the test that runs. */
extern XlsxMaker *maker;

int xlsx_reading_begin (void **state);
int xlsx_reading_end (void **state);

#define xlsx_sentence(name)                                                                        \
  cmocka_unit_test_setup_teardown (name, xlsx_reading_begin, xlsx_reading_end)

/* Reads the bytes as “a.xlsx”. Returns: what yl_book_read() does. */
gboolean read_archive (GBytes *bytes);
/* The same for what the maker has put together, and for a workbook of one sheet “里程” of @rows. */
gboolean read_made (void);
gboolean read_rows (const char *rows);
