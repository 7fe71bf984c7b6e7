#include "support/assert.h"

#include "yanglu/domain/finding.h"

static int
set_up (void **state)
{
  *state = yl_findings_new ();
  return 0;
}

static int
tear_down (void **state)
{
  yl_findings_free (*state);
  return 0;
}

static void
every_code_of_the_rule_book_is_found_by_its_name (void **state)
{
  (void) state;
  static const struct
  {
    char letter;
    guint n;
  } chapters[] = { { 'A', 12 }, { 'B', 15 }, { 'C', 11 }, { 'D', 6 }, { 'E', 9 } };
  guint n_codes = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (chapters); i++)
    for (guint number = 1; number <= chapters[i].n; number++)
      {
        g_autofree char *name = g_strdup_printf ("%c%02u", chapters[i].letter, number);
        YlCode code;
        assert_true (yl_code_find (name, &code));
        assert_int_equal (code, n_codes++);
        assert_string_equal (yl_code_get_name (code), name);
        assert_true (yl_code_get_title (code)[0] != '\0');
        assert_true (yl_code_get_basis (code)[0] != '\0');
      }
  assert_int_equal (n_codes, YL_N_CODES);
  YlCode code;
  assert_false (yl_code_find ("A13", &code));
  assert_false (yl_code_find ("", &code));
}

static void
a_rule_names_the_clause_behind_it_or_says_that_it_is_ours (void **state)
{
  (void) state;
  assert_string_equal (yl_code_get_basis (YL_B02), "聊政办发〔2020〕10号 二（二）1");
  assert_string_equal (yl_code_get_basis (YL_B03), "《农村公路养护管理办法》第九条");
  assert_string_equal (yl_code_get_basis (YL_B05), "财综〔2011〕62号");
  assert_string_equal (yl_code_get_basis (YL_B12), "国办发〔2019〕45号 三（六）");
  assert_string_equal (yl_code_get_basis (YL_C01), "本程序规则");
  assert_true (yl_code_is_ours ("本程序规则"));
  assert_true (yl_code_is_ours (YL_BASIS_LIMIT "D01 的 limit-days"));
  assert_false (yl_code_is_ours ("《预算法》第四十二条"));
}

static void
severities_are_those_of_the_rule_book (void **state)
{
  (void) state;
  assert_int_equal (yl_code_get_severity (YL_A04), YL_SEVERITY_INFO);
  assert_int_equal (yl_code_get_severity (YL_A07), YL_SEVERITY_ERROR);
  assert_int_equal (yl_code_get_severity (YL_A08), YL_SEVERITY_WARNING);
  assert_int_equal (yl_code_get_severity (YL_E09), YL_SEVERITY_INFO);
  assert_string_equal (yl_severity_get_key (YL_SEVERITY_WARNING), "warning");
  assert_string_equal (yl_severity_get_name (YL_SEVERITY_ERROR), "错误");
}

static void
a_finding_keeps_its_own_copy_of_every_text (void **state)
{
  YlFindings *findings = *state;
  char message[] = "里程写作 1,2.3,4。";
  yl_findings_add (findings, &(YlFinding){ .code = YL_C04, .message = message, .row = 7 });
  message[0] = 'x';
  const YlFinding *finding = yl_findings_get (findings, 0);
  assert_string_equal (finding->message, "里程写作 1,2.3,4。");
  assert_null (finding->sheet);
  assert_number_equal (finding->row, 7);
}

static void
findings_are_counted_by_code_and_by_severity (void **state)
{
  YlFindings *findings = *state;
  yl_findings_add (findings, &(YlFinding){ .code = YL_C04, .severity = YL_SEVERITY_ERROR });
  yl_findings_add (findings, &(YlFinding){ .code = YL_A07, .severity = YL_SEVERITY_WARNING });
  yl_findings_count (findings, YL_A07, YL_SEVERITY_ERROR);
  assert_number_equal ((gint64) yl_findings_get_n (findings), 2);
  assert_number_equal ((gint64) yl_findings_get_n_of_code (findings, YL_A07), 2);
  assert_number_equal ((gint64) yl_findings_get_n_of_severity (findings, YL_SEVERITY_ERROR), 2);
  assert_number_equal ((gint64) yl_findings_get_n_of_severity (findings, YL_SEVERITY_INFO), 0);
}

