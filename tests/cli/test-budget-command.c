#include <string.h>
#include <sys/wait.h>

#include "support/assert.h"
#include "support/run.h"

/* 12.345 km × 10000 + 6.5 km × 5000 + 3.333 km × 3000 = 123450 + 32500 + 9999 = 165949 yuan. */
#define LIST "类别,里程\n县道,12.345\n乡道,6.5\n村道,3.333\n"
#define SHUFFLED "类别,里程\n村道,3.333\n县道,12.345\n乡道,6.5\n"
#define BROKEN "类别,里程\n县道,12.345\n乡道,\"1,2.3,4\"\n"
#define CODED                                                                                                  \
  "路线编码,里程,乡镇\nX001371502,12.345,闫寺街道\nY002371502,6.5,闫寺街道\nC003371502,3.333," \
  "梁水镇\n"

#define assert_says(text, part)                                                                    \
  do                                                                                               \
    {                                                                                              \
      if (strstr ((text), (part)) == NULL)                                                         \
        {                                                                                          \
          print_error ("\"%s\" is not said in:\n%s\n", (part), (text));                            \
          fail ();                                                                                 \
        }                                                                                          \
    }                                                                                              \
  while (0)

static int
set_up (void **state)
{
  *state = yl_run_new ();
  yl_run_write (*state, "list.csv", LIST);
  yl_run_write (*state, "shuffled.csv", SHUFFLED);
  yl_run_write (*state, "broken.csv", BROKEN);
  yl_run_write (*state, "coded.csv", CODED);
  return 0;
}

static int
tear_down (void **state)
{
  yl_run_free (*state);
  return 0;
}

static void
three_rows_of_class_and_length_make_a_budget_here (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C.UTF-8", NULL, "budget", "list.csv", "--year", "2021", NULL);
  assert_number_equal (run->status, 0);
  assert_says (run->out, "165,949.00");
  assert_says (run->out, "已生成 预算.xlsx");
  assert_true (yl_run_has (run, "预算.xlsx"));
  assert_number_equal (yl_run_count_files (run), 5);
}

/* 123450 + 32500 + 9999 = 165949 yuan, on the only row and in the total. */
static void
one_sheet_can_be_had_as_csv (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "budget", "list.csv", "--year", "2021", "--format", "csv", "--sheet",
          "分乡镇汇总", NULL);
  assert_number_equal (run->status, 0);
  assert_true (g_str_has_prefix (run->out, "\xEF\xBB\xBF"));
  assert_says (run->out, "序号,乡镇,区划代码");
  assert_null (strstr (run->out, "␍")); /* the picture of a character that is not printed */
  assert_says (run->out, "\"123,450.00\",\"32,500.00\",\"9,999.00\",0.00,\"165,949.00\"");
  assert_false (yl_run_has (run, "预算.xlsx"));
}

static void
csv_wants_the_name_of_a_sheet_and_a_sheet_wants_csv (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C.UTF-8", NULL, "budget", "list.csv", "--year", "2021", "--format", "csv", NULL);
  assert_number_equal (run->status, 2);
  assert_says (run->err, "--sheet");
  yl_run (run, "C.UTF-8", NULL, "budget", "list.csv", "--year", "2021", "--sheet", "封面", NULL);
  assert_number_equal (run->status, 2);
  assert_says (run->err, "--format csv");
  yl_run (run, "C.UTF-8", NULL, "budget", "list.csv", "--year", "2021", "--format", "csv",
          "--sheet", "没有的表", NULL);
  assert_number_equal (run->status, 2);
  assert_says (run->err, "分乡镇汇总");
}

static void
chinese_stays_chinese_in_the_c_locale (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "budget", "list.csv", "--year", "2021", "-o", "预算书.xlsx", NULL);
  assert_number_equal (run->status, 0);
  assert_says (run->out, "壹拾陆万伍仟玖佰肆拾玖元整");
  assert_true (yl_run_has (run, "预算书.xlsx"));
}

static void
an_existing_file_is_replaced_only_with_force (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "old.xlsx", "old");
  yl_run (run, "C.UTF-8", NULL, "budget", "list.csv", "--year", "2021", "-o", "old.xlsx", NULL);
  assert_number_equal (run->status, 2);
  assert_says (run->err, "--force");
  g_autoptr (GBytes) kept = yl_run_read (run, "old.xlsx");
  assert_number_equal ((gint64) g_bytes_get_size (kept), 3);
  yl_run (run, "C.UTF-8", NULL, "budget", "list.csv", "--year", "2021", "-o", "old.xlsx", "--force",
          NULL);
  assert_number_equal (run->status, 0);
  g_autoptr (GBytes) replaced = yl_run_read (run, "old.xlsx");
  assert_true (g_bytes_get_size (replaced) > 1000);
}

