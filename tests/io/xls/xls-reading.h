#pragma once

#include "io/book-reading.h"
#include "xls-making.h"

#include "yanglu/io/xls/reader.h"

int xls_reading_begin (void **state);

#define xls_sentence(name)                                                                         \
  cmocka_unit_test_setup_teardown (name, xls_reading_begin, book_reading_end)

/* Reads a workbook of one sheet “Roads” of BIFF8 as “a.xls”. Returns: what yl_book_read() does. */
gboolean read_records (void (*add) (XlsMaker *maker));