static void
a_counting_list_keeps_the_first_of_a_code_and_counts_the_others (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = yl_findings_new_counting (2);
  for (guint32 row = 1; row <= 5; row++)
    yl_findings_add (findings, &(YlFinding){ .code = YL_E02, .row = row });
  yl_findings_add (findings, &(YlFinding){ .code = YL_E03, .row = 6 });
  assert_number_equal ((gint64) yl_findings_get_n (findings), 3);
  assert_number_equal (yl_findings_get (findings, 1)->row, 2);
  assert_number_equal (yl_findings_get (findings, 2)->row, 6);
  assert_number_equal ((gint64) yl_findings_get_n_of_code (findings, YL_E02), 5);
  assert_false (yl_findings_would_keep (findings, YL_E02));
  assert_true (yl_findings_would_keep (findings, YL_E03));
}

static void
what_was_only_counted_stays_counted_when_it_is_added_to_others (void **state)
{
  YlFindings *findings = *state;
  g_autoptr (YlFindings) more = yl_findings_new_counting (1);
  yl_findings_add (findings, &(YlFinding){ .code = YL_E02, .row = 1 });
  for (guint32 row = 2; row <= 4; row++)
    yl_findings_add (more,
                     &(YlFinding){ .code = YL_E02, .severity = YL_SEVERITY_WARNING, .row = row });
  yl_findings_append (findings, more);
  assert_number_equal ((gint64) yl_findings_get_n (findings), 2);
  assert_number_equal (yl_findings_get (findings, 1)->row, 2);
  assert_number_equal ((gint64) yl_findings_get_n_of_code (findings, YL_E02), 4);
  assert_number_equal ((gint64) yl_findings_get_n_of_severity (findings, YL_SEVERITY_WARNING), 3);
}

static void
a_price_is_set_afterwards (void **state)
{
  YlFindings *findings = *state;
  yl_findings_add (findings, &(YlFinding){ .code = YL_A03 });
  assert_false (yl_findings_get (findings, 0)->is_priced);
  yl_findings_price (findings, 0, (YlMoney){ 341605 });
  assert_true (yl_findings_get (findings, 0)->is_priced);
  assert_fen_equal (yl_findings_get (findings, 0)->at_stake.fen, 341605);
}

