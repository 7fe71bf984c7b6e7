#include <glib/gstdio.h>
#include <string.h>

#include "support/assert.h"
#include "support/json-shape.h"
#include "support/run.h"

/* Row 3 has a malformed length, row 4 ends the same section twice, row 5 is a sum. */
#define LIST                                                                                       \
  "路线编码,起点桩号,止点桩号,里程\n"                                                \
  "X001371502,0,1.000,1.000\n"                                                                     \
  "Y001371502,0,2.000,\"1,2.3,4\"\n"                                                               \
  "X001371502,0,1.000,1.000\n"                                                                     \
  "合计,,,3.000\n"

static int
set_up (void **state)
{
  *state = yl_run_new ();
  yl_run_write (*state, "list.csv", LIST);
  yl_run_write (*state, "sound.csv", "类别,里程\n县道,1\n");
  return 0;
}

static int
tear_down (void **state)
{
  yl_run_free (*state);
  return 0;
}

static void
assert_says (const YlRun *run, const char *part)
{
  if (strstr (run->out, part) == NULL)
    fail_msg ("\"%s\" is not said in:\n%s", part, run->out);
}

static void
every_fault_is_told_with_its_place_and_nothing_is_written (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "check", "list.csv", "--year", "2021", NULL);
  assert_number_equal (run->status, 1);
  assert_says (run, "读入 4 行：可计入的路段 2 行，合计、小计 1 行，未计入 1 行");
  assert_says (run, "[C04 错误] list.csv 第 3 行 单元格 D3 里程");
  assert_says (run, "[A01 错误] list.csv 第 4 行");
  /* The later of the two sections: 1 km × 10 000 yuan. */
  assert_says (run, "10,000.00");
  assert_number_equal (yl_run_count_files (run), 2);
}

/* Lists 1.csv, 2.csv, … in a folder of their own, each of its own length. */
static void
write_lists (const YlRun *run, guint n)
{
  g_autofree char *folder = g_build_filename (run->folder, "in", NULL);
  g_mkdir_with_parents (folder, 0700);
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *name = g_strdup_printf ("in/%u.csv", i);
      g_autofree char *list = g_strdup_printf ("路线编码,行政等级,里程\nX%03u371502,县道,1\n", i);
      yl_run_write (run, name, list);
    }
}

/* 256 roads of 1 km × 10 000 yuan. */
static void
as_many_lists_as_are_allowed_are_checked_and_one_more_is_refused (void **state)
{
  YlRun *run = *state;
  write_lists (run, 256);
  yl_run (run, "C", NULL, "check", "in", "--year", "2021", NULL);
  assert_number_equal (run->status, 0);
  assert_says (run, "读入 256 行：可计入的路段 256 行");
  assert_says (run, "2,560,000.00");
  write_lists (run, 257);
  yl_run (run, "C", NULL, "check", "in", "--year", "2021", NULL);
  assert_number_equal (run->status, 2);
  assert_non_null (strstr (run->err, "一次最多读 256 份里程台账；请先合并一部分文件"));
  yl_run (run, "C", NULL, "budget", "in", "--year", "2021", NULL);
  assert_number_equal (run->status, 2);
  assert_false (yl_run_has (run, "预算.xlsx"));
}

static void
a_list_without_faults_is_status_0 (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "check", "sound.csv", "--year", "2021", "--county", "371502", NULL);
  assert_number_equal (run->status, 0);
  assert_says (run, "错误 0 条，警告 0 条，提示 0 条");
}

static void
standard_input_is_checked_too (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", LIST, "check", "-", "--year", "2021", NULL);
  assert_number_equal (run->status, 1);
  assert_says (run, "[C04 错误] 标准输入 第 3 行 单元格 D3 里程");
}

static void
a_cell_cannot_command_the_terminal (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", "类别,里程\n县道,\x1b[2J5\n", "check", "-", "--year", "2021", NULL);
  assert_says (run, "␛[2J5");
  assert_null (strchr (run->out, '\x1b'));
}

static void
json_has_every_key_in_its_order (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "check", "list.csv", "--year", "2021", "--format", "json", NULL);
  assert_number_equal (run->status, 1);
  assert_text_equal_free (yl_json_shape (run->out),
                          "{schema,rows,roads,sums,left_out,choices[{what,chosen,why}],findings[{"
                          "code,severity,file,sheet,"
                          "row,column,cell,message,at_stake_fen}]}");
  assert_says (run, "\"schema\" : \"yanglu.check/1\"");
  assert_says (run, "\"rows\" : 4");
  assert_says (run, "\"left_out\" : 1");
}

static void
the_list_of_faults_is_written_where_it_is_asked_for (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "check", "list.csv", "--year", "2021", "-o", "问题清单.xlsx", NULL);
  assert_number_equal (run->status, 1);
  assert_says (run, "[C04 错误] list.csv 第 3 行 单元格 D3 里程");
  assert_says (run, "已生成 问题清单.xlsx");
  assert_number_equal (yl_run_count_files (run), 3);
  /* Not over another, nor over what is read, whatever is said. */
  yl_run (run, "C", NULL, "check", "list.csv", "--year", "2021", "-o", "问题清单.xlsx", NULL);
  assert_number_equal (run->status, 2);
  yl_run (run, "C", NULL, "check", "list.csv", "--force", "--format", "json", "-o", "list.csv",
          NULL);
  assert_number_equal (run->status, 2);
  yl_run (run, "C", NULL, "check", "list.csv", "--year", "2021", "--format", "json", "-o",
          "list.json", NULL);
  assert_number_equal (run->status, 1);
  assert_string_equal (run->out, "已生成 list.json\n");
  assert_number_equal (yl_run_count_files (run), 4);
}

static void
what_cannot_be_checked_is_status_2 (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "check", "missing.csv", NULL);
  assert_number_equal (run->status, 2);
  assert_non_null (strstr (run->err, "missing.csv"));
  yl_run (run, "C", NULL, "check", "list.csv", "--format", "xlsx", NULL);
  assert_number_equal (run->status, 2);
  yl_run (run, "C", NULL, "check", "list.csv", "list.csv", NULL);
  assert_number_equal (run->status, 2);
  yl_run (run, "C", NULL, "check", NULL);
  assert_number_equal (run->status, 2);
}

#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    SENTENCE (every_fault_is_told_with_its_place_and_nothing_is_written),
    SENTENCE (a_list_without_faults_is_status_0),
    SENTENCE (standard_input_is_checked_too),
    SENTENCE (as_many_lists_as_are_allowed_are_checked_and_one_more_is_refused),
    SENTENCE (a_cell_cannot_command_the_terminal),
    SENTENCE (json_has_every_key_in_its_order),
    SENTENCE (the_list_of_faults_is_written_where_it_is_asked_for),
    SENTENCE (what_cannot_be_checked_is_status_2),
  };
  return cmocka_run_group_tests_name ("check-command", tests, NULL, NULL);
}
