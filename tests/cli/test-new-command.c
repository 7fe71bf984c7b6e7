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
  assert_string_equal (
      run->out, "已生成 录入表.xlsx\n"
                "下一步：填报；填好后检查：yanglu check 录入表.xlsx"
                "（里程另有台账的，只填其余各表：yanglu budget 台账 --entry 录入表.xlsx）\n");
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
  assert_number_equal (run->status, 0); /* nothing stands in it: a township may have no road */
  assert_non_null (strstr (run->out, "[E01 提示]"));
  assert_non_null (strstr (run->out, "没有路段"));
  assert_non_null (strstr (run->out, "年度：2021（填报表的标题）"));
}

static void
forms_of_two_years_are_not_one_budget (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "new", "a.xlsx", "--township", "371502102", "--year", "2021", NULL);
  yl_run (run, "C", NULL, "new", "b.xlsx", "--township", "371502103", "--year", "2022", NULL);
  yl_run (run, "C", NULL, "check", "a.xlsx", "b.xlsx", NULL);
  assert_refused (run, "“a.xlsx”的标题写的是2021年，“b.xlsx”的是2022年");
  yl_run (run, "C", NULL, "check", "a.xlsx", "b.xlsx", "--year", "2022", NULL);
  assert_number_equal (run->status, 0);
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

#define LAST_YEAR                                                                                  \
  "路线编码,路线名称,行政等级,乡镇,起点桩号,止点桩号,里程,列养\n"        \
  "X001371502,甲线,县道,堂邑镇,0,1.5,1.5,是\n"                                             \
  "Y002371502,乙线,乡道,梁水镇,0,2,2,是\n"                                                 \
  "C003371502,丙线,村道,火星镇,,,0.7,否\n"                                                 \
  "C004371502,丁线,村道,堂邑镇,,,不详,否\n"

/* Two forms; a township that nobody knows and a length that nobody understood are in a file of their own. */
static void
the_list_of_last_year_is_shared_out_to_its_townships (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "上年.csv", LAST_YEAR);
  yl_run (run, "C", NULL, "new", "--from", "上年.csv", "--county", "371502", "--each-township",
          "甲", "--year", "2022", NULL);
  assert_number_equal (run->status, 0);
  assert_non_null (strstr (run->out, "选用  读取的列：路线编码"));
  assert_non_null (strstr (run->out, "预填 4 行"));
  assert_non_null (strstr (run->out, "371502102-堂邑镇.xlsx  1 行"));
  assert_non_null (strstr (run->out, "没有读懂的 1 行只填了编码和名称"));
  assert_non_null (strstr (run->out, "没有归到这些乡镇的 2 行：第 4 行（C003371502）、第 5 行（"
                                     "C004371502）；在 未分乡镇.xlsx 里。"));
  yl_run (run, "C", NULL, "check", "甲/371502102-堂邑镇.xlsx", NULL);
  assert_number_equal (run->status, 0);
  assert_non_null (strstr (run->out, "读入 1 行：可计入的路段 1 行"));
  yl_run (run, "C", NULL, "check", "甲/未分乡镇.xlsx", "--county", "371502", NULL);
  assert_non_null (strstr (run->out, "读入 2 行：可计入的路段 1 行"));
}

/* 列养 is asked for again; what the budget would count stands in the head. */
static void
a_workbook_is_filled_from_a_budget_of_last_year (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "上年.csv", "路线编码,行政等级,乡镇,里程\nX001371502,县道,堂邑镇,1.5\n");
  yl_run (run, "C", NULL, "budget", "上年.csv", "-o", "上年预算.xlsx", "--year", "2021", NULL);
  assert_number_equal (run->status, 0);
  yl_run (run, "C", NULL, "new", "本年.xlsx", "--from", "上年预算.xlsx", "--year", "2022", NULL);
  assert_number_equal (run->status, 0);
  assert_non_null (strstr (run->out, "预填 1 行"));
  yl_run (run, "C", NULL, "check", "本年.xlsx", NULL);
  assert_number_equal (run->status, 0);
  assert_non_null (strstr (run->out, "读入 1 行：可计入的路段 1 行"));
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
    SENTENCE (forms_of_two_years_are_not_one_budget),
    SENTENCE (a_township_of_another_county_gets_none),
    SENTENCE (the_list_of_last_year_is_shared_out_to_its_townships),
    SENTENCE (a_workbook_is_filled_from_a_budget_of_last_year),
  };
  return cmocka_run_group_tests_name ("new-command", tests, NULL, NULL);
}