static void
findings_are_sorted_by_severity_code_and_place (void **state)
{
  YlFindings *findings = *state;
  const YlFinding unsorted[] = {
    { .code = YL_A04, .severity = YL_SEVERITY_INFO, .row = 1 },
    { .code = YL_E02, .severity = YL_SEVERITY_ERROR, .file = "乙.csv", .row = 2 },
    { .code = YL_E02, .severity = YL_SEVERITY_ERROR, .file = "甲.csv", .row = 10, .seen = "先" },
    { .code = YL_E02, .severity = YL_SEVERITY_ERROR, .file = "甲.csv", .row = 9 },
    { .code = YL_E02, .severity = YL_SEVERITY_ERROR, .file = "甲.csv", .row = 10, .seen = "后" },
    { .code = YL_A01, .severity = YL_SEVERITY_ERROR, .file = "甲.csv", .row = 99 },
    { .code = YL_E02, .severity = YL_SEVERITY_ERROR, .row = (YlRowId) G_MAXUINT32 + 3 },
    { .code = YL_E02, .severity = YL_SEVERITY_ERROR, .row = 3 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (unsorted); i++)
    yl_findings_add (findings, &unsorted[i]);
  yl_findings_sort (findings);
  static const YlRowId rows[] = { 99, 3, (YlRowId) G_MAXUINT32 + 3, 2, 9, 10, 10, 1 };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_number_equal (yl_findings_get (findings, i)->row, rows[i]);
  assert_string_equal (yl_findings_get (findings, 5)->seen, "先");
  assert_string_equal (yl_findings_get (findings, 6)->seen, "后");
}

static void
a_message_is_a_sentence_with_one_full_stop (void **state)
{
  YlFindings *findings = *state;
  static const char *const messages[] = { "请核对桩号", "该行未计入。", "" };
  for (gsize i = 0; i < G_N_ELEMENTS (messages); i++)
    yl_findings_add (findings, &(YlFinding){ .code = YL_A02, .message = messages[i] });
  assert_string_equal (yl_findings_get (findings, 0)->message, "请核对桩号。");
  assert_string_equal (yl_findings_get (findings, 1)->message, "该行未计入。");
  assert_string_equal (yl_findings_get (findings, 2)->message, "");
}

/* A shortage is one whatever sign its rule gives it; idle money is neither too much nor too little. */
static void
amounts_of_each_kind_are_added_by_themselves_without_signs (void **state)
{
  YlFindings *findings = *state;
  static const struct
  {
    YlCode code;
    gint64 fen;
    YlStake stake;
    YlStake is;
  } lines[] = {
    { YL_C01, 300, YL_STAKE_BY_SIGN, YL_STAKE_MORE },
    { YL_C01, -50, YL_STAKE_BY_SIGN, YL_STAKE_LESS },
    { YL_C01, 7, YL_STAKE_LESS, YL_STAKE_LESS },
    { YL_B09, 1000, YL_STAKE_BY_SIGN, YL_STAKE_LESS },
    { YL_B01, -2000, YL_STAKE_BY_SIGN, YL_STAKE_LESS },
    { YL_B04, 30, YL_STAKE_MORE, YL_STAKE_MORE },
    { YL_D06, 900, YL_STAKE_BY_SIGN, YL_STAKE_LATE },
    { YL_B12, 40, YL_STAKE_BY_SIGN, YL_STAKE_OTHER },
    { YL_C01, G_MININT64, YL_STAKE_BY_SIGN, YL_STAKE_LESS },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const YlFinding finding = { .code = lines[i].code,
                                  .at_stake = { lines[i].fen },
                                  .stake = lines[i].stake,
                                  .is_priced = TRUE };
      assert_number_equal (yl_finding_get_stake (&finding), lines[i].is);
      yl_findings_add (findings, &finding);
    }
  const YlStakes stakes = yl_findings_sum_stakes (findings, YL_SEVERITY_ERROR);
  assert_number_equal (stakes.fen[YL_STAKE_MORE], 330);
  assert_number_equal (stakes.fen[YL_STAKE_LESS], 3057);
  assert_number_equal (stakes.fen[YL_STAKE_LATE], 900);
  assert_number_equal (stakes.fen[YL_STAKE_OTHER], 40);
  assert_number_equal (yl_stakes_weigh (&stakes), 4327);
}

static void
a_formula_is_a_line_of_its_own_below_its_value (void **state)
{
  YlFindings *findings = *state;
  yl_findings_add (findings, &(YlFinding){ .code = YL_C01,
                                           .seen = "33,000.00",
                                           .seen_formula = "=Q5*R5*1.1",
                                           .expected = "30,000.00",
                                           .expected_formula = "=Q5*R5" });
  yl_findings_add (findings, &(YlFinding){ .code = YL_C01, .seen = "", .seen_formula = "=A1" });
  yl_findings_add (findings, &(YlFinding){ .code = YL_C10, .expected = "县道" });
  static const char *const seen[] = { "33,000.00\n=Q5*R5*1.1", "=A1", "" };
  static const char *const expected[] = { "30,000.00\n=Q5*R5", "", "县道" };
  for (gsize i = 0; i < G_N_ELEMENTS (seen); i++)
    {
      g_autofree char *stands = yl_finding_write_seen (yl_findings_get (findings, i));
      g_autofree char *should = yl_finding_write_expected (yl_findings_get (findings, i));
      assert_string_equal (stands, seen[i]);
      assert_string_equal (should, expected[i]);
    }
}

int
main (void)
{
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (a_formula_is_a_line_of_its_own_below_its_value),
    SENTENCE (every_code_of_the_rule_book_is_found_by_its_name),
    SENTENCE (a_rule_names_the_clause_behind_it_or_says_that_it_is_ours),
    SENTENCE (severities_are_those_of_the_rule_book),
    SENTENCE (a_finding_keeps_its_own_copy_of_every_text),
    SENTENCE (findings_are_counted_by_code_and_by_severity),
    SENTENCE (a_counting_list_keeps_the_first_of_a_code_and_counts_the_others),
    SENTENCE (what_was_only_counted_stays_counted_when_it_is_added_to_others),
    SENTENCE (a_message_is_a_sentence_with_one_full_stop),
    SENTENCE (amounts_of_each_kind_are_added_by_themselves_without_signs),
    SENTENCE (a_price_is_set_afterwards),
    SENTENCE (findings_are_sorted_by_severity_code_and_place),
  };
  return cmocka_run_group_tests_name ("finding", tests, NULL, NULL);
}
