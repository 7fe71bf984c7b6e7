#include <string.h>

#include <glib/gstdio.h>

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

/* A list as one office writes it, and the words that it needs. */
#define LIST "路线代字,路线分档,乡镇,里程\nX001371502,甲类,沙镇镇,2\nY002371502,乙类,堂邑镇,1\n"
#define WORDS                                                                                      \
  "\xEF\xBB\xBF# 本局\r\n[heads.roads]\r\nroute-code = 路线 代字（局）\r\nroute-code = "  \
  "路线代字\r\n"                                                                               \
  "class = 路线分档\r\n[class]\r\ncounty = 甲类\r\ntownship = 乙类\r\n"

static void
the_list_can_be_checked_and_added_as_it_is_printed (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "words", "list", NULL);
  assert_number_equal (run->status, 0);
  assert_true (g_str_has_prefix (run->out, "[heads.roads]\nroute-code = 路线编码, 路线代码"));
  assert_non_null (strstr (run->out, "\nroute-code ~ 路段编码, 路段编号, 编码\n"));
  g_autofree char *own = g_strconcat (run->out, "[flag]\nyes = 对\n", NULL);
  yl_run_write (run, "own.words", own);
  yl_run (run, "C", NULL, "words", "list", "--words", "own.words", NULL);
  assert_number_equal (run->status, 0);
  assert_true (g_str_has_prefix (
      run->out, "# 词表：own.words，增加 1 种写法（本单位的词表，加在内置的之后）\n"));
  assert_non_null (strstr (run->out, "\nyes = 对\n"));
}

static void
json_gives_every_spelling_with_its_key (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "words", "list", "--format", "json", NULL);
  assert_number_equal (run->status, 0);
  assert_non_null (strstr (run->out, "\"schema\" : \"yanglu.words/1\""));
  assert_non_null (strstr (run->out, "\"key\" : \"route-code\",\n          \"text\" : \"编码\",\n"
                                     "          \"fallback\" : true"));
}

static void
a_check_tells_faults_by_line_with_status_1 (void **state)
{
  YlRun *run = *state;
  yl_run_write (
      run, "x.words",
      "[nothing]\na = b\n[class]\ncounty = 县道, 乡道\nroad = 大路\n[heads.roads]\nlane = 车道\n");
  yl_run (run, "C", NULL, "words", "check", "x.words", NULL);
  assert_number_equal (run->status, 1);
  static const char *const lines[] = {
    "x.words 第 1 行 错误：没有这样的词表：“nothing”\n",
    "x.words 第 4 行 提醒：写法已在本词表中，不必再写：“县道”\n",
    "x.words 第 4 行 错误：写法已在本词表中，意思是 township：“乡道”\n",
    "x.words 第 5 行 错误：词表 class 没有这个键：“road”\n",
    "x.words 第 7 行 错误：词表 heads.roads 没有这个键：“lane”\n",
    "x.words：错误 4 处，提醒 1 处。\n",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (strstr (run->out, lines[i]) == NULL)
      fail_msg ("\"%s\" is not said in\n%s", lines[i], run->out);
  yl_run_write (run, "x.words", WORDS);
  yl_run (run, "C", NULL, "words", "check", "x.words", "--format", "json", NULL);
  assert_number_equal (run->status, 0);
  assert_non_null (strstr (run->out, "\"schema\" : \"yanglu.words-check/1\""));
  yl_run (run, "C", NULL, "words", "check", "none.words", NULL);
  assert_number_equal (run->status, 2);
}

static void
every_command_that_reads_a_list_reads_it_by_the_words_of_the_office (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "roads.csv", LIST);
  yl_run_write (run, "own.words", WORDS);
  yl_run (run, "C", NULL, "check", "roads.csv", "--year", "2021", NULL);
  assert_number_equal (run->status, 1);
  yl_run (run, "C", NULL, "check", "roads.csv", "--year", "2021", "--words", "own.words", NULL);
  assert_number_equal (run->status, 0);
  assert_non_null (
      strstr (run->out, "选用  词表：own.words，增加 5 种写法（本单位的词表，加在内置的之后）\n"));
  yl_run (run, "C", NULL, "summary", "roads.csv", "--year", "2021", "--words=own.words", NULL);
  assert_number_equal (run->status, 0);
  assert_non_null (strstr (run->out, "选用  词表：own.words"));
  assert_non_null (strstr (run->out, "25,000.00")); /* 2 km × 10,000 + 1 km × 5,000 */
  yl_run (run, "C", NULL, "diff", "roads.csv", "roads.csv", "--year", "2022", "--words",
          "own.words", NULL);
  assert_number_equal (run->status, 0);
  yl_run (run, "C", NULL, "explain", "roads.csv", "--road", "X001371502", "--year", "2021",
          "--words", "own.words", NULL);
  assert_number_equal (run->status, 0);
  yl_run (run, "C", NULL, "audit", "roads.csv", "roads.csv", "--year", "2021", "--words",
          "own.words", NULL);
  assert_non_null (strstr (run->out, "X001371502"));
}

