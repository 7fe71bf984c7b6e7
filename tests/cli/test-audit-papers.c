/* 审计底稿 from the command line. */
#include "support/assert.h"
#include "support/read-book.h"
#include "support/run.h"

#include <string.h>

#define BUDGET "预算.xlsx"
#define PAPERS "审计底稿.xlsx"

static int
set_up (void **state)
{
  YlRun *run = yl_run_new ();
  *state = run;
  yl_run_write (run, "路.csv",
                "路线编码,路线名称,乡镇,里程\n"
                "X001371502,聊堂路,沙镇镇,12.345\n"
                "Y012371502,沙于路,沙镇镇,8.200\n"
                "C034371502,前屯路,堂邑镇,2.900\n");
  yl_run (run, "C.UTF-8", NULL, "budget", "路.csv", "--year", "2021", "--policy", "liaocheng-2020",
          "-o", BUDGET, NULL);
  if (run->status != 0)
    fail_msg ("%s", run->err);
  return 0;
}

static int
tear_down (void **state)
{
  yl_run_free (*state);
  return 0;
}

static YlTestBook *
read_papers (const YlRun *run)
{
  g_autofree char *path = g_build_filename (run->folder, PAPERS, NULL);
  return yl_test_read_book (path);
}

static void
a_name_of_a_workbook_asks_for_the_working_papers (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "audit", BUDGET, "-o", PAPERS, NULL);
  assert_number_equal (run->status, 0);
  assert_non_null (strstr (run->out, "已生成 " PAPERS));
  g_autoptr (YlTestBook) book = read_papers (run);
  assert_string_equal (yl_test_book_get_sheet (book, 0), "结论");
}

static void
the_working_papers_never_replace_a_file_unasked (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, PAPERS, "别人的文件");
  yl_run (run, "C", NULL, "audit", BUDGET, "-o", PAPERS, NULL);
  assert_number_equal (run->status, 2);
  g_autoptr (GBytes) bytes = yl_run_read (run, PAPERS);
  assert_number_equal (g_bytes_get_size (bytes), strlen ("别人的文件"));
  yl_run (run, "C", NULL, "audit", BUDGET, "-o", PAPERS, "--force", NULL);
  assert_number_equal (run->status, 0);
}

static void
the_budget_under_audit_is_never_the_output (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "audit", BUDGET, "-o", "./" BUDGET, "--force", NULL);
  assert_number_equal (run->status, 2);
  assert_non_null (strstr (run->err, "就是输入文件"));
}

static void
options_of_the_sample_that_are_off_are_named (void **state)
{
  YlRun *run = *state;
  static const char *const cases[][2] = {
    { "--seed", "3x" },
    { "--seed", "-1" },
    { "--seed", "18446744073709551616" },
    { "--confidence", "94" },
    { "--materiality", "0" },
    { "--materiality", "100.0001" },
    { "--materiality", "五" },
    { "--materiality", "0.00001" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      yl_run (run, "C", NULL, "audit", BUDGET, "-o", PAPERS, cases[i][0], cases[i][1], NULL);
      assert_number_equal (run->status, 2);
      assert_non_null (strstr (run->err, cases[i][0]));
      assert_false (yl_run_has (run, PAPERS));
    }
}

static void
options_of_the_sample_at_their_ends_are_taken (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "audit", BUDGET, "-o", PAPERS, "--seed", "18446744073709551615",
          "--confidence", "99", "--materiality", "100", NULL);
  assert_number_equal (run->status, 0);
  assert_true (yl_run_has (run, PAPERS));
}

static void
working_papers_need_a_name (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "audit", BUDGET, "--format", "xlsx", NULL);
  assert_number_equal (run->status, 2);
  assert_non_null (strstr (run->err, "-o"));
}

int
main (void)
{
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (a_name_of_a_workbook_asks_for_the_working_papers),
    SENTENCE (the_working_papers_never_replace_a_file_unasked),
    SENTENCE (the_budget_under_audit_is_never_the_output),
    SENTENCE (options_of_the_sample_that_are_off_are_named),
    SENTENCE (options_of_the_sample_at_their_ends_are_taken),
    SENTENCE (working_papers_need_a_name),
  };
  return cmocka_run_group_tests_name ("audit papers", tests, NULL, NULL);
}