static void
a_failure_leaves_the_old_file_and_no_half_one (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "old.xlsx", "old");
  yl_run (run, "C.UTF-8", NULL, "budget", "missing.csv", "-o", "old.xlsx", "--force", NULL);
  assert_number_equal (run->status, 2);
  assert_says (run->err, "missing.csv");
  assert_number_equal (yl_run_count_files (run), 5);
  g_autoptr (GBytes) kept = yl_run_read (run, "old.xlsx");
  assert_number_equal ((gint64) g_bytes_get_size (kept), 3);
}

static void
not_even_force_replaces_an_input (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C.UTF-8", NULL, "budget", "list.csv", "--year", "2021", "-o", "./list.csv",
          "--force", NULL);
  assert_number_equal (run->status, 2);
  assert_says (run->err, "就是输入文件");
  yl_run (run, "C.UTF-8", NULL, "budget", "coded.csv", "--last-year", "list.csv", "--format",
          "json", "-o", "list.csv", "--force", NULL);
  assert_number_equal (run->status, 2);
  g_autoptr (GBytes) kept = yl_run_read (run, "list.csv");
  assert_number_equal ((gint64) g_bytes_get_size (kept), sizeof LIST - 1);
}

static void
a_malformed_length_is_told_and_the_rest_is_done (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C.UTF-8", NULL, "budget", "broken.csv", "--year", "2021", NULL);
  assert_number_equal (run->status, 1);
  assert_says (run->out, "[C04 错误] broken.csv 第 3 行");
  assert_says (run->out, "1,2.3,4");
  assert_says (run->out, "123,450.00");
}

static void
what_the_sentence_has_said_is_not_said_again (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C.UTF-8", NULL, "budget", "broken.csv", "--year", "2021", "--format", "text", NULL);
  assert_says (run->out, "“1,2.3,4”不是有效的数字");
  assert_null (strstr (run->out, "原值：1,2.3,4"));
}

static void
the_text_says_who_pays_and_what_changed (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "paid.csv",
                "资金名称,来源层级,用途,资金性质,种类,金额\n"
                "省补,省,日常养护,一般公共预算,上级补助,65949\n");
  yl_run_write (run, "last.csv", "项目,金额\n合计,100000\n");
  yl_run (run, "C.UTF-8", NULL, "budget", "list.csv", "--year", "2021", "--funds", "paid.csv",
          "--last-year", "last.csv", "--format", "text", NULL);
  assert_says (run->out, "省级             65,949.00      0.00   65,949.00");
  assert_says (run->out, "县级            100,000.00      0.00  100,000.00");
  assert_says (run->out, "上年预算数 100,000.00 元，本年增加 65,949.00 元");
}

static void
a_code_that_no_register_holds_is_taken_and_told (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C.UTF-8", NULL, "budget", "list.csv", "--year", "2021", "--county", "999999",
          "--format", "text", NULL);
  assert_number_equal (run->status, 0);
  assert_says (run->out, "选项 --county 给出的 999999 不在本程序的行政区划名录中");
  yl_run (run, "C.UTF-8", NULL, "budget", "list.csv", "--year", "2021", "--townships",
          "371502101,371502999", "--format", "text", NULL);
  assert_says (run->out, "选项 --townships 给出的 371502999 不在本程序的行政区划名录中");
  assert_null (strstr (run->out, "给出的 371502101"));
  assert_says (run->out, "（未写明编制单位） 2021年");
}

static void
a_fault_of_the_sources_names_their_own_file (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "来源.csv",
                "资金名称,来源层级,用途,资金性质,种类,科目编码,金额\n"
                "省补,省,日常养护,政府性基金,上级补助,2140106,1\n");
  yl_run (run, "C.UTF-8", NULL, "budget", "list.csv", "--year", "2021", "--funds", "来源.csv",
          "--format", "text", NULL);
  assert_says (run->out, "[B06 错误] 来源.csv 第 2 行 单元格 D2 资金性质");
  assert_says (run->out, "[B02 错误] 来源.csv 金额");
}

