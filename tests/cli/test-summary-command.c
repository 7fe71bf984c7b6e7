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
  yl_run (run, "C", NULL, "summary", "list.csv", "list.csv", "--year", "2021", NULL);
  assert_number_equal (run->status, 0);
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
  assert_text_equal_free (yl_json_shape (run->out),
                          "{schema,rows[{county,township,class,sections,counted_m,amount_fen}],"
                          "choices[{what,chosen,why}],findings_by_code{}}");
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
    cmocka_unit_test_setup_teardown (findings_are_counted_by_code, set_up, tear_down),
    cmocka_unit_test_setup_teardown (a_list_that_is_not_there_is_not_done, set_up, tear_down),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
