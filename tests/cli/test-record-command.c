/* A record from its making to a budget of what it exports. */
#include "support/assert.h"
#include "support/run.h"

#include <string.h>
#include <sys/stat.h>

/* Metres, bands of classes, a column that nobody knows, a row that cannot be read. */
#define LIST                                                                                       \
  "路线编码,路线名称,乡镇,里程（米）,备用列\n"                                   \
  "X001371502,甲线,沙镇镇,1484,甲\n"                                                         \
  "Y001371502,乙线,侯营镇,2500.5,\n"                                                          \
  "C001371502,丙线,侯营镇,很长,丙\n"                                                       \
  "C002371502,丁线,侯营镇,1000,\n"

#define FUNDS                                                                                      \
  "资金名称,来源层级,用途,资金性质,种类,科目编码,文号,金额（万元）\n"  \
  "省补,省,日常养护,一般公共预算,上级补助,2140106,示例文1号,1.5\n"

static int
set_up (void **state)
{
  YlRun *run = yl_run_new ();
  g_setenv ("XDG_DATA_HOME", run->folder, TRUE);
  yl_run_write (run, "list.csv", LIST);
  yl_run_write (run, "funds.csv", FUNDS);
  *state = run;
  return 0;
}

static int
tear_down (void **state)
{
  yl_run_free (*state);
  return 0;
}

static void
make_record (YlRun *run)
{
  yl_run (run, "C", NULL, "record", "init", "--county", "371502", "--year", "2021", "--data",
          "r.yanglu", NULL);
  assert_number_equal (run->status, 0);
}

static void
import_lists (YlRun *run)
{
  yl_run (run, "C", NULL, "record", "import", "list.csv", "--funds", "funds.csv", "--data",
          "r.yanglu", NULL);
  /* The row whose length cannot be read is an error of the list, and is kept all the same. */
  assert_number_equal (run->status, 1);
  assert_non_null (strstr (run->out, "读入 里程台账 4 行\n读入 资金来源 1 行\n"));
}

/* The lines of @json that are figures; what findings put at stake is none. */
static char *
list_figures (const char *json)
{
  g_auto (GStrv) lines = g_strsplit (json, "\n", -1);
  g_autoptr (GString) figures = g_string_new (NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], "at_stake") == NULL
        && (strstr (lines[i], "_fen\" : ") != NULL || strstr (lines[i], "_m\" : ") != NULL
            || strstr (lines[i], "_ppm\" : ") != NULL))
      g_string_append_printf (figures, "%s\n", lines[i]);
  return g_strdup (figures->str);
}

static void
a_budget_of_what_is_exported_has_the_figures_of_what_was_imported (void **state)
{
  YlRun *run = *state;
  make_record (run);
  import_lists (run);
  yl_run (run, "C", NULL, "record", "export", "out", "--data", "r.yanglu", NULL);
  assert_number_equal (run->status, 0);
  assert_non_null (
      strstr (run->out, "yanglu budget out/录入表.xlsx --policy out/liaocheng-2020.policy\n"));
  yl_run (run, "C", NULL, "budget", "list.csv", "--funds", "funds.csv", "--year", "2021",
          "--format", "json", NULL);
  g_autofree char *imported = list_figures (run->out);
  /* 1.484 km × 10 000 and 2.501 × 5000 and 1 × 3000 yuan: metres round half up. */
  assert_non_null (strstr (imported, "3034500"));
  yl_run (run, "C", NULL, "budget", "out/录入表.xlsx", "--policy", "out/liaocheng-2020.policy",
          "--format", "json", NULL);
  g_autofree char *exported = list_figures (run->out);
  assert_string_equal (exported, imported);
  yl_run (run, "C", NULL, "budget", "out/里程台账.csv", "--entry", "out/录入表.xlsx", "--policy",
          "out/liaocheng-2020.policy", "--format", "json", NULL);
  g_autofree char *listed = list_figures (run->out);
  assert_string_equal (listed, imported);
}

static void
cells_are_kept_as_they_stood_but_for_the_unit_of_their_head (void **state)
{
  YlRun *run = *state;
  make_record (run);
  import_lists (run);
  yl_run (run, "C", NULL, "record", "export", "out", "--data", "r.yanglu", NULL);
  g_autoptr (GBytes) bytes = yl_run_read (run, "out/里程台账.csv");
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  assert_non_null (strstr (text, ",备用列\n"));
  assert_non_null (strstr (text, ",1.484,"));
  assert_non_null (strstr (text, ",2.5005,"));
  assert_non_null (strstr (text, ",很长,"));
  assert_non_null (strstr (text, ",丙\n"));
}