static void
files_without_any_table_are_told (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "别的.csv", "姓名,电话\n甲,1\n");
  yl_run (run, "C.UTF-8", NULL, "budget", "list.csv", "--year", "2021", "--last-year", "别的.csv",
          "--format", "text", NULL);
  assert_number_equal (run->status, 1);
  assert_says (run->out, "[E01 错误] 别的.csv");
  assert_null (strstr (run->out, "上年预算数 0.00"));
  yl_run (run, "C.UTF-8", NULL, "budget", "list.csv", "--year", "2021", "--entry", "别的.csv",
          "--format", "text", NULL);
  assert_number_equal (run->status, 1);
  assert_says (run->out, "没有录入表的任何工作表");
}

static void
faults_of_last_years_list_are_counted (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C.UTF-8", NULL, "budget", "list.csv", "--year", "2021", "--last-year", "broken.csv",
          "--format", "text", NULL);
  assert_says (run->out, "其中有 1 处错误");
  yl_run (run, "C.UTF-8", NULL, "budget", "list.csv", "--year", "2021", "--last-year",
          "shuffled.csv", "--format", "text", NULL);
  assert_null (strstr (run->out, "处错误"));
}

static void
a_workbook_is_not_given_another_kind_of_name (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C.UTF-8", NULL, "budget", "list.csv", "--year", "2021", "-o", "预算.pdf", NULL);
  assert_number_equal (run->status, 2);
  assert_says (run->err, "“预算.pdf”：这个命令不能写 .pdf，请写 .txt、.json、.xlsx");
  assert_false (yl_run_has (run, "预算.pdf"));
  yl_run (run, "C.UTF-8", NULL, "budget", "list.csv", "--year", "2021", "-o", "预算.XLSX", NULL);
  assert_number_equal (run->status, 0);
}

static void
an_equal_budget_is_neither_more_nor_less (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "same.csv", "项目,金额\n合计,165949\n");
  yl_run (run, "C.UTF-8", NULL, "budget", "list.csv", "--year", "2021", "--last-year", "same.csv",
          "--format", "text", NULL);
  assert_says (run->out, "上年预算数 165,949.00 元，本年与上年相同");
}

static void
standard_input_is_a_road_list_too (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C.UTF-8", LIST, "budget", "-", "--year", "2021", "--format", "text", NULL);
  assert_number_equal (run->status, 0);
  assert_says (run->out, "165,949.00");
  assert_number_equal (yl_run_count_files (run), 4);
}

static void
only_the_road_list_may_be_standard_input (void **state)
{
  YlRun *run = *state;
  static const char *const options[] = { "--entry", "--funds", "--bridges", "--last-year" };
  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    {
      yl_run (run, "C", NULL, "budget", "list.csv", options[i], "-", "--year", "2021", NULL);
      assert_number_equal (run->status, 2);
      assert_says (run->err, options[i]);
    }
  assert_number_equal (yl_run_count_files (run), 4);
}

static void
the_county_comes_from_the_codes_and_that_is_said (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C.UTF-8", NULL, "budget", "coded.csv", "--year", "2021", "--format", "text", NULL);
  assert_says (run->out, "371502 东昌府区");
  assert_says (run->out, "liaocheng-2020 聊政办发〔2020〕10号");
}

static void
an_unknown_county_is_null_with_a_finding_of_severity_info (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C.UTF-8", NULL, "budget", "list.csv", "--year", "2021", "--format", "json", NULL);
  assert_number_equal (run->status, 0);
  assert_says (run->out, "\"code\" : null");
  assert_says (run->out, "\"severity\" : \"info\"");
  assert_says (run->out, "\"id\" : \"national-2019\"");
}

static char *
take_json (YlRun *run, const char *list)
{
  yl_run (run, "C.UTF-8", NULL, "budget", list, "--year", "2021", "--format", "json", NULL);
  return g_strdup (run->out);
}

/* Up to what names the file that was read. */
static void
cut_before_choices (char *json)
{
  char *choices = strstr (json, "\"choices\"");
  assert_non_null (choices);
  *choices = '\0';
}

static void
the_order_of_the_rows_changes_no_figure (void **state)
{
  g_autofree char *one = take_json (*state, "list.csv");
  g_autofree char *other = take_json (*state, "shuffled.csv");
  cut_before_choices (one);
  cut_before_choices (other);
  assert_string_equal (one, other);
}

static void
a_named_county_gives_its_townships_their_codes (void **state)
{
  YlRun *run = *state;
  /* The rows hold no code: 闫寺街道 is found among the townships of the county that --county names. */
  yl_run (run, "C.UTF-8", "类别,里程,乡镇\n村道,1,闫寺街道\n村道,2,无此镇\n", "budget", "-",
          "--county", "371502", "--year", "2021", "--format", "json", NULL);
  assert_says (run->out, "\"code\" : \"371502006\"");
  assert_says (run->out, "\"code\" : \"E06\"");
}

