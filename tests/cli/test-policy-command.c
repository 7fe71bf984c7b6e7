#include <string.h>

#include "support/assert.h"
#include "support/run.h"

#define HEAD                                                                                       \
  "[policy]\nid=p\ntitle=办法\ndocument=文〔2021〕1号\nissued=2021-01-01\n"                  \
  "effective-from=2021-01-01\narea=990000\nbase=national-2019\nverified=true\n"

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
the_list_marks_what_is_not_verified (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "policy", "list", NULL);
  assert_number_equal (run->status, 0);
  assert_non_null (strstr (run->out, "liaocheng-2020      聊政办发〔2020〕10号  "));
  assert_non_null (strstr (run->out, "国办发〔2019〕45号（待核）"));
}

static void
every_value_is_shown_with_its_document_and_clause (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "policy", "show", "liaocheng-2020", NULL);
  assert_number_equal (run->status, 0);
  assert_non_null (
      strstr (run->out, "3,000.00 元/公里·年         聊政办发〔2020〕10号  二（二）1"));
  assert_null (strstr (run->out, "待核"));
}

static void
a_value_of_an_unverified_base_is_marked_and_an_own_one_is_not (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "p.policy", HEAD "[daily-rate]\ncounty=12000\n[clause]\ndaily-rate=一\n");
  yl_run (run, "C", NULL, "policy", "show", "p.policy", NULL);
  assert_number_equal (run->status, 0);
  assert_non_null (strstr (run->out, "12,000.00 元/公里·年  "));
  assert_non_null (strstr (run->out, "3,000.00 元/公里·年（待核）"));
  assert_null (strstr (run->out, "12,000.00 元/公里·年（待核）"));
}

static void
json_gives_fen_and_parts_per_million (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "policy", "show", "liaocheng-2020", "--format", "json", NULL);
  assert_number_equal (run->status, 0);
  assert_non_null (strstr (run->out, "\"schema\" : \"yanglu.policy/1\""));
  assert_non_null (strstr (run->out, "\"value\" : 1000000,\n      \"unit\" : \"fen_per_km\""));
  assert_non_null (strstr (run->out, "\"value\" : 20000,\n      \"unit\" : \"ppm\""));
  assert_non_null (strstr (run->out, "\"effective_to\" : null"));
}

/* Programs read these: they are not the words that people see. */
static void
json_has_units_of_its_own (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "p.policy",
                HEAD "[bridge-rate]\nlarge=8000\n[bridge-rate-per-metre]\ncounty=12.34\n"
                     "[mileage]\nbasis=maintained\n[payment]\npass-on-days=30\n");
  yl_run (run, "C", NULL, "policy", "show", "p.policy", "--format", "json", NULL);
  assert_number_equal (run->status, 0);
  assert_non_null (strstr (run->out, "\"value\" : 800000,\n      \"unit\" : \"fen\""));
  assert_non_null (strstr (run->out, "\"value\" : 1234,\n      \"unit\" : \"fen_per_metre\""));
  assert_non_null (strstr (run->out, "\"value\" : null,\n      \"unit\" : null"));
  assert_non_null (strstr (run->out, "\"value\" : 30,\n      \"unit\" : \"days\""));
}

static void
a_county_match_is_shown_as_a_share_of_the_grants (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "p.policy",
                HEAD "[county-match]\nsuperior-grants=50\n[clause]\ncounty-match=三\n");
  yl_run (run, "C", NULL, "policy", "show", "p.policy", NULL);
  assert_number_equal (run->status, 0);
  assert_non_null (strstr (run->out, "占上级日常养护补助  50%"));
  yl_run (run, "C", NULL, "policy", "show", "p.policy", "--format", "json", NULL);
  assert_non_null (strstr (run->out, "\"key\" : \"superior-grants\",\n      \"value\" : 500000,\n"
                                     "      \"unit\" : \"ppm\""));
  yl_run_write (run, "p.policy", HEAD "[county-match]\nsuperior-grants=100.0001\n");
  yl_run (run, "C", NULL, "policy", "check", "p.policy", NULL);
  assert_number_equal (run->status, 1);
  assert_non_null (strstr (run->out, "超过 100"));
}

static void
a_sound_file_checks_with_status_0 (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "p.policy", HEAD "[daily-rate]\ncounty=10000\n[clause]\ndaily-rate=一\n");
  yl_run (run, "C", NULL, "policy", "check", "p.policy", NULL);
  assert_number_equal (run->status, 0);
  assert_non_null (strstr (run->out, "没有问题"));
}

