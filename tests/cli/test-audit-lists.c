#include <string.h>

#include "support/assert.h"
#include "support/json-shape.h"
#include "support/run.h"

#define HEADS "路线编码,起点桩号,止点桩号,里程,乡镇,行政区划\n"
/* Of 东昌府区. */
#define OWN                                                                                        \
  HEADS "X001371502,0.000,2.000,2.000,闫寺街道,371502\n"                                       \
        "X002371502,0.000,1.000,1.000,闫寺街道,371502\n"
/* Of 阳谷县: 1.5 km of X001 again; X002 goes on where it ends. */
#define NEXT                                                                                       \
  HEADS "J001371502,0.500,3.000,2.500,,371521\n"                                                   \
        "X002371502,1.000,2.000,1.000,,371521\n"

static int
set_up (void **state)
{
  *state = yl_run_new ();
  yl_run_write (*state, "own.csv", OWN);
  yl_run_write (*state, "next.csv", NEXT);
  return 0;
}

static int
tear_down (void **state)
{
  yl_run_free (*state);
  return 0;
}

static void
the_same_section_of_two_counties_is_told_with_both_places (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "audit", "own.csv", "next.csv", "--year", "2021", NULL);
  assert_number_equal (run->status, 1);
  assert_non_null (strstr (run->out, "[A11 错误] next.csv 第 2 行"));
  assert_non_null (strstr (run->out, "own.csv 第 2 行"));
  assert_non_null (strstr (run->out, "371521（阳谷县）"));
  /* 1.5 km × 10000 yuan. */
  assert_non_null (strstr (run->out, "15,000.00 元"));
  assert_non_null (strstr (run->out, "结论：不符"));
}

static void
json_has_every_key_in_its_order (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "audit", "own.csv", "next.csv", "--year", "2021", "--format", "json",
          NULL);
  assert_number_equal (run->status, 1);
  assert_text_equal_free (
      yl_json_shape (run->out),
      "{schema,files[],verdict,sections,compared,findings[{code,severity,file,sheet,cell,row,"
      "column,"
      "found,found_formula,expected,expected_formula,at_stake_fen,stake,gainer,message,repair,"
      "basis}],pairs[{kind,first_county,"
      "later_county,sections,length_m,amount_fen}]}");
  assert_non_null (strstr (run->out, "\"amount_fen\" : 1500000"));
  /* X001 and X002 of 阳谷县 have codes of 东昌府区: 3.5 km. */
  assert_non_null (strstr (run->out, "\"kind\" : \"code_at_odds\""));
  assert_non_null (strstr (run->out, "\"length_m\" : 3500"));
}

static void
lists_that_share_nothing_hold (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "far.csv", HEADS "X001371521,0.000,2.000,2.000,,371521\n");
  yl_run (run, "C", NULL, "audit", "own.csv", "far.csv", "--year", "2021", NULL);
  assert_number_equal (run->status, 0);
  assert_non_null (strstr (run->out, "结论：成立"));
}

static void
one_list_of_two_counties_is_compared_with_itself (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "both.csv", OWN "X001371502,0.500,3.000,2.500,,371521\n");
  yl_run (run, "C", NULL, "audit", "both.csv", "--year", "2021", NULL);
  assert_number_equal (run->status, 1);
  assert_non_null (strstr (run->out, "[A11 错误] both.csv 第 4 行"));
}

static void
one_table_with_money_is_still_a_budget (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "budget.csv", "路线编码,里程,金额（元）\nX001371502,2.000,20000\n");
  yl_run (run, "C", NULL, "audit", "budget.csv", "--year", "2021", "--format", "json", NULL);
  assert_non_null (strstr (run->out, "\"file\" : \"budget.csv\""));
  assert_null (strstr (run->out, "\"pairs\""));
}

static void
what_belongs_to_a_budget_is_refused (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "audit", "own.csv", "next.csv", "--paid", "x.csv", NULL);
  assert_number_equal (run->status, 2);
}

static void
working_papers_of_lists_are_written_beside_the_text (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "audit", "own.csv", "next.csv", "--year", "2021", "-o", "底稿.xlsx",
          NULL);
  assert_number_equal (run->status, 1);
  assert_true (yl_run_has (run, "底稿.xlsx"));
  assert_non_null (strstr (run->out, "结论：不符"));
  yl_run (run, "C", NULL, "audit", "own.csv", "next.csv", "--year", "2021", "-o", "底稿.xlsx",
          NULL);
  assert_number_equal (run->status, 2);
}

static void
a_list_is_not_overwritten_by_its_audit (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "audit", "own.csv", "next.csv", "-o", "next.csv", "--force", NULL);
  assert_number_equal (run->status, 2);
  g_autoptr (GBytes) bytes = yl_run_read (run, "next.csv");
  assert_number_equal (g_bytes_get_size (bytes), strlen (NEXT));
}

static void
lists_without_a_section_are_unreadable (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "a.csv", "甲,乙\n1,2\n");
  yl_run (run, "C", NULL, "audit", "a.csv", "a.csv", "--year", "2021", NULL);
  assert_number_equal (run->status, 2);
  assert_non_null (strstr (run->out, "结论：未能重算"));
}

#define sentence(function) cmocka_unit_test_setup_teardown (function, set_up, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    sentence (the_same_section_of_two_counties_is_told_with_both_places),
    sentence (json_has_every_key_in_its_order),
    sentence (lists_that_share_nothing_hold),
    sentence (one_list_of_two_counties_is_compared_with_itself),
    sentence (one_table_with_money_is_still_a_budget),
    sentence (what_belongs_to_a_budget_is_refused),
    sentence (working_papers_of_lists_are_written_beside_the_text),
    sentence (a_list_is_not_overwritten_by_its_audit),
    sentence (lists_without_a_section_are_unreadable),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
