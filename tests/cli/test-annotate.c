/* The annotated copy from the command line. */
#include "support/assert.h"
#include "support/read-book.h"
#include "support/run.h"

#include <string.h>

#define COPY "批注本.xlsx"

static int
set_up (void **state)
{
  YlRun *run = yl_run_new ();
  *state = run;
  yl_run_write (run, "表.csv",
                "乡镇,类别,里程(公里),金额(元)\n"
                "沙镇镇,县道,1,10000\n"
                "堂邑镇,县道,2,25000\n"
                "合计,,3,35000\n");
  return 0;
}

static int
tear_down (void **state)
{
  yl_run_free (*state);
  return 0;
}

/* Refused before anything is done: the file that was there stays, and none appears. */
static void
assert_refused (YlRun *run, const char *said)
{
  assert_number_equal (run->status, 2);
  assert_non_null (strstr (run->err, said));
  assert_false (yl_run_has (run, COPY));
}

static void
a_table_in_csv_comes_back_as_a_workbook_with_its_findings (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "audit", "表.csv", "--county", "371502", "--year", "2021", "--annotate",
          "-o", COPY, NULL);
  assert_number_equal (run->status, 1);
  assert_non_null (strstr (run->out, "已生成 " COPY));
  g_autofree char *path = g_build_filename (run->folder, COPY, NULL);
  g_autoptr (YlTestBook) book = yl_test_read_book (path);
  assert_string_equal (yl_test_book_get_sheet (book, 0), "审计批注");
  assert_string_equal (yl_test_book_get_sheet (book, 1), "表.csv");
}

static void
it_needs_a_name_that_ends_as_a_workbook_does (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "audit", "表.csv", "--annotate", NULL);
  assert_refused (run, "--annotate 要用 -o 给出批注本的文件名");
  yl_run (run, "C", NULL, "audit", "表.csv", "--annotate", "-o", "批注本.ods", NULL);
  assert_refused (run, ".xlsx");
  yl_run (run, "C", NULL, "audit", "表.csv", "--annotate", "-o", COPY, "--format", "json", NULL);
  assert_refused (run, "不能同时用 --format");
}

static void
lists_that_are_compared_have_none (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "audit", "表.csv", "表.csv", "--annotate", "-o", COPY, NULL);
  assert_refused (run, "不能给出“--annotate”");
}

static void
it_never_takes_the_place_of_what_is_audited_nor_of_another_file_unasked (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "audit", "表.csv", "--county", "371502", "--year", "2021", "--annotate",
          "-o", COPY, NULL);
  yl_run (run, "C", NULL, "audit", COPY, "--annotate", "-o", "./" COPY, "--force", NULL);
  assert_number_equal (run->status, 2);
  assert_non_null (strstr (run->err, "就是输入文件"));
  yl_run_write (run, "别人.xlsx", "别人的文件");
  yl_run (run, "C", NULL, "audit", "表.csv", "--county", "371502", "--year", "2021", "--annotate",
          "-o", "别人.xlsx", NULL);
  assert_number_equal (run->status, 2);
  g_autoptr (GBytes) bytes = yl_run_read (run, "别人.xlsx");
  assert_number_equal (g_bytes_get_size (bytes), strlen ("别人的文件"));
}

static void
of_a_file_that_cannot_be_audited_none_is_written (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "坏.xlsx", "不是工作簿");
  yl_run (run, "C", NULL, "audit", "坏.xlsx", "--annotate", "-o", COPY, NULL);
  assert_number_equal (run->status, 2);
  assert_false (yl_run_has (run, COPY));
}

/* One list has a letter against its class, the other a length that is no number. */
static void
each_sender_gets_its_own_faults_and_not_those_of_another (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "甲镇.csv", "路线编码,行政等级,里程\nX001371502,村道,1\n");
  yl_run_write (run, "丙镇.csv", "路线编码,行政等级,里程\nC003371502,村道,三公里\n");
  yl_run (run, "C", NULL, "check", "甲镇.csv", "丙镇.csv", "--county", "371502", "--year", "2021",
          "--annotate", "-o", "退回", NULL);
  assert_number_equal (run->status, 1);
  static const char *const own[][3] = { { "甲镇.xlsx", "A06", "C04" },
                                        { "丙镇.xlsx", "C04", "A06" } };
  for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
    {
      g_autofree char *path = g_build_filename (run->folder, "退回", own[i][0], NULL);
      g_autoptr (YlTestBook) book = yl_test_read_book (path);
      assert_true (yl_test_book_find_row (book, "退回问题清单", 1, 2, own[i][1]) > 0);
      assert_number_equal (yl_test_book_find_row (book, "退回问题清单", 1, 2, own[i][2]), 0);
    }
}

int
main (void)
{
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (a_table_in_csv_comes_back_as_a_workbook_with_its_findings),
    SENTENCE (it_needs_a_name_that_ends_as_a_workbook_does),
    SENTENCE (lists_that_are_compared_have_none),
    SENTENCE (it_never_takes_the_place_of_what_is_audited_nor_of_another_file_unasked),
    SENTENCE (each_sender_gets_its_own_faults_and_not_those_of_another),
    SENTENCE (of_a_file_that_cannot_be_audited_none_is_written),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
