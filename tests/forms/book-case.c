#include "book-case.h"

#include <glib/gstdio.h>
#include <string.h>

/* A draw with bridges, packages, declared shares and every kind of road. */
#define SEED 20210131

static BookCase *
book_case_new (YlTestCounty *county)
{
  BookCase *fixture = g_new0 (BookCase, 1);
  fixture->county = county;
  fixture->folder = g_dir_make_tmp ("yanglu-book-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "甲.xlsx", NULL);
  fixture->other = g_build_filename (fixture->folder, "乙.xlsx", NULL);
  return fixture;
}

int
book_case_set_up (void **state)
{
  *state = book_case_new (yl_test_random_county (SEED, 0));
  return 0;
}

int
book_case_set_up_empty (void **state)
{
  YlTestCounty *county = yl_test_county_new ();
  yl_test_county_set_rate (county, YL_RATE_COUNTY, 10000);
  yl_test_county_set_rate (county, YL_RATE_TOWNSHIP, 5000);
  yl_test_county_set_rate (county, YL_RATE_VILLAGE, 3000);
  *state = book_case_new (county);
  return 0;
}

int
book_case_tear_down (void **state)
{
  BookCase *fixture = *state;
  g_unlink (fixture->path);
  g_unlink (fixture->other);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->other);
  g_free (fixture->folder);
  yl_test_county_free (fixture->county);
  g_free (fixture);
  return 0;
}

void
book_case_write (BookCase *fixture, guint32 rows_per_sheet)
{
  const YlBudget *budget = yl_test_county_get_budget (fixture->county);
  yl_test_make_book (budget, NULL, rows_per_sheet, fixture->path);
}

YlTestBook *
book_case_read (BookCase *fixture, guint32 rows_per_sheet)
{
  book_case_write (fixture, rows_per_sheet);
  return yl_test_read_book (fixture->path);
}

guint
book_case_find_tab (const YlTestBook *book, const char *sheet)
{
  const guint n = yl_test_book_get_n_sheets (book);
  guint index = 0;
  while (index < n && strcmp (yl_test_book_get_sheet (book, index), sheet) != 0)
    index++;
  assert_true (index < n);
  return index;
}