static void
words_in_the_folder_of_settings_are_used_and_said (void **state)
{
  YlRun *run = *state;
  g_autofree char *folder = g_build_filename (run->folder, "yanglu", NULL);
  assert_int_equal (g_mkdir (folder, 0700), 0);
  yl_run_write (run, "roads.csv", LIST);
  yl_run_write (run, "yanglu/own.words", WORDS);
  yl_run_write (run, "yanglu/own.words~", "[");
  g_autofree char *before = g_strdup (g_getenv ("XDG_CONFIG_HOME"));
  g_setenv ("XDG_CONFIG_HOME", run->folder, TRUE);
  yl_run (run, "C", NULL, "check", "roads.csv", "--year", "2021", NULL);
  const gboolean is_restored = before != NULL && g_setenv ("XDG_CONFIG_HOME", before, TRUE);
  assert_true (is_restored);
  assert_number_equal (run->status, 0);
  assert_non_null (
      strstr (run->out, "选用  词表：own.words，增加 5 种写法（本单位的词表，加在内置的之后）\n"));
}

/* The workbook keeps the words: whoever audits it has none. */
static void
a_workbook_is_made_again_by_the_words_in_its_copy (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "roads.csv", LIST);
  yl_run_write (run, "own.words", WORDS);
  yl_run (run, "C", NULL, "budget", "roads.csv", "--year", "2021", "--words", "own.words", "-o",
          "book.xlsx", NULL);
  assert_number_equal (run->status, 0);
  yl_run (run, "C", NULL, "audit", "book.xlsx", NULL);
  assert_number_equal (run->status, 0);
  assert_non_null (strstr (run->out, "成立"));
}

static void
faulty_words_end_a_run_before_it_begins (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "roads.csv", LIST);
  yl_run_write (run, "x.words", "[flag]\nyes = 否\n");
  static const char *const commands[] = { "check", "budget", "summary", "audit" };
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      yl_run (run, "C", NULL, commands[i], "roads.csv", "--words", "x.words", NULL);
      assert_number_equal (run->status, 2);
      assert_non_null (
          strstr (run->err, "词表文件 x.words 第 2 行：写法已在本词表中，意思是 no：“否”"));
    }
  assert_false (yl_run_has (run, "预算.xlsx"));
}

#define test(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    test (the_list_can_be_checked_and_added_as_it_is_printed),
    test (json_gives_every_spelling_with_its_key),
    test (a_check_tells_faults_by_line_with_status_1),
    test (every_command_that_reads_a_list_reads_it_by_the_words_of_the_office),
    test (words_in_the_folder_of_settings_are_used_and_said),
    test (a_workbook_is_made_again_by_the_words_in_its_copy),
    test (faulty_words_end_a_run_before_it_begins),
  };
  return cmocka_run_group_tests_name ("words-command", tests, NULL, NULL);
}
