#pragma once

#include "support/assert.h"
#include "support/book-parts.h"
#include "support/make-book.h"
#include "support/random-county.h"
#include "support/read-book.h"

/** BookCase: a county and a folder for its workbooks. */
typedef struct
{
  YlTestCounty *county;
  char *folder;
  char *path;
  char *other;
} BookCase;

/* For cmocka: *state is a case of a county by chance, the same each time. */
int book_case_set_up (void **state);
/* The same of a county to which the test adds its roads. */
int book_case_set_up_empty (void **state);
int book_case_tear_down (void **state);

/** book_case_write: the workbook of the county, at @path; @rows_per_sheet as in YlBookRequest. */
void book_case_write (BookCase *fixture, guint32 rows_per_sheet);
/** book_case_read: the same, read back. */
YlTestBook *book_case_read (BookCase *fixture, guint32 rows_per_sheet);

/** book_case_find_tab: the index of the tab @sheet; fails the test when there is none. */
guint book_case_find_tab (const YlTestBook *book, const char *sheet);

#define with_county(test)                                                                          \
  cmocka_unit_test_setup_teardown (test, book_case_set_up, book_case_tear_down)
#define with_empty_county(test)                                                                    \
  cmocka_unit_test_setup_teardown (test, book_case_set_up_empty, book_case_tear_down)
