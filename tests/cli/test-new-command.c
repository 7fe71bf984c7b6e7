#include <string.h>

#include "support/assert.h"
#include "support/run.h"

static int
set_up (void **state)
{
  *state = yl_run_new ();
  return 0;
}

static int
tear_down (void **state)
{
  yl_run_free (*state);
  return 0;
}

static void
assert_refused (const YlRun *run, const char *part)
{
  assert_number_equal (run->status, 2);
  assert_string_equal (run->out, "");
  if (strstr (run->err, part) == NULL)
    fail_msg ("\"%s\" is not said in: %s", part, run->err);
}

static void
an_empty_entry_workbook_is_written_and_named (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "new", "录入表.xlsx", "--county", "371502", "--year", "2021", NULL);
  assert_number_equal (run->status, 0);
  assert_string_equal (run->out, "已生成 录入表.xlsx\n");
  assert_number_equal (yl_run_count_files (run), 1);
}

/* Nothing is in it yet: that is told, and is no reason to fail. */
static void
its_own_check_understands_the_empty_workbook (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "new", "a.xlsx", "--county", "371502", "--year", "2021", NULL);
  yl_run (run, "C", NULL, "check", "a.xlsx", NULL);
  assert_true (run->status == 0 || run->status == 1);
  assert_non_null (strstr (run->out, "年度：2021（单位信息）"));
}

static void
a_filled_workbook_is_never_overwritten_by_an_empty_one (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "a.xlsx", "filled");
  yl_run (run, "C", NULL, "new", "a.xlsx", "--county", "371502", NULL);
  assert_refused (run, "--force");
  g_autoptr (GBytes) kept = yl_run_read (run, "a.xlsx");
  assert_number_equal (g_bytes_get_size (kept), 6);
  yl_run (run, "C", NULL, "new", "a.xlsx", "--county", "371502", "--force", NULL);
  assert_number_equal (run->status, 0);
  g_autoptr (GBytes) replaced = yl_run_read (run, "a.xlsx");
  assert_true (g_bytes_get_size (replaced) > 1000);
}

static void
a_county_that_is_not_known_makes_no_workbook (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "new", "a.xlsx", "--county", "999999", NULL);
  assert_refused (run, "999999");
  yl_run (run, "C", NULL, "new", "a.xlsx", "--county", "37150", NULL);
  assert_refused (run, "六位数字");
  yl_run (run, "C", NULL, "new", "a.xlsx", NULL);
  assert_refused (run, "--county");
  assert_number_equal (yl_run_count_files (run), 0);
}

static void
the_same_words_give_the_same_bytes (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "new", "a.xlsx", "--county", "371502", "--year", "2021", NULL);
  yl_run (run, "C.UTF-8", NULL, "new", "b.xlsx", "--county", "371502", "--year", "2021", NULL);
  g_autoptr (GBytes) one = yl_run_read (run, "a.xlsx");
  g_autoptr (GBytes) other = yl_run_read (run, "b.xlsx");
  assert_true (g_bytes_equal (one, other));
}

static void
a_name_for_the_workbook_must_be_given (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "new", "--county", "371502", NULL);
  assert_refused (run, "录入表的文件名");
}

/* 东昌府区 has 24 of them. */
static void
each_township_of_a_county_gets_a_form_of_its_own (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "new", "--county", "371502", "--each-township", "各乡镇", "--year",
          "2021", NULL);
  assert_number_equal (run->status, 0);
  assert_non_null (strstr (run->out, "已生成 24 份乡镇填报表，在文件夹 各乡镇。"));
  assert_non_null (strstr (run->out, "yanglu check"));
  assert_true (yl_run_has (run, "各乡镇/371502102-堂邑镇.xlsx"));
}

/* What is there already is named before anything is written. */
static void
forms_that_are_there_are_not_overwritten (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "new", "--county", "371502", "--township", "堂邑镇", "--each-township",
          "甲", NULL);
  assert_number_equal (run->status, 0);
  yl_run (run, "C", NULL, "new", "--county", "371502", "--township", "堂邑镇,371502103",
          "--each-township", "甲", NULL);
  assert_refused (run, "已有 1 个同名文件：371502102-堂邑镇.xlsx");
  assert_false (yl_run_has (run, "甲/371502103-梁水镇.xlsx"));
}

/* Its code says the county; check takes its rows to be of that township, and says who sends it. */
static void
a_form_of_a_township_is_a_list_of_roads (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "new", "a.xlsx", "--township", "371502102", "--year", "2021", NULL);
  assert_number_equal (run->status, 0);
  yl_run (run, "C", NULL, "check", "a.xlsx", "--county", "371502", NULL);
  assert_number_equal (run->status, 1); /* nothing stands in it */
  assert_non_null (strstr (run->out, "找到了表头，但表头下没有一行数据"));
}

static void
a_township_of_another_county_gets_none (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "new", "a.xlsx", "--county", "371502", "--township", "火星镇", NULL);
  assert_refused (run, "“火星镇”不是东昌府区的乡镇（街道）");
  yl_run (run, "C", NULL, "new", "a.xlsx", "--county", "371502", "--township", "堂邑镇,沙镇镇",
          NULL);
  assert_refused (run, "--each-township");
}

#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    SENTENCE (an_empty_entry_workbook_is_written_and_named),
    SENTENCE (its_own_check_understands_the_empty_workbook),
    SENTENCE (a_filled_workbook_is_never_overwritten_by_an_empty_one),
    SENTENCE (a_county_that_is_not_known_makes_no_workbook),
    SENTENCE (the_same_words_give_the_same_bytes),
    SENTENCE (a_name_for_the_workbook_must_be_given),
    SENTENCE (each_township_of_a_county_gets_a_form_of_its_own),
    SENTENCE (forms_that_are_there_are_not_overwritten),
    SENTENCE (a_form_of_a_township_is_a_list_of_roads),
    SENTENCE (a_township_of_another_county_gets_none),
  };
  return cmocka_run_group_tests_name ("new-command", tests, NULL, NULL);
}