static void
an_error_is_told_with_its_line_and_status_1 (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "p.policy", HEAD "[daily-rate]\ncounty=9000\n[clause]\ndaily-rate=一\n");
  yl_run (run, "C", NULL, "policy", "check", "p.policy", NULL);
  assert_number_equal (run->status, 1);
  assert_non_null (strstr (run->out, "第 11 行 错误：B01"));
  yl_run (run, "C", NULL, "policy", "check", "p.policy", "--format", "json", NULL);
  assert_number_equal (run->status, 1);
  assert_non_null (strstr (run->out, "\"line\" : 11"));
}

static void
a_warning_alone_leaves_status_0 (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "policy", "check", "national-2019", NULL);
  assert_number_equal (run->status, 0);
  assert_non_null (strstr (run->out, "第 8 行 提醒"));
}

static void
what_cannot_be_read_is_status_2 (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "policy", "show", "missing.policy", NULL);
  assert_number_equal (run->status, 2);
  assert_non_null (strstr (run->err, "missing.policy"));
  yl_run (run, "C", NULL, "policy", "check", "missing.policy", NULL);
  assert_number_equal (run->status, 2);
  yl_run (run, "C", NULL, "policy", NULL);
  assert_number_equal (run->status, 2);
  yl_run (run, "C", NULL, "policy", "list", "--format", "xml", NULL);
  assert_number_equal (run->status, 2);
}

/* A group that the help does not name cannot be written by who has only the help. */
static void
help_names_every_group_and_its_keys (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "policy", "--help", NULL);
  assert_non_null (strstr (
      run->out, "\n  [daily-rate]             county township village special urban track"));
  assert_non_null (strstr (run->out, "\n  [payer-share]            province city county "));
  assert_non_null (strstr (run->out, " 百分数，合计 100；base=standard"));
  assert_non_null (
      strstr (run->out, "\n  [payment]                pass-on-days by-0131 … by-1231 "));
  static const char *const others[] = { "bridge-rate",     "bridge-rate-per-metre",
                                        "payer-rate city", "payer-rate province",
                                        "land-revenue",    "target",
                                        "mileage",         "county-match" };
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *line = g_strdup_printf ("\n  [%s] ", others[i]);
      assert_non_null (strstr (run->out, line));
    }
}

/* One value, one pair of words: what the text calls it is what the sheet calls it. */
static void
the_words_are_those_of_the_sheet (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "policy", "show", "liaocheng-2020", NULL);
  assert_non_null (strstr (run->out, "\n绩效目标            列养率 "));
  assert_non_null (strstr (run->out, "\n土地出让收益        计提比例下限 "));
  assert_non_null (strstr (run->out, "财综〔2011〕62号（净收益）"));
}

static void
help_ends_with_an_example_that_works (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "policy", "--help", NULL);
  assert_number_equal (run->status, 0);
  assert_true (g_str_has_suffix (run->out, "例：yanglu policy show liaocheng-2020\n"));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (the_list_marks_what_is_not_verified, set_up, tear_down),
    cmocka_unit_test_setup_teardown (every_value_is_shown_with_its_document_and_clause, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (a_value_of_an_unverified_base_is_marked_and_an_own_one_is_not,
                                     set_up, tear_down),
    cmocka_unit_test_setup_teardown (json_gives_fen_and_parts_per_million, set_up, tear_down),
    cmocka_unit_test_setup_teardown (json_has_units_of_its_own, set_up, tear_down),
    cmocka_unit_test_setup_teardown (a_county_match_is_shown_as_a_share_of_the_grants, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (a_sound_file_checks_with_status_0, set_up, tear_down),
    cmocka_unit_test_setup_teardown (an_error_is_told_with_its_line_and_status_1, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (a_warning_alone_leaves_status_0, set_up, tear_down),
    cmocka_unit_test_setup_teardown (what_cannot_be_read_is_status_2, set_up, tear_down),
    cmocka_unit_test_setup_teardown (help_names_every_group_and_its_keys, set_up, tear_down),
    cmocka_unit_test_setup_teardown (the_words_are_those_of_the_sheet, set_up, tear_down),
    cmocka_unit_test_setup_teardown (help_ends_with_an_example_that_works, set_up, tear_down),
  };
  return cmocka_run_group_tests_name ("policy-command", tests, NULL, NULL);
}
