#include "yanglu/domain/findings-of-file.h"

#include "support/assert.h"

/* Row 3 of b.csv is row 2 of a.csv again, 15,000.00 yuan. */
static YlFindings *
make_findings (void)
{
  YlFindings *findings = yl_findings_new ();
  yl_findings_add (
      findings, &(YlFinding){ .code = YL_A01,
                              .severity = YL_SEVERITY_ERROR,
                              .file = "b.csv",
                              .row = 3,
                              .cell = "A3",
                              .message = "与a.csv 第 2 行重复",
                              .at_stake = { 1500000 },
                              .is_priced = TRUE,
                              .twin = &(YlFindingTwin){
                                  .file = "a.csv", .row = 2, .message = "与b.csv 第 3 行重复" } });
  yl_findings_add (findings, &(YlFinding){ .code = YL_E02, .file = "b.csv", .message = "不明" });
  yl_findings_add (findings, &(YlFinding){ .code = YL_D05, .message = "不属哪一份" });
  return findings;
}

static void
a_fault_between_two_files_is_read_at_the_other_place_in_the_other_file (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = make_findings ();
  g_autoptr (YlFindings) own = yl_findings_of_file (findings, "a.csv");
  assert_number_equal (yl_findings_get_n (own), 1);
  const YlFinding *told = yl_findings_get (own, 0);
  assert_string_equal (told->file, "a.csv");
  assert_number_equal (told->row, 2);
  assert_null (told->cell);
  assert_string_equal (told->message, "与b.csv 第 3 行重复。");
  assert_fen_equal (told->at_stake.fen, 1500000);
}

static void
where_it_was_told_first_it_stays_as_it_is_and_counts_once (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = make_findings ();
  g_autoptr (YlFindings) own = yl_findings_of_file (findings, "b.csv");
  assert_number_equal (yl_findings_get_n (own), 2);
  assert_string_equal (yl_findings_get (own, 0)->message, "与a.csv 第 2 行重复。");
  assert_number_equal (yl_findings_get_n_of_code (findings, YL_A01), 1);
  assert_number_equal (yl_findings_get_n (findings), 3);
}

static void
a_file_that_has_no_part_in_it_is_told_nothing (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = make_findings ();
  assert_true (yl_finding_is_of (yl_findings_get (findings, 0), "a.csv"));
  assert_false (yl_finding_is_of (yl_findings_get (findings, 1), "a.csv"));
  assert_false (yl_finding_is_of (yl_findings_get (findings, 2), "a.csv"));
  g_autoptr (YlFindings) own = yl_findings_of_file (findings, "c.csv");
  assert_number_equal (yl_findings_get_n (own), 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_fault_between_two_files_is_read_at_the_other_place_in_the_other_file),
    cmocka_unit_test (where_it_was_told_first_it_stays_as_it_is_and_counts_once),
    cmocka_unit_test (a_file_that_has_no_part_in_it_is_told_nothing),
  };
  return cmocka_run_group_tests_name ("findings-of-file", tests, NULL, NULL);
}