static void
json_goes_into_a_file_too (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C.UTF-8", NULL, "budget", "list.csv", "--year", "2021", "--format", "json", "-o",
          "b.json", NULL);
  assert_number_equal (run->status, 0);
  assert_string_equal (run->out, "已生成 b.json\n");
  g_autoptr (GBytes) written = yl_run_read (run, "b.json");
  g_autofree char *json = take_json (run, "list.csv");
  assert_number_equal ((gint64) g_bytes_get_size (written), (gint64) strlen (json));
  yl_run (run, "C.UTF-8", NULL, "budget", "list.csv", "--format", "text", "-o", "b.json", NULL);
  assert_number_equal (run->status, 2);
}

static void
a_zone_counts_only_its_townships (void **state)
{
  YlRun *run = *state;
  /* Only 梁水镇 (371502103): 3.333 km of village road, 9 999 yuan. */
  yl_run (run, "C.UTF-8", NULL, "budget", "coded.csv", "--year", "2021", "--entity", "示例区",
          "--townships", "371502103", "--format", "text", NULL);
  assert_number_equal (run->status, 0);
  assert_says (run->out, "示例区");
  assert_says (run->out, "9,999.00");
  assert_says (run->out, "2 个路段");
}

static void
a_zone_of_the_register_says_that_its_townships_are_to_be_verified (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "zone.csv", "路线编码,里程,乡镇\nX001371502,1,许营镇\nY001371502,2,侯营镇\n");
  yl_run (run, "C.UTF-8", NULL, "budget", "zone.csv", "--entity", "高新", "--year", "2021",
          "--format", "text", NULL);
  assert_says (run->out, "聊城高新技术产业开发区");
  assert_says (run->out, "待核");
  assert_says (run->out, "10,000.00");
}

/* Nought is no budget: nothing is written, and the good file stays. */
static void
a_list_without_one_road_of_the_zone_gives_no_budget (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "zone.csv", "路线编码,里程,乡镇\nY001371502,2,侯营镇\nY002371502,2,\n");
  yl_run_write (run, "good.xlsx", "good");
  yl_run (run, "C.UTF-8", NULL, "budget", "zone.csv", "--entity", "高新", "--year", "2021", "-o",
          "good.xlsx", "--force", NULL);
  assert_number_equal (run->status, 2);
  assert_says (run->err, "2 个路段没有一个属于聊城高新技术产业开发区");
  g_autoptr (GBytes) left = yl_run_read (run, "good.xlsx");
  assert_number_equal ((gint64) g_bytes_get_size (left), 4);
  static const char *const formats[] = { "text", "json" };
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      yl_run (run, "C.UTF-8", NULL, "budget", "zone.csv", "--entity", "高新", "--year", "2021",
              "--format", formats[i], NULL);
      assert_number_equal (run->status, 2);
      assert_string_equal (run->out, "");
    }
}

static void
a_budget_without_its_zones_audits_as_what_it_is (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "zone.csv", "路线编码,里程,乡镇\nX001371502,1,许营镇\nX002371502,2,侯营镇\n");
  yl_run (run, "C.UTF-8", NULL, "budget", "zone.csv", "--county", "371502", "--without-zones",
          "--year", "2021", "-o", "z.xlsx", NULL);
  assert_number_equal (run->status, 0);
  yl_run (run, "C.UTF-8", NULL, "audit", "z.xlsx", NULL);
  assert_number_equal (run->status, 0);
  assert_says (run->out, "20,000.00 元，与重算结果一致");
  yl_run (run, "C.UTF-8", NULL, "budget", "zone.csv", "--entity", "高新", "--without-zones",
          "--year", "2021", NULL);
  assert_number_equal (run->status, 2);
  assert_says (run->err, "只用于县的预算");
}

static void
last_year_may_be_a_road_list (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C.UTF-8", NULL, "budget", "list.csv", "--last-year", "coded.csv", "--year", "2021",
          "--policy", "liaocheng-2020", "-o", "b.xlsx", NULL);
  assert_number_equal (run->status, 0);
  assert_says (run->out, "按上年政策重算");
}

static void
without_a_policy_in_force_last_year_this_years_serves (void **state)
{
  YlRun *run = *state;
  /* On 1 January 2019 none of the policies compiled in was in force. */
  yl_run (run, "C.UTF-8", NULL, "budget", "list.csv", "--last-year", "coded.csv", "--year", "2020",
          "-o", "b.xlsx", NULL);
  assert_number_equal (run->status, 0);
  assert_says (run->out, "上年没有政策在施行，按本年政策重算");
}

