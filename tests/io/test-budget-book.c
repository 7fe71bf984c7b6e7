#include "support/assert.h"
#include "support/make-book.h"
#include "support/random-county.h"
#include "support/read-book.h"

#include <glib/gstdio.h>

#define SEED 20210131

typedef struct
{
  YlTestCounty *county;
  char *folder;
  char *path;
  char *other;
} Case;

static int
set_up (void **state)
{
  Case *fixture = g_new0 (Case, 1);
  fixture->county = yl_test_random_county (SEED, 0);
  fixture->folder = g_dir_make_tmp ("yanglu-book-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "甲.xlsx", NULL);
  fixture->other = g_build_filename (fixture->folder, "乙.xlsx", NULL);
  *state = fixture;
  return 0;
}

static int
tear_down (void **state)
{
  Case *fixture = *state;
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

#define with_book(test) cmocka_unit_test_setup_teardown (test, set_up, tear_down)

static YlTestBook *
write_and_read (Case *fixture, guint32 rows_per_sheet)
{
  const YlBudget *budget = yl_test_county_get_budget (fixture->county);
  yl_test_make_book (budget, NULL, rows_per_sheet, fixture->path);
  return yl_test_read_book (fixture->path);
}

static void
the_same_request_gives_the_same_bytes (void **state)
{
  Case *fixture = *state;
  const YlBudget *budget = yl_test_county_get_budget (fixture->county);
  yl_test_make_book (budget, NULL, 0, fixture->path);
  yl_test_make_book (budget, NULL, 0, fixture->other);
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  gsize n_one = 0;
  gsize n_two = 0;
  assert_true (g_file_get_contents (fixture->path, &one, &n_one, NULL));
  assert_true (g_file_get_contents (fixture->other, &two, &n_two, NULL));
  assert_number_equal ((gint64) n_one, (gint64) n_two);
  assert_memory_equal (one, two, n_one);
}

static void
the_sheets_stand_in_the_order_of_the_offices (void **state)
{
  static const char *const names[] = {
    "封面",     "预算总表", "资金承担", "里程汇总", "分乡镇汇总",       "分管养单位", "里程明细",
    "桥梁明细", "其他支出", "资金来源", "图表",     "土地出让收益测算", "绩效目标",   "标准依据",
    "拨付进度", "公开表",   "校验",     "问题清单", "数据副本",
  };
  g_autoptr (YlTestBook) book = write_and_read (*state, 0);
  assert_number_equal (yl_test_book_get_n_sheets (book), G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    assert_string_equal (yl_test_book_get_sheet (book, i), names[i]);
  assert_true (yl_test_book_is_hidden (book, "数据副本"));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    with_book (the_same_request_gives_the_same_bytes),
    with_book (the_sheets_stand_in_the_order_of_the_offices),
  };
  return cmocka_run_group_tests_name ("budget book", tests, NULL, NULL);
}
