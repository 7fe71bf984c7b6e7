#include <string.h>

#include "support/assert.h"
#include "support/json-shape.h"
#include "support/run.h"

/* Two counties: the rates of 371502 are Liaocheng's, those of 110101 the national ones; both 3000 for a village road. */
#define LIST                                                                                       \
  "路线编码,里程,乡镇\n"                                                                   \
  "C001371502,1.000,梁水镇\n"                                                                   \
  "C002371502,2.000,梁水镇\n"                                                                   \
  "X001371502,1.500,闫寺街道\n"                                                                \
  "C001110101,0.500,\n"

static int
set_up (void **state)
{
  *state = yl_run_new ();
  yl_run_write (*state, "list.csv", LIST);
  return 0;
}

static int
tear_down (void **state)
{
  yl_run_free (*state);
  return 0;
}

static void
rows_are_by_county_township_and_class (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "summary", "list.csv", "--year", "2021", "--format", "json", NULL);
  assert_number_equal (run->status, 0);
  const char *first = strstr (run->out, "\"county\" : \"110101\"");
  const char *second = strstr (run->out, "\"county\" : \"371502\"");
  assert_non_null (first);
  assert_true (first < second);
  assert_non_null (strstr (run->out, "\"township\" : \"闫寺街道\""));
  assert_non_null (strstr (run->out, "\"schema\" : \"yanglu.summary/1\""));
  /* 梁水镇: 3 km × 3000 yuan. */
  assert_non_null (strstr (run->out, "\"amount_fen\" : 900000"));
}

static void
many_files_are_one_summary (void **state)
{
  YlRun *run = *state;
  /* A blank line more, for the same bytes are the same list. */
  yl_run_write (run, "again.csv", LIST "\n");
  yl_run (run, "C", NULL, "summary", "list.csv", "again.csv", "--year", "2021", NULL);
  /* What is in both is told, and stays in the sum. */
  assert_number_equal (run->status, 1);
  /* Twice (3 × 3000 + 1.5 × 10000 + 0.5 × 3000) = 51 000 yuan, 10 km, 8 sections. */
  assert_non_null (strstr (run->out, "51,000.00"));
  assert_non_null (strstr (run->out, "10.000"));
}

/* Any text may stand in a cell; what JSON may not hold is escaped (RFC 8259, 7). */
static void
hostile_names_leave_the_json_whole (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", "类别,里程,乡镇\n县道,1,\"a\"\"b\\c\nd\"\n县道,2,\n", "summary", "-", "--year",
          "2021", "--format", "json", NULL);
  assert_number_equal (run->status, 0);
  assert_non_null (strstr (run->out, "\"township\" : \"a\\\"b\\\\c\\nd\""));
  assert_non_null (strstr (run->out, "\"township\" : null"));
  assert_non_null (strstr (run->out, "\"county\" : null"));
}

static void
json_has_every_key_in_its_order (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "summary", "list.csv", "--year", "2021", "--format", "json", NULL);
  assert_text_equal_free (
      yl_json_shape (run->out),
      "{schema,rows[{county,township,class,sections,counted_m,amount_fen}],"
      "choices[{what,chosen,why}],findings_by_code{},"
      "files[{file,townships,sender,rows,roads,sums,left_out,sections,counted_m,"
      "amount_fen,error,warning,info,at_stake_fen,standing}],townships_unsent,"
      "townships_empty,findings_kept_of_a_code,findings[],"
      "listed_twice{compared,sections,length_m,amount_fen}}");
}

/* A total is not the sum of what was given where a file or a row was not read. */
static void
what_the_total_does_not_hold_is_named_below_it (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "other.csv", "甲,乙\n1,2\n");
  yl_run_write (run, "faulty.csv",
                "路线编码,里程,乡镇\nC003371502,1.000,梁水镇\nC004371502,一点五,梁水镇\n");
  yl_run (run, "C", NULL, "summary", "list.csv", "other.csv", "faulty.csv", "--year", "2021", NULL);
  assert_number_equal (run->status, 1);
  assert_non_null (
      strstr (run->out, "以上合计不含：other.csv 没有读出路段；faulty.csv 1 行（读不懂）。"));
  /* 5 km of list.csv and 1 km of faulty.csv. */
  assert_non_null (strstr (run->out, "6.000"));
  assert_non_null (strstr (run->out, " faulty.csv 第 3 行 里程："));
  yl_run (run, "C", NULL, "summary", "list.csv", "--year", "2021", NULL);
  assert_null (strstr (run->out, "以上合计不含"));
}

/* Three of a code are named in text, twenty in JSON; all are counted. */
static void
findings_beyond_the_first_are_counted_and_that_is_said (void **state)
{
  YlRun *run = *state;
  g_autoptr (GString) list = g_string_new ("路线编码,里程,乡镇\n");
  for (guint i = 1; i <= 21; i++)
    g_string_append_printf (list, "C%03u371502,abc,梁水镇\n", i);
  yl_run_write (run, "faulty.csv", list->str);
  yl_run (run, "C", NULL, "summary", "faulty.csv", "--year", "2021", NULL);
  assert_non_null (strstr (run->out, "：21 处\n      faulty.csv 第 2 行"));
  assert_non_null (strstr (run->out, "……另有 18 处，用 yanglu check 逐行列出\n"));
  yl_run (run, "C", NULL, "summary", "faulty.csv", "--year", "2021", "--format", "json", NULL);
  assert_non_null (strstr (run->out, "\"findings_kept_of_a_code\" : 20"));
  assert_non_null (strstr (run->out, "\"row\" : 21"));
  assert_null (strstr (run->out, "\"row\" : 22"));
}

static void
findings_are_counted_by_code (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", "类别,里程\n县道,abc\n村道,1\n飞道,1\n", "summary", "-", "--year", "2021",
          "--format", "json", NULL);
  assert_number_equal (run->status, 1);
  assert_non_null (strstr (run->out, "\"C04\" : 1"));
  assert_non_null (strstr (run->out, "\"E02\" : 1"));
}

static void
a_list_that_is_not_there_is_not_done (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "summary", "missing.csv", NULL);
  assert_number_equal (run->status, 2);
  yl_run (run, "C", NULL, "summary", NULL);
  assert_number_equal (run->status, 2);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (rows_are_by_county_township_and_class, set_up, tear_down),
    cmocka_unit_test_setup_teardown (many_files_are_one_summary, set_up, tear_down),
    cmocka_unit_test_setup_teardown (hostile_names_leave_the_json_whole, set_up, tear_down),
    cmocka_unit_test_setup_teardown (json_has_every_key_in_its_order, set_up, tear_down),
    cmocka_unit_test_setup_teardown (what_the_total_does_not_hold_is_named_below_it, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (findings_beyond_the_first_are_counted_and_that_is_said, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (findings_are_counted_by_code, set_up, tear_down),
    cmocka_unit_test_setup_teardown (a_list_that_is_not_there_is_not_done, set_up, tear_down),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