static void
a_wrong_option_is_told_in_chinese (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "budget", "list.csv", "--yaer", "2021", NULL);
  assert_number_equal (run->status, 2);
  assert_says (run->err, "没有选项 --yaer");
  yl_run (run, "C", NULL, "budget", "list.csv", "--year", "20210", NULL);
  assert_number_equal (run->status, 2);
  assert_says (run->err, "1990 至 2100");
  assert_number_equal (yl_run_count_files (run), 4);
}

static void
the_help_of_every_command_ends_with_an_example (void **state)
{
  YlRun *run = *state;
  static const char *const commands[] = { "new", "check", "budget", "summary", "policy" };
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      yl_run (run, "C", NULL, commands[i], "--help", NULL);
      assert_number_equal (run->status, 0);
      const char *example = strstr (run->out, "\n例：yanglu ");
      assert_non_null (example);
      assert_ptr_equal (strchr (example + 1, '\n'), run->out + strlen (run->out) - 1);
    }
}

static void
a_full_disk_behind_standard_output_is_a_failure (void **state)
{
  YlRun *run = *state;
  g_autofree char *command =
      g_strdup_printf ("cd '%s' && '%s' budget list.csv --year 2021 --format json >/dev/full 2>err",
                       run->folder, g_getenv ("YL_PROGRAM"));
  int status = 0;
  const char *const argv[] = { "sh", "-c", command, NULL };
  assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                             NULL, &status, NULL));
  assert_number_equal (WEXITSTATUS (status), 2);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (three_rows_of_class_and_length_make_a_budget_here, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (one_sheet_can_be_had_as_csv, set_up, tear_down),
    cmocka_unit_test_setup_teardown (csv_wants_the_name_of_a_sheet_and_a_sheet_wants_csv, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (chinese_stays_chinese_in_the_c_locale, set_up, tear_down),
    cmocka_unit_test_setup_teardown (an_existing_file_is_replaced_only_with_force, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (a_failure_leaves_the_old_file_and_no_half_one, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (not_even_force_replaces_an_input, set_up, tear_down),
    cmocka_unit_test_setup_teardown (a_malformed_length_is_told_and_the_rest_is_done, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (what_the_sentence_has_said_is_not_said_again, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (the_text_says_who_pays_and_what_changed, set_up, tear_down),
    cmocka_unit_test_setup_teardown (a_code_that_no_register_holds_is_taken_and_told, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (a_fault_of_the_sources_names_their_own_file, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (files_without_any_table_are_told, set_up, tear_down),
    cmocka_unit_test_setup_teardown (faults_of_last_years_list_are_counted, set_up, tear_down),
    cmocka_unit_test_setup_teardown (a_workbook_is_not_given_another_kind_of_name, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (an_equal_budget_is_neither_more_nor_less, set_up, tear_down),
    cmocka_unit_test_setup_teardown (standard_input_is_a_road_list_too, set_up, tear_down),
    cmocka_unit_test_setup_teardown (only_the_road_list_may_be_standard_input, set_up, tear_down),
    cmocka_unit_test_setup_teardown (the_county_comes_from_the_codes_and_that_is_said, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (an_unknown_county_is_null_with_a_finding_of_severity_info,
                                     set_up, tear_down),
    cmocka_unit_test_setup_teardown (the_order_of_the_rows_changes_no_figure, set_up, tear_down),
    cmocka_unit_test_setup_teardown (a_named_county_gives_its_townships_their_codes, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (json_goes_into_a_file_too, set_up, tear_down),
    cmocka_unit_test_setup_teardown (a_zone_counts_only_its_townships, set_up, tear_down),
    cmocka_unit_test_setup_teardown (
        a_zone_of_the_register_says_that_its_townships_are_to_be_verified, set_up, tear_down),
    cmocka_unit_test_setup_teardown (a_list_without_one_road_of_the_zone_gives_no_budget, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (a_budget_without_its_zones_audits_as_what_it_is, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (last_year_may_be_a_road_list, set_up, tear_down),
    cmocka_unit_test_setup_teardown (without_a_policy_in_force_last_year_this_years_serves, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (a_wrong_option_is_told_in_chinese, set_up, tear_down),
    cmocka_unit_test_setup_teardown (the_help_of_every_command_ends_with_an_example, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (a_full_disk_behind_standard_output_is_a_failure, set_up,
                                     tear_down),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