static void
what_stands_in_a_record_is_replaced_only_when_asked (void **state)
{
  YlRun *run = *state;
  make_record (run);
  import_lists (run);
  yl_run (run, "C", NULL, "record", "import", "list.csv", "--data", "r.yanglu", NULL);
  assert_number_equal (run->status, 2);
  assert_non_null (strstr (run->err, "记录的“里程台账”已有 4 行"));
  yl_run (run, "C", NULL, "record", "import", "list.csv", "--data", "r.yanglu", "--replace", NULL);
  assert_number_equal (run->status, 1);
  assert_non_null (strstr (run->out, "与记录一致，记录没有改动。"));
  yl_run_write (run, "list.csv",
                "路线编码,乡镇,里程\nX001371502,沙镇镇,1.484\nC002371502,沙镇镇,2\n");
  yl_run (run, "C", NULL, "record", "import", "list.csv", "--data", "r.yanglu", "--replace", NULL);
  yl_run (run, "C", NULL, "record", "list", "--data", "r.yanglu", NULL);
  assert_non_null (strstr (run->out, "里程台账：2 行\n"));
  assert_non_null (strstr (run->out, "资金来源：1 行\n"));
  yl_run (run, "C", NULL, "record", "verify", "--data", "r.yanglu", NULL);
  assert_number_equal (run->status, 0);
  assert_non_null (strstr (run->out, "日志 3 步"));
}

static void
the_record_of_a_county_stands_in_a_folder_of_its_owner (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "record", "list", NULL);
  assert_number_equal (run->status, 2);
  assert_non_null (strstr (run->err, "还没有记录"));
  yl_run (run, "C", NULL, "record", "init", "--county", "371502", "--year", "2021", NULL);
  assert_number_equal (run->status, 0);
  assert_true (yl_run_has (run, "yanglu/371502-2021.yanglu"));
  g_autofree char *folder = g_build_filename (run->folder, "yanglu", NULL);
  struct stat info;
  assert_int_equal (stat (folder, &info), 0);
  assert_int_equal (info.st_mode & 0777, 0700);
  yl_run (run, "C", NULL, "record", "list", NULL);
  assert_non_null (strstr (run->out, "371502 2021年度"));
  yl_run (run, "C", NULL, "record", "init", "--county", "371502", "--year", "2022", NULL);
  yl_run (run, "C", NULL, "record", "list", NULL);
  assert_non_null (strstr (run->err, "有 2 份记录"));
}

static void
a_backup_verifies_by_the_anchor_of_the_record (void **state)
{
  YlRun *run = *state;
  make_record (run);
  import_lists (run);
  yl_run (run, "C", NULL, "record", "verify", "--data", "r.yanglu", NULL);
  const char *at = strstr (run->out, "校验值：");
  assert_non_null (at);
  g_autofree char *anchor = g_strndup (at + strlen ("校验值："), 64);
  yl_run (run, "C", NULL, "record", "backup", "b.yanglu", "--data", "r.yanglu", NULL);
  assert_number_equal (run->status, 0);
  yl_run (run, "C", NULL, "record", "verify", "--data", "b.yanglu", "--anchor", anchor, NULL);
  assert_number_equal (run->status, 0);
  anchor[0] = anchor[0] == '0' ? '1' : '0';
  yl_run (run, "C", NULL, "record", "verify", "--data", "b.yanglu", "--anchor", anchor, NULL);
  assert_number_equal (run->status, 1);
}

static void
what_is_no_record_is_refused (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "record", "list", "--data", "list.csv", NULL);
  assert_number_equal (run->status, 2);
  assert_non_null (strstr (run->err, "不是本程序的记录文件"));
  yl_run (run, "C", NULL, "record", "init", "--data", "r.yanglu", NULL);
  assert_number_equal (run->status, 2);
  assert_false (yl_run_has (run, "r.yanglu"));
  yl_run (run, "C", NULL, "record", "init", "--county", "999999", "--data", "r.yanglu", NULL);
  assert_number_equal (run->status, 2);
  assert_false (yl_run_has (run, "r.yanglu"));
}

int
main (void)
{
#define TEST(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    TEST (a_budget_of_what_is_exported_has_the_figures_of_what_was_imported),
    TEST (cells_are_kept_as_they_stood_but_for_the_unit_of_their_head),
    TEST (what_stands_in_a_record_is_replaced_only_when_asked),
    TEST (the_record_of_a_county_stands_in_a_folder_of_its_owner),
    TEST (a_backup_verifies_by_the_anchor_of_the_record),
    TEST (what_is_no_record_is_refused),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
